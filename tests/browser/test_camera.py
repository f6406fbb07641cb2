"""The camera coach in a real browser, a film for a webcam: it counts, it refuses, and it gives way to the timer."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import numpy as np
import pytest
from playwright.sync_api import Page, Playwright, expect, sync_playwright

from lumbar.catalogue.exercise import SideMode
from lumbar.journal.event import SessionStarted
from tests.browser.film_camera import SIZE_PX, browser_with, images_of, window, write_camera
from tests.browser.serving import House
from tests.browser.watch import Watch
from tests.store.samples import FIRST, asked, started, told
from tools.chromium import find_chromium

FILMS: Final = Path(__file__).parent / "films"
FPS: Final = 15
# What the pose model's library says of itself on the console.
SAYS: Final = (
    "gl_context",
    "XNNPACK",
    "inference_feedback_manager",
    "landmark_projection",
    "Graph",
    "OpenGL",
    "GPU stall",
)
LONG_MS: Final = 90_000


@dataclass(frozen=True, slots=True)
class Set:
    """What is asked of one exercise, and its side."""

    exercise: str
    reps: int
    hold_s: int
    side: SideMode


@pytest.fixture(scope="module")
def driver() -> Iterator[Playwright]:
    if find_chromium() is None:
        pytest.skip("There is no Chromium here. `make test` installs one; LUMBAR_CHROMIUM names another.")
    with sync_playwright() as started_:
        yield started_


def session_of(wanted: Set) -> SessionStarted:
    """Return a session of one set of one exercise."""
    change = {"sets": 1, "reps": wanted.reps, "hold_s": wanted.hold_s, "side": wanted.side, "rest_s": 0, "seconds": 60}
    begun = started()
    return replace(begun, plan=replace(begun.plan, items=(replace(asked(wanted.exercise), **change),)))  # type: ignore[arg-type]  # fields by their names


@contextmanager
def in_session(driver: Playwright, house: House, camera: Path, wanted: Set) -> Iterator[tuple[Page, Watch]]:
    """Open the player before the first tap, with a film for a webcam."""
    begun = session_of(wanted)
    house.fill([*told(), begun])
    house.start(FIRST)
    with browser_with(driver, camera) as browser:
        context = window(browser)
        watch = Watch(context)
        watch.allow(*SAYS)
        page = context.new_page()
        page.goto(f"{house.address}/session/{begun.session}/")
        yield page, watch
        watch.is_content()


def begin(page: Page) -> None:
    """Switch the camera on and begin."""
    page.get_by_role("button", name="Use the camera").click()
    page.get_by_role("button", name="Start", exact=True).click()


def save(page: Page, house: House) -> dict[str, Any]:
    """Answer what is asked after the set, save it, and return it as it was stored."""
    form = page.locator("form[data-form=log]")
    form.locator("label:has(input[name=rir][value='3'])").click()
    form.locator("label:has(input[name=pain][value='0'])").click()
    form.get_by_role("button", name="Save set").click()
    page.wait_for_url("**/done/")
    (done,) = house.journal("set-done")
    return done


@pytest.mark.parametrize(
    "wanted",
    [
        Set("glute-bridge", 2, 2, SideMode.BOTH),
        Set("bird-dog", 1, 2, SideMode.ALTERNATING),
        Set("wall-squat", 2, 5, SideMode.BOTH),
    ],
    ids=lambda wanted: wanted.exercise,
)
def test_a_set_is_counted_and_timed_by_the_camera(
    driver: Playwright, house: House, tmp_path: Path, wanted: Set
) -> None:
    camera = write_camera(tmp_path / "camera.y4m", images_of(FILMS / f"{wanted.exercise}.mp4"), FPS)
    with in_session(driver, house, camera, wanted) as (page, _):
        begin(page)
        expect(page.get_by_text("The camera counts", exact=True)).to_be_visible(timeout=LONG_MS)
        expect(page.locator("form[data-form=log]")).to_be_visible(timeout=LONG_MS)
        expect(page.get_by_text("Counted by the camera.")).to_be_visible()
        done = save(page, house)
    works = [done["left"], done["right"]] if done["both"] is None else [done["both"]]
    assert works == [{"reps": wanted.reps, "hold_s": wanted.hold_s}] * len(works)
    assert done["counted_by"] == "camera"


def test_nobody_in_the_picture_is_said_and_nothing_begins(driver: Playwright, house: House, tmp_path: Path) -> None:
    room = np.full((SIZE_PX[1], SIZE_PX[0], 3), 150, np.uint8)
    room[:120] = 190
    camera = write_camera(tmp_path / "room.y4m", (room for _ in range(FPS)), FPS)
    with in_session(driver, house, camera, Set("glute-bridge", 2, 2, SideMode.BOTH)) as (page, _):
        begin(page)
        expect(page.get_by_text("I cannot see you. Step into the picture.").first).to_be_visible(timeout=LONG_MS)
        expect(page.locator(".p-checks .wrong")).to_have_text(["✕All of you: to change"])
        expect(page.get_by_role("timer")).to_have_text("5")


def test_a_lost_line_gives_way_to_the_timer_and_nothing_is_lost(
    driver: Playwright, house: House, tmp_path: Path
) -> None:
    camera = write_camera(tmp_path / "camera.y4m", images_of(FILMS / "glute-bridge.mp4"), FPS)
    with in_session(driver, house, camera, Set("glute-bridge", 2, 2, SideMode.BOTH)) as (page, watch):
        watch.allow("WebSocket", "ERR_CONNECTION_REFUSED", "Failed to")
        begin(page)
        expect(page.locator(".giant", has_text="0:0").first).to_be_visible(
            timeout=LONG_MS
        )  # a hold runs: one is counted
        house.stop()
        expect(page.get_by_text("The line to the coach was lost.")).to_be_visible(timeout=LONG_MS)
        house.start(FIRST)
        expect(page.locator("form[data-form=log]")).to_be_visible(timeout=LONG_MS)
        done = save(page, house)
    assert (done["both"]["reps"], done["counted_by"]) == (2, "timer")

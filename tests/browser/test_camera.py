"""The camera coach in a real browser, a film for a webcam: it counts, it refuses, and it gives way to the timer."""

import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np
import pytest
from playwright.sync_api import Playwright, expect, sync_playwright

from lumbar.catalogue.exercise import SideMode
from tests.browser.camera_session import BRIDGE, LONG_MS, Set, begin, in_session, save, start_when_seen
from tests.browser.film_camera import FPS, SIZE_PX, browser_with, film_camera, write_camera
from tests.browser.serving import House
from tests.store.samples import FIRST
from tools.chromium import find_chromium

LONG_WATCH_S: Final = 60


@pytest.fixture(scope="module")
def driver() -> Iterator[Playwright]:
    if find_chromium() is None:
        pytest.skip("There is no Chromium here. `make test` installs one; LUMBAR_CHROMIUM names another.")
    with sync_playwright() as started:
        yield started


@pytest.mark.parametrize(
    "wanted",
    [BRIDGE, Set("bird-dog", 1, 2, SideMode.ALTERNATING), Set("wall-squat", 2, 5, SideMode.BOTH)],
    ids=lambda wanted: wanted.exercise,
)
def test_a_set_is_counted_and_timed_by_the_camera_and_only_landmarks_leave_the_page(
    driver: Playwright, house: House, tmp_path: Path, wanted: Set
) -> None:
    with (
        browser_with(driver, film_camera(tmp_path, wanted.exercise)) as browser,
        in_session(browser, house, wanted) as (page, watch),
    ):
        begin(page)
        start_when_seen(page)
        expect(page.locator(".on-field .next", has_text=f"Rep 1 of {wanted.reps}").first).to_be_visible(timeout=LONG_MS)
        expect(page.locator("form[data-form=log]")).to_be_visible(timeout=LONG_MS)
        expect(page.get_by_text("Counted by the camera.")).to_be_visible()
        done = save(page, house)
    works = [done["left"], done["right"]] if done["both"] is None else [done["both"]]
    assert [work["reps"] for work in works] == [wanted.reps] * len(works)
    assert all(abs(work["hold_s"] - wanted.hold_s) <= 1 for work in works), works  # a busy machine drops pictures
    assert done["counted_by"] == "camera"
    assert watch.saw("/pose_landmarker_lite"), "the worker was not watched"
    assert watch.lines == [f"ws://127.0.0.1:{house.port}/live"]
    assert set(watch.sent_bytes) <= {16, 412}  # landmarks, or that there is nobody: docs/reference/live.md
    assert max(watch.posted_bytes) < 4096  # what was done, and no picture


@pytest.mark.skipif("LUMBAR_LONG_WATCH" not in os.environ, reason="takes a minute: set LUMBAR_LONG_WATCH to run it")
def test_nothing_leaves_this_machine_in_a_minute_of_watching(driver: Playwright, house: House, tmp_path: Path) -> None:
    """Watch one long set. `LUMBAR_LONG_WATCH=1 pytest tests/browser/test_camera.py -k minute` runs it."""
    with (
        browser_with(driver, film_camera(tmp_path, BRIDGE.exercise)) as browser,
        in_session(browser, house, Set("glute-bridge", 60, 2, SideMode.BOTH)) as (page, watch),
    ):
        begin(page)
        start_when_seen(page)
        since, before = time.monotonic(), len(watch.sent_bytes)
        while time.monotonic() - since < LONG_WATCH_S:
            page.locator(".on-field").wait_for()
            page.locator(".p-now:not(.on-field)").wait_for()
        assert len(watch.sent_bytes) - before > LONG_WATCH_S  # it looked on all the while
    assert watch.lines == [f"ws://127.0.0.1:{house.port}/live"]


def test_nobody_in_the_picture_is_said_and_nothing_begins(driver: Playwright, house: House, tmp_path: Path) -> None:
    room = np.full((SIZE_PX[1], SIZE_PX[0], 3), 150, np.uint8)
    room[:120] = 190
    camera = write_camera(tmp_path / "room.y4m", (room for _ in range(FPS)), FPS)
    with browser_with(driver, camera) as browser, in_session(browser, house, BRIDGE) as (page, _):
        begin(page)
        expect(page.get_by_text("I cannot see you. Step into the picture.").first).to_be_visible(timeout=LONG_MS)
        expect(page.locator(".p-checks .wrong")).to_have_text(["✕All of you: to change"])
        expect(page.get_by_role("timer")).to_have_text("5")


def test_a_lost_line_gives_way_to_the_timer_and_nothing_is_lost(
    driver: Playwright, house: House, tmp_path: Path
) -> None:
    with (
        browser_with(driver, film_camera(tmp_path, BRIDGE.exercise)) as browser,
        in_session(browser, house, BRIDGE) as (page, watch),
    ):
        watch.allow("WebSocket", "ERR_CONNECTION_REFUSED", "Failed to")
        begin(page)
        start_when_seen(page)
        page.locator(".on-field").wait_for()  # a hold runs: one is counted
        house.stop()
        expect(page.get_by_text("The line to the coach was lost.")).to_be_visible(timeout=LONG_MS)
        house.start(FIRST)
        expect(page.locator("form[data-form=log]")).to_be_visible(timeout=LONG_MS)
        done = save(page, house)
    assert (done["both"]["reps"], done["counted_by"]) == (2, "timer")

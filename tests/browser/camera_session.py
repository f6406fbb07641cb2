"""Sessions that the camera watches: what is asked, how each begins, and how a set is saved."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from lumbar.catalogue.exercise import SideMode
from lumbar.journal.event import SessionStarted
from tests.browser.film_camera import browser_with
from tests.browser.serving import House
from tests.browser.watch import Watch
from tests.browser.webcam import FPS, Webcam
from tests.store.samples import FIRST, asked, started, told
from tools.chromium import find_chromium

LONG_MS: Final = 90_000
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


@dataclass(frozen=True, slots=True)
class Set:
    """What is asked of one exercise, and its side."""

    exercise: str
    reps: int
    hold_s: int
    side: SideMode


BRIDGE: Final = Set("glute-bridge", 2, 2, SideMode.BOTH)


def session_of(name: str, sets: Sequence[Set]) -> SessionStarted:
    """Return a session of one set of each exercise; `name` tells it from others."""
    begun = started(name=name)
    items = tuple(
        replace(asked(one.exercise), sets=1, reps=one.reps, hold_s=one.hold_s, side=one.side, rest_s=20, seconds=60)
        for one in sets
    )
    return replace(begun, plan=replace(begun.plan, items=items))


@dataclass(frozen=True, slots=True)
class Studio:
    """A server with sessions that have begun, a browser, and the webcam that it has."""

    house: House
    browser: Browser
    webcam: Webcam
    sessions: Mapping[str, SessionStarted]

    @contextmanager
    def player(self, name: str, *, locale: str = "en-GB", may: bool = True) -> Iterator[tuple[Page, Watch]]:
        """Open a session before its first tap; in the end nothing went anywhere but to this server.

        Args:
            name: The session.
            locale: What the browser's person speaks.
            may: Whether the camera may be used.
        """
        with player(self.browser, self.house, self.sessions[name], locale=locale, may=may) as opened:
            yield opened


@contextmanager
def studio(folder: Path, sessions: Mapping[str, Sequence[Set]], looks_per_s: int = FPS) -> Iterator[Studio]:
    """Serve some sessions and start a browser with a webcam; the test is skipped where there is no Chromium."""
    if find_chromium() is None:
        pytest.skip("There is no Chromium here. `make test` installs one; LUMBAR_CHROMIUM names another.")
    begun = {name: session_of(name, sets) for name, sets in sessions.items()}
    house, webcam = House(folder), Webcam(folder / "camera.y4m", looks_per_s)
    house.fill([*told(), *begun.values()])
    house.start(FIRST)
    try:
        with sync_playwright() as driver, webcam.on(), browser_with(driver.chromium, webcam.path) as browser:
            yield Studio(house, browser, webcam, begun)
    finally:
        house.stop()


@contextmanager
def player(
    browser: Browser, house: House, begun: SessionStarted, *, locale: str = "en-GB", may: bool = True
) -> Iterator[tuple[Page, Watch]]:
    """Open a session in a window of a phone's size, watched."""
    context = browser.new_context(
        viewport={"width": 360, "height": 740},
        locale=locale,
        reduced_motion="reduce",
        permissions=["camera"] if may else [],
    )
    context.set_default_timeout(LONG_MS)
    watch = Watch(context)
    watch.allow(*SAYS)
    page = context.new_page()
    page.goto(f"{house.address}/session/{begun.session}/")
    yield page, watch
    context.close()
    watch.is_content()
    watch.kept_to(house.address)


def begin(page: Page) -> None:
    """Switch the camera on and begin."""
    page.locator(".p-link[data-do=camera]").click()
    page.locator("[data-do=begin]").click()


def start_when_seen(page: Page) -> None:
    """Go past the countdown as soon as the camera sees the person well."""
    page.locator(".p-sub", has_text="I see all of you. It begins.").wait_for()
    page.locator("[data-do=start]").click()
    page.locator(".next", has_text="The camera counts").wait_for()


def save(page: Page) -> None:
    """Answer what is asked after a set, and save it."""
    form = page.locator("form[data-form=log]")
    form.locator("label:has(input[name=rir][value='3'])").click()
    form.locator("label:has(input[name=pain][value='0'])").click()
    form.locator("button[type=submit]").click()


def saved(house: House, begun: SessionStarted) -> list[dict[str, Any]]:
    """Return the sets of a session as they were stored."""
    return [done for done in house.journal("set-done") if done["session"] == str(begun.session)]

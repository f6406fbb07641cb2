"""A session of one set, watched by the camera: what is asked, how it begins, and how it is saved."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any, Final

from playwright.sync_api import Browser, BrowserContext, Page

from lumbar.catalogue.exercise import SideMode
from lumbar.journal.event import SessionStarted
from tests.browser.serving import House
from tests.browser.watch import Watch
from tests.store.samples import FIRST, asked, started, told

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


def session_of(wanted: Set) -> SessionStarted:
    """Return a session of one set of one exercise."""
    change = {"sets": 1, "reps": wanted.reps, "hold_s": wanted.hold_s, "side": wanted.side, "rest_s": 0, "seconds": 60}
    begun = started()
    return replace(begun, plan=replace(begun.plan, items=(replace(asked(wanted.exercise), **change),)))  # type: ignore[arg-type]  # fields by their names


def window(browser: Browser, *, locale: str = "en-GB", may: bool = True) -> BrowserContext:
    """Open a window of a phone's size that may use the camera, or may not."""
    opened = browser.new_context(
        viewport={"width": 360, "height": 740},
        locale=locale,
        reduced_motion="reduce",
        permissions=["camera"] if may else [],
    )
    opened.set_default_timeout(LONG_MS)
    return opened


@contextmanager
def in_session(
    browser: Browser, house: House, wanted: Set, *, locale: str = "en-GB", may: bool = True
) -> Iterator[tuple[Page, Watch]]:
    """Open the player before the first tap; in the end nothing went anywhere but to this server."""
    begun = session_of(wanted)
    house.fill([*told(), begun])
    house.start(FIRST)
    context = window(browser, locale=locale, may=may)
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
    page.locator(".p-checks:not(:has(.wrong, .open))").wait_for()
    page.locator("[data-do=start]").click()


def save(page: Page, house: House) -> dict[str, Any]:
    """Answer what is asked after the set, save it, and return it as it was stored."""
    form = page.locator("form[data-form=log]")
    form.locator("label:has(input[name=rir][value='3'])").click()
    form.locator("label:has(input[name=pain][value='0'])").click()
    form.locator("button[type=submit]").click()
    page.wait_for_url("**/done/")
    (done,) = house.journal("set-done")
    return done

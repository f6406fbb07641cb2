"""Every state of a set that the camera counts, on every screen; here the test says what the engine would say."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, WebSocketRoute, expect

from lumbar.catalogue.exercise import SideMode
from tests.browser.camera_session import BRIDGE, Set, Studio, begin, studio
from tests.browser.screens import EVERYWHERE, LAPTOP, LYING, PHONE, ZOOMED, look
from tests.browser.still import stand_still
from tests.browser.webcam import film

ALL = (*EVERYWHERE, (LYING, "light"), (ZOOMED, "light"))
SQUAT = Set("wall-squat", 2, 5, SideMode.BOTH)
SAYS = {
    "en-GB": (
        "The camera counts. Begin when you like.",
        "The camera counts",
        "1. Hold",
        "Lift your hips until shoulders, hips and knees make one line.",
        "Take the starting position, with all of you in the picture.",
    ),
    "es-ES": (
        "Cuenta la cámara. Empieza cuando quieras.",
        "Cuenta la cámara",
        "1. Aguanta",
        "Sube la cadera hasta que hombros, caderas y rodillas formen una línea.",
        "Ponte en la posición inicial, con todo el cuerpo en la imagen.",
    ),
}
"""What is told as the camera begins to count, what stands there, and what is told of a hold, a cue, the position."""
TWO = ((PHONE, "light"), (LAPTOP, "dark"))


@pytest.fixture(scope="module")
def filmed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    """Start a browser whose camera shows somebody who lies at rest; it looks seldom, to leave time for the test."""
    sessions = dict.fromkeys(("en-GB", "es-ES", "broken"), (BRIDGE,)) | {"squat": (SQUAT,)}
    with studio(tmp_path_factory.mktemp("camera"), sessions, looks_per_s=5) as made:
        yield made


class Engine:
    """What speaks to the page in the engine's place; `is_placed` is what it says of the position."""

    def __init__(self, page: Page) -> None:
        """Wait for the page's line."""
        self.is_placed = True
        self._line: WebSocketRoute | None = None
        page.route_web_socket("**/live", self._take)

    def say(self, kind: str, **fields: object) -> None:
        """Say something of the set."""
        assert self._line is not None
        self._line.send(json.dumps({"kind": kind, "at_s": 1.0, **fields}))

    def _take(self, line: WebSocketRoute) -> None:
        self._line = line
        line.on_message(self._answer)

    def _answer(self, message: str | bytes) -> None:
        if not isinstance(message, str):
            return self.say("beat", in_place=self.is_placed)
        asked = json.loads(message)
        return self.say("ready", exercise=asked["exercise"]) if asked["do"] == "watch" else self.say("finished")


@pytest.mark.parametrize(("locale", "screens"), [("en-GB", ALL), ("es-ES", TWO)])
def test_a_watched_set_can_be_read_on_any_screen_and_done_by_keyboard(
    filmed: Studio, locale: str, screens: tuple[tuple[object, object], ...]
) -> None:
    def see(name: str, *, whole: bool = False) -> None:
        look(page, f"camera-{name}-{locale[:2]}", screens, whole=whole)  # type: ignore[arg-type]  # of two kinds

    filmed.webcam.rest(film(BRIDGE.exercise))
    with filmed.player(locale, locale=locale) as (page, watch):
        watch.allow("WebSocket")
        engine = begun_by_keyboard(page)
        told = page.locator("p[aria-live]")
        engine.say("refusal", code="out_of_frame")
        expect(page.locator(".p-checks .wrong")).to_have_count(1)
        see("check-refused")
        engine.is_placed = False
        engine.say("sight", code="out_of_frame")
        page.locator(".p-checks:not(:has(.wrong, .open))").wait_for()
        expect(page.locator(".p-sub")).to_have_text(SAYS[locale][4])
        look(page, f"camera-check-position-{locale[:2]}", TWO, whole=False)
        engine.is_placed = True
        page.get_by_role("timer").wait_for()  # it is seen well: the countdown runs
        see("check-well")
        page.keyboard.press("Space")
        page.locator(".next").get_by_text(SAYS[locale][1]).wait_for()
        expect(told).to_have_text(SAYS[locale][0])
        see("counting")
        engine.say("peak", side=None, count=1)
        page.locator(".on-field").wait_for()
        engine.say("hold", side=None, seconds=1)
        expect(page.get_by_role("timer")).to_have_text("0:01")
        expect(told).to_have_text(SAYS[locale][2])
        see("hold")
        engine.say("repetition", side=None, full=True, hold_s=2.0)
        engine.say("cue", code="hips_higher")
        expect(told).to_have_text(SAYS[locale][3])
        see("cue")
        engine.say("refusal", code="off_plane")
        page.locator(".giant.hollow").wait_for()
        see("refusal")
        engine.say("peak", side=None, count=2)
        engine.say("repetition", side=None, full=True, hold_s=2.0)
        page.locator("form[data-form=log]").wait_for()
        see("log", whole=True)


def test_somebody_who_stands_is_seen_from_head_to_foot(filmed: Studio) -> None:
    filmed.webcam.rest(film(SQUAT.exercise, 1))
    with filmed.player("squat") as (page, watch):
        watch.allow("WebSocket")
        engine = begun_by_keyboard(page)
        page.get_by_role("timer").wait_for()
        look(page, "camera-standing-well", TWO, whole=False)
        page.keyboard.press("Space")
        page.locator(".next").get_by_text("The camera counts").wait_for()
        engine.say("peak", side=None, count=1)
        page.locator(".on-field").wait_for()
        engine.say("cue", code="knee_too_deep")
        page.locator(".p-sub.loud").wait_for()
        look(page, "camera-standing-cue", TWO, whole=False)


def test_a_failure_can_be_read_on_any_screen(filmed: Studio) -> None:
    with filmed.player("broken") as (page, watch):
        watch.allow("Failed to load resource")
        page.context.route("**/*.task", lambda route: route.fulfill(status=500, body="broken"))
        look(page, "camera-offer", ALL, whole=False)
        begin(page)
        page.get_by_text("The camera coach could not start here").wait_for()
        page.keyboard.press("p")
        look(page, "camera-failed", ALL, whole=False)


def begun_by_keyboard(page: Page) -> Engine:
    """Switch the camera on and begin, without a pointer; no countdown runs on while pictures are taken."""
    engine = Engine(page)
    stand_still(page)
    page.reload()
    page.locator(".p-link[data-do=camera]").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".p-link[data-do=camera]")).to_be_focused()
    page.locator("[data-do=begin]").focus()
    page.keyboard.press("Enter")
    page.locator(".p-eye video").wait_for()
    return engine

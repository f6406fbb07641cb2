"""Where there is no camera coach, or nothing to see, the page says why; where it can, the timer counts."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.camera_session import BRIDGE, LONG_MS, Studio, begin, player, studio
from tests.browser.film_camera import browser_with
from tests.browser.webcam import room


@pytest.fixture(scope="module")
def seeing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    """Start a browser whose camera shows an empty, dark room."""
    names = ("presses", "refused", "missing", "broken", "workless", "dark", "empty", "set")
    with studio(tmp_path_factory.mktemp("troubles"), dict.fromkeys(names, (BRIDGE,)), looks_per_s=5) as made:
        yield made


def the_timer_counts(page: Page, why: str) -> None:
    """Wait until the page says why the camera does not count, offers it again, and the countdown goes on."""
    expect(page.locator(".p-note")).to_contain_text(why, timeout=LONG_MS)
    expect(page.locator(".p-note [data-do=camera]")).to_have_text("Try the camera again")
    expect(page.locator(".p-checks")).to_have_count(0)
    expect(page.get_by_role("timer")).not_to_have_text("5")


def test_a_camera_that_is_not_allowed(seeing: Studio) -> None:
    with seeing.player("refused", may=False) as (page, _):
        begin(page)
        the_timer_counts(page, "The camera was not allowed, so the timer counts.")


COVERED = """() => [...document.querySelectorAll("main [data-do], header [data-do]")].flatMap((press) => {
  return [...press.getClientRects()].flatMap((box) => {
    const there = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return there?.closest("[data-do]") === press ? [] : [press.textContent + " under " + there?.className];
  });
})"""


@pytest.mark.parametrize("size", [(360, 740), (740, 360), (1280, 720), (1280, 900)])
def test_no_press_lies_under_the_number(seeing: Studio, size: tuple[int, int]) -> None:
    with seeing.player("presses") as (page, _):
        page.set_viewport_size({"width": size[0], "height": size[1]})
        expect(page.locator(".p-link[data-do=camera]")).to_be_visible()
        assert page.evaluate(COVERED) == []
        page.locator(".p-link[data-do=camera]").click()
        expect(page.locator(".p-link[data-do=camera]")).to_have_text("Use the timer instead")
        page.locator(".p-link[data-do=camera]").click()


def test_a_machine_without_a_camera(seeing: Studio) -> None:
    chromium, missing = seeing.browser.browser_type, seeing.sessions["missing"]
    with browser_with(chromium, None) as browser, player(browser, seeing.house, missing) as (page, _):
        begin(page)
        the_timer_counts(page, "No camera was found, so the timer counts.")


def test_a_pose_model_that_does_not_arrive(seeing: Studio) -> None:
    with seeing.player("broken") as (page, watch):
        watch.allow("Failed to load resource")
        page.context.route("**/*.task", lambda route: route.fulfill(status=500, body="broken"))
        begin(page)
        the_timer_counts(page, "The camera coach could not start here, so the timer counts.")
        assert watch.saw(".task")


def test_a_page_that_cannot_watch_leaves_no_camera_on(seeing: Studio) -> None:
    with seeing.player("workless") as (page, _):
        page.add_init_script("""
            globalThis.Worker = class { constructor() { throw new Error("none here"); } };
            const ask = MediaDevices.prototype.getUserMedia;
            MediaDevices.prototype.getUserMedia = async function (wanted) {
              return (globalThis.given = await ask.call(this, wanted));
            };
        """)
        page.reload()
        begin(page)
        the_timer_counts(page, "The camera coach could not start here, so the timer counts.")
        assert page.evaluate("given.getTracks().map((track) => track.readyState)") == ["ended"]


def test_a_dark_room_is_told_before_anything_else(seeing: Studio) -> None:
    seeing.webcam.show(room(12))
    with seeing.player("dark") as (page, _):
        begin(page)
        expect(page.get_by_text("It is too dark. Switch a light on, or turn away from the window.")).to_be_visible(
            timeout=LONG_MS
        )
        expect(page.locator(".p-checks .wrong").first).to_have_text("✕Lighting: to change")


def test_nobody_in_the_picture_is_said_and_nothing_begins(seeing: Studio) -> None:
    seeing.webcam.show(room(150))
    with seeing.player("empty") as (page, _):
        begin(page)
        expect(page.get_by_text("I cannot see you. Step into the picture.").first).to_be_visible(timeout=LONG_MS)
        expect(page.locator(".p-checks .wrong")).to_have_text(["✕All of you: to change"])
        expect(page.get_by_role("timer")).to_have_count(0)  # no countdown runs


def test_a_camera_that_the_settings_switch_on_needs_no_further_press_and_can_be_switched_off(seeing: Studio) -> None:
    seeing.webcam.show(room(150))
    with seeing.player("set") as (page, _):
        session = page.url
        in_settings(page, seeing, "on")
        page.goto(session)
        page.locator("[data-do=begin]").click()
        expect(page.get_by_text("I cannot see you. Step into the picture.").first).to_be_visible(timeout=LONG_MS)
        page.get_by_role("button", name="Use the timer instead").click()
        expect(page.get_by_role("timer")).not_to_have_text("5")
        expect(page.locator(".p-checks")).to_have_count(0)
        in_settings(page, seeing, "off")


def in_settings(page: Page, seeing: Studio, choice: str) -> None:
    """Switch the camera on or off for every session."""
    page.goto(f"{seeing.house.address}/settings/")
    page.locator(f"label:has(input[name=camera][value={choice}])").click()
    page.locator("form.asks button[type=submit]").click()
    page.get_by_role("status").wait_for()

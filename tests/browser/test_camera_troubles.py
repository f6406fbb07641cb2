"""Where there is no camera coach, the page says why, and the timer counts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright

from tests.browser.camera_session import BRIDGE, begin, in_session
from tests.browser.film_camera import FPS, browser_with, dark_room, write_camera
from tests.browser.serving import House
from tools.chromium import find_chromium


@pytest.fixture(scope="module")
def driver() -> Iterator[Playwright]:
    if find_chromium() is None:
        pytest.skip("There is no Chromium here. `make test` installs one; LUMBAR_CHROMIUM names another.")
    with sync_playwright() as started:
        yield started


@pytest.fixture
def seeing(driver: Playwright, tmp_path: Path) -> Iterator[Browser]:
    """Start a browser whose camera shows an empty, dark room."""
    with browser_with(driver, write_camera(tmp_path / "dark.y4m", dark_room(), FPS)) as started:
        yield started


def the_timer_counts(page: Page, why: str) -> None:
    """Wait until the page says why the camera does not count, offers it again, and the countdown goes on."""
    expect(page.locator(".p-note")).to_contain_text(why)
    expect(page.locator(".p-note [data-do=camera]")).to_have_text("Try the camera again")
    expect(page.locator(".p-checks")).to_have_count(0)
    expect(page.get_by_role("timer")).not_to_have_text("5")


def test_a_camera_that_is_not_allowed(driver: Playwright, house: House, tmp_path: Path) -> None:
    camera = write_camera(tmp_path / "dark.y4m", dark_room(), FPS)
    with (
        browser_with(driver, camera, may=False) as browser,
        in_session(browser, house, BRIDGE, may=False) as (page, _),
    ):
        begin(page)
        the_timer_counts(page, "The camera was not allowed, so the timer counts.")


def test_a_machine_without_a_camera(driver: Playwright, house: House) -> None:
    with browser_with(driver, None) as browser, in_session(browser, house, BRIDGE) as (page, _):
        begin(page)
        the_timer_counts(page, "No camera was found, so the timer counts.")


def test_a_pose_model_that_does_not_arrive(seeing: Browser, house: House) -> None:
    with in_session(seeing, house, BRIDGE) as (page, watch):
        watch.allow("Failed to load resource")
        page.context.route("**/*.task", lambda route: route.fulfill(status=500, body="broken"))
        begin(page)
        the_timer_counts(page, "The camera coach could not start here, so the timer counts.")
        assert watch.saw(".task")


def test_a_dark_room_is_told_before_anything_else(seeing: Browser, house: House) -> None:
    with in_session(seeing, house, BRIDGE) as (page, _):
        begin(page)
        expect(page.get_by_text("It is too dark. Switch a light on, or turn away from the window.")).to_be_visible()
        expect(page.locator(".p-checks .wrong").first).to_have_text("✕Light: to change")

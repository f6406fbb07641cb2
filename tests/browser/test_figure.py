"""The moving figure in a real browser, drawn in software: it moves, stands, turns, stays light, and gives way."""

from collections.abc import Callable, Iterator
from typing import Final

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.conftest import PATIENCE_MS
from tests.browser.journals import BEGINNER, FIRST, journal
from tests.browser.person import Person
from tests.browser.screens import LAPTOP, PHONE, look
from tests.browser.still import let_pass, stand_still
from tools.chromium import find_chromium, launch_arguments

DAY: Final = FIRST
EVENTS: Final = journal(BEGINNER, 0)
SOFTWARE: Final = ("--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist")
MOST_BYTES: Final = 400_000
LIVE: Final = "#figure.live canvas"
PATH: Final = "/exercises/bird-dog/"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start a Chromium that draws in software what a graphics card would draw."""
    found = find_chromium()
    if found is None:
        pytest.skip("There is no Chromium here. `make test` installs one; LUMBAR_CHROMIUM names another.")
    with sync_playwright() as driver:
        arguments = [*launch_arguments(), "--disable-dev-shm-usage", *SOFTWARE]
        started = driver.chromium.launch(executable_path=str(found), args=arguments)
        yield started
        started.close()


@pytest.fixture
def context(browser: Browser, language: str) -> Iterator[BrowserContext]:
    """Open a window of a phone's size whose person has nothing against motion."""
    opened = browser.new_context(viewport={"width": 360, "height": 740}, locale=language)
    opened.set_default_timeout(2 * PATIENCE_MS)
    yield opened
    opened.close()


def seen(page: Page, what: str = "#figure") -> bytes:
    """Return the picture of what is there."""
    return page.locator(what).screenshot()


def until(page: Page, holds: Callable[[], bool]) -> None:
    """Wait until something holds; the test fails where it never does."""
    for _ in range(60):
        if holds():
            return
        page.wait_for_timeout(100)
    pytest.fail("It never came to hold.")


def stands(page: Page) -> bytes:
    """Return the picture of the figure once it no longer changes."""
    last = b""

    def same() -> bool:
        nonlocal last
        before, last = last, seen(page)
        return before == last

    until(page, same)
    return last


def paused(person: Person) -> None:
    """Open an exercise's page, and stop its figure."""
    person.open(PATH)
    person.page.locator(LIVE).wait_for()
    person.press("Pause")


def test_the_figure_moves_and_stands_when_it_is_paused(guest: Person) -> None:
    guest.open(PATH)
    page = guest.page
    figure = page.get_by_role("img", name="On hands and knees")
    expect(figure).to_have_js_property("tagName", "CANVAS")
    expect(page.locator("#figure img")).to_be_hidden()
    first = seen(page)
    until(page, lambda: seen(page) != first)
    figure.focus()
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Show it moving")).to_be_visible()
    assert stands(page) == stands(page)


def test_it_is_turned_by_keys_and_turned_back(guest: Person) -> None:
    paused(guest)
    straight = stands(guest.page)
    guest.page.locator(LIVE).focus()
    focused = stands(guest.page)
    guest.page.keyboard.press("ArrowRight")
    until(guest.page, lambda: seen(guest.page) not in {straight, focused})
    guest.press("Turn back")
    expect(guest.page.get_by_role("button", name="Turn back")).to_be_hidden()
    until(guest.page, lambda: seen(guest.page) in {straight, focused})


def test_it_is_turned_by_dragging(guest: Person) -> None:
    paused(guest)
    straight = stands(guest.page)
    box = guest.page.locator(LIVE).bounding_box()
    assert box is not None
    guest.page.mouse.move(box["x"] + 200, box["y"] + 90)
    guest.page.mouse.down()
    guest.page.mouse.move(box["x"] + 120, box["y"] + 100)
    guest.page.mouse.up()
    until(guest.page, lambda: seen(guest.page) != straight)


def test_the_other_side_and_another_body_look_otherwise_and_the_body_is_remembered(guest: Person) -> None:
    paused(guest)
    left = stands(guest.page)
    guest.press("The other side")
    until(guest.page, lambda: stands(guest.page) != left)
    right = stands(guest.page)
    guest.press("A man")
    until(guest.page, lambda: stands(guest.page) != right)
    expect(guest.page.get_by_role("button", name="A woman")).to_be_visible()
    with guest.page.expect_response("**/figures/man.glb"):
        guest.page.reload()


def test_what_it_takes_to_see_it_is_small(guest: Person) -> None:
    taken: dict[str, int] = {}
    wire = guest.page.context.new_cdp_session(guest.page)
    wire.send("Network.enable")
    addresses: dict[str, str] = {}
    wire.on("Network.requestWillBeSent", lambda said: addresses.update({said["requestId"]: said["request"]["url"]}))
    wire.on("Network.loadingFinished", lambda said: taken.update({said["requestId"]: said["encodedDataLength"]}))
    guest.open(PATH)
    guest.page.locator(LIVE).wait_for()
    own = {
        url: taken.get(request, 0)
        for request, url in addresses.items()
        if any(part in url for part in ("/built/figure.js", "/built/parts/", ".glb", "/figure/"))
    }
    assert any(url.endswith("woman.glb") for url in own)
    assert all(own.values()), own
    assert sum(own.values()) <= MOST_BYTES, own


def test_with_less_motion_the_still_stays_until_it_is_asked_for(guest: Person) -> None:
    guest.page.emulate_media(reduced_motion="reduce")
    asked: list[str] = []
    guest.page.on("request", lambda request: asked.append(request.url))
    guest.open(PATH)
    expect(guest.page.locator("#figure img")).to_be_visible()
    guest.press("Show it moving")
    guest.page.locator(LIVE).wait_for()
    before = next(at for at, url in enumerate(asked) if url.endswith(".glb"))
    assert not any("open-" in url for url in asked[: before - 2]), asked


def test_where_data_are_saved_the_still_stays(guest: Person) -> None:
    guest.page.add_init_script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")
    guest.open(PATH)
    expect(guest.page.get_by_role("button", name="Show it moving")).to_be_visible()
    expect(guest.page.locator("#figure img")).to_be_visible()
    expect(guest.page.locator("#figure canvas")).to_have_count(0)


def test_without_webgl_the_still_stays(guest: Person) -> None:
    guest.page.add_init_script("HTMLCanvasElement.prototype.getContext = () => null")
    with guest.page.expect_response("**/parts/open-*.js"):
        guest.open(PATH)
    expect(guest.page.locator("#figure-buttons")).to_be_hidden()
    expect(guest.page.locator("#figure img")).to_be_visible()


def test_a_body_that_does_not_come_leaves_the_still(guest: Person, watch: object) -> None:
    del watch
    guest.page.route("**/*.glb", lambda route: route.fulfill(body=b"no body"))
    guest.open(PATH)
    expect(guest.page.locator("#figure-buttons")).to_be_hidden()
    expect(guest.page.locator("#figure img")).to_be_visible()


@pytest.mark.parametrize("name", ["wall-squat", "pallof-press"])
def test_it_can_be_seen_and_used_on_any_screen(guest: Person, name: str) -> None:
    guest.open(f"/exercises/{name}/")
    guest.page.locator(LIVE).wait_for()
    guest.press("Pause")
    for button in guest.page.locator("#figure-buttons button:visible").all():
        box = button.bounding_box()
        assert box is not None
        assert box["height"] >= 44
    look(guest.page, f"figure-{name}", ((PHONE, "light"), (LAPTOP, "dark")), whole=False)


@pytest.mark.parametrize("language", ["es"])
def test_its_buttons_speak_spanish(guest: Person) -> None:
    guest.open(PATH)
    guest.page.locator(LIVE).wait_for()
    for name in ("Pausa", "Despacio", "El otro lado", "Un hombre"):
        expect(guest.page.get_by_role("button", name=name)).to_be_visible()


def test_in_a_session_it_moves_with_the_clock_and_stands_in_a_hold(guest: Person) -> None:
    stand_still(guest.page)
    guest.open("/ready/")
    guest.page.locator("label:has(input[name=pain][value='0'])").click()
    guest.page.locator("label:has(input[name=readiness][value=usual])").click()
    guest.page.locator("label:has(input[name=new_symptom][value=no])").click()
    guest.page.locator("button.go").click()
    guest.page.locator("[data-do=begin]").click()
    guest.page.locator(".p-fig canvas:not([hidden])").wait_for()
    guest.page.locator("[data-do=start]").first.click()
    pictures = [still(guest)]
    for _ in range(2):
        let_pass(guest.page, 1)
        pictures.append(still(guest))
    assert len(set(pictures)) == len(pictures), "it did not move"
    for _ in range(20):
        if guest.page.locator(".on-field").count():
            break
        let_pass(guest.page, 1)
    held = still(guest)
    let_pass(guest.page, 1)
    assert still(guest) == held, "it did not stand in the hold"
    guest.page.locator("[data-do=pause]").first.click()
    let_pass(guest.page, 2)
    assert still(guest) == held, "it did not stand in the pause"


def still(person: Person) -> bytes:
    """Return the picture of the session's figure once it no longer changes."""
    last = b""

    def same() -> bool:
        nonlocal last
        before, last = last, seen(person.page, ".p-fig")
        return before == last

    until(person.page, same)
    return last

"""What a page may do: nothing that is not ours runs, and the looking itself sees what is wrong."""

from typing import Final

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.journals import BEGINNER, FIRST, journal
from tests.browser.person import Person
from tests.browser.screens import LAPTOP, PHONE, PICTURES, look
from tests.browser.watch import Watch

DAY: Final = FIRST
EVENTS: Final = journal(BEGINNER, 0)
INJECT: Final = """() => {
  const script = document.createElement('script');
  script.textContent = 'globalThis.ran = true';
  document.body.append(script);
  const image = document.createElement('img');
  image.setAttribute('onerror', 'globalThis.ran = true');
  image.src = '/static/none.png';
  document.body.append(image);
}"""
BAD: Final = """<!doctype html><html lang="en"><title>Bad</title><main><h1>Bad</h1>
<input><div style="width: 900px">wide</div></main></html>"""


@pytest.mark.parametrize("path", ["/", "/settings/", "/print/"])
def test_a_script_put_into_a_page_does_not_run(guest: Person, watch: Watch, path: str) -> None:
    watch.allow("Content Security Policy", "status of 404")
    guest.open(path)
    with guest.page.expect_response("**/none.png"):
        guest.page.evaluate(INJECT)
    assert guest.page.evaluate("() => globalThis.ran") is None


def test_what_a_page_asks_elsewhere_is_stopped(guest: Person, watch: Watch) -> None:
    watch.allow("Content Security Policy", "Refused", "Fetch API")
    guest.open()
    asked = "() => fetch('http://lumbar.example/').then(() => 'answered', () => 'stopped')"
    assert guest.page.evaluate(asked) == "stopped"
    watch.elsewhere.clear()  # it was asked for, and never left


def test_the_looking_sees_a_page_that_is_too_wide_and_a_field_without_a_name(context: BrowserContext) -> None:
    page = context.new_page()
    page.set_content(BAD)
    with pytest.raises(AssertionError) as found:
        look(page, "bad", ((PHONE, "light"),))
    assert "too wide: DIV" in str(found.value)
    assert "label: <input>" in str(found.value)


def test_a_theme_that_was_chosen_is_kept_whatever_the_device_asks_for(guest: Person) -> None:
    guest.open("/settings/")
    paper = "() => getComputedStyle(document.body).backgroundColor"
    light = guest.page.evaluate(paper)
    guest.choose("Light or dark", "Dark")
    guest.press("Save")
    expect(guest.page.get_by_role("status")).to_have_text("Saved.")
    dark = guest.page.evaluate(paper)
    assert dark != light
    guest.page.emulate_media(color_scheme="light")
    assert guest.page.evaluate(paper) == dark
    look(guest.page, "settings-dark-chosen", ((LAPTOP, "light"),))


def test_today_keeps_its_shape_with_forced_colours(guest: Person) -> None:
    guest.page.emulate_media(forced_colors="active")
    guest.open()
    border = "e => parseFloat(getComputedStyle(e).borderTopWidth)"
    assert guest.page.locator(".btn.go").first.evaluate(border) >= 1, "a filled button has no fill there"
    guest.page.screenshot(path=PICTURES / "today-forced-360.png", full_page=True)

"""With the keyboard alone: everything is reached, seen where it is, and pressed."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any, Final

import pytest
from playwright.sync_api import Page

from tests.browser.journals import BAND, FIRST, journal
from tests.browser.person import SPEED, Person
from tests.browser.screens import LAPTOP, PHONE, Screen, show

WEEKS: Final = 2
DAY: Final = FIRST + timedelta(weeks=WEEKS)
EVENTS: Final = journal(BAND, WEEKS)
PAGES: Final = (
    "/",
    "/ready/",
    "/plan/",
    "/progress/",
    "/exercises/",
    "/exercises/bird-dog/",
    "/settings/",
    "/profile/",
    "/screening/now/",
    "/signs/",
    "/print/",
)

REACHABLE: Final = """() => {
  const seen = (e) => e.checkVisibility() && !e.disabled;
  const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary')].filter(seen);
  const groups = new Set();
  const marked = all.filter((e) => {
    if (e.type !== 'radio') return true;
    const isNew = !groups.has(e.name);
    groups.add(e.name);
    return isNew;
  });
  return marked.map((e) => (e.type === 'radio' ? `radio ${e.name}` : e.outerHTML.slice(0, 90)));
}"""
FOCUSED: Final = """() => {
  const e = document.activeElement;
  if (e === null || e === document.body) return null;
  const ring = (of) => {
    const style = getComputedStyle(of);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  };
  const shown = e.closest('.strip label, .pick') ?? e;
  const box = shown.getBoundingClientRect();
  const foot = document.querySelector('.main-nav');
  const covers = foot !== null && getComputedStyle(foot).position === 'fixed' && !foot.contains(e);
  const bottom = covers ? foot.getBoundingClientRect().top : innerHeight;
  return {
    what: e.type === 'radio' ? `radio ${e.name}` : e.outerHTML.slice(0, 90),
    ring: ring(shown) || ring(e),
    hidden: box.bottom > bottom + 1 && box.top > bottom - 24 ? `${Math.round(box.top)} of ${Math.round(bottom)}` : '',
  };
}"""


def walk(page: Page, most: int = 250) -> Iterator[dict[str, Any]]:
    """Yield what has the focus after each press of the tab key, until it has left the page."""
    for _ in range(most):
        page.keyboard.press("Tab")
        found = page.evaluate(FOCUSED)
        if found is None:
            return
        yield found
    raise AssertionError("the tab key does not leave the page")


@pytest.mark.parametrize("screen", [PHONE, LAPTOP], ids=lambda screen: screen.name)
@pytest.mark.parametrize("path", PAGES)
def test_the_tab_key_reaches_everything_and_shows_where_it_is(guest: Person, path: str, screen: Screen) -> None:
    show(guest.page, screen, "light")
    guest.open(path)
    reached = list(walk(guest.page))
    assert {step["what"] for step in reached} == set(guest.page.evaluate(REACHABLE))
    assert [step["what"] for step in reached if not step["ring"]] == [], "no ring around them"
    assert [step for step in reached if step["hidden"]] == [], "covered while they have the focus"


def test_the_first_press_leads_past_the_head(guest: Person) -> None:
    guest.open()
    guest.page.keyboard.press("Tab")
    guest.page.keyboard.press("Enter")
    guest.page.keyboard.press("Tab")
    assert guest.page.evaluate("() => document.querySelector('main').contains(document.activeElement)")


def to(page: Page, what: str) -> None:
    """Press the tab key until this has the focus."""
    for _ in range(60):
        if page.evaluate(f"() => document.activeElement.matches({what!r})"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the tab key never came to {what}")


def answer(page: Page, name: str, value: int) -> None:
    """Choose the answer `value` of a question, counted from its first."""
    to(page, f"input[name={name}]")
    page.keyboard.press("Space")
    for _ in range(value):
        page.keyboard.press("ArrowRight")


def test_a_whole_session_is_done_without_a_pointer(guest: Person) -> None:
    page, press = guest.page, guest.page.keyboard.press
    guest.open("/ready/")
    answer(page, "pain", 1)
    answer(page, "readiness", 0)
    answer(page, "new_symptom", 0)
    to(page, "button.go")
    press("Enter")
    page.wait_for_url("**/session/*/")
    guest.hurry(speed=1)
    press("Space")
    for key, heading in (("p", "Paused"), ("p", "Start now"), ("h", "What do you feel?")):
        press(key)
        guest.is_told(heading)
    to(page, "[data-do=back]")
    press("Enter")
    guest.is_told("Paused")
    press("s")
    guest.hurry(SPEED)
    press("Space")
    form, over = page.locator("form[data-form=log]"), page.locator(".done-table")
    short_cut = page.get_by_role("button", name="Start now")
    told = 0
    while not page.url.endswith("/done/"):
        form.or_(over).or_(short_cut).first.wait_for()
        if form.count():
            answer(page, "rir", 2)
            answer(page, "pain", 1)
            press("Enter")
            form.wait_for(state="detached")
            told += 1
        elif not over.count():
            press("Space")
            page.wait_for_timeout(100)
    sets = guest.house.journal("set-done")[-told:]
    assert told > 1
    assert {(one["rir"], one["pain"]) for one in sets} == {(2, 1)}
    (skipped,) = guest.house.journal("skipped")
    assert skipped["exercise"] == "knee-to-chest"

"""The pictures of README: taken of the real pages, and written anew only when LUMBAR_UPDATE_IMAGES is set."""

import os
from typing import Final

from tests.browser.journals import BAND, FIRST, journal
from tests.browser.person import Person
from tests.browser.screens import LAPTOP, PICTURES, show
from tests.browser.still import let_pass, stand_still
from tools.layout import ROOT

DAY: Final = FIRST
EVENTS: Final = journal(BAND, 0)
WANTED: Final = bool(os.environ.get("LUMBAR_UPDATE_IMAGES"))
IMAGES: Final = ROOT / "docs" / "images" if WANTED else PICTURES


def take(person: Person, name: str) -> None:
    """Take a picture of what a laptop's screen shows."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    show(person.page, LAPTOP, "light")
    person.page.evaluate("() => document.fonts.ready.then(() => true)")
    person.page.screenshot(path=IMAGES / f"{name}.png", animations="disabled")


def test_today_and_the_player_are_pictured(guest: Person) -> None:
    stand_still(guest.page)
    guest.open()
    take(guest, "today")
    guest.open("/ready/")
    guest.choose("How much does your back hurt right now?", "0")
    guest.choose("How do you feel today?", "As usual")
    guest.choose("Is there anything new?", "No")
    guest.press("Begin")
    guest.page.locator("[data-do=begin]").click()
    guest.press("Start now")
    for _ in range(20):
        if guest.page.locator(".on-field").count():
            break
        let_pass(guest.page, 1)
    guest.page.mouse.move(0, 0)
    take(guest, "player")
    assert guest.page.locator(".on-field").count() == 1
    assert guest.page.get_by_role("heading", level=1).inner_text() == "Knee to chest"

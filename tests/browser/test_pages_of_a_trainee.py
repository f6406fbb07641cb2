"""What somebody sees who has trained for some weeks, on every screen and on paper."""

from datetime import timedelta
from typing import Final

import pytest
from playwright.sync_api import expect

from tests.browser.journals import BAND, FIRST, journal
from tests.browser.person import Person
from tests.browser.screens import LAPTOP, LOOK_AGAIN, PHONE, look
from tests.browser.watch import Watch

WEEKS: Final = 5
DAY: Final = FIRST + timedelta(weeks=WEEKS)
EVENTS: Final = journal(BAND, WEEKS)
PAGES: Final = {
    "today": "/",
    "ready": "/ready/",
    "print": "/print/",
    "plan": "/plan/",
    "progress": "/progress/",
    "progress-table": "/progress/?as=table",
    "profile": "/profile/",
    "settings": "/settings/",
    "settings-saved": "/settings/?saved",
    "exercises": "/exercises/",
    "exercise-heel-slide": "/exercises/heel-slide/",
}
SPANISH: Final = ("today", "ready", "plan", "progress", "settings", "print")


@pytest.mark.parametrize("name", PAGES)
def test_every_page_can_be_read_on_any_screen(guest: Person, name: str) -> None:
    guest.open(PAGES[name])
    look(guest.page, name)


@pytest.mark.parametrize("name", ["today", "plan", "ready", "progress"])
def test_it_can_be_read_enlarged_and_lying(guest: Person, name: str) -> None:
    guest.open(PAGES[name])
    look(guest.page, name, LOOK_AGAIN)


@pytest.mark.parametrize("language", ["es"])
@pytest.mark.parametrize("name", SPANISH)
def test_it_can_be_read_in_spanish(guest: Person, name: str) -> None:
    guest.open(PAGES[name])
    assert guest.page.locator("html").get_attribute("lang") == "es"
    look(guest.page, f"{name}-es", ((PHONE, "light"), (LAPTOP, "dark")))


def test_the_reasons_of_today_unfold(guest: Person) -> None:
    guest.open()
    for folded in guest.page.locator("details.why summary").all():
        folded.click()
    look(guest.page, "today-why")


def test_questions_left_out_are_asked_for(guest: Person, watch: Watch) -> None:
    watch.allow("status of 422")
    guest.open("/ready/")
    guest.choose("How do you feel today?", "Less than usual")
    guest.press("Begin")
    guest.is_told("Please answer all three.")
    expect(guest.page.get_by_role("radio", name="Less than usual")).to_be_checked()
    look(guest.page, "ready-fault")


def test_a_word_written_wrongly_erases_nothing(guest: Person, watch: Watch) -> None:
    watch.allow("status of 422")
    guest.open("/settings/")
    guest.page.get_by_label("Write “erase”").fill("eras")
    guest.press("Erase everything")
    expect(guest.page.locator("#word-fault")).to_be_visible()
    look(guest.page, "settings-fault")
    assert len(guest.house.journal()) == len(EVENTS)


def test_todays_sheet_is_one_page_of_paper_or_two(guest: Person) -> None:
    guest.open("/print/")
    paper = guest.page.pdf(format="A4")
    assert paper.count(b"/Type /Page\n") == (1 if guest.page.locator(".h-item").count() <= 4 else 2)


def test_a_day_off_and_a_shorter_one_can_be_read(guest: Person) -> None:
    guest.open()
    guest.press("Only 10 minutes")
    guest.page.get_by_role("button", name="The whole session").wait_for()
    look(guest.page, "today-short")
    guest.press("Not today")
    guest.heading("A day off")
    look(guest.page, "rest")
    guest.press("Train today anyway")
    guest.page.get_by_role("link", name="Start").wait_for()

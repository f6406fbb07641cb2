"""What a lifter sees after some weeks, and what somebody sees who has no plan, on every screen."""

from datetime import timedelta
from typing import Final

import pytest

from tests.browser.journals import FIRST, LIFTER, journal
from tests.browser.person import Person
from tests.browser.screens import LAPTOP, LOOK_AGAIN, PHONE, look
from tests.browser.watch import Watch

WEEKS: Final = 3
DAY: Final = FIRST + timedelta(weeks=WEEKS)
EVENTS: Final = journal(LIFTER, WEEKS)
PAGES: Final = {
    "today-lifter": "/",
    "print-lifter": "/print/",
    "plan-lifter": "/plan/",
    "progress-lifter": "/progress/",
    "profile-lifter": "/profile/",
    "exercise-back-extension": "/exercises/back-extension/",
}


@pytest.mark.parametrize("name", PAGES)
def test_a_lifter_can_read_every_page_on_any_screen(guest: Person, name: str) -> None:
    guest.open(PAGES[name])
    look(guest.page, name)


def test_a_lifter_can_read_today_enlarged_lying_and_in_pounds(guest: Person) -> None:
    guest.open()
    look(guest.page, "today-lifter", LOOK_AGAIN)
    guest.open("/settings/")
    guest.choose("Loads and body mass in", "lb")
    guest.press("Save")
    guest.open()
    loads = [dose["load"] for dose in map(guest.dose_of, guest.session()) if "load" in dose]
    assert loads
    assert all(load.endswith("lb") for load in loads)
    look(guest.page, "today-pounds", ((PHONE, "light"), (LAPTOP, "dark")))


def test_the_morning_after_can_be_read(person: Person, watch: Watch) -> None:
    watch.allow("status of 422")
    person.house.fill(journal(LIFTER, 1)[:-1])
    person.wake(FIRST + timedelta(days=6))
    person.page.get_by_role("link", name="How is your back this morning?").click()
    look(person.page, "morning")
    person.press("Save")
    person.is_told("Please answer all three.")
    look(person.page, "morning-fault", ((PHONE, "dark"), (LAPTOP, "light")))
    person.open()
    look(person.page, "rest-morning")


@pytest.mark.parametrize(
    ("name", "flags"),
    [
        ("blocked-emergency", {"now": ("chest-pain", "saddle-numbness")}),
        ("blocked-urgent", {"lately": ("weight-loss",)}),
        ("blocked-clearance", {"ask-first": ("pregnant", "spine-or-disc")}),
    ],
)
def test_no_plan_can_be_read(person: Person, name: str, flags: dict[str, tuple[str, ...]]) -> None:
    person.wake(FIRST)
    person.come_in(flags)
    look(person.page, name)


def test_a_gentle_beginning_can_be_read(person: Person, watch: Watch) -> None:
    watch.allow("status of 422")
    person.wake(FIRST)
    person.come_in({"back": ("acute-under-6-weeks",)})
    person.describe()
    person.press("Show my first session")
    person.page.get_by_role("link", name="Start").wait_for()
    look(person.page, "today-gentle")
    person.open("/plan/")
    look(person.page, "plan-gentle", ((PHONE, "light"), (LAPTOP, "dark")))
    person.press("Today")
    person.page.get_by_role("link", name="Start").click()
    person.choose("How much does your back hurt right now?", "8")
    person.choose("How do you feel today?", "As usual")
    person.choose("Is there anything new?", "No")
    person.press("Begin")
    person.is_told("That is too much to train on.")
    look(person.page, "rest-pain")

"""Someone who must not train yet: no plan, and what to do about it."""

from datetime import date

import pytest
from playwright.sync_api import expect

from tests.browser.person import Person
from tests.browser.watch import Watch

MONDAY = date(2026, 1, 5)


def has_no_plan(person: Person) -> None:
    """Check that no way leads to a session."""
    for path in ("/ready/", "/print/", "/plan/"):
        person.open(path)
        person.page.wait_for_url(f"{person.house.address}/")
        expect(person.page.get_by_role("link", name="Start")).to_have_count(0)


def test_an_emergency_sign_ends_the_questions_and_says_whom_to_call(person: Person) -> None:
    person.wake(MONDAY)
    person.come_in({"now": ("saddle-numbness",)})
    person.heading("Stop: get help now")
    person.is_told("New numbness or tingling between the legs")
    expect(person.page.get_by_label("The day they said yes")).to_have_count(0)
    has_no_plan(person)

    person.press("All the signs")
    person.heading("Signs to know before you train")
    person.press("None of these")
    person.heading("Stop: get help now")


def test_a_yes_from_a_professional_opens_the_plan_and_an_impossible_day_does_not(person: Person, watch: Watch) -> None:
    watch.allow("status of 422")  # a form that is shown again
    person.wake(MONDAY)
    person.come_in({"ask-first": ("surgery-6-months",)})
    person.heading("Not yet: ask first")
    has_no_plan(person)

    day = person.page.get_by_label("The day they said yes")
    day.fill("2026-01-06")
    person.press("I have a yes")
    person.is_told("That day has not come yet.")
    expect(day).to_have_attribute("aria-invalid", "true")
    expect(day).to_have_value("2026-01-06")
    day.fill("")
    person.press("I have a yes")
    person.is_told("as year-month-day, for example 2026-01-05.")

    day.fill("2026-01-02")
    person.press("I have a yes")
    person.describe()
    person.press("Show my first session")
    expect(person.page.get_by_role("link", name="Start")).to_be_visible()
    screened = person.house.journal("screened")
    assert [one["screening"]["cleared_on"] for one in screened] == [None, "2026-01-02"]


@pytest.mark.parametrize("sign", ["fever-unwell", "cancer-history"])
def test_a_sign_for_a_doctor_blocks_until_the_day_of_a_yes(person: Person, sign: str) -> None:
    person.wake(MONDAY)
    person.come_in({"lately": (sign,)})
    person.heading("Not yet: ask first")
    has_no_plan(person)


def test_a_new_symptom_before_a_session_asks_the_questions_again(person: Person) -> None:
    person.wake(MONDAY)
    person.come_in()
    person.describe()
    person.press("Show my first session")
    person.page.get_by_role("link", name="Start").click()
    person.choose("How much does your back hurt right now?", "0")
    person.choose("How do you feel today?", "As usual")
    person.choose("Is there anything new?", "Yes")
    person.press("Begin")
    person.heading("Questions first")
    person.press("Answer the questions")
    person.answer_screening({"now": ("leg-weakness-growing",)})
    person.heading("Stop: get help now")

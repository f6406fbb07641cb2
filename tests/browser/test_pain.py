"""Pain: what it does to the session that is running, and to the one after it."""

from datetime import date, timedelta

from playwright.sync_api import expect

from tests.browser.journals import LIFTER, journal
from tests.browser.person import Person, Said

MONDAY = date(2026, 1, 5)
TUESDAY, WEDNESDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)


Doses = dict[str, dict[str, str]]


def begins(person: Person) -> Doses:
    """Bring a beginner to the first tap of the first session; return its exercises and their doses."""
    person.wake(MONDAY)
    person.come_in()
    person.describe()
    person.press("Show my first session")
    asked = {name: person.dose_of(name) for name in person.session()}
    person.get_ready()
    return asked


def test_too_much_pain_after_a_set_stops_the_exercise_and_lowers_the_next_dose(person: Person) -> None:
    first = begins(person)
    person.press("Start")
    person.go_on(sets=2)
    person.go_on(lambda _title, _number: Said(pain=6), sets=1)
    person.heading("Stopped")
    person.is_told("Stop this exercise for today")
    person.press("Next exercise")
    person.go_on(lambda _title, _number: Said(pain=2))
    person.sees_the_end()
    expect(person.page.locator("dl.facts div").filter(has_text="most pain")).to_contain_text("6")
    assert [one["pain"] for one in person.house.journal("set-done")] == [0, 0, 6] + [2] * (len(first) - 3)

    person.wake(TUESDAY)
    person.answer_morning(pain="5", woke="Yes", settled="No")

    person.wake(WEDNESDAY)
    person.is_told("Heel slide: It was too much last time, so: one step down and fewer sets.")
    now = {name: person.dose_of(name) for name in person.session()}
    assert (first["heel-slide"]["each side"], now["heel-slide"]["each side"]) == ("6", "4")
    assert (first["wall-squat"]["reps"], now["wall-squat"]["reps"]) == ("6", "4")


def test_new_or_sharp_pain_ends_the_exercise_and_it_is_not_offered_easier(person: Person) -> None:
    asked = list(begins(person))
    person.press("Start")
    person.go_on(sets=1)
    person.hurry(speed=2)  # slow enough to be interrupted
    person.press("Start")
    person.press("This hurts")
    person.heading("Stopped")
    person.choose("What do you feel?", "New or sharp")
    person.is_told("New, sharp or leg pain ends this exercise.")
    expect(person.page.get_by_role("link", name="Warning signs")).to_be_visible()
    expect(person.page.get_by_role("button", name="Easier version")).to_have_count(0)
    person.press("Next exercise")
    person.page.get_by_label(f"Exercise 3 of {len(asked)}").wait_for()
    person.hurry()
    person.lead()
    person.sees_the_end()

    (hurt,) = person.house.journal("hurt")
    assert (hurt["exercise"], hurt["feel"]) == (asked[1], "new-or-sharp")
    assert [one["exercise"] for one in person.house.journal("set-done")] == [asked[0], *asked[2:]]

    person.wake(WEDNESDAY)
    person.heading("Questions first")
    person.is_told("You noticed something new, so please answer the health questions again.")
    assert not person.session()


def test_the_usual_ache_is_offered_an_easier_exercise(person: Person) -> None:
    person.house.fill(journal(LIFTER, 0))
    person.wake(MONDAY)
    person.get_ready()
    person.press("Start")
    person.go_on(sets=1)
    person.hurry(speed=2)
    person.press("Start")
    person.press("This hurts")
    person.choose("What do you feel?", "The usual")
    person.press("Easier version")
    person.heading("Glute bridge")
    person.hurry()
    person.lead()
    person.sees_the_end()
    (swap,) = person.house.journal("swapped")
    assert (swap["old"], swap["new"], swap["swap"]) == ("romanian-deadlift", "glute-bridge", "easier")
    sets = {one["exercise"] for one in person.house.journal("set-done")}
    assert "romanian-deadlift" not in sets
    assert "glute-bridge" in sets

"""A beginner with nothing: from the empty journal to the session that follows from two good days."""

from datetime import date, timedelta

from playwright.sync_api import expect

from tests.browser.person import Person

MONDAY = date(2026, 1, 5)
TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = (MONDAY + timedelta(days=n) for n in range(1, 5))


def trains(person: Person) -> int:
    """Do today's session as asked, to the page after it; return how many sets it had."""
    person.get_ready()
    sets = person.lead()
    person.sees_the_end()
    return sets


def test_a_beginner_with_nothing_trains_and_what_follows_is_worked_out_from_it(person: Person) -> None:
    person.wake(MONDAY)
    person.come_in()
    person.describe()
    person.press("Show my first session")
    expect(person.page.get_by_text("You need a mat")).to_be_visible()
    begun = person.session()
    first = {name: person.dose_of(name) for name in begun}
    assert begun[0] == "knee-to-chest"
    assert 3 <= len(begun) <= 7

    sets = trains(person)
    done = person.house.journal("set-done")
    assert [one["exercise"] for one in done] == begun
    assert len(done) == sets
    assert all((one["rir"], one["pain"]) == (3, 0) for one in done)
    rows = person.page.locator(".done-table tbody tr")
    expect(rows).to_have_count(len(begun))
    person.press("Back to today")
    person.heading("Done for today")

    person.wake(TUESDAY)
    person.heading("A day off")
    person.answer_morning()
    expect(person.page.get_by_text("How is your back this morning?")).to_have_count(0)
    person.is_told("Next: Wednesday 7 January")

    person.wake(WEDNESDAY)
    assert {name: person.dose_of(name) for name in person.session()} == first
    person.page.locator("#heel-slide summary").click()
    person.is_told("That went well; one more good day and the dose goes up.")
    trains(person)

    person.wake(THURSDAY)
    person.answer_morning()

    person.wake(FRIDAY)
    person.is_told("Heel slide: Two good days in a row, so the dose goes up one step.")
    person.is_told("Wall squat: Two good days in a row, so the dose goes up one step.")
    assert (first["heel-slide"]["each side"], person.dose_of("heel-slide")["each side"]) == ("6", "10")
    assert (first["wall-squat"]["hold"], person.dose_of("wall-squat")["hold"]) == ("3 s", "5 s")
    assert trains(person) == len(begun)

    person.open("/progress/")
    expect(person.page.locator("figure.chart").filter(has_text="Heel slide")).to_contain_text("10 / 10")
    person.open("/plan/")
    expect(person.page.locator(".cal .day.done")).to_have_count(3)

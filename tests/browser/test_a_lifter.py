"""A lifter with a barbell: assistance after the main lifts, with warm-up sets, and what follows."""

from datetime import date, timedelta

from playwright.sync_api import expect

from tests.browser.person import Person

MONDAY = date(2026, 1, 5)  # a day of main lifts, as Thursday is
THURSDAY, NEXT_MONDAY = MONDAY + timedelta(days=3), MONDAY + timedelta(days=7)
DEADLIFT = "romanian-deadlift"


def describe_lifter(person: Person) -> None:
    """Fill in what somebody has and lifts, who cleans 80 kg and pulls 140 kg."""
    person.describe("Lifting with a barbell", "30")
    person.choose("Tick what is at hand.", "Barbell", "Roman chair", "Weight plate")
    person.unfold("The weights you own")
    person.write("Bar", "20")
    person.write("Plates, each one", "2 x 20, 2 x 15, 2 x 10, 2 x 5, 2 x 2.5, 2 x 1.25")
    person.unfold("Your main lifts")
    person.write("Clean, best known", "80")
    person.write("Deadlift, best known", "140")
    person.choose("Days you train your main lifts", "Mon", "Thu")


def assert_warm_up(person: Person, *rows: str) -> None:
    """Check the warm-up sets and the first working set of today's bar."""
    expect(person.page.locator("table.warm tbody tr")).to_have_text(rows)


def test_a_lifter_gets_assistance_at_the_bar_and_one_repetition_more_after_a_good_week(person: Person) -> None:
    person.wake(MONDAY)
    person.come_in()
    describe_lifter(person)
    person.press("Show my first session")

    person.heading("After your main lifts")
    expect(person.page.locator("ol.where [aria-current=step]")).to_contain_text("Assistance")
    assert person.session()[:2] == ["knee-to-chest", DEADLIFT]
    assert person.dose_of("knee-to-chest")["each side"] == "2"
    assert person.dose_of(DEADLIFT) == {"set": "3", "reps": "6", "load": "70 kg"}
    assert_warm_up(person, "120 kg8", "235 kg5", "355 kg3", "Work70 kg6")
    person.page.locator(f"#{DEADLIFT} summary").click()
    person.is_told("70 to 80 kg is what your lifts allow here; you start at the low end.")

    person.get_ready()
    person.press("Start")
    person.go_on(sets=1)  # the stretch; what follows is the bar
    person.hurry(speed=5)
    person.press("Start")
    expect(person.page.get_by_text("Warm-up 1 of 3")).to_be_visible()
    person.hurry()
    person.lead()
    person.sees_the_end()
    done = person.house.journal("set-done")
    assert [one["load_kg"] for one in done] == [one["target_load_kg"] for one in done], "also of plates of 1.25 kg"
    sets = [one for one in done if one["exercise"] == DEADLIFT]
    assert [(one["number"], one["load_kg"], one["both"]["reps"]) for one in sets] == [(n, 70, 6) for n in (1, 2, 3)]

    person.wake(MONDAY + timedelta(days=1))
    person.answer_morning()

    person.wake(THURSDAY)
    assert "good-morning" in person.session(), "the other hinge, three days after the first"
    assert person.dose_of("good-morning")["load"] == "35 kg"
    person.get_ready()
    person.lead()
    person.sees_the_end()
    person.wake(THURSDAY + timedelta(days=1))
    person.answer_morning()

    person.wake(NEXT_MONDAY)
    person.is_told("Romanian deadlift: Every set went well, so the target is one repetition more: 7.")
    assert person.dose_of(DEADLIFT) == {"set": "3", "reps": "7", "load": "70 kg"}

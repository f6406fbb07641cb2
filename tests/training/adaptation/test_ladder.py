"""The ladder by example: what one or several days do to an exercise."""

from datetime import timedelta
from typing import Any

import pytest

from lumbar.catalogue.exercise import Exercise, SourceId
from lumbar.journal.event import Work
from lumbar.journal.prescription import Reason
from tests.builders import FLAT, HOLDS, LOADED, PLANK, RANGE, prescription
from tests.training.adaptation.diary import Diary

GOOD: dict[str, Any] = {}
AMBER = {"pain": 4, "start": {"pain": 2}}
HARD = {"rir": 1}
FORGOTTEN = {"morning": None}
LIGHT = {"light": True}
LOW = {"start": {"readiness": "less"}}
MISSED = {"reps": 5}


@pytest.mark.parametrize(
    ("exercise", "days", "rung", "reps", "rule"),
    [
        (FLAT, [GOOD], 0, 8, "good-once"),
        (FLAT, [GOOD, GOOD], 1, 10, "rung-up"),
        (FLAT, [GOOD, AMBER], 0, 8, "repeat-amber"),
        (FLAT, [GOOD, AMBER, GOOD], 0, 8, "good-once"),
        (FLAT, [GOOD, HARD], 0, 8, "repeat-effort"),
        (FLAT, [GOOD, FORGOTTEN], 0, 8, "repeat-unanswered"),
        (FLAT, [GOOD, LIGHT, LIGHT], 0, 8, "light-day"),
        (FLAT, [GOOD, LIGHT, GOOD], 1, 10, "rung-up"),
        (FLAT, [GOOD, LOW], 0, 8, "light-day"),
        (FLAT, [GOOD] * 6, 2, 12, "top-of-ladder"),
        (FLAT, [GOOD, GOOD, MISSED], 1, 10, "missed-once"),
        (FLAT, [GOOD, GOOD, MISSED, MISSED], 0, 8, "rung-down"),
        (FLAT, [GOOD, GOOD, MISSED, GOOD, MISSED], 1, 10, "missed-once"),
        (FLAT, [MISSED, MISSED], 0, 8, "rung-down"),
        (RANGE, [GOOD], 0, 9, "reps-up"),
        (RANGE, [GOOD, GOOD], 0, 10, "reps-up"),
        (RANGE, [GOOD, GOOD, GOOD, GOOD], 1, 8, "rung-up"),
        (RANGE, [GOOD, {"reps": 8}], 0, 9, "repeat-short"),
        (HOLDS, [GOOD, GOOD, {"held_s": 10.0}], 1, 4, "good-once"),
        (HOLDS, [GOOD, GOOD, {"held_s": 9.6}], 1, 4, "good-once"),
        (HOLDS, [GOOD, GOOD, {"held_s": 8.0}], 1, 4, "missed-once"),
        (PLANK, [{"right": Work(7, 0.0)}], 0, 8, "missed-once"),
        (PLANK, [{"right": None}], 0, 8, "missed-once"),
        (FLAT, [{"pain": 6, "start": {"pain": 4}}], 0, 8, "red-once"),
        (FLAT, [{"pain": 3}], 0, 8, "red-once"),
        (FLAT, [GOOD, GOOD, {"morning": 3}], 0, 8, "red-once"),
        (FLAT, [GOOD, GOOD, {"morning": 2}], 1, 10, "repeat-amber"),
    ],
)
def test_days_lead_to_a_dose(exercise: Exercise, days: list[dict[str, Any]], rung: int, reps: int, rule: str) -> None:
    diary = Diary()
    for day in days:
        diary.train(exercise, **day)
    standing = diary.standing(exercise)
    assert (standing.rung, standing.reps, diary.rule(exercise)) == (rung, reps, rule)


def colours(diary: Diary) -> list[str | None]:
    return [day.colour for day in diary.state.recent]


def test_the_morning_of_today_may_still_be_answered() -> None:
    diary = Diary().train(FLAT).train(FLAT, morning=None)
    assert colours(diary) == ["green", None]
    assert diary.rule(FLAT) == "repeat-unanswered"
    diary.write(diary.scribe.morning(diary.day - timedelta(days=1)))
    assert colours(diary) == ["green", "green"]
    assert diary.rule(FLAT) == "rung-up"


def test_a_morning_not_answered_all_day_is_amber() -> None:
    diary = Diary().train(FLAT, morning=None).pass_days()
    assert colours(diary) == ["amber"]


def test_a_red_day_elsewhere_lets_nothing_rise() -> None:
    diary = Diary().train(FLAT, RANGE)
    start = diary.scribe.started(diary.day, prescription(FLAT), prescription(RANGE, reps=9))
    sets = [diary.scribe.set_done(start, prescription(FLAT), n) for n in (1, 2)]
    diary.write(start, *sets, diary.scribe.hurt(start, prescription(RANGE, reps=9), "leg"))
    assert diary.state.stopped == {RANGE.id}
    diary.pass_days().write(diary.scribe.morning(diary.day - timedelta(days=1)))
    assert diary.rule(FLAT) == "repeat-red-day"
    assert diary.rule(RANGE) == "red-once"


def test_red_days_in_a_row_lower_then_swap_then_pause() -> None:
    diary = Diary()
    for _ in range(6):
        diary.train(FLAT)
    red: dict[str, Any] = {"morning": 5}
    once = diary.train(FLAT, **red).standing(FLAT)
    assert (once.rung, once.set_cut, once.swap_due, once.paused_until) == (1, 0.4, False, None)
    twice = diary.train(FLAT, **red).standing(FLAT)
    assert (twice.rung, twice.swap_due) == (0, True)
    third_on = diary.day
    thrice = diary.train(FLAT, **red).standing(FLAT)
    assert thrice.paused_until == third_on + timedelta(days=8)
    assert "ask a professional" in str(thrice.because)
    diary.pass_days(28)
    assert not diary.standing(FLAT).swap_due


def test_a_green_day_ends_a_row_of_red_ones_and_brings_the_sets_back() -> None:
    diary = Diary().train(FLAT, morning=5).train(FLAT)
    standing = diary.standing(FLAT)
    assert (standing.reds, standing.set_cut) == (0, 0.0)


class TestLoads:
    def test_two_good_days_at_the_top_ask_for_more_load_and_the_range_starts_again(self) -> None:
        diary = Diary(experience="lifter")
        for _ in range(4):
            diary.train(LOADED)
        standing = diary.standing(LOADED)
        assert (standing.load_kg, standing.reps, standing.trend, diary.rule(LOADED)) == (20.0, 8, "raise", "load-up")
        standing = diary.train(LOADED).standing(LOADED)
        assert (standing.load_kg, standing.trend, standing.reps) == (
            21.0,
            "repeat",
            7,
        )  # 6, and one more for a good day

    def test_a_lighter_day_done_well_does_not_raise_the_load(self) -> None:
        diary = Diary(experience="lifter").train(LOADED)
        before = diary.standing(LOADED)
        light = prescription(LOADED, sets=1, load_kg=16.0, light=True)
        for _ in range(5):
            diary.train(LOADED, asked=light, reps=12)
        after = diary.standing(LOADED)
        assert (after.load_kg, after.reps, after.trend) == (before.load_kg, before.reps, "repeat")

    def test_a_load_the_person_lowered_twice_is_where_it_goes_on(self) -> None:
        diary = Diary(experience="lifter").train(LOADED).train(LOADED, load_kg=15.0)
        assert (diary.standing(LOADED).load_kg, diary.rule(LOADED)) == (20.0, "own-lighter")
        diary.train(LOADED, load_kg=15.0)
        assert (diary.standing(LOADED).load_kg, diary.rule(LOADED)) == (15.0, "load-yours")

    def test_a_missed_bottom_twice_asks_for_a_tenth_less(self) -> None:
        diary = Diary(experience="lifter").train(LOADED, reps=5).train(LOADED, reps=5)
        assert (diary.standing(LOADED).trend, diary.rule(LOADED)) == ("lower", "load-down")
        assert diary.train(LOADED).standing(LOADED).load_kg == pytest.approx(18.0)

    def test_where_the_next_weight_is_too_far_off_the_range_widens_first(self) -> None:
        diary = Diary(experience="lifter")
        reps = []
        for _ in range(14):
            standing = diary.state.standings.get(LOADED.id)
            asked = prescription(LOADED, reps=standing.reps if standing else 6, load_kg=20.0)
            if standing and standing.rung:
                break
            diary.train(LOADED, asked=asked)
            reps.append(diary.standing(LOADED).reps)
        assert max(reps) == 12  # 8, widened by 4
        assert (diary.standing(LOADED).rung, diary.rule(LOADED)) == (1, "rung-up-at-cap")

    def test_at_the_cap_and_the_top_of_the_range_comes_the_next_rung(self) -> None:
        diary = Diary(experience="lifter")
        for _ in range(4):
            diary.train(LOADED)
        cap = Reason("load-cap", "dose", "The load is as high as it goes here.", SourceId("ours"))
        diary.train(LOADED, asked=prescription(LOADED, reps=8, load_kg=20.0, why=(cap,)))
        assert (diary.standing(LOADED).rung, diary.rule(LOADED)) == (1, "rung-up-at-cap")

    def test_a_target_far_above_the_last_counts_as_a_tenth_more(self) -> None:
        diary = Diary(experience="lifter").train(LOADED)
        diary.train(LOADED, asked=prescription(LOADED, load_kg=40.0))
        assert diary.standing(LOADED).load_kg == pytest.approx(22.0)

    def test_three_comfortable_sets_set_the_start_at_seven_tenths(self) -> None:
        diary = Diary(experience="lifter")
        comfortable = prescription(LOADED, comfortable=True)
        diary.train(LOADED, asked=comfortable, load_kg=20.0)
        assert (diary.standing(LOADED).tries, diary.standing(LOADED).load_kg) == ((20.0, 20.0), None)
        diary.train(LOADED, asked=comfortable, load_kg=26.0)
        assert diary.standing(LOADED).load_kg == pytest.approx(0.7 * 22)

    def test_a_comfortable_load_that_is_never_told_climbs_by_repetitions(self) -> None:
        diary = Diary(experience="lifter")
        rungs = []
        for _ in range(6):
            reps = diary.standing(LOADED).reps if LOADED.id in diary.state.standings else LOADED.rungs[0].reps
            diary.train(LOADED, asked=prescription(LOADED, reps=reps, comfortable=True), load_kg=None)
            rungs.append((diary.standing(LOADED).rung, diary.standing(LOADED).reps))
        assert rungs[0] == (0, LOADED.rungs[0].reps + 1)
        assert rungs[-1][0] == 1
        assert diary.standing(LOADED).load_kg is None

    def test_a_comfortable_load_that_was_too_hard_does_not_climb(self) -> None:
        diary = Diary(experience="lifter")
        diary.train(LOADED, asked=prescription(LOADED, comfortable=True), load_kg=None, rir=1)
        assert (diary.rule(LOADED), diary.standing(LOADED).reps) == ("repeat-effort", LOADED.rungs[0].reps)


def test_the_published_dose_is_remembered_once_it_was_done() -> None:
    diary = Diary().train(FLAT).train(FLAT)
    assert not diary.standing(FLAT).has_reached_published(FLAT)
    assert diary.train(FLAT).standing(FLAT).has_reached_published(FLAT)
    for _ in range(2):
        diary.train(FLAT, reps=3)
    assert diary.standing(FLAT).has_reached_published(FLAT)


def test_the_sets_of_one_day_are_judged_together() -> None:
    diary = Diary().train(FLAT)
    half = prescription(FLAT, sets=1)
    diary.write(*diary.scribe.session(diary.day, half))
    diary.train(FLAT, asked=half)
    assert diary.rule(FLAT) == "rung-up"
    diary = Diary().train(FLAT).train(FLAT, asked=half)
    assert diary.rule(FLAT) == "repeat-part"


@pytest.mark.parametrize("first_light", [True, False])
def test_of_two_doses_on_one_day_the_light_one_decides(*, first_light: bool) -> None:
    diary = Diary().train(FLAT)
    diary.write(*diary.scribe.session(diary.day, prescription(FLAT, sets=1, light=first_light)))
    diary.train(FLAT, asked=prescription(FLAT, sets=1, light=not first_light))
    assert diary.rule(FLAT) == "light-day"


def test_a_shorter_hold_that_nobody_planned_raises_nothing() -> None:
    diary = Diary().train(HOLDS).train(HOLDS).train(HOLDS)
    start = diary.scribe.started(diary.day)
    short = prescription(HOLDS, 1, hold_s=5)
    diary.write(start, *(diary.scribe.set_done(start, short, n) for n in (1, 2)))
    diary.pass_days().write(diary.scribe.morning(diary.day - timedelta(days=1)))
    assert (diary.standing(HOLDS).rung, diary.rule(HOLDS)) == (1, "light-day")


def test_a_red_day_with_a_load_the_person_lowered_goes_on_from_that_load() -> None:
    diary = Diary(experience="lifter").train(LOADED).train(LOADED, load_kg=15.0, morning=5)
    standing = diary.standing(LOADED)
    assert (standing.load_kg, standing.trend, diary.rule(LOADED)) == (15.0, "lower", "red-once")


def test_a_dose_of_a_lower_rung_raises_nothing() -> None:
    diary = Diary().train(FLAT).train(FLAT).train(FLAT)
    diary.train(FLAT, asked=prescription(FLAT, 0, reps=10))
    assert (diary.standing(FLAT).rung, diary.rule(FLAT)) == (1, "light-day")


def test_a_set_nobody_asked_for_is_judged_by_its_own_target() -> None:
    diary = Diary().train(FLAT)
    start = diary.scribe.started(diary.day)
    diary.write(start, *(diary.scribe.set_done(start, prescription(FLAT), n) for n in (1, 2)))
    diary.pass_days().write(diary.scribe.morning(diary.day - timedelta(days=1)))
    assert diary.rule(FLAT) == "rung-up"
    easier = prescription(FLAT, reps=4)
    start = diary.scribe.started(diary.day)
    diary.write(start, *(diary.scribe.set_done(start, easier, n) for n in (1, 2)))
    diary.pass_days()
    assert diary.rule(FLAT) == "light-day"

"""Days off, lighter weeks, and when the questions are asked again, each by example."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from lumbar.training.deload import ease_today
from tests.builders import FIRST_DAY, FLAT, LOADED, RANGE, prescription
from tests.training.adaptation.diary import Diary


@pytest.mark.parametrize(
    ("days_off", "rung", "good", "stage", "rule", "rescreen"),
    [
        (6, 1, 1, 2, "good-once", None),
        (7, 1, 0, 2, "break-week", None),
        (13, 1, 0, 2, "break-week", None),
        (14, 0, 0, 2, "break-fortnight", None),
        (27, 0, 0, 2, "break-fortnight", None),
        (28, 0, 0, 1, "break-fortnight", "rescreen-break"),
        (400, 0, 0, 1, "break-fortnight", "rescreen-break"),
    ],
)
def test_days_off_repeat_lower_and_go_a_stage_down(  # noqa: PLR0913, PLR0917  a row of the table
    days_off: int, rung: int, good: int, stage: int, rule: str, rescreen: str | None
) -> None:
    diary = Diary(experience="trained").train(FLAT).train(FLAT).train(FLAT).pass_days(days_off - 1)
    standing = diary.standing(FLAT)
    assert (standing.rung, standing.good, diary.stage(), diary.rule(FLAT)) == (rung, good, stage, rule)
    assert diary.rescreen() == rescreen


def test_two_weeks_off_take_a_fifth_of_a_load() -> None:
    diary = Diary(experience="lifter").train(LOADED).pass_days(14)
    standing = diary.standing(LOADED)
    assert (standing.load_kg, standing.rung) == (16.0, 0)


def test_someone_who_trains_once_a_week_is_not_away_after_seven_days() -> None:
    diary = Diary(days_per_week=1).train(FLAT).pass_days(6).train(FLAT)
    assert diary.rule(FLAT) == "rung-up"


def test_a_break_has_its_effect_once() -> None:
    diary = Diary().train(FLAT).train(FLAT)
    diary.train(FLAT).train(FLAT)
    assert diary.standing(FLAT).rung == 2
    for _ in range(20):
        diary.pass_days()
    assert diary.standing(FLAT).rung == 1


def test_a_second_break_has_its_effect_too() -> None:
    diary = Diary(experience="lifter").train(LOADED).pass_days(14)
    diary.train(LOADED).pass_days(14)
    assert diary.standing(LOADED).load_kg == pytest.approx(20 * 0.8 * 0.8)


def test_after_five_weeks_of_training_comes_one_lighter_week() -> None:
    diary = Diary()
    light = []
    for number in range(50):
        if diary.lightness():
            light.append(number)
            assert diary.lightness() == ("light-block", FIRST_DAY + timedelta(days=42))
        diary.train(FLAT)
    assert light == list(range(35, 42))


def test_a_break_starts_the_five_weeks_anew() -> None:
    diary = Diary()
    for _ in range(30):
        diary.train(FLAT)
    diary.pass_days(7).train(FLAT)
    for _ in range(30):
        diary.train(FLAT)
        assert diary.lightness() is None


def test_discomfort_that_rises_two_weeks_in_a_row_brings_a_lighter_week() -> None:
    diary = Diary(usual_pain=3)
    for number in range(15):
        pain = [0, 2, 4][number // 7] if number < 15 else 0
        diary.train(FLAT, pain=pain, start={"pain": pain}, morning=3)
    assert diary.lightness() is None
    for _ in range(6):
        diary.train(FLAT, pain=4, start={"pain": 4}, morning=3)
    assert diary.lightness() == ("light-pain", diary.day + timedelta(days=7))


def test_a_low_day_is_lighter_and_a_second_one_makes_the_week_lighter() -> None:
    diary = Diary().train(FLAT)
    diary.write(diary.scribe.started(diary.day, readiness="unwell"))
    assert diary.lightness() == ("light-today", diary.day + timedelta(days=1))
    diary.pass_days()
    assert diary.lightness() is None
    diary.train(FLAT, start={"readiness": "less"})
    assert diary.lightness() == ("light-dips", diary.day + timedelta(days=6))


def test_a_low_answer_makes_the_plan_of_today_lighter_before_it_is_begun() -> None:
    diary = Diary().train(FLAT)
    assert ease_today(diary.state, diary.day, "usual") is diary.state
    assert ease_today(diary.state, diary.day, "less").light_until == diary.day + timedelta(days=1)


@pytest.mark.parametrize(("days", "rule"), [(364, None), (365, "rescreen-year"), (800, "rescreen-year")])
def test_a_year_after_the_questions_they_are_asked_again(days: int, rule: str | None) -> None:
    assert Diary().pass_days(days).rescreen() == rule


@pytest.mark.parametrize("how", ["before", "during"])
def test_something_new_asks_the_questions_again_at_once(how: str) -> None:
    diary = Diary()
    start: dict[str, Any] = {"new_symptom": how == "before"}
    diary.write(*diary.scribe.session(diary.day, start=start))
    begun = diary.scribe.started(diary.day)
    if how == "during":
        diary.write(begun, diary.scribe.hurt(begun, prescription(FLAT), "new-or-sharp"))
    assert diary.rescreen() == "rescreen-symptom"


def test_familiar_discomfort_does_not_ask_the_questions_again() -> None:
    diary = Diary()
    begun = diary.scribe.started(diary.day)
    diary.write(begun, diary.scribe.hurt(begun, prescription(FLAT), "usual", 3))
    assert diary.rescreen() is None


def test_a_late_morning_counts_until_a_week_has_passed() -> None:
    diary = Diary().train(RANGE, morning=None).pass_days(3)
    diary.write(replace(diary.scribe.morning(FIRST_DAY), on=diary.day))
    assert diary.rule(RANGE) == "reps-up"
    diary = Diary().train(RANGE, morning=None).pass_days(7)
    before = diary.state
    diary.write(replace(diary.scribe.morning(FIRST_DAY), on=diary.day))
    assert diary.state == before

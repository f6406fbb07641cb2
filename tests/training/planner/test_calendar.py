"""Which days are training days."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lumbar.journal.event import DayChoice
from lumbar.journal.profile import WEEKDAYS, Lifts, Profile
from lumbar.training.calendar import kind_of, training_weekdays
from lumbar.training.standing import State, TrainingDay
from tests.planner_strategies import MONDAY

DAY = timedelta(days=1)
PROFILE = Profile("beginner", 45)
NO_CHOICES: Mapping[date, DayChoice] = MappingProxyType({})


def trained(*days: date, first: date = MONDAY, choices: Mapping[date, DayChoice] = NO_CHOICES) -> State:
    recent = tuple(
        TrainingDay(day, "green", pain=0.0, share=1.0, heavy_hinge=False, exercises=(), sets=1) for day in days
    )
    return State(first_on=first, recent=recent, choices=choices)


def kind(profile: Profile, state: State, day: date) -> tuple[bool, str]:
    found = kind_of(profile, state, day)
    return found.trains, found.because


@given(st.integers(1, 6), st.integers(0, 6))
def test_training_starts_on_the_first_day_and_spreads_over_the_week(days_per_week: int, first: int) -> None:
    weekdays = training_weekdays(replace(PROFILE, days_per_week=days_per_week), MONDAY + first * DAY)
    assert first in weekdays
    assert len(set(weekdays)) == days_per_week
    gaps = [(b - a) % 7 or 7 for a, b in zip(weekdays, [*weekdays[1:], weekdays[0]], strict=True)]
    assert max(gaps) - min(gaps) <= 1


def test_who_starts_on_a_thursday_trains_on_that_thursday_and_two_days_later() -> None:
    thursday = MONDAY + 3 * DAY
    assert kind(PROFILE, State(), thursday) == (True, "planned")
    assert kind(PROFILE, trained(thursday, first=thursday), thursday + 2 * DAY) == (True, "planned")
    assert kind(PROFILE, trained(thursday, first=thursday), thursday + DAY) == (False, "rest")


def lifter(*main_days: str, days_per_week: int = 3) -> Profile:
    days = tuple(day for day in WEEKDAYS if day in main_days)
    return replace(PROFILE, experience="lifter", days_per_week=days_per_week, lifts=Lifts(main_days=days))


def test_a_lifters_main_days_are_assistance_and_the_others_stand_far_from_them() -> None:
    profile = lifter("mon", "thu")
    week = [kind_of(profile, trained(MONDAY), MONDAY + i * DAY) for i in range(7)]
    assert [day.trains for day in week] == [True, False, False, True, False, True, False]
    assert [day.place for day in week if day.trains] == ["assistance", "assistance", "alone"]


def test_a_lifter_with_more_main_days_than_days_trains_on_some_of_them_only() -> None:
    assert training_weekdays(lifter("mon", "tue", "thu", "fri", days_per_week=2), MONDAY) == (0, 3)


@pytest.mark.parametrize(
    ("choice", "day", "expected"),
    [
        ("rest", MONDAY, (False, "rest-chosen")),
        ("short", MONDAY, (True, "planned")),
        ("train", MONDAY + DAY, (True, "chosen")),
        ("short", MONDAY + DAY, (True, "chosen")),
    ],
)
def test_the_persons_choice_counts(choice: DayChoice, day: date, expected: tuple[bool, str]) -> None:
    state = trained(first=MONDAY, choices=MappingProxyType({day: choice}))
    assert kind(PROFILE, state, day) == expected
    assert kind_of(PROFILE, state, day).short is (choice == "short")


def test_a_missed_day_moves_to_the_next_with_two_days_to_the_one_after() -> None:
    friday = MONDAY + 4 * DAY
    missed_friday = trained(MONDAY, MONDAY + 2 * DAY)
    assert kind(PROFILE, missed_friday, friday + DAY) == (True, "moved")
    assert kind(PROFILE, missed_friday, friday + 2 * DAY) == (False, "rest")
    assert kind(PROFILE, trained(MONDAY, MONDAY + 2 * DAY, friday), friday + DAY) == (False, "rest")


def test_a_missed_day_does_not_move_against_the_next_one() -> None:
    assert kind(PROFILE, trained(MONDAY), MONDAY + 3 * DAY) == (False, "rest")


def test_a_missed_day_moves_by_one_where_the_plan_has_days_in_a_row() -> None:
    profile = replace(PROFILE, days_per_week=6)
    saturday = MONDAY + 5 * DAY
    done = trained(*(MONDAY + i * DAY for i in range(5)))
    assert kind(profile, done, saturday + DAY) == (True, "moved")


def test_a_moved_day_never_adds_one_to_the_week() -> None:
    extra = trained(MONDAY, MONDAY + DAY, MONDAY + 2 * DAY)
    assert kind(PROFILE, extra, MONDAY + 5 * DAY) == (False, "rest")


@given(st.integers(1, 6), st.sampled_from(["train", "short"]))
def test_nobody_trains_seven_days_in_a_row(days_per_week: int, choice: DayChoice) -> None:
    day = MONDAY + 6 * DAY
    six = trained(*(MONDAY + i * DAY for i in range(6)), choices=MappingProxyType({day: choice}))
    assert kind(replace(PROFILE, days_per_week=days_per_week), six, day) == (False, "rest-needed")

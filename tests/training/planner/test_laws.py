"""The laws of the planner: what holds for everybody, whatever they have behind them.

They are asked of the planner that knows the loads on the low back, as the site uses it.
"""

import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from lumbar.app.low_back import loads_for
from lumbar.catalogue.exercise import Equipment, Exercise, Group
from lumbar.journal.prescription import Prescription, SessionPlan
from lumbar.journal.profile import Lifts, Person, Profile
from lumbar.training.candidates import stage_of
from lumbar.training.duration import item_s
from lumbar.training.horizon import plan_weeks as free_plan_weeks
from lumbar.training.lifts import permitted
from lumbar.training.plan import DayPlan
from lumbar.training.plan import plan_day as free_plan_day
from lumbar.training.plates import loadable
from lumbar.training.prescribe import is_heavy
from lumbar.training.screening import screen
from lumbar.training.standing import State
from tests.planner_strategies import CATALOGUE, MONDAY, equipment, people, states, with_equipment

LOADS = loads_for(None, CATALOGUE)
plan_day = partial(free_plan_day, loads=LOADS)
plan_weeks = partial(free_plan_weeks, loads=LOADS)
LAWS = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
FEW = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def exercise_of(item: Prescription) -> Exercise:
    return CATALOGUE.exercises[item.exercise]


def is_stretch(item: Prescription) -> bool:
    return exercise_of(item).group is Group.STRETCH


def work_of(session: SessionPlan) -> tuple[Prescription, ...]:
    return tuple(item for item in session.items if not is_stretch(item))


def is_hinge_day(plan: DayPlan) -> bool:
    return any(is_heavy(exercise_of(item), item) for session in plan.sessions for item in session.items)


@given(people(), states())
@LAWS
def test_the_same_person_and_past_get_the_same_plan(person: Person, state: State) -> None:
    assert plan_day(person, state, CATALOGUE, MONDAY) == plan_day(person, state, CATALOGUE, MONDAY)


PRINT_A_PLAN = """
from datetime import date
from lumbar.app.shelf import load_catalogue
from lumbar.catalogue.exercise import Equipment
from lumbar.journal.profile import Person, Profile
from lumbar.training.horizon import plan_weeks
from lumbar.training.standing import State
person = Person(Profile("trained", 40, minutes=25, equipment=frozenset(Equipment)))
print(plan_weeks(person, State(), load_catalogue(), date(2026, 1, 5), 2))
"""


def test_another_process_with_another_hash_seed_plans_the_same() -> None:
    printed = {
        subprocess.run(
            [sys.executable, "-c", PRINT_A_PLAN],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    plan, *others = printed
    assert not others
    assert "glute-bridge" in plan


@given(people(), states())
@LAWS
def test_a_session_never_takes_more_than_the_minutes_given(person: Person, state: State) -> None:
    for session in plan_day(person, state, CATALOGUE, MONDAY).sessions:
        minutes = min(10, person.profile.minutes) if state.choices.get(MONDAY) == "short" else person.profile.minutes
        last = len(session.items) - 1
        seconds = [
            item_s(exercise_of(item), item.sets, item.reps, item.hold_s, warm_up=item.warm_up, last=place == last)
            for place, item in enumerate(session.items)
        ]
        assert seconds == [item.seconds for item in session.items]
        assert session.seconds == sum(seconds) <= minutes * 60


@given(people(), states())
@LAWS
def test_nothing_unavailable_contraindicated_paused_or_above_the_stage_is_planned(person: Person, state: State) -> None:
    stage = stage_of(person, state, screen(person, MONDAY).stage_cap)
    for session in plan_day(person, state, CATALOGUE, MONDAY).sessions:
        for item in session.items:
            exercise, standing = exercise_of(item), state.standings.get(item.exercise)
            assert exercise.needs_met_by(person.profile.equipment)
            assert not exercise.not_with & person.screening.flags
            assert exercise.stage <= stage
            assert standing is None or standing.paused_until is None or standing.paused_until <= MONDAY


@given(people(), states())
@LAWS
def test_a_session_has_two_to_six_exercises_or_says_what_was_relaxed(person: Person, state: State) -> None:
    for session in plan_day(person, state, CATALOGUE, MONDAY).sessions:
        names = [item.exercise for item in session.items]
        count = len(work_of(session))
        assert len(set(names)) == len(names)
        assert count <= 6
        assert count >= 2 or {r.rule for r in session.relaxed} & {"relaxed-count", "relaxed-exercises"}


@given(people(), states())
@LAWS
def test_every_session_begins_with_knee_to_chest(person: Person, state: State) -> None:
    standing = state.standings.get(CATALOGUE.exercise("knee-to-chest").id)
    assume(standing is None or standing.paused_until is None)
    for session in plan_day(person, state, CATALOGUE, MONDAY).sessions:
        assert session.items[0].exercise == "knee-to-chest"
        assert all(is_stretch(item) for item in session.items[: len(session.items) - len(work_of(session))])


@given(people(), states())
@LAWS
def test_a_session_has_at_most_one_heavy_hinge_and_never_two_days_too_soon(person: Person, state: State) -> None:
    plan = plan_day(person, state, CATALOGUE, MONDAY)
    for session in plan.sessions:
        assert sum(is_heavy(exercise_of(item), item) for item in session.items) <= 1
    before = [one.on for one in state.recent if one.heavy_hinge]
    if is_hinge_day(plan):
        assert all((MONDAY - on).days >= 2 for on in before)
        assert sum((MONDAY - on).days < 7 for on in before) < 2


@given(people(), states(), equipment())
@LAWS
def test_owning_more_never_makes_a_day_with_exercises_one_without(
    person: Person, state: State, more: frozenset[Equipment]
) -> None:
    def feasible(one: Person) -> bool:
        sessions = plan_day(one, state, CATALOGUE, MONDAY).sessions
        return bool(sessions) and all(len(work_of(session)) >= 2 for session in sessions)

    assert not feasible(person) or feasible(with_equipment(person, more))


@given(people(), states())
@LAWS
def test_splitting_a_day_adds_no_sets(person: Person, state: State) -> None:
    def sets(sessions_per_day: int) -> int:
        one = replace(person, profile=replace(person.profile, sessions_per_day=sessions_per_day))
        return sum(
            item.sets for session in plan_day(one, state, CATALOGUE, MONDAY).sessions for item in work_of(session)
        )

    assert sets(1) == sets(2) == sets(3)


@given(people(), states())
@LAWS
def test_every_load_can_be_put_together_and_stays_below_its_ceiling(person: Person, state: State) -> None:
    profile = person.profile
    for session in plan_day(person, state, CATALOGUE, MONDAY).sessions:
        for item in work_of(session):
            rule = exercise_of(item).load
            if item.load_kg is None or rule is None:
                continue
            assert item.load_kg in loadable(profile.weights, rule.with_equipment & profile.equipment)
            span = permitted(rule, profile.lifts)
            assert span is None or item.load_kg <= span.high_kg + 1e-6
            assert all(one.load_kg < item.load_kg for one in item.warm_up)


@given(people(), states())
@LAWS
def test_every_item_says_why_this_why_today_and_why_this_dose(person: Person, state: State) -> None:
    plan = plan_day(person, state, CATALOGUE, MONDAY)
    for session in plan.sessions:
        for item in session.items:
            assert {"this", "today", "dose"} == {why.topic for why in item.why}
            assert all(why.source in CATALOGUE.sources for why in item.why)
            assert all(str(why).endswith((".", "!")) and "{" not in str(why) for why in item.why)


@given(people())
@FEW
def test_six_weeks_keep_their_spacing_rest_and_loads(person: Person) -> None:
    plans = plan_weeks(person, State(), CATALOGUE, MONDAY, 6)
    days = [plan.day for plan in plans]
    hinges = [plan.day for plan in plans if is_hinge_day(plan)]
    assert all((b - a).days >= 2 for a, b in pairwise(hinges))
    assert all(in_week_from(day, hinges) <= 2 for day in hinges)
    assert all(in_week_from(day, days) <= min(6, person.profile.days_per_week) for day in days)


def in_week_from(first: date, days: list[date]) -> int:
    return sum(first <= day < first + timedelta(days=7) for day in days)


@given(st.integers(20, 160), st.integers(30, 260))
@FEW
def test_the_good_morning_is_always_lighter_than_the_romanian_deadlift(clean: int, deadlift: int) -> None:
    owned = frozenset({Equipment.BARBELL})
    lifts = Lifts(clean_kg=clean, deadlift_kg=deadlift, main_days=("mon", "thu"))
    person = Person(Profile("lifter", 30, minutes=30, equipment=owned, lifts=lifts))
    loads: dict[str, float] = {}
    for plan in plan_weeks(person, State(), CATALOGUE, MONDAY, 6):
        for item in (item for session in plan.sessions for item in session.items):
            if item.load_kg is not None:
                loads[item.exercise] = item.load_kg
            if item.exercise == "good-morning":
                assert item.load_kg is not None
                assert item.load_kg < loads["romanian-deadlift"]


@pytest.mark.parametrize("minutes", [10, 20, 30])
def test_a_plan_of_twelve_weeks_is_the_plan_of_each_day_on_the_way(minutes: int) -> None:
    person = Person(Profile("beginner", 45, minutes=minutes))
    twelve = plan_weeks(person, State(), CATALOGUE, MONDAY, 12)
    assert twelve[:6] == plan_weeks(person, State(), CATALOGUE, MONDAY, 2)
    assert len(twelve) == 36

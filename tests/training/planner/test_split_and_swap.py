"""Several sessions a day, and another exercise in the place of one."""

from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType

import pytest

from lumbar.catalogue.exercise import Equipment, ExerciseId
from lumbar.journal.prescription import SessionPlan
from lumbar.journal.profile import Lifts, Person, Profile
from lumbar.training.plan import plan_day
from lumbar.training.standing import Standing, State
from lumbar.training.swap import stand_ins
from tests.planner_strategies import CATALOGUE, MONDAY

BEGINNER = Person(Profile("beginner", 45))
GYM = frozenset({Equipment.BARBELL, Equipment.ROMAN_CHAIR, Equipment.BAND})
LIFTER = Person(Profile("lifter", 30, minutes=30, equipment=GYM, lifts=Lifts(clean_kg=80, deadlift_kg=140)))


def sessions(person: Person, state: State | None = None) -> tuple[SessionPlan, ...]:
    return plan_day(person, state or State(), CATALOGUE, MONDAY).sessions


def split(person: Person, count: int) -> Person:
    return replace(person, profile=replace(person.profile, sessions_per_day=count))


def sets(*plans: SessionPlan) -> dict[str, int]:
    """Return how many sets of each exercise these sessions hold, the stretches left out."""
    found: dict[str, int] = {}
    for item in (item for plan in plans for item in plan.items if not item.exercise.endswith("to-chest")):
        found[item.exercise] = found.get(item.exercise, 0) + item.sets
    return found


def test_three_sessions_hold_the_sets_of_one_and_open_with_the_short_stretch() -> None:
    parts = sessions(split(BEGINNER, 3))
    assert [part.number for part in parts] == [1, 2, 3]
    assert sets(*parts) == sets(*sessions(BEGINNER))
    assert {(part.items[0].exercise, part.items[0].reps) for part in parts} == {("knee-to-chest", 2)}
    assert all("dose-short-split" in {why.rule for why in part.items[0].why} for part in parts)
    assert all(len(part.items) >= 3 for part in parts)


def test_a_heavy_hinge_stays_whole_in_one_session() -> None:
    parts = sessions(split(LIFTER, 2))
    assert len(parts) == 2
    assert [item.sets for part in parts for item in part.items if item.exercise == "romanian-deadlift"] == [3]


def test_a_day_with_few_sets_has_fewer_sessions_and_says_so() -> None:
    short = replace(BEGINNER, profile=replace(BEGINNER.profile, minutes=10))
    standing = Standing(rung=3, reps=10, last_on=MONDAY - timedelta(days=3), times=5)
    known = MappingProxyType(
        {exercise.id: standing for exercise in CATALOGUE if exercise.stage == 1 and len(exercise.rungs) > 3}
    )
    parts = sessions(split(short, 3), State(stage=1, standings=known, first_on=MONDAY - timedelta(days=30)))
    (rule,) = {why.rule for part in parts for why in part.relaxed}
    assert len(parts) < 3
    assert rule == "relaxed-sessions"


def test_a_main_lift_day_has_one_session() -> None:
    lifts = Lifts(clean_kg=80, main_days=("mon",))
    person = replace(LIFTER, profile=replace(LIFTER.profile, lifts=lifts))
    assert len(sessions(split(person, 3))) == 1


def swapped(old: str, new: str, day_off: int = 0) -> list[str]:
    state = State(swaps=MappingProxyType({ExerciseId(old): ExerciseId(new)}), swaps_on=MONDAY - timedelta(days=day_off))
    person = replace(BEGINNER, profile=replace(BEGINNER.profile, experience="trained"))
    (one,) = sessions(person, state)
    for item in one.items:
        assert (item.exercise == new) is ("this-swapped" in {why.rule for why in item.why})
    assert one.seconds <= 20 * 60
    return [item.exercise for item in one.items]


def test_a_swap_changes_one_exercise_for_one_day() -> None:
    person = replace(BEGINNER, profile=replace(BEGINNER.profile, experience="trained"))
    before = [item.exercise for item in sessions(person)[0].items]
    after = swapped("bird-dog", "prone-lumbar-extension")
    assert "bird-dog" in before
    assert set(before) - set(after) == {"bird-dog"}
    assert set(after) - set(before) == {"prone-lumbar-extension"}
    assert swapped("bird-dog", "prone-lumbar-extension", day_off=1) == before


@pytest.mark.parametrize("new", ["romanian-deadlift", "superman", "glute-bridge"])
def test_a_swap_to_what_is_not_open_or_already_there_changes_nothing(new: str) -> None:
    person = replace(BEGINNER, profile=replace(BEGINNER.profile, experience="trained"))
    state = State(swaps=MappingProxyType({ExerciseId("bird-dog"): ExerciseId(new)}), swaps_on=MONDAY)
    assert sessions(person, state) == sessions(person)


def test_what_may_stand_in_is_open_new_to_the_session_and_no_longer() -> None:
    person = Person(Profile("trained", 45, equipment=GYM))
    (one,) = sessions(person)
    offered = stand_ins(one, State(person=person), CATALOGUE)
    taken = {item.exercise for item in one.items}
    lengths = {item.exercise: item.seconds for item in one.items}
    found = [(old, new) for old, pair in offered.items() for new in pair if new is not None]
    assert set(offered) == {name for name in taken if not name.endswith("to-chest")}
    assert found
    for old, new in found:
        assert new.exercise not in taken
        assert new.seconds <= lengths[old]
        assert new.stage <= 2
        assert CATALOGUE.exercises[new.exercise].needs_met_by(GYM)


def test_easier_is_a_neighbour_that_the_file_calls_easier() -> None:
    person = Person(Profile("trained", 45, minutes=30))
    (one,) = sessions(person)
    for old, (easier, _) in stand_ins(one, State(person=person), CATALOGUE).items():
        assert easier is None or easier.exercise in CATALOGUE.exercises[old].neighbours.easier

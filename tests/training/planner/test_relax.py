"""When not everything fits: the published order, and that the least possible gives way."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from types import MappingProxyType

import pytest

from lumbar.catalogue.catalogue import Catalogue
from lumbar.catalogue.exercise import Exercise, ExerciseId
from lumbar.journal.prescription import SessionPlan
from lumbar.journal.profile import Person, Profile
from lumbar.training.plan import plan_day
from lumbar.training.relax import ORDER
from lumbar.training.rules import RULES
from lumbar.training.standing import Standing, State
from tests.planner_strategies import CATALOGUE, MONDAY

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "relaxation.md"
BEGINNER = Person(Profile("beginner", 45))
LONG_AGO = MONDAY - timedelta(days=10)
KNOWN = Standing(rung=0, reps=6, last_on=LONG_AGO, times=3)


def shelf(*names: str) -> Catalogue:
    """Return the stretches and the named exercises only."""
    return Catalogue.of([*CATALOGUE.stretches(), *map(CATALOGUE.exercise, names)], CATALOGUE.sources.values())


def known(names: Iterable[str], standing: Standing = KNOWN) -> State:
    """Return a past in which these exercises were done ten days ago."""
    standings = {ExerciseId(name): standing for name in names}
    return State(stage=1, standings=MappingProxyType(standings), first_on=LONG_AGO)


def planned(catalogue: Catalogue, state: State, minutes: int = 20) -> SessionPlan:
    """Return today's one session."""
    person = replace(BEGINNER, profile=replace(BEGINNER.profile, minutes=minutes, days_per_week=6))
    (session,) = plan_day(person, state, catalogue, MONDAY).sessions
    return session


def rules(session: SessionPlan) -> list[str]:
    return [one.rule for one in session.relaxed]


def longer(exercise: Exercise, reps: int) -> Exercise:
    """Return the exercise with three sets of `reps` on every rung."""
    rungs = tuple(replace(rung, sets=3, reps=reps, reps_top=reps) for rung in exercise.rungs)
    return replace(exercise, rungs=rungs)


def test_the_page_names_the_wishes_in_the_order_in_which_they_give_way() -> None:
    rows = [
        line.split("|")[1:-1] for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| ") and "`" in line
    ]
    assert tuple(row[1].strip(" `") for row in rows) == ORDER
    assert [row[3].strip() for row in rows] == [RULES[f"relaxed-{wish}"].text for wish in ORDER]
    assert [int(row[0]) for row in rows] == list(range(1, len(ORDER) + 1))


def test_nothing_is_relaxed_where_everything_fits() -> None:
    assert rules(planned(CATALOGUE, State())) == []


def test_two_new_exercises_stand_in_a_later_week_only_where_too_few_known_ones_do() -> None:
    assert rules(planned(shelf("wall-squat", "heel-raise"), known([]))) == ["relaxed-rotation"]
    names = ["wall-squat", "heel-raise", "heel-slide", "ankle-pump"]
    session = planned(shelf(*names), known(["wall-squat", "heel-raise"]))
    assert rules(session) == []
    assert sum(item.exercise in {"heel-slide", "ankle-pump"} for item in session.items) == 1


def test_an_exercise_stands_beside_its_harder_form_only_where_nothing_else_fits() -> None:
    pair = ("prone-lumbar-extension", "superman")
    state = replace(known(pair, replace(KNOWN, reached=9)), stage=2)
    assert rules(planned(shelf(*pair), state)) == ["relaxed-preference"]
    three = planned(shelf(*pair, "bird-dog", "abdominal-crunch"), state)
    assert rules(three) == []
    assert {item.exercise for item in three.items} >= {"bird-dog"}


def test_movement_of_the_hips_gives_way_before_the_minutes_do() -> None:
    slow = longer(CATALOGUE.exercise("heel-slide"), 20)
    quick = [CATALOGUE.exercise(name) for name in ("wall-squat", "abdominal-contraction")]
    catalogue = Catalogue.of([*CATALOGUE.stretches(), slow, *quick], CATALOGUE.sources.values())
    session = planned(catalogue, State(), minutes=10)
    assert rules(session) == ["relaxed-mobility"]
    assert [item.exercise for item in session.items[1:]] == ["abdominal-contraction", "wall-squat"]


def test_the_stretch_is_shortened_before_sets_are_left_out() -> None:
    names = ("abdominal-contraction", "wall-squat")
    long_ones = [longer(CATALOGUE.exercise(name), 12) for name in names]
    catalogue = Catalogue.of([*CATALOGUE.stretches(), *long_ones], CATALOGUE.sources.values())
    assert rules(planned(catalogue, State(), minutes=20)) == []
    assert rules(planned(catalogue, State(), minutes=18)) == ["relaxed-stretch"]
    session = planned(catalogue, State(), minutes=10)
    assert rules(session) == ["relaxed-sets"]
    assert any(item.light and item.sets < 3 for item in session.items[1:])


@pytest.mark.parametrize(("names", "rule"), [(["wall-squat"], "relaxed-count"), ([], "relaxed-exercises")])
def test_one_exercise_or_none_is_said(names: list[str], rule: str) -> None:
    session = planned(shelf(*names), State())
    assert rules(session)[-1] == rule
    assert [item.exercise for item in session.items] == ["knee-to-chest", *names]


def test_a_pausing_stretch_is_left_out_and_said() -> None:
    later = MONDAY + timedelta(days=2)
    names = [one.id for one in CATALOGUE.stretches()]
    session = planned(CATALOGUE, known(names, replace(KNOWN, paused_until=later)))
    assert not {item.exercise for item in session.items} & set(names)
    assert "relaxed-no-stretch" in rules(session)

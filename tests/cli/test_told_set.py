"""A set told in words lands in the right session, with what was not told taken from its target."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from itertools import count
from typing import Any
from uuid import UUID

import pytest

from lumbar.app.told_set import Moment, ToldSet, events_of
from lumbar.catalogue.exercise import ExerciseId
from lumbar.errors import ConflictError, InputError, NotFoundError
from lumbar.journal.event import SessionEnded, SessionStarted, SetDone, Work
from lumbar.journal.prescription import SessionPlan
from lumbar.training.plan import DayPlan
from tests.builders import FIRST_DAY, FLAT, HOLDS, PLANK, SHELF, prescription

NOW = datetime(2026, 1, 5, 18, tzinfo=UTC)
ITEMS = (prescription(FLAT, sets=2), prescription(HOLDS, sets=1))
SESSION = SessionPlan(FIRST_DAY, 1, "alone", 2, ITEMS, 600, 0, ())
PLAN = DayPlan(FIRST_DAY, "ok", (), training_day=True, sessions=(SESSION,), why_not=None)
ids = partial(next, (UUID(int=number) for number in count(1)))


def told(name: str, **fields: Any) -> ToldSet:  # noqa: ANN401 -- any field of it
    said = {"reps": None, "hold_s": None, "load_kg": None, "side": None, "rir": 3, "pain": 1, "before": 0}
    return ToldSet(ExerciseId(name), **(said | fields))


def after(what: ToldSet, done: Sequence[Any] = (), plan: DayPlan = PLAN) -> list[Any]:
    """Return what is new once `what` is told."""
    return list(events_of(what, done, plan, SHELF, Moment(NOW, ids)))


def test_the_first_set_begins_the_session_with_its_targets() -> None:
    started, done = after(told("flat"))
    assert isinstance(started, SessionStarted)
    assert started.plan is PLAN.sessions[0]
    assert isinstance(done, SetDone)
    assert (done.session, done.number, done.both) == (started.session, 1, Work(ITEMS[0].reps, 0))


def test_the_session_begins_with_the_discomfort_before_it() -> None:
    started, _ = after(told("flat", before=3))
    assert started.pain == 3


def test_what_is_told_stands_beside_the_target() -> None:
    _, done = after(told("flat", reps=6, load_kg=2.5, rir=1, pain=4))
    assert (done.both, done.target_reps, done.load_kg, done.rir, done.pain) == (Work(6, 0), ITEMS[0].reps, 2.5, 1, 4)


def test_the_next_set_goes_into_the_open_session_and_is_counted_on() -> None:
    first = after(told("flat"))
    (second,) = after(told("flat"), first)
    assert (second.session, second.number) == (first[0].session, 2)


def test_left_then_right_become_one_set_that_keeps_the_worse_of_both() -> None:
    first = after(told("holds", side="left", rir=3, pain=2))
    assert (first[1].left, first[1].right) == (Work(6, 2), None)
    (second,) = after(told("holds", side="right", reps=5, rir=1, pain=1), first)
    assert second.supersedes == first[1].id
    assert (second.number, second.left, second.right, second.rir, second.pain) == (1, Work(6, 2), Work(5, 2), 1, 2)


def test_the_same_side_twice_is_two_sets() -> None:
    first = after(told("holds", side="left"))
    (second,) = after(told("holds", side="left"), first)
    assert (second.number, second.supersedes) == (2, None)


def test_the_last_planned_set_ends_the_session_and_not_one_side_of_it() -> None:
    done = after(told("flat"))
    done += after(told("flat"), done)
    done += after(told("holds", side="left"), done)
    assert not any(isinstance(event, SessionEnded) for event in done)
    assert isinstance(after(told("holds", side="right"), done)[-1], SessionEnded)


def test_after_the_last_session_there_is_nothing_to_log_into() -> None:
    done = after(told("flat"))
    done += after(told("flat"), done)
    done += after(told("holds"), done)
    with pytest.raises(ConflictError, match="Today's sessions are done"):
        after(told("flat"), done)


def test_a_second_session_of_the_day_is_begun_after_the_first() -> None:
    second = replace(PLAN.sessions[0], number=2)
    plan = replace(PLAN, sessions=(*PLAN.sessions, second))
    done = after(told("flat"), plan=plan)
    done += after(told("flat"), done, plan)
    done += after(told("holds"), done, plan)
    started, _ = after(told("flat"), done, plan)
    assert started.plan is second


def test_an_exercise_that_is_not_in_todays_session_is_refused_with_what_is() -> None:
    with pytest.raises(NotFoundError, match="flat, holds"):
        after(told("plank"))
    with pytest.raises(NotFoundError, match="flat, holds"):
        after(told("plank"), after(told("flat")))
    assert PLANK.id in SHELF.exercises


def test_an_exercise_that_does_not_exist_is_refused_by_name() -> None:
    with pytest.raises(NotFoundError, match="no exercise “flatt”"):
        after(told("flatt"))


def test_a_side_of_an_exercise_without_sides_is_refused() -> None:
    with pytest.raises(InputError, match="leave out --left"):
        after(told("flat", side="left"))


def test_a_day_without_a_session_says_so() -> None:
    with pytest.raises(ConflictError, match="no session to log into today"):
        after(told("flat"), plan=replace(PLAN, sessions=()))

"""Dose reasons: the sentences that say what an exercise is for and where its dose comes from."""

from dataclasses import replace
from typing import Final

from lumbar.catalogue.exercise import Exercise, ExerciseId, Group
from lumbar.journal.prescription import Reason
from lumbar.training.lifts import LoadRange
from lumbar.training.loads import Load
from lumbar.training.planner_rules import PATTERN_RULE
from lumbar.training.rules import reason
from lumbar.training.standing import Standing

LOAD_RULE: Final = {
    "start-lightest": "load-lightest",
    "start-tries": "load-tries",
    "same": "load-same",
    "waits": "load-waits",
    "jump": "load-jump",
    "cap": "load-cap",
}

RAISED: Final = "load-up"
"""The rule of the fold that says a load goes up."""
STAYS: Final = frozenset({"waits", "wider", "cap"})


def purpose(exercise: Exercise, stands_in_for: ExerciseId | None = None) -> tuple[Reason, ...]:
    """Return why one would do this exercise at all: its first pattern, or that a session opens with it.

    Args:
        exercise: What is done.
        stands_in_for: The exercise it replaces because that was too much twice, if it does.
    """
    if exercise.group is Group.STRETCH:
        return (reason("stretch-first" if exercise.side.sides > 1 else "stretch-both", "this"),)
    trains = reason(PATTERN_RULE[exercise.patterns[0]], "this")
    return (trains,) if stands_in_for is None else (reason("this-for-red", "this", exercise=stands_in_for), trains)


def of_dose(
    exercise: Exercise, index: int, load: Load | None, standing: Standing | None, start: int
) -> tuple[Reason, ...]:
    """Return why the dose is what it is: the last decision or the rung, then the load.

    Args:
        exercise: What is done.
        index: The rung of the dose.
        load: Today's load, where the rung carries one.
        standing: The person's place on the ladder; None before the first time.
        start: The rung this person began on, or begins on now.
    """
    decided = standing.because if standing and exercise.group is not Group.STRETCH else None
    if load is not None and load.how in STAYS and decided is not None and decided.rule == RAISED:
        return (of_load(exercise, index, load),)  # the load was to go up, and cannot
    first = replace(decided, topic="dose") if decided else of_rung(exercise, index, start)
    return (first,) if load is None else (first, of_load(exercise, index, load))


def of_rung(exercise: Exercise, index: int, start: int) -> Reason:
    """Return where a rung comes from, with the rung's own source; `start` is the rung this person begins on."""
    rung = exercise.rungs[index]
    if rung.published:
        return replace(reason("dose-published", "dose"), source=rung.source)
    if index == 0 and len(exercise.rungs) > 1:
        return reason("dose-start", "dose")
    if index == start > 0:
        return reason("dose-trained", "dose")
    return replace(reason("dose-step", "dose", step=index + 1, steps=len(exercise.rungs)), source=rung.source)


def of_load(exercise: Exercise, index: int, load: Load) -> Reason:
    """Return where the load comes from."""
    rule = exercise.load
    other = rule.share_of[0] if rule and rule.share_of else None
    if load.how == "start-low" and load.span is not None:
        return _of_range(load.span, load.kg or 0.0)
    if load.how == "start-share" and other:
        return reason("load-share", "dose", exercise=other)
    if load.how == "ask":
        return reason("load-ask-lighter", "dose", exercise=other) if other else reason("load-ask", "dose")
    if load.how == "wider":
        return reason("load-wider", "dose", reps=exercise.rungs[index].reps_top + load.wider)
    if load.how in {"up", "down"}:
        return reason("load-raised" if load.how == "up" else "load-lowered", "dose", kg=_kg(load.kg or 0.0))
    return reason(LOAD_RULE[load.how], "dose")


def _of_range(span: LoadRange, kg: float) -> Reason:
    """Return what the lifts permit, and whether the weights that are owned reach it."""
    low, high = _kg(span.low_kg), _kg(span.high_kg)
    if kg < span.low_kg:
        return reason("load-range-below", "dose", low=low, high=high, kg=_kg(kg))
    return reason("load-range", "dose", low=low, high=high)


def hard_last_time() -> Reason:
    """Return the sentence for sets left out after a red day."""
    return reason("dose-set-cut", "dose")


def _kg(kg: float) -> str:
    """Return a load as it is written: no decimals where there are none."""
    return f"{kg:.2f}".rstrip("0").rstrip(".")

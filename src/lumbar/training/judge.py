"""Judging: what a day's sets of one exercise amount to, beside the targets that were recorded for them.

Left and right are judged by the worse side, and a day by its worst set. Nothing here looks at pain or decides
anything; that is the ladder's part.
"""

from collections.abc import Iterable
from enum import IntEnum
from typing import Final, NamedTuple

from lumbar.journal.event import SetDone
from lumbar.training.thresholds import HOLD_SLACK_S

RIR_MOST: Final = 4  # repetitions in reserve are asked as 0 to 4, where 4 means four or more


class Outcome(IntEnum):
    """How a day's sets compare with their target; a greater one is better."""

    MISSED = 0
    SHORT = 1
    COMPLETE = 2


MISSED, SHORT, COMPLETE = Outcome.MISSED, Outcome.SHORT, Outcome.COMPLETE  # an enum's lookup is slow in the fold


class Effort(NamedTuple):
    """A day's sets of one exercise: the `outcome`, how many `sets`, the lowest `rir`, the lightest load [kg]."""

    outcome: Outcome
    sets: int
    rir: int
    lightest_kg: float | None


def judge(sets: Iterable[SetDone], reps: int, bottom: int, hold_s: int) -> Effort:
    """Return what `sets` of one exercise amount to.

    Args:
        sets: The sets of one day.
        reps: Target repetitions per set and side.
        bottom: The lowest number of the range; fewer than these, or a shorter hold, is a miss.
        hold_s: Target seconds [s] of every hold, 0 where nothing is held.
    """
    outcome, rir, count, lightest = COMPLETE, RIR_MOST, 0, None
    hold_enough = hold_s - HOLD_SLACK_S
    for done in sets:
        count += 1
        work = done.both
        if work is not None:
            did, held = work.reps, work.hold_s
        else:
            left, right = done.left, done.right
            if left is None or right is None:  # one side not done at all
                did, held = 0, 0.0
            else:
                did, held = left.reps, left.hold_s
                did = min(did, right.reps)
                held = min(held, right.hold_s)
        if did < bottom or held < hold_enough:
            outcome = MISSED
        elif did < reps and outcome is COMPLETE:
            outcome = SHORT
        rir = min(rir, done.rir)
        load = done.load_kg
        if load is not None and (lightest is None or load < lightest):
            lightest = load
    return Effort(outcome, count, rir, lightest)


def side_total(done: SetDone, rep_s: float) -> tuple[float, float]:
    """Return the seconds [s] each side worked in a set whose repetition takes `rep_s` beside its hold."""
    if done.both is not None:
        both = done.both.reps * (done.both.hold_s + rep_s)
        return both, both
    left, right = done.left, done.right
    return (
        left.reps * (left.hold_s + rep_s) if left is not None else 0.0,
        right.reps * (right.hold_s + rep_s) if right is not None else 0.0,
    )

"""Judging: what a day's sets of one exercise amount to, beside the targets that were recorded for them.

Left and right are judged by the worse side, and a day by its worst set. Nothing here grades pain or decides
anything; that is the ladder's part.
"""

from collections.abc import Sequence
from typing import Final

from lumbar.journal.event import RIR_MOST, SetDone, Work
from lumbar.training.attempt import COMPLETE, MISSED, SHORT, Attempt
from lumbar.training.thresholds import HOLD_SLACK_S

NOTHING: Final = Work(0, 0.0)
"""What a side did that was left out."""


def judge(attempt: Attempt, sets: Sequence[SetDone], bottom: int) -> None:  # noqa: C901  see below
    """Enter into `attempt` what `sets` amount to beside what it asked for.

    This runs for nearly every set of a journal, hence it is one loop without a call in it.

    Args:
        attempt: The exercise's day; its outcome, its count and its reserve are replaced.
        sets: The sets of one exercise and day.
        bottom: The lowest number of the range; fewer repetitions on either side, or a shorter hold, is a miss.
    """
    asked = attempt.asked
    reps, enough_s = asked.reps, asked.hold_s - HOLD_SLACK_S
    outcome, lowest = COMPLETE, RIR_MOST
    for done in sets:
        work = done.both
        if work is None:
            work, other = done.left or NOTHING, done.right or NOTHING
            if other.reps < reps or other.hold_s < enough_s:
                if other.reps < bottom or other.hold_s < enough_s:
                    outcome = MISSED
                elif outcome is COMPLETE:
                    outcome = SHORT
        if work.reps < reps or work.hold_s < enough_s:
            if work.reps < bottom or work.hold_s < enough_s:
                outcome = MISSED
            elif outcome is COMPLETE:
                outcome = SHORT
        rir = done.rir
        if rir < lowest:  # noqa: PLR1730  min() takes four times as long
            lowest = rir
    attempt.outcome, attempt.sets, attempt.rir = outcome, len(sets), lowest
    attempt.lightest_kg = None if asked.load_kg is None else lightest_load(sets)


def lightest_load(sets: Sequence[SetDone]) -> float | None:
    """Return the lightest load [kg] of `sets`; None where none was used."""
    return min((done.load_kg for done in sets if done.load_kg is not None), default=None)


def side_seconds(done: SetDone, rep_s: float) -> tuple[float, float]:
    """Return the seconds [s] each side worked in a set whose repetition takes `rep_s` beside its hold."""
    if done.both is not None:
        both = done.both.reps * (done.both.hold_s + rep_s)
        return both, both
    left, right = done.left, done.right
    return (
        left.reps * (left.hold_s + rep_s) if left is not None else 0.0,
        right.reps * (right.hold_s + rep_s) if right is not None else 0.0,
    )

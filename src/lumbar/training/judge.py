"""Judging: what a day's sets of one exercise amount to, beside the targets that were recorded for them.

Left and right are judged by the worse side, and a day by its worst set. Nothing here grades pain or decides
anything; that is the ladder's part.
"""

from collections.abc import Sequence
from typing import Final

from lumbar.journal.event import SetDone, Work
from lumbar.training.attempt import COMPLETE, MISSED, RIR_MOST, SHORT, Attempt
from lumbar.training.thresholds import HOLD_SLACK_S

NOTHING: Final = Work(0, 0.0)
"""What a side did that was left out."""


def judge(attempt: Attempt, sets: Sequence[SetDone], bottom: int) -> None:  # noqa: C901  see below
    """Enter into `attempt` what `sets` amount to beside what it asked for.

    This runs for every set of a journal, hence it is one loop without a call in it.

    Args:
        attempt: The exercise's day; its outcome and reserve are replaced, its sums grow.
        sets: The sets of one exercise and day.
        bottom: The lowest number of the range; fewer repetitions on either side, or a shorter hold, is a miss.
    """
    asked = attempt.asked
    reps, enough_s = asked.reps, asked.hold_s - HOLD_SLACK_S
    outcome, lowest, lightest = COMPLETE, RIR_MOST, None
    pain_sum = rir_sum = 0
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
        rir_sum += rir
        if rir < lowest:  # noqa: PLR1730  min() takes four times as long
            lowest = rir
        pain_sum += done.pain
        load_kg = done.load_kg
        if load_kg is not None and (lightest is None or load_kg < lightest):
            lightest = load_kg
    attempt.outcome, attempt.sets, attempt.rir, attempt.lightest_kg = outcome, len(sets), lowest, lightest
    attempt.pain_sum += pain_sum
    attempt.rir_sum += rir_sum


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

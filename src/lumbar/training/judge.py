"""Judging: what a day's sets of one exercise amount to, beside the targets that were recorded for them.

Left and right are judged by the worse side, and a day by its worst set. Nothing here grades pain or decides
anything; that is the ladder's part.
"""

from collections.abc import Sequence

from lumbar.journal.event import SetDone
from lumbar.training.attempt import COMPLETE, MISSED, RIR_MOST, SHORT, Attempt
from lumbar.training.thresholds import HOLD_SLACK_S


def judge(attempt: Attempt, sets: Sequence[SetDone], bottom: int) -> None:
    """Enter into `attempt` what `sets` amount to beside what it asked for.

    Args:
        attempt: The exercise's day; its outcome and reserve are replaced, its sums grow.
        sets: The sets of one exercise and day.
        bottom: The lowest number of the range; fewer repetitions on either side, or a shorter hold, is a miss.
    """
    reps, hold_enough = attempt.asked.reps, attempt.asked.hold_s - HOLD_SLACK_S
    outcome, lowest, lightest = COMPLETE, RIR_MOST, None
    pain_sum = rir_sum = 0
    # Comparisons instead of min() and max() throughout: this runs for every set of a journal.
    for done in sets:
        work = done.both
        if work is not None:
            did, held = work.reps, work.hold_s
        else:
            left, right = done.left, done.right
            if left is None or right is None:  # one side was not done at all
                did, held = 0, 0.0
            else:
                did, held = left.reps, left.hold_s
                if right.reps < did:  # noqa: PLR1730
                    did = right.reps
                if right.hold_s < held:  # noqa: PLR1730
                    held = right.hold_s
        if did < reps or held < hold_enough:
            if did < bottom or held < hold_enough:
                outcome = MISSED
            elif outcome is COMPLETE:
                outcome = SHORT
        rir = done.rir
        rir_sum += rir
        if rir < lowest:  # noqa: PLR1730
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

"""Durations: how long [s] an exercise takes, counted the same way here and in the player.

An item takes: getting ready, then for every set both sides' repetitions with their holds (and one change of side
where left and right are done apart), the rests between sets, and the rest before the next exercise, which the last
one of a session does not have. Warm-up sets come before the first set, each with its own short rest.
`contract/timeline.json` holds examples that the player's tests read too.
"""

from collections.abc import Sequence
from math import ceil
from typing import Final

from lumbar.catalogue.exercise import Exercise, SideMode
from lumbar.journal.prescription import WarmUpSet

GET_READY_S: Final = 5  # ours: countdown before an exercise
CHANGE_SIDE_S: Final = 3  # ours: from the left to the right within a set
WARM_UP_REST_S: Final = 60  # ours: longest rest after a warm-up set


def repetition_s(exercise: Exercise, hold_s: float) -> float:
    """Return the length [s] of one repetition of one side, its hold of `hold_s` [s] included."""
    return exercise.tempo.cycle_s + hold_s


def set_s(exercise: Exercise, reps: int, hold_s: float) -> float:
    """Return the length [s] of one set of `reps` a side, without the rest after it."""
    change = CHANGE_SIDE_S if exercise.side is SideMode.LEFT_RIGHT else 0
    return exercise.side.sides * reps * repetition_s(exercise, hold_s) + change


def warm_up_s(exercise: Exercise, warm_up: Sequence[WarmUpSet]) -> float:
    """Return the length [s] of the warm-up sets, each with its rest."""
    rest = min(exercise.rest_s, WARM_UP_REST_S)
    return sum(set_s(exercise, one.reps, 0) + rest for one in warm_up)


def item_s(  # noqa: PLR0913 - the six numbers of the formula
    exercise: Exercise, sets: int, reps: int, hold_s: float, *, warm_up: Sequence[WarmUpSet] = (), last: bool = False
) -> int:
    """Return the whole length [s] of an item, rounded up.

    Args:
        exercise: What is done; brings tempo, sides and rest.
        sets: Number of sets, at least 1.
        reps: Repetitions per set and side.
        hold_s: Hold [s] of each repetition, 0 for none.
        warm_up: Lighter sets before the first.
        last: Whether it ends the session; then the rest after it is not counted.

    Returns:
        Whole seconds [s].
    """
    rests = sets - 1 if last else sets
    work = sets * set_s(exercise, reps, hold_s) + rests * exercise.rest_s
    return ceil(GET_READY_S + warm_up_s(exercise, warm_up) + work)

"""What kept the coach from seeing, where it was not even to be said which exercise a film shows."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from lumbar.catalogue.catalogue import Catalogue
from lumbar.coach.events import RefusalEnded
from lumbar.coach.frame import Track
from lumbar.coach.tracker import watch

OF_THE_EXERCISE: Final = frozenset({"far_side", "out_of_place", "swapped", "under_way", "unseen"})
"""What is said of how an exercise was done, not of how it was filmed."""


def why_unknown(catalogue: Catalogue, track: Track) -> tuple[RefusalEnded, ...]:
    """Return what most exercises that are watched from the side refuse for, as the one that refuses longest does."""
    told = [
        tuple(one for one in watch(exercise, track).refusals if one.code not in OF_THE_EXERCISE)
        for exercise in catalogue
        if exercise.camera and exercise.camera.counts and exercise.camera.view == "side"
    ]
    by_most = Counter(code for refusals in told for code in {one.code for one in refusals})
    shared = {code for code, count in by_most.items() if 2 * count > len(told)}
    kept = [tuple(one for one in refusals if one.code in shared) for refusals in told]
    return max(kept, key=_seconds, default=())


def _seconds(refusals: Iterable[RefusalEnded]) -> float:
    return sum(one.to_s - one.from_s for one in refusals)

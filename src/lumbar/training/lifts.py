"""Lifts: what a person's clean and deadlift permit an assistance exercise to weigh.

A one-repetition maximum is only ever estimated from a set the person has done, never tested.
"""

from dataclasses import dataclass
from typing import Final

from lumbar.catalogue.exercise import LoadRule
from lumbar.journal.profile import Lifts, RepSet
from lumbar.training.thresholds import ESTIMATE_REPS_MOST

EPLEY: Final = 30.0  # Epley (1985): 1RM = load x (1 + repetitions / 30)


@dataclass(frozen=True, slots=True)
class LoadRange:
    """The permitted loads [kg], both ends included."""

    low_kg: float
    high_kg: float


def one_rep_max_kg(done: RepSet) -> float | None:
    """Return the estimated one-repetition maximum [kg] of a set, or None where it has over ten repetitions.

    Source:
        Epley's formula; a set of one repetition is its own maximum.
    """
    if not 1 <= done.reps <= ESTIMATE_REPS_MOST:
        return None
    return done.kg if done.reps == 1 else done.kg * (1 + done.reps / EPLEY)


def known_kg(best_kg: float | None, done: RepSet | None) -> float | None:
    """Return a lift [kg]: the best the person named, else what a set of theirs says, else None."""
    if best_kg is not None:
        return best_kg
    return None if done is None else one_rep_max_kg(done)


def permitted(rule: LoadRule, lifts: Lifts | None) -> LoadRange | None:
    """Return the loads that `rule` permits for `lifts`; None where no lift it names is known.

    Where both lifts are known the ranges' intersection holds; where they do not meet, the lower range.

    Source:
        text-3 gives the two ranges; their intersection is our reading.
    """
    if lifts is None:
        return None
    clean = _share(rule.of_clean, known_kg(lifts.clean_kg, lifts.clean_set))
    deadlift = _share(rule.of_deadlift, known_kg(lifts.deadlift_kg, lifts.deadlift_set))
    if clean is None or deadlift is None:
        return clean or deadlift
    both = LoadRange(max(clean.low_kg, deadlift.low_kg), min(clean.high_kg, deadlift.high_kg))
    lower = min(clean, deadlift, key=lambda r: (r.high_kg, r.low_kg))
    return both if both.low_kg <= both.high_kg else lower


def _share(share: tuple[float, float] | None, lift_kg: float | None) -> LoadRange | None:
    if share is None or lift_kg is None:
        return None
    return LoadRange(round(share[0] * lift_kg, 6), round(share[1] * lift_kg, 6))

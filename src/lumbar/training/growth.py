"""Growth: how many sets of a pattern today may hold.

A day's sets of a pattern grow, from one week to the next, by one set or by a tenth, whichever is more. They are
held against the busiest day of the four weeks before this one. A pattern that is new is limited by the rule for
new exercises instead.

Source: evidence for a slow rise of weekly work; counting it by training day is ours, since the days of a week are
given.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from math import floor

from lumbar.catalogue.catalogue import Catalogue
from lumbar.catalogue.exercise import Group, Pattern
from lumbar.training.history import WEEK_DAYS, days_within
from lumbar.training.standing import State, TrainingDay
from lumbar.training.thresholds import GROWTH_BASE_DAYS, GROWTH_RATIO, GROWTH_SETS


def most_sets(state: State, catalogue: Catalogue, day: date) -> Mapping[Pattern, int]:
    """Return the most sets of each pattern that `day` may hold; patterns not trained before are not in it."""
    base: dict[Pattern, int] = {}
    for one in days_within(state, day, WEEK_DAYS + GROWTH_BASE_DAYS):
        if (day - one.on).days < WEEK_DAYS:
            continue
        for pattern, sets in pattern_sets(one, catalogue).items():
            base[pattern] = max(base.get(pattern, 0), sets)
    return {pattern: allowed(sets) for pattern, sets in base.items()}


def allowed(sets: int) -> int:
    """Return how many sets may follow after `sets`: one more, or a tenth more."""
    return max(sets + GROWTH_SETS, floor(sets * (1 + GROWTH_RATIO) + 1e-9))


def pattern_sets(one: TrainingDay, catalogue: Catalogue) -> Mapping[Pattern, int]:
    """Return the sets of each pattern that a day held, the stretch left out."""
    counts: Counter[Pattern] = Counter()
    for name, sets in zip(one.exercises, one.set_counts, strict=False):
        exercise = catalogue.exercises.get(name)
        if exercise is not None and exercise.group is not Group.STRETCH:
            counts.update(dict.fromkeys(exercise.patterns, sets))
    return counts

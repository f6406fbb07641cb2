"""History: what the planner asks of the last weeks, answered from the days a `State` remembers."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from lumbar.catalogue.catalogue import Catalogue
from lumbar.catalogue.exercise import ExerciseId, Group, Pattern
from lumbar.training.standing import State, TrainingDay

WEEK_DAYS: Final = 7


def days_within(state: State, day: date, days: int) -> Iterator[TrainingDay]:
    """Yield the training days of the `days` days before `day`, `day` itself left out."""
    since = day - timedelta(days=days)
    return (one for one in state.recent if since <= one.on < day)


def times_within(state: State, exercise: ExerciseId, day: date, days: int) -> int:
    """Return on how many of the `days` days before `day` the exercise was done."""
    return sum(exercise in one.exercises for one in days_within(state, day, days))


def days_since(state: State, exercise: ExerciseId, day: date) -> int | None:
    """Return the days since the exercise was last done; None if never."""
    standing = state.standings.get(exercise)
    last = None if standing is None else standing.last_on
    return None if last is None or last >= day else (day - last).days


def hinge_days(state: State, day: date, days: int) -> tuple[int, ...]:
    """Return how many days ago each heavy hinge of the `days` days before `day` was, the newest last."""
    return tuple((day - one.on).days for one in days_within(state, day, days) if one.heavy_hinge)


def covered(state: State, catalogue: Catalogue, day: date, days: int) -> frozenset[Pattern]:
    """Return the patterns trained in the `days` days before `day`; the stretch trains none."""
    names = (name for one in days_within(state, day, days) for name in one.exercises)
    done = (catalogue.exercises[name] for name in names if name in catalogue.exercises)
    return frozenset(p for exercise in done if exercise.group is not Group.STRETCH for p in exercise.patterns)


def new_within(state: State, day: date, days: int) -> int:
    """Return how many exercises were done for the first time, as far as is remembered, in those days."""
    since = day - timedelta(days=days)
    before = {name for one in state.recent if one.on < since for name in one.exercises}
    lately = {name for one in days_within(state, day, days) for name in one.exercises}
    return sum(1 for name in lately - before if not _known_before(state, name, since))


def _known_before(state: State, exercise: ExerciseId, since: date) -> bool:
    """Return whether it was done more often than these days can hold, so that it cannot be new."""
    standing = state.standings.get(exercise)
    done = sum(exercise in one.exercises for one in state.recent if one.on >= since)
    return standing is not None and standing.times > done

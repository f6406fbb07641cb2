"""Promotion: what opens the next stage.

Each condition is one measure. The fold asks `is_ready` after every training day, so the cheapest come first; the
plan page shows the same measures one by one.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final, Protocol

from lumbar.catalogue.catalogue import Catalogue
from lumbar.catalogue.exercise import Equipment, Exercise, Pattern, Position, StageNumber
from lumbar.training.history import WEEK_DAYS
from lumbar.training.standing import TrainingDay
from lumbar.training.thresholds import (
    EXTENSOR_HOLD_S,
    HIGHEST_STAGE,
    HINGE_WEEKS,
    PROMOTE_DAYS,
    PROMOTE_PAIN,
    PROMOTE_PAIN_BARBELL,
    PROMOTE_RED_FREE_DAYS,
    PROMOTE_RIR,
    PROMOTE_SESSIONS,
    PROMOTE_SHARE,
    PROMOTE_WINDOW,
    SIDE_HOLD_S,
)

BEFORE_BARBELL: Final = 3


class Progress(Protocol):
    """What a state and the fold's draft both know, as far as a stage needs it."""

    @property
    def stage(self) -> StageNumber | None:
        """Return the stage."""

    @property
    def stage_since(self) -> date | None:
        """Return the first day of the stage."""

    @property
    def stage_days(self) -> int:
        """Return the training days in it."""

    @property
    def recent(self) -> Sequence[TrainingDay]:
        """Return the training days of the last eight weeks."""

    @property
    def extensor_s(self) -> float:
        """Return the longest back holds of a set [s]."""

    @property
    def side_s(self) -> float:
        """Return the longest side plank of the shorter side [s]."""


def window(progress: Progress) -> Sequence[TrainingDay]:
    """Return the last training days of this stage that the next one looks back on."""
    since = progress.stage_since
    last = progress.recent[-PROMOTE_WINDOW:]
    if since is None or (last and last[0].on >= since):
        return last
    return [day for day in last if day.on >= since]


def is_ready(progress: Progress, catalogue: Catalogue, owned: frozenset[Equipment], day: date) -> bool:
    """Return whether every condition of the next stage is met; the cheapest are looked at first."""
    stage, since = progress.stage, progress.stage_since
    if stage is None or since is None or stage >= HIGHEST_STAGE:
        return False
    if progress.stage_days < PROMOTE_SESSIONS or (day - since).days + 1 < PROMOTE_DAYS:
        return False
    barbell = stage == BEFORE_BARBELL
    return (
        _is_going_well(progress, barbell=barbell)
        and not has_red_since(progress.recent, day - timedelta(days=PROMOTE_RED_FREE_DAYS - 1))
        and (not barbell or _is_ready_for_barbell(progress, catalogue, owned, day))
    )


def _is_going_well(progress: Progress, *, barbell: bool) -> bool:
    days = window(progress)
    return (
        mean(d.share for d in days) >= PROMOTE_SHARE
        and mean(d.pain for d in days) <= (PROMOTE_PAIN_BARBELL if barbell else PROMOTE_PAIN)
        and mean(d.rir for d in days) >= PROMOTE_RIR
    )


def _is_ready_for_barbell(progress: Progress, catalogue: Catalogue, owned: frozenset[Equipment], day: date) -> bool:
    return (
        (progress.extensor_s >= EXTENSOR_HOLD_S or not can_log_extensor(catalogue, owned))
        and (progress.side_s >= SIDE_HOLD_S or not can_log_side(catalogue, owned))
        and (clean_hinge_weeks(progress.recent, day) >= HINGE_WEEKS or not can_hinge(catalogue, owned))
    )


def mean(values: Iterable[float]) -> float:
    """Return the mean of `values`; 0 where there are none."""
    listed = list(values)
    return sum(listed) / len(listed) if listed else 0.0


def has_red_since(recent: Sequence[TrainingDay], since: date) -> bool:
    """Return whether any training day on or after `since` was red."""
    return any(day.colour == "red" for day in reversed(recent) if day.on >= since)


def clean_hinge_weeks(recent: Sequence[TrainingDay], last: date) -> int:
    """Return how many weeks in a row, ending on `last`, had a hip hinge and no red day; counted to the number asked."""
    for weeks in range(HINGE_WEEKS):
        days = [d for d in recent if weeks * WEEK_DAYS <= (last - d.on).days < (weeks + 1) * WEEK_DAYS]
        if not any(d.hinge for d in days) or any(d.colour == "red" for d in days):
            return weeks
    return HINGE_WEEKS


def offers(catalogue: Catalogue, stage: int, owned: frozenset[Equipment]) -> bool:
    """Return whether `stage` or one above has an exercise that can be done with what is owned.

    A stage that has none itself is passed through: who owns a bar only finds nothing at stage 3.
    """
    return any(e.stage >= stage for e in _doable(catalogue, HIGHEST_STAGE, owned))


def can_hinge(catalogue: Catalogue, owned: frozenset[Equipment]) -> bool:
    """Return whether a hip hinge can be done before stage 4."""
    return any(Pattern.HIP_HINGE in e.patterns for e in _doable(catalogue, BEFORE_BARBELL, owned))


def can_log_extensor(catalogue: Catalogue, owned: frozenset[Equipment]) -> bool:
    """Return whether some ladder before stage 4 has a set whose back-extensor holds are long enough."""
    return any(
        Pattern.EXTENSOR_ENDURANCE in e.patterns
        and any(r.hold_s * r.reps_top * e.side.sides >= EXTENSOR_HOLD_S for r in e.rungs)
        for e in _doable(catalogue, BEFORE_BARBELL, owned)
    )


def can_log_side(catalogue: Catalogue, owned: frozenset[Equipment]) -> bool:
    """Return whether some ladder before stage 4 has a side-lying set that lasts long enough on each side."""
    return any(
        Pattern.LATERAL_CORE in e.patterns
        and e.position is Position.SIDE_LYING
        and any((r.hold_s + e.tempo.cycle_s) * r.reps_top >= SIDE_HOLD_S for r in e.rungs)
        for e in _doable(catalogue, BEFORE_BARBELL, owned)
    )


def _doable(catalogue: Catalogue, up_to: int, owned: frozenset[Equipment]) -> list[Exercise]:
    return [e for e in catalogue if e.stage <= up_to and e.needs_met_by(owned)]

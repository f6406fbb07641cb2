"""Stages: where a person starts, what opens the next stage, and what closes one.

1 gentle floor work, 2 harder floor work, 3 band and dumbbell, 4 barbell assistance. Each condition of the next
stage is a check, read both by the fold, which acts on it, and by the plan page, which shows how it stands.
Conditions that a person's equipment makes impossible are left out, and that is said.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Final, Protocol

from lumbar.catalogue.catalogue import Catalogue
from lumbar.catalogue.exercise import Equipment, Exercise, Pattern, Position, StageNumber
from lumbar.journal.prescription import Reason
from lumbar.journal.profile import Experience, Person
from lumbar.training.rules import add_rules, reason
from lumbar.training.standing import Gate, State, TrainingDay
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

STAGES: Final[tuple[StageNumber, ...]] = (1, 2, 3, 4)
BEFORE_BARBELL: Final = 3
WEEK: Final = 7
YES: Final = "yes"
NOT_YET: Final = "not yet"
LEFT_OUT: Final = "left out"
STANDINGS: Final = (YES, NOT_YET, LEFT_OUT)
"""How a condition stands, where it is not a number."""

START: Final[Mapping[Experience, StageNumber]] = {"beginner": 1, "returning": 1, "trained": 2, "lifter": 4}
"""The stage a person starts at."""

add_rules(
    ("gate-days", "{days} days in this stage", "ours"),
    ("gate-sessions", "{sessions} training days in this stage", "ours"),
    ("gate-share", "{percent} percent of the planned sets done", "ours"),
    ("gate-red", "no hard day in the last {days} days", "pain-monitoring"),
    ("gate-pain", "discomfort of {pain} or less on average", "ours"),
    ("gate-rir", "{rir} repetitions in reserve on average", "ours"),
    ("gate-extensor", "back-extensor holds of {seconds} s in one set", "deadlift-gate"),
    ("gate-side", "a side-plank set of {seconds} s on each side, the sides within a tenth", "ours"),
    ("gate-hinge", "{weeks} weeks of hip hinging without a hard day", "ours"),
    ("gate-equipment", "equipment for an exercise of stage {stage}", "ours"),
    ("gate-extensor-left-out", "no long back-extensor holds: nothing you own allows them", "ours"),
    ("gate-side-left-out", "no long side plank: nothing you own allows it", "ours"),
    ("gate-hinge-left-out", "no weeks of hip hinging: nothing you own allows them", "ours"),
)


class Progress(Protocol):
    """What a state and the fold's draft both know, as far as a stage needs it."""

    @property
    def stage(self) -> StageNumber | None: ...
    @property
    def stage_since(self) -> date | None: ...
    @property
    def stage_days(self) -> int: ...
    @property
    def recent(self) -> Sequence[TrainingDay]: ...
    @property
    def extensor_s(self) -> float: ...
    @property
    def side_s(self) -> float: ...


class Staged(Protocol):
    """Something whose stage can be set: the fold's draft."""

    stage: StageNumber | None
    stage_since: date | None
    stage_days: int
    extensor_s: float
    side_s: float
    last_decision: Reason | None


def start_stage(person: Person) -> StageNumber:
    """Return the stage a person starts at, by experience."""
    return START[person.profile.experience]


def set_stage(staged: Staged, stage: int, since: date, rule: str) -> None:
    """Begin `stage` on `since`; everything that is counted within a stage begins anew."""
    staged.stage = STAGES[stage - 1]
    staged.stage_since = since
    staged.stage_days = 0
    staged.extensor_s = 0.0
    staged.side_s = 0.0
    staged.last_decision = reason(rule, "today", stage=stage)


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


def _is_ready_for_barbell(
    progress: Progress, catalogue: Catalogue, owned: frozenset[Equipment], day: date
) -> bool:
    return (
        (progress.extensor_s >= EXTENSOR_HOLD_S or not can_log_extensor(catalogue, owned))
        and (progress.side_s >= SIDE_HOLD_S or not can_log_side(catalogue, owned))
        and (clean_hinge_weeks(progress.recent, day) >= HINGE_WEEKS or not can_hinge(catalogue, owned))
    )


def gates(state: State, catalogue: Catalogue, person: Person) -> tuple[Gate, ...]:
    """Return the conditions of the next stage, each with how it stands on the state's day; none at stage 4."""
    if state.stage is None or state.stage_since is None or state.stage >= HIGHEST_STAGE or state.settled_to is None:
        return ()
    owned = person.profile.equipment
    if not offers(catalogue, state.stage + 1, owned):
        return (_gate("gate-equipment", NOT_YET, met=False, stage=state.stage + 1),)
    extra = _barbell_gates(state, catalogue, owned) if state.stage == BEFORE_BARBELL else ()
    return (*_time_gates(state), *_quality_gates(state), *extra)


def _time_gates(state: State) -> tuple[Gate, ...]:
    assert state.stage_since is not None
    assert state.settled_to is not None
    days = max(0, (state.settled_to - state.stage_since).days)
    return (
        _gate("gate-days", str(days), met=days >= PROMOTE_DAYS, days=PROMOTE_DAYS),
        _gate(
            "gate-sessions",
            str(state.stage_days),
            met=state.stage_days >= PROMOTE_SESSIONS,
            sessions=PROMOTE_SESSIONS,
        ),
    )


def _quality_gates(state: State) -> tuple[Gate, ...]:
    assert state.settled_to is not None
    days = window(state)
    share, pain, rir = mean(d.share for d in days), mean(d.pain for d in days), mean(d.rir for d in days)
    most = PROMOTE_PAIN_BARBELL if state.stage == BEFORE_BARBELL else PROMOTE_PAIN
    red = has_red_since(state.recent, state.settled_to - timedelta(days=PROMOTE_RED_FREE_DAYS))
    return (
        _gate("gate-share", f"{share:.0%}", met=share >= PROMOTE_SHARE, percent=round(PROMOTE_SHARE * 100)),
        _gate("gate-red", NOT_YET if red else YES, met=not red, days=PROMOTE_RED_FREE_DAYS),
        _gate("gate-pain", f"{pain:.1f}", met=bool(days) and pain <= most, pain=round(most)),
        _gate("gate-rir", f"{rir:.1f}", met=rir >= PROMOTE_RIR, rir=round(PROMOTE_RIR)),
    )


def _barbell_gates(state: State, catalogue: Catalogue, owned: frozenset[Equipment]) -> tuple[Gate, ...]:
    assert state.settled_to is not None
    weeks = clean_hinge_weeks(state.recent, state.settled_to - timedelta(days=1))
    holds, side = round(EXTENSOR_HOLD_S), round(SIDE_HOLD_S)
    return (
        _gate("gate-extensor", f"{state.extensor_s:.0f} s", met=state.extensor_s >= holds, seconds=holds)
        if can_log_extensor(catalogue, owned)
        else _left_out("gate-extensor"),
        _gate("gate-side", f"{state.side_s:.0f} s", met=state.side_s >= side, seconds=side)
        if can_log_side(catalogue, owned)
        else _left_out("gate-side"),
        _gate("gate-hinge", str(weeks), met=weeks >= HINGE_WEEKS, weeks=HINGE_WEEKS)
        if can_hinge(catalogue, owned)
        else _left_out("gate-hinge"),
    )


def _gate(rule: str, standing: str, *, met: bool, **values: str | int) -> Gate:
    return Gate(rule, reason(rule, "today").text, standing, met, values)


def _left_out(rule: str) -> Gate:
    return _gate(f"{rule}-left-out", LEFT_OUT, met=True)


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
        days = [d for d in recent if weeks * WEEK <= (last - d.on).days < (weeks + 1) * WEEK]
        if not any(d.hinge for d in days) or any(d.colour == "red" for d in days):
            return weeks
    return HINGE_WEEKS


def offers(catalogue: Catalogue, stage: int, owned: frozenset[Equipment]) -> bool:
    """Return whether `stage` has an exercise that can be done with what is owned."""
    return any(e.stage == stage for e in _doable(catalogue, HIGHEST_STAGE, owned))


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

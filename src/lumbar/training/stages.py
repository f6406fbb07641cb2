"""Stages: where a person starts, what opens the next stage, and what closes one.

1 gentle floor work, 2 harder floor work, 3 band and dumbbell, 4 barbell assistance. Each condition of the next
stage is a check, read both by the fold, which acts on it, and by the plan page, which shows how it stands.
Conditions that a person's equipment makes impossible are left out, and that is said.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final, Protocol

from lumbar.catalogue.catalogue import Catalogue
from lumbar.catalogue.exercise import STAGES, Equipment, StageNumber
from lumbar.journal.prescription import Reason
from lumbar.journal.profile import Experience, Person
from lumbar.training.promotion import (
    BEFORE_BARBELL,
    can_hinge,
    can_log_extensor,
    can_log_side,
    clean_hinge_weeks,
    has_red_since,
    mean,
    offers,
    window,
)
from lumbar.training.rules import add_rules, reason
from lumbar.training.standing import Gate, State
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
    SIDE_HOLD_S,
)

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


def gates(state: State, catalogue: Catalogue, person: Person) -> tuple[Gate, ...]:
    """Return the conditions of the next stage, each with how it stands on the state's day; none at stage 4."""
    stage, since, day = state.stage, state.stage_since, state.settled_to
    if stage is None or since is None or day is None or stage >= HIGHEST_STAGE:
        return ()
    owned = person.profile.equipment
    if not offers(catalogue, stage + 1, owned):
        return (_gate("gate-equipment", NOT_YET, met=False, stage=stage + 1),)
    extra = _barbell_gates(state, day, catalogue, owned) if stage == BEFORE_BARBELL else ()
    return (*_time_gates(state, (day - since).days), *_quality_gates(state, day), *extra)


def _time_gates(state: State, days_in_stage: int) -> tuple[Gate, ...]:
    days = max(0, days_in_stage)
    return (
        _gate("gate-days", str(days), met=days >= PROMOTE_DAYS, days=PROMOTE_DAYS),
        _gate(
            "gate-sessions",
            str(state.stage_days),
            met=state.stage_days >= PROMOTE_SESSIONS,
            sessions=PROMOTE_SESSIONS,
        ),
    )


def _quality_gates(state: State, day: date) -> tuple[Gate, ...]:
    days = window(state)
    share, pain, rir = mean(d.share for d in days), mean(d.pain for d in days), mean(d.rir for d in days)
    most = PROMOTE_PAIN_BARBELL if state.stage == BEFORE_BARBELL else PROMOTE_PAIN
    red = has_red_since(state.recent, day - timedelta(days=PROMOTE_RED_FREE_DAYS))
    return (
        _gate("gate-share", f"{share:.0%}", met=share >= PROMOTE_SHARE, percent=round(PROMOTE_SHARE * 100)),
        _gate("gate-red", NOT_YET if red else YES, met=not red, days=PROMOTE_RED_FREE_DAYS),
        _gate("gate-pain", f"{pain:.1f}", met=bool(days) and pain <= most, pain=round(most)),
        _gate("gate-rir", f"{rir:.1f}", met=rir >= PROMOTE_RIR, rir=round(PROMOTE_RIR)),
    )


def _barbell_gates(state: State, day: date, catalogue: Catalogue, owned: frozenset[Equipment]) -> tuple[Gate, ...]:
    weeks = clean_hinge_weeks(state.recent, day - timedelta(days=1))
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

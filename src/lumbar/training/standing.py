"""Where a person stands: what the fold of the journal leaves behind, and all the planner needs of the past.

A `Standing` is one exercise's place on its ladder and what was decided about it last; a `State` is the whole
person's. Both are values: `fold` makes them, `plan` reads them, nobody changes them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Literal

from lumbar.catalogue.exercise import ExerciseId, StageNumber
from lumbar.journal.event import DayChoice
from lumbar.journal.prescription import Reason, SessionPlan
from lumbar.journal.profile import Person

Colour = Literal["green", "amber", "red"]
Trend = Literal["raise", "repeat", "lower"]


@dataclass(frozen=True, slots=True)
class Standing:
    """One exercise's place.

    `rung` indexes the ladder; `reps` is the working target per side within the rung's range. `load_kg` is the
    working load last asked for in full (None: none yet); `trend` says what the next load should do, and is
    applied by the planner, which knows the person's weights. `wider_reps` is how far the range has been widened
    because the next weight is too big a jump. `good` and `missed` count consecutive sessions at the full dose.
    `set_cut` is the share of sets to leave out next time (0 to 1). `reds` counts red mornings or stops in a row
    (one: lower, two: swap, three: pause); `paused_until` is the first day it may come back. `tries` are the
    loads of the first comfortable sets [kg]. `because` explains the last decision.
    """

    rung: int
    reps: int
    load_kg: float | None = None
    trend: Trend = "repeat"
    wider_reps: int = 0
    good: int = 0
    missed: int = 0
    set_cut: float = 0.0
    reds: int = 0
    swap_due: bool = False
    paused_until: date | None = None
    last_on: date | None = None
    times: int = 0
    reached: int = 0
    tries: tuple[float, ...] = ()
    because: Reason | None = None


@dataclass(frozen=True, slots=True)
class Gate:
    """One condition of promotion: what it asks (`text` with `values`), how it stands, and whether it is met."""

    rule: str
    text: str
    standing: str
    met: bool
    values: Mapping[str, str | int | float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TrainingDay:
    """A day on which something was done, as later rules remember it.

    `colour` is the worst of the day's pain zone and the morning after (None until settled); `pain` the mean
    over its sets; `share` of planned sets done (0 to 1); `hinge_at` whether a heavy hinge was done.
    """

    on: date
    colour: Colour | None
    pain: float
    share: float
    heavy_hinge: bool
    exercises: tuple[ExerciseId, ...]
    sets: int


@dataclass(frozen=True, slots=True)
class State:
    """Everything the past says about today.

    `settled_to` is the first day whose events are not yet all in. `recent` holds the training days of the last
    eight weeks only, so that a state does not grow with the journal.
    """

    settled_to: date | None = None
    person: Person | None = None
    stage: StageNumber | None = None
    stage_since: date | None = None
    stage_days: int = 0
    standings: Mapping[ExerciseId, Standing] = field(default_factory=lambda: MappingProxyType({}))
    recent: tuple[TrainingDay, ...] = ()
    choices: Mapping[date, DayChoice] = field(default_factory=lambda: MappingProxyType({}))
    swaps: Mapping[ExerciseId, ExerciseId] = field(default_factory=lambda: MappingProxyType({}))
    swaps_on: date | None = None
    screened_on: date | None = None
    rescreen: Reason | None = None
    light_until: date | None = None
    light_because: Reason | None = None
    first_on: date | None = None
    last_on: date | None = None
    open_plans: tuple[SessionPlan, ...] = ()
    last_decision: Reason | None = None

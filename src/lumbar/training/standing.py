"""Where a person stands: what the fold of the journal leaves behind, and all the planner needs of the past.

A `Standing` is one exercise's place on its ladder and what was decided about it last; a `State` is the whole
person's. Both are values: `fold` makes them, `plan` reads them, nobody changes them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Literal, NamedTuple

from lumbar.catalogue.exercise import Exercise, ExerciseId, StageNumber
from lumbar.journal.event import AnyEvent, DayChoice, MorningAnswered
from lumbar.journal.prescription import Reason, SessionPlan
from lumbar.journal.profile import Person, Screening

Colour = Literal["green", "amber", "red"]
Trend = Literal["raise", "repeat", "lower"]


@dataclass(frozen=True, slots=True)
class Standing:
    """One exercise's place.

    `rung` indexes the ladder; `reps` is the working target per side within the rung's range. `load_kg` is the
    working load last asked for in full (None: none yet). `trend` says what the next load should do, and is
    applied by the planner, which knows the person's weights:

    - `raise`: ask for the next load up, at most a tenth more, for the rung's lowest `reps`. Where there is no
      such load, ask for the same load and `reps` as they stand; the range then widens. Where the load is at
      its permitted cap, say so with a reason whose rule is `load-cap`; the next rung then follows.
    - `lower`: ask for about a tenth less. `repeat`: ask for `load_kg`.

    `wider_reps` is how far the range has been widened because the next weight is too big a jump. `good` and
    `missed` count consecutive days at the full dose: every set of the rung, on one day. `set_cut` is the share
    of sets to leave out next time (0 to 1); that dose is a light one. `reds` counts red days in a row (one:
    lower, two: swap, three: pause); `paused_until` is the first day it may come back. `reached` is one more
    than the highest rung whose full dose was done. `tries` are the loads of the first comfortable sets [kg].
    `because` explains the last decision.
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

    def has_reached_published(self, exercise: Exercise) -> bool:
        """Return whether the dose a source text gives for `exercise` has been done in full."""
        return self.reached > exercise.published_rung()


@dataclass(frozen=True, slots=True)
class Gate:
    """One condition of promotion: what it asks (`text` with `values`), how it stands, and whether it is met."""

    rule: str
    text: str
    standing: str
    met: bool
    values: Mapping[str, str | int | float] = field(default_factory=dict)


class TrainingDay(NamedTuple):
    """A day on which something was done, as later rules remember it.

    `colour` is the worst of the day's pain zone and the morning after (None while that morning may still be
    answered); `pain` the mean over its sets, 0 to 10; `share` of planned sets done (0 to 1); `heavy_hinge`
    whether a heavy hinge was done, `hinge` whether any hip hinge was; `rir` the mean repetitions in reserve.
    `set_counts` are the sets of each of `exercises`, in their order; `work_s` how long each was at work [s], both
    sides together, as the load on the low back counts it, and `work_kg_s` the same times what was carried [kg s].
    """

    on: date
    colour: Colour | None
    pain: float
    share: float
    heavy_hinge: bool
    exercises: tuple[ExerciseId, ...]
    sets: int
    hinge: bool = False
    rir: float = 0.0
    set_counts: tuple[int, ...] = ()
    work_s: tuple[float, ...] = ()
    work_kg_s: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Carry:
    """What `fold` itself carries on: the state before the day that still waits for its morning.

    `pending` are the events of that day, `opened` those of the day that is not over yet. Everything else is
    as it stood before the pending day was judged. Outside of the fold nobody reads it but `State`.
    """

    standings: Mapping[ExerciseId, Standing] = field(default_factory=lambda: MappingProxyType({}))
    recent: tuple[TrainingDay, ...] = ()
    stage: StageNumber | None = None
    stage_since: date | None = None
    stage_days: int = 0
    trained_on: date | None = None
    break_level: int = 0
    block_since: date | None = None
    eased_until: date | None = None
    eased_because: Reason | None = None
    dipped_on: date | None = None
    extensor_s: float = 0.0
    side_s: float = 0.0
    rescreen: Reason | None = None
    last_decision: Reason | None = None
    pending: tuple[AnyEvent, ...] = ()
    opened: tuple[AnyEvent, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """Everything the past says about today.

    `settled_to` is the first day whose events are not yet all in. `recent` holds the training days of the last
    eight weeks only, so that a state does not grow with the journal. `open_plans` are the sessions begun on
    that first open day; `stopped` the exercises that “this hurts” ended for that day. `last_on` includes the
    open day. `extensor_s` and `side_s` are the longest holds logged in this stage [s], for the gate to stage 4.
    `screening` is also there before a profile is.
    """

    settled_to: date | None = None
    person: Person | None = None
    screening: Screening = field(default_factory=Screening)
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
    stopped: frozenset[ExerciseId] = frozenset()
    extensor_s: float = 0.0
    side_s: float = 0.0
    carry: Carry = field(default_factory=Carry)

    @property
    def planned_for(self) -> Person | None:
        """Return the person a plan can be made for: None until profile and screening are both there."""
        return self.person if self.screened_on is not None else None

    @property
    def untold_morning(self) -> date | None:
        """Return the last training day that is over, where the morning after it has not been told; else None."""
        day = self.carry.pending
        told = any(isinstance(event, MorningAnswered) for event in day)
        return day[0].on if day and not told else None

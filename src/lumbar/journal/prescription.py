"""A prescription: what the planner asks for, and why; the same value is shown, done, and judged afterwards."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from lumbar.catalogue.exercise import ExerciseId, SideMode, SourceId, StageNumber

Place = Literal["alone", "assistance"]
Topic = Literal["this", "today", "dose"]


@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence of "why": the rule that decided and the numbers in its sentence.

    `rule` is the stable id, `text` an English sentence with `{names}` (also the translation key), `values` what
    fills them, `source` where the rule comes from. `topic` says which question it answers: why this exercise,
    why today, why this dose.
    """

    rule: str
    topic: Topic
    text: str
    source: SourceId
    values: Mapping[str, str | int | float] = field(default_factory=dict)

    def __str__(self) -> str:
        """Return the English sentence."""
        return self.text.format(**self.values)


@dataclass(frozen=True, slots=True)
class WarmUpSet:
    """A lighter set before the first working set; `load_kg` in kilograms, `share` of the working load."""

    reps: int
    load_kg: float
    share: float


@dataclass(frozen=True, slots=True)
class Prescription:
    """What is asked of one exercise in one session.

    `reps` is per set and per side; `hold_s` is 0 where nothing is held. `load_kg` is None where no load is
    used *or* where the person is asked to pick a comfortable one (`comfortable` is then True). `light` marks a
    dose below the person's working dose: doing it well proves nothing and raises nothing. `rung` is the index
    on the ladder it stands for, `reps_top` the end of its range. `seconds` is the whole time [s] it takes, rests
    and getting into position included.
    """

    exercise: ExerciseId
    stage: StageNumber
    rung: int
    sets: int
    reps: int
    reps_top: int
    hold_s: int
    side: SideMode
    load_kg: float | None
    comfortable: bool
    rest_s: int
    light: bool
    warm_up: tuple[WarmUpSet, ...]
    seconds: int
    why: tuple[Reason, ...]

    @property
    def reps_total(self) -> int:
        """Return the repetitions of one set as published: over both sides when they alternate."""
        return self.reps * (2 if self.side is SideMode.ALTERNATING else 1)


@dataclass(frozen=True, slots=True)
class SessionPlan:
    """One session: the stretch first, then 2 to 6 exercises in the order they are done.

    `number` counts from 1 within its day. `seconds` never exceeds the minutes the person gave. `relaxed` lists
    the wishes that could not be met, in the published order; `get_ups` how often one must stand up or lie down.
    """

    day: date
    number: int
    place: Place
    stage: StageNumber
    items: tuple[Prescription, ...]
    seconds: int
    get_ups: int
    relaxed: tuple[Reason, ...]

    @property
    def minutes(self) -> int:
        """Return the length rounded up to whole minutes."""
        return -(-self.seconds // 60)

"""The profile: who trains, with what, and how often. All values are validated at the rim that made them."""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from lumbar.catalogue.exercise import Equipment, FlagId

Experience = Literal["beginner", "returning", "trained", "lifter"]
EXPERIENCES: Final[tuple[Experience, ...]] = ("beginner", "returning", "trained", "lifter")
Sex = Literal["female", "male"]
Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAYS: Final[tuple[Weekday, ...]] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

MINUTES: Final = (10, 30)  # text-2: 10 to 30 minutes
SESSIONS_PER_DAY: Final = (1, 3)  # text-2: 1 to 3 times a day
DAYS_PER_WEEK: Final = (1, 6)  # evidence: 2-6 in practice, one session a week still gains; one rest day is ours


@dataclass(frozen=True, slots=True)
class RepSet:
    """A set someone has done: `kg` for `reps`, from which a one-repetition maximum is estimated, never tested."""

    kg: float
    reps: int


@dataclass(frozen=True, slots=True)
class Lifts:
    """A lifter's main lifts: best known clean and deadlift [kg], or a set of each, and the days they are trained."""

    clean_kg: float | None = None
    deadlift_kg: float | None = None
    clean_set: RepSet | None = None
    deadlift_set: RepSet | None = None
    main_days: tuple[Weekday, ...] = ()


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights a person owns [kg].

    `plates_kg` are single plates, each listed as often as it is owned (a pair is listed twice);
    `dumbbells_kg` are single dumbbells. `step_kg` is the smallest step a load may take where nothing is listed.
    """

    bar_kg: float | None = None
    plates_kg: tuple[float, ...] = ()
    dumbbells_kg: tuple[float, ...] = ()
    step_kg: float = 2.5


@dataclass(frozen=True, slots=True)
class Profile:
    """What a person has told about themselves.

    Heights in metres, masses in kilograms; `age` in whole years; `usual_pain` is the person's ordinary low-back
    discomfort, 0 to 10, against which a bad day is measured.
    """

    experience: Experience
    age: int
    days_per_week: int = 3
    minutes: int = 20
    sessions_per_day: int = 1
    equipment: frozenset[Equipment] = frozenset()
    height_m: float | None = None
    mass_kg: float | None = None
    sex: Sex | None = None
    weights: Weights = Weights()
    lifts: Lifts | None = None
    usual_pain: int = 0


@dataclass(frozen=True, slots=True)
class Screening:
    """The latest answers: flags that were "yes", and the day a professional said yes, if one did."""

    flags: frozenset[FlagId] = frozenset()
    cleared_on: date | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Everything the planner may know about a person apart from the journal."""

    profile: Profile
    screening: Screening = Screening()

"""The fold's working copy of a state: thawed at its start, frozen at its end, never seen outside.

The draft keeps the state *before* the last training day, and that day's events beside it: a day is judged once,
when its morning after is known or has passed. What a person sees is the draft with that day judged already.
"""

from datetime import date
from typing import TYPE_CHECKING, Final

from lumbar.catalogue.catalogue import Catalogue
from lumbar.catalogue.exercise import (
    Equipment,
    Exercise,
    ExerciseId,
    HeavyHinge,
    Pattern,
    Position,
    StageNumber,
)
from lumbar.journal.event import AnyEvent, DayChoice, Hurt, MorningAnswered, SessionStarted, SetDone
from lumbar.journal.profile import Person, Screening
from lumbar.training.place import Place

if TYPE_CHECKING:
    from lumbar.journal.prescription import Reason
    from lumbar.training.standing import TrainingDay


NEVER: Final = date.min
"""The day that is open before anything has happened."""


class Facts:
    """What the fold asks of an exercise again and again, worked out once."""

    __slots__ = ("exercise", "extensor", "hinge", "is_heavy", "is_heavy_loaded", "is_plain", "rungs", "side")

    def __init__(self, exercise: Exercise) -> None:
        """Read the facts off `exercise`."""
        self.exercise = exercise
        self.rungs = exercise.rungs
        self.hinge = Pattern.HIP_HINGE in exercise.patterns
        self.extensor = Pattern.EXTENSOR_ENDURANCE in exercise.patterns
        self.side = Pattern.LATERAL_CORE in exercise.patterns and exercise.position is Position.SIDE_LYING
        self.is_heavy = exercise.heavy_hinge is HeavyHinge.ALWAYS
        self.is_heavy_loaded = exercise.heavy_hinge is HeavyHinge.LOADED
        self.is_plain = not (self.hinge or self.extensor or self.side or self.is_heavy or self.is_heavy_loaded)

    def first_place(self, rung: int) -> Place:
        """Return a place on `rung`, or on the highest there is."""
        index = min(rung, len(self.rungs) - 1)
        return Place(index, self.rungs[index].reps)

    def bottom_of(self, place: Place) -> int:
        """Return the lowest repetitions of the rung `place` stands on, put back on a ladder that became shorter."""
        if place.rung >= len(self.rungs):
            place.rung = len(self.rungs) - 1
        return self.rungs[place.rung].reps


class Day:
    """The events of one training day: its sessions, its sets by exercise, and what hurt.

    `sore` are the sets at which a closer look at pain is due; all others are green.
    """

    __slots__ = ("groups", "hurts", "morning", "on", "sore", "starts")

    def __init__(self, on: date) -> None:
        """Begin an empty day."""
        self.on = on
        self.starts: list[SessionStarted] = []
        self.groups: dict[ExerciseId, list[SetDone]] = {}
        self.sore: list[SetDone] = []
        self.hurts: list[Hurt] = []
        self.morning: MorningAnswered | None = None

    @property
    def is_training(self) -> bool:
        """Return whether anything was done."""
        return bool(self.groups or self.hurts)

    def sets(self) -> list[SetDone]:
        """Return all sets of the day, in the order in which their exercises were begun."""
        return [done for sets in self.groups.values() for done in sets]

    def events(self) -> tuple[AnyEvent, ...]:
        """Return the day as events, in an order in which they can be read in again."""
        morning = () if self.morning is None else (self.morning,)
        return (*self.starts, *self.sets(), *self.hurts, *morning)


class Draft:
    """A state that can be changed; the fields are those of `State` and `Carry`."""

    __slots__ = (
        "block_since",
        "break_level",
        "catalogue",
        "choices",
        "dipped_on",
        "eased_because",
        "eased_until",
        "extensor_s",
        "facts",
        "first_on",
        "last_decision",
        "opened",
        "pending",
        "person",
        "places",
        "recent",
        "rescreen",
        "screened_on",
        "screening",
        "side_s",
        "stage",
        "stage_days",
        "stage_since",
        "swaps",
        "top_stage",
        "trained_on",
    )

    def __init__(self, catalogue: Catalogue) -> None:
        """Start with nothing known."""
        self.catalogue = catalogue
        self.facts: dict[ExerciseId, Facts | None] = {}
        self.person: Person | None = None
        self.screening = Screening()
        self.places: dict[ExerciseId, Place] = {}
        self.recent: list[TrainingDay] = []
        self.stage: StageNumber | None = None
        self.stage_since: date | None = None
        self.stage_days = 0
        self.choices: dict[date, DayChoice] = {}
        self.swaps: dict[ExerciseId, ExerciseId] = {}
        self.screened_on: date | None = None
        self.rescreen: Reason | None = None
        self.eased_until: date | None = None
        self.eased_because: Reason | None = None
        self.dipped_on: date | None = None
        self.first_on: date | None = None
        self.trained_on: date | None = None
        self.break_level = 0
        self.block_since: date | None = None
        self.extensor_s = 0.0
        self.side_s = 0.0
        self.last_decision: Reason | None = None
        self.pending: Day | None = None
        self.opened = Day(NEVER)
        self.top_stage: StageNumber | None = None  # nothing above it can be done with what is owned

    @property
    def usual_pain(self) -> int:
        """Return the person's ordinary discomfort, 0 to 10."""
        return 0 if self.person is None else self.person.profile.usual_pain

    @property
    def owned(self) -> frozenset[Equipment]:
        """Return the equipment the person owns."""
        return frozenset() if self.person is None else self.person.profile.equipment

    def find_facts(self, name: ExerciseId) -> Facts | None:
        """Return the facts of an exercise, or None where the catalogue no longer has it."""
        exercise = self.catalogue.exercises.get(name)
        self.facts[name] = found = None if exercise is None else Facts(exercise)
        return found

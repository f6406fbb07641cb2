"""The fold's working copy of a state: thawed at its start, frozen at its end, never seen outside.

The draft keeps the state *before* the last training day, and that day's events beside it: a day is judged once,
when its morning after is known or has passed. What a person sees is the draft with that day judged already.
"""

from collections import deque
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from lumbar.catalogue.catalogue import Catalogue
from lumbar.catalogue.exercise import Equipment, ExerciseId, StageNumber
from lumbar.journal.profile import Person, Screening
from lumbar.training.day import Day
from lumbar.training.facts import Facts
from lumbar.training.standing import TrainingDay
from lumbar.training.thresholds import RECENT_DAYS

if TYPE_CHECKING:
    from lumbar.journal.event import DayChoice
    from lumbar.journal.prescription import Reason
    from lumbar.training.place import Place


NEVER: Final = date.min
"""The day that is open before anything has happened."""


class Draft:
    """A state that can be changed; the fields are those of `State` and `Carry`."""

    __slots__ = (
        "block_since",
        "break_level",
        "catalogue",
        "choices",
        "closed",
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
        self.closed: deque[Day | TrainingDay] = deque(maxlen=RECENT_DAYS + 1)  # one a day: older ones fall out
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
        self.opened = Day(NEVER, self.facts)
        self.top_stage: StageNumber | None = None  # nothing above it can be done with what is owned

    @property
    def recent(self) -> Sequence[TrainingDay]:
        """Return the training days of the last eight weeks; those not looked at before are written up now."""
        closed = self.closed
        while closed and (closed[-1].on - closed[0].on).days > RECENT_DAYS:
            closed.popleft()
        for index in range(len(closed) - 1, -1, -1):
            one = closed[index]
            if isinstance(one, TrainingDay):
                break
            closed[index] = one.write_up()
        return [one for one in closed if isinstance(one, TrainingDay)]

    @property
    def usual_pain(self) -> int:
        """Return the person's ordinary discomfort, 0 to 10."""
        return 0 if self.person is None else self.person.profile.usual_pain

    @property
    def owned(self) -> frozenset[Equipment]:
        """Return the equipment the person owns."""
        return frozenset() if self.person is None else self.person.profile.equipment

    def find_facts(self, name: ExerciseId) -> Facts | None:
        """Return the facts of an exercise, or None where the catalogue no longer has it; for its first day here."""
        exercise = self.catalogue.exercises.get(name)
        self.facts[name] = found = None if exercise is None else Facts(exercise)
        if found is not None and name in self.places:
            found.put_back(self.places[name])
        return found

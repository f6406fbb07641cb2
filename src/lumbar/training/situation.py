"""The situation: for whom, from what past, with which exercises and for which day something is decided."""

from dataclasses import dataclass, field
from datetime import date

from lumbar.catalogue.catalogue import Catalogue
from lumbar.catalogue.exercise import Exercise, ExerciseId, StageNumber
from lumbar.journal.prescription import Place
from lumbar.journal.profile import Person
from lumbar.training.calendar import Because
from lumbar.training.low_back import NO_LOADS, LowBackLoads
from lumbar.training.standing import Standing, State


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything a dose hangs on; `state` has been settled to `on`, `loads` are the person's moments by exercise."""

    person: Person
    state: State
    catalogue: Catalogue
    on: date
    loads: LowBackLoads = field(default_factory=lambda: NO_LOADS, kw_only=True)

    @property
    def is_light(self) -> bool:
        """Return whether the day lies in a lighter week, or is a lighter day itself."""
        return self.state.light_until is not None and self.on < self.state.light_until

    def standing(self, exercise: ExerciseId) -> Standing | None:
        """Return the person's place on an exercise's ladder; None before the first time."""
        return self.state.standings.get(exercise)

    def is_paused(self, exercise: ExerciseId) -> bool:
        """Return whether the exercise is pausing on this day."""
        standing = self.standing(exercise)
        return standing is not None and standing.paused_until is not None and self.on < standing.paused_until

    def stands_in_for(self, exercise: Exercise) -> ExerciseId | None:
        """Return the exercise that was too much twice and that this one, its equal or easier neighbour, replaces."""
        due = (name for name, standing in self.state.standings.items() if standing.swap_due)
        known = (self.catalogue.exercises[name] for name in due if name in self.catalogue.exercises)
        near = (old.id for old in known if exercise.id in old.neighbours.equal + old.neighbours.easier)
        return min(near, default=None)

    def is_stopped(self, exercise: ExerciseId) -> bool:
        """Return whether “this hurts” has ended the exercise for this day."""
        return self.state.settled_to == self.on and exercise in self.state.stopped


@dataclass(frozen=True, slots=True)
class Day(Situation):
    """A training day: besides, the stage it is at, where it is trained, and the time [s] each session has.

    `because` says why it is one: planned, chosen by the person, or moved from a missed day.
    """

    stage: StageNumber
    place: Place
    budget_s: int
    because: Because = "planned"

"""The load on the low back: what a dose, and what was done, add up to.

An exercise turns the lower back with a moment [Nm] at its peak, which grows evenly with what is carried. A dose counts
that moment for as long as it works [Nm min]: a hold in full, the way there and back by half, since it is on the way
that the moment comes and goes. The unit is ours; it compares days of one person and says nothing about harm. The
stretch, warm-up sets, a load that the person is still to pick, and exercises of unknown moment are not counted.

Source: ours; the moments come from a model of the body, docs/reference/load.md.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from lumbar.catalogue.catalogue import Catalogue
from lumbar.catalogue.exercise import Exercise, ExerciseId, Group
from lumbar.journal.prescription import Prescription
from lumbar.training.standing import TrainingDay
from lumbar.training.thresholds import LOW_BACK_WAY_SHARE

MINUTE_S: Final = 60.0


class Moment(NamedTuple):
    """The moment of one exercise at its peak for one person: without a load [Nm], and more for each kilogram [Nm]."""

    base_nm: float
    per_kg_nm: float = 0.0

    def at(self, kg: float | None) -> float:
        """Return the moment [Nm] with `kg` [kg] carried; None is nothing, or nothing known."""
        return self.base_nm + self.per_kg_nm * (kg or 0.0)


LowBackLoads = Mapping[ExerciseId, Moment]
"""The moments of one person by exercise; one that is not in it is of unknown moment."""

NO_LOADS: Final[LowBackLoads] = MappingProxyType({})


def rep_work_s(cycle_s: float, hold_s: float) -> float:
    """Return how long [s] a repetition counts: its hold `hold_s` [s], and half of its tempo `cycle_s` [s]."""
    return LOW_BACK_WAY_SHARE * cycle_s + hold_s


def item_load(item: Prescription, exercise: Exercise, loads: LowBackLoads) -> float:
    """Return what a dose asks of the low back [Nm min], both sides together; 0 where that is unknown."""
    moment = loads.get(exercise.id)
    if moment is None or exercise.group is Group.STRETCH:
        return 0.0
    seconds = item.sets * exercise.side.sides * item.reps * rep_work_s(exercise.tempo.cycle_s, item.hold_s)
    return moment.at(item.load_kg) * seconds / MINUTE_S


def day_load(one: TrainingDay, catalogue: Catalogue, loads: LowBackLoads) -> float:
    """Return what a day that was done asked of the low back [Nm min]."""
    total = 0.0
    for name, seconds, kg_seconds in zip(one.exercises, one.work_s, one.work_kg_s, strict=False):
        moment, exercise = loads.get(name), catalogue.exercises.get(name)
        if moment is not None and exercise is not None and exercise.group is not Group.STRETCH:
            total += moment.base_nm * seconds + moment.per_kg_nm * kg_seconds
    return total / MINUTE_S

"""An attempt: one exercise's day as the ladder looks at it, beside what was asked of it."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from lumbar.catalogue.exercise import Exercise
from lumbar.journal.event import RIR_MOST
from lumbar.journal.prescription import Prescription
from lumbar.training.standing import Colour


class Outcome(IntEnum):
    """How a day's sets compare with their target; a greater one is better."""

    MISSED = 0
    SHORT = 1
    COMPLETE = 2


MISSED, SHORT, COMPLETE = Outcome.MISSED, Outcome.SHORT, Outcome.COMPLETE  # looking into an enum is slow


@dataclass(slots=True)
class Attempt:
    """A day of one exercise: what was asked, how it went, and the colours it earned.

    `asked` is the recorded target. `low_day` is true where the person felt below their usual; `day_red` whether
    anything that day was red; `answered` whether the morning after was; `colour` is the exercise's own, the worst
    of its sets and the morning after. `outcome`, the number of `sets`, the lowest `rir` and the `lightest_kg` used
    come from the sets; `tries` are the loads of comfortable ones [kg]. The fold refills one attempt for
    every exercise of a day, hence it is not frozen.
    """

    exercise: Exercise
    asked: Prescription
    on: date
    colour: Colour = "green"
    low_day: bool = False
    day_red: bool = False
    answered: bool = True
    outcome: Outcome = COMPLETE
    sets: int = 0
    rir: int = RIR_MOST
    lightest_kg: float | None = None
    tries: tuple[float, ...] = ()

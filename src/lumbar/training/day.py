"""A training day as the fold keeps it: its events, and its numbers for those who look back on it.

Most days of a long journal are judged and then forgotten, eight weeks later, without anybody having asked for
their numbers. Hence a day is kept as its events and written up only when it is looked at: by a state, by the
conditions of the next stage, by a week's mean of discomfort.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from math import floor
from typing import Final

from lumbar.catalogue.exercise import ExerciseId
from lumbar.journal.event import AnyEvent, Hurt, MorningAnswered, SessionStarted, SetDone
from lumbar.journal.prescription import Prescription
from lumbar.training.facts import Facts
from lumbar.training.judge import lightest_load
from lumbar.training.low_back import rep_work_s
from lumbar.training.standing import Colour, TrainingDay
from lumbar.training.thresholds import DELOAD_PAIN_RISE, DELOAD_PAIN_WEEKS, RED_RISE

LEAST_SORE: Final = DELOAD_PAIN_RISE * DELOAD_PAIN_WEEKS
"""Two weeks up by more than one point each end above this; on days below it nothing needs to be looked up."""

SORE_FROM: Final = floor(min(RED_RISE, LEAST_SORE))
"""Sets with less pain than this are green, and a day of them is below `LEAST_SORE`."""

Known = Mapping[ExerciseId, Facts | None]
"""The facts of exercises by name; None for one that the catalogue no longer has."""


class Day:
    """The events of one training day: its sessions, its sets by exercise, and what hurt.

    `sore` are the sets at which a closer look at pain is due. `colour` is its own once the day has been judged.
    """

    __slots__ = ("_pain", "colour", "groups", "hurts", "known", "morning", "on", "sore", "starts")

    def __init__(self, on: date, known: Known) -> None:
        """Begin an empty day; `known` holds, once the day has been judged, the facts of its exercises."""
        self.on = on
        self.known = known
        self.starts: list[SessionStarted] = []
        self.groups: dict[ExerciseId, list[SetDone]] = {}
        self.sore: list[SetDone] = []
        self.hurts: list[Hurt] = []
        self.morning: MorningAnswered | None = None
        self.colour: Colour = "green"
        self._pain: float | None = None

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

    @property
    def pain(self) -> float:
        """Return the mean pain over its sets, 0 to 10; where none was done, the highest that was named."""
        if self._pain is None:
            count = total = 0
            for name, sets in self.groups.items():
                count += len(sets)
                if self.known[name] is not None:
                    for done in sets:
                        total += done.pain
            self._pain = total / count if count else max((hurt.pain or 0 for hurt in self.hurts), default=0)
        return self._pain

    def write_up(self) -> TrainingDay:
        """Return the judged day in numbers."""
        counts = tuple(map(len, self.groups.values()))
        work = [_work(sets, self.known.get(name)) for name, sets in self.groups.items()]
        done, planned = sum(counts), sum(item.sets for start in self.starts for item in start.plan.items)
        return TrainingDay(
            on=self.on,
            colour=self.colour,
            pain=self.pain,
            share=done / planned if done < planned else 1.0,
            heavy_hinge=self._is_heavy(),
            exercises=tuple(self.groups),
            sets=done,
            hinge=any(facts.hinge for facts in map(self.known.get, self.groups) if facts is not None),
            rir=sum(one.rir for one in self._known_sets()) / done if done else 0.0,
            set_counts=counts,
            work_s=tuple(seconds for seconds, _ in work),
            work_kg_s=tuple(kg_seconds for _, kg_seconds in work),
        )

    def _known_sets(self) -> Iterator[SetDone]:
        return (done for name, sets in self.groups.items() if self.known.get(name) is not None for done in sets)

    def _is_heavy(self) -> bool:
        """Return whether a heavy hinge was done: one that always is, or one that is with a load."""
        items = asked_items(self.starts)
        for name, sets in self.groups.items():
            facts, item = self.known.get(name), items.get(name)
            if facts is None:
                continue
            comfortable = item is not None and item.comfortable
            if facts.is_heavy or (facts.is_heavy_loaded and (comfortable or lightest_load(sets))):
                return True
        return False


def _work(sets: Sequence[SetDone], facts: Facts | None) -> tuple[float, float]:
    """Return how long [s] an exercise's sets worked on the low back, and that times what was carried [kg s]."""
    seconds = kg_seconds = 0.0
    if facts is None:
        return seconds, kg_seconds
    for done in sets:
        sides = (done.both, done.left, done.right)
        set_s = sum(side.reps * rep_work_s(facts.cycle_s, side.hold_s) for side in sides if side is not None)
        seconds += set_s
        kg_seconds += set_s * (done.load_kg or 0.0)
    return seconds, kg_seconds


def asked_items(starts: list[SessionStarted]) -> dict[ExerciseId, Prescription]:
    """Return a day's recorded targets by exercise; of one asked twice, a light one wins."""
    if len(starts) == 1:
        plan = starts[0].plan.items
        items = {item.exercise: item for item in plan}
        if len(items) == len(plan):
            return items
    items = {}
    for start in starts:
        for item in start.plan.items:
            if item.exercise not in items or item.light:
                items[item.exercise] = item
    return items

"""What was done, day by day: the numbers behind the progress page, from the journal's events alone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from lumbar.catalogue.exercise import ExerciseId
from lumbar.journal.corrections import resolve
from lumbar.journal.event import AnyEvent, MorningAnswered, SessionStarted, SetDone, Work


@dataclass(frozen=True, slots=True)
class Point:
    """One day of one exercise.

    `held_s` is the sum of seconds [s] held over all sets and sides, `reps` of repetitions; `left` and `right` the
    same measure of each side (0 where sides work together). `load_kg` is the day's largest load [kg], or None.
    """

    on: date
    reps: int
    held_s: float
    load_kg: float | None
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class DayDone:
    """One training day: the sets asked for and done, the most pain (0 to 10), and the next morning's, if told."""

    on: date
    asked: int
    done: int
    pain: int | None
    morning: int | None
    stage: int


@dataclass(frozen=True, slots=True)
class History:
    """Every training day, and every exercise's days, oldest first."""

    days: tuple[DayDone, ...]
    exercises: tuple[tuple[ExerciseId, tuple[Point, ...]], ...]


def history(events: Sequence[AnyEvent]) -> History:
    """Return what was done, with corrections in the place of what they correct."""
    told = list(resolve(events))
    sets = [e for e in told if isinstance(e, SetDone)]
    return History(tuple(_days(told, sets)), tuple(_exercises(sets)))


def _days(told: Iterable[AnyEvent], sets: Sequence[SetDone]) -> Iterable[DayDone]:
    starts: dict[date, list[SessionStarted]] = {}
    mornings: dict[date, int] = {}
    for event in told:
        if isinstance(event, SessionStarted) and not event.new_symptom:
            starts.setdefault(event.on, []).append(event)
        elif isinstance(event, MorningAnswered):
            mornings[event.about] = event.pain
    by_day: dict[date, list[SetDone]] = {}
    for one in sets:
        by_day.setdefault(one.on, []).append(one)
    for day in sorted(starts.keys() | by_day.keys()):
        begun, done = starts.get(day, []), by_day.get(day, [])
        asked = sum(item.sets for start in begun for item in start.plan.items)
        stage = begun[-1].plan.stage if begun else 1
        yield DayDone(day, asked, len(done), max((s.pain for s in done), default=None), mornings.get(day), stage)


def _exercises(sets: Sequence[SetDone]) -> Iterable[tuple[ExerciseId, tuple[Point, ...]]]:
    grouped: dict[ExerciseId, dict[date, list[SetDone]]] = {}
    for one in sets:
        grouped.setdefault(one.exercise, {}).setdefault(one.on, []).append(one)
    for name in sorted(grouped):
        yield name, tuple(_point(day, done) for day, done in sorted(grouped[name].items()))


def _point(day: date, sets: Sequence[SetDone]) -> Point:
    def total(side: Work | None) -> tuple[int, float]:
        return (side.reps, side.reps * side.hold_s) if side else (0, 0.0)

    both, left, right = ([total(getattr(s, side)) for s in sets] for side in ("both", "left", "right"))
    is_held = any(held for _, held in (*both, *left, *right))
    measure = 1 if is_held else 0
    loads = [s.load_kg for s in sets if s.load_kg is not None]
    return Point(
        on=day,
        reps=sum(r for r, _ in (*both, *left, *right)),
        held_s=sum(h for _, h in (*both, *left, *right)),
        load_kg=max(loads, default=None),
        left=float(sum(t[measure] for t in left)),
        right=float(sum(t[measure] for t in right)),
    )

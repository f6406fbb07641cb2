"""Swapping: what may take an exercise's place today, and a session with the day's swaps made.

A swap is for one day. What takes the place must be open to the person like any other exercise; it keeps the
place's minutes by leaving out sets where it is longer.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import inf
from typing import Final

from lumbar.catalogue.catalogue import Catalogue
from lumbar.catalogue.exercise import Exercise, ExerciseId, Group
from lumbar.journal.prescription import Prescription, SessionPlan
from lumbar.training.candidates import Candidate, candidates
from lumbar.training.low_back import NO_LOADS, LowBackLoads, item_load
from lumbar.training.low_back_growth import most_load
from lumbar.training.prescribe import with_sets
from lumbar.training.rules import reason
from lumbar.training.situation import Day
from lumbar.training.standing import State

SLACK: Final = 1e-9  # [Nm min]


@dataclass(frozen=True, slots=True)
class Spare:
    """Room for a dose: time [s], and load on the low back [Nm min]."""

    seconds: int
    load: float = inf

    def holds(self, dose: Prescription, exercise: Exercise, loads: LowBackLoads) -> bool:
        """Return whether a dose fits in."""
        return dose.seconds <= self.seconds and item_load(dose, exercise, loads) <= self.load + SLACK


def equals(exercise: Exercise, found: Sequence[Candidate], taken: frozenset[ExerciseId]) -> tuple[ExerciseId, ...]:
    """Return what may stand in for `exercise` at the same difficulty, best first.

    Its named equals come first, then open exercises of its stage that share a pattern.

    Args:
        exercise: What is to be replaced.
        found: Today's candidates.
        taken: What the session already holds.
    """
    open_now = {one.exercise.id: one.exercise for one in found if one.exercise.id not in taken}
    named = [name for name in exercise.neighbours.equal if name in open_now]
    alike = [
        name
        for name, other in open_now.items()
        if other.stage == exercise.stage and set(other.patterns) & set(exercise.patterns) and name not in named
    ]
    return tuple(name for name in (*named, *alike) if name != exercise.id)


def easier(exercise: Exercise, found: Sequence[Candidate], taken: frozenset[ExerciseId]) -> tuple[ExerciseId, ...]:
    """Return the easier neighbours of `exercise` that are open today and not yet in the session, best first."""
    open_now = {one.exercise.id for one in found} - taken
    return tuple(name for name in exercise.neighbours.easier if name in open_now)


def swapped(
    items: Sequence[Prescription], found: Sequence[Candidate], today: Day, spare: Spare
) -> tuple[Prescription, ...]:
    """Return the chosen items with today's swaps made, `spare` being what the minutes and the low back have left."""
    if today.state.swaps_on != today.on:
        return tuple(items)
    return tuple(_swapped(items, {one.exercise.id: one for one in found}, today, spare))


def _swapped(
    items: Sequence[Prescription],
    found: Mapping[ExerciseId, Candidate],
    today: Day,
    spare: Spare,
) -> Iterator[Prescription]:
    taken, swaps = {item.exercise for item in items}, today.state.swaps
    hinged = any(found[item.exercise].heavy for item in items if item.exercise in found)
    for item in items:
        new = found.get(_end(item.exercise, swaps))
        barred = new is not None and new.heavy and hinged and not found[item.exercise].heavy
        if new is None or new.exercise.id in taken or barred:
            yield item
            continue
        load = item_load(item, found[item.exercise].exercise, today.loads)
        instead = fitted(new, Spare(item.seconds + spare.seconds, load + spare.load), today.loads)
        if instead is None:
            yield item
            continue
        taken.add(new.exercise.id)
        spare = Spare(
            spare.seconds + item.seconds - instead.seconds,
            spare.load + load - item_load(instead, new.exercise, today.loads),
        )
        swap_why = reason("this-swapped", "this", exercise=item.exercise)
        yield replace(instead, why=(swap_why, *instead.why))


def _end(name: ExerciseId, swaps: Mapping[ExerciseId, ExerciseId]) -> ExerciseId:
    """Return where a chain of swaps ends; a ring ends where it began."""
    seen: list[ExerciseId] = [name]
    while (new := swaps.get(seen[-1])) is not None and new not in seen:
        seen.append(new)
    return seen[-1]


def fitted(new: Candidate, room: Spare, loads: LowBackLoads = NO_LOADS) -> Prescription | None:
    """Return the new exercise's dose within `room`, leaving out sets where it must; None if none fits."""
    for sets in range(new.dose.sets, 0, -1):
        dose = (
            new.dose if sets == new.dose.sets else with_sets(new.dose, new.exercise, sets, reason("dose-fit", "dose"))
        )
        if room.holds(dose, new.exercise, loads):
            return dose
    least = with_sets(new.least, new.exercise, 1, reason("dose-fit", "dose"))
    return least if room.holds(least, new.exercise, loads) else None


def stand_ins(
    plan: SessionPlan, state: State, catalogue: Catalogue, *, loads: LowBackLoads = NO_LOADS
) -> Mapping[ExerciseId, tuple[Prescription | None, Prescription | None]]:
    """Return, for each exercise of a session, what may take its place today: something easier, something equal.

    Each keeps to the minutes of what it replaces, and to what the low back has left; None where nothing does. The
    stretch is never replaced.

    Args:
        plan: The session, as planned or as recorded when it began.
        state: Where the person stands, settled to the session's day; without a person nothing is offered.
        catalogue: The exercises.
        loads: The person's moments at the low back by exercise.
    """
    if state.person is None:
        return {}
    budget_s = state.person.profile.minutes * 60
    today = Day(state.person, state, catalogue, plan.day, plan.stage, plan.place, budget_s, loads=loads)
    found, taken = candidates(today), frozenset(item.exercise for item in plan.items)
    by_id = {one.exercise.id: one for one in found}
    work = [(catalogue.exercises[item.exercise], item) for item in plan.items if item.exercise in catalogue.exercises]
    asked = {exercise.id: item_load(item, exercise, loads) for exercise, item in work}
    is_whole_day = state.person.profile.sessions_per_day == 1
    spare = max(0.0, most_load(found, today) - sum(asked.values())) if is_whole_day else 0.0
    rooms = {exercise.id: Spare(item.seconds, asked[exercise.id] + spare) for exercise, item in work}
    return {
        exercise.id: (
            _first(easier(exercise, found, taken), by_id, rooms[exercise.id], loads),
            _first(equals(exercise, found, taken), by_id, rooms[exercise.id], loads),
        )
        for exercise, _ in work
        if exercise.group is not Group.STRETCH
    }


def _first(
    names: Iterable[ExerciseId], found: Mapping[ExerciseId, Candidate], room: Spare, loads: LowBackLoads
) -> Prescription | None:
    doses = (fitted(found[name], room, loads) for name in names)
    return next((dose for dose in doses if dose is not None), None)

"""Swapping: what may take an exercise's place today, and a session with the day's swaps made.

A swap is for one day. What takes the place must be open to the person like any other exercise; it keeps the
place's minutes by leaving out sets where it is longer.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from lumbar.catalogue.catalogue import Catalogue
from lumbar.catalogue.exercise import Exercise, ExerciseId, Group
from lumbar.journal.prescription import Prescription, SessionPlan
from lumbar.training.candidates import Candidate, candidates
from lumbar.training.prescribe import with_sets
from lumbar.training.rules import reason
from lumbar.training.situation import Day
from lumbar.training.standing import State


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
    items: Sequence[Prescription], found: Sequence[Candidate], today: Day, spare_s: int
) -> tuple[Prescription, ...]:
    """Return the chosen items with today's swaps made, `spare_s` [s] being what the minutes have left."""
    if today.state.swaps_on != today.on:
        return tuple(items)
    return tuple(_swapped(items, {one.exercise.id: one for one in found}, today.state.swaps, spare_s))


def _swapped(
    items: Sequence[Prescription],
    found: Mapping[ExerciseId, Candidate],
    swaps: Mapping[ExerciseId, ExerciseId],
    spare_s: int,
) -> Iterator[Prescription]:
    taken = {item.exercise for item in items}
    hinged = any(found[item.exercise].heavy for item in items if item.exercise in found)
    for item in items:
        new = found.get(_end(item.exercise, swaps))
        barred = new is not None and new.heavy and hinged and not found[item.exercise].heavy
        if new is None or new.exercise.id in taken or barred:
            yield item
            continue
        instead = fitted(new, item.seconds + spare_s)
        if instead is None:
            yield item
            continue
        taken.add(new.exercise.id)
        spare_s += item.seconds - instead.seconds
        swap_why = reason("this-swapped", "this", exercise=item.exercise)
        yield replace(instead, why=(swap_why, *instead.why))


def _end(name: ExerciseId, swaps: Mapping[ExerciseId, ExerciseId]) -> ExerciseId:
    """Return where a chain of swaps ends; a ring ends where it began."""
    seen: list[ExerciseId] = [name]
    while (new := swaps.get(seen[-1])) is not None and new not in seen:
        seen.append(new)
    return seen[-1]


def fitted(new: Candidate, room_s: int) -> Prescription | None:
    """Return the new exercise's dose within `room_s` [s], leaving out sets where it must; None if none fits."""
    for sets in range(new.dose.sets, 0, -1):
        dose = (
            new.dose if sets == new.dose.sets else with_sets(new.dose, new.exercise, sets, reason("dose-fit", "dose"))
        )
        if dose.seconds <= room_s:
            return dose
    least = with_sets(new.least, new.exercise, 1, reason("dose-fit", "dose"))
    return least if least.seconds <= room_s else None


def stand_ins(
    plan: SessionPlan, state: State, catalogue: Catalogue
) -> Mapping[ExerciseId, tuple[Prescription | None, Prescription | None]]:
    """Return, for each exercise of a session, what may take its place today: something easier, something equal.

    Each keeps to the minutes of what it replaces; None where nothing does. The stretch is never replaced.

    Args:
        plan: The session, as planned or as recorded when it began.
        state: Where the person stands, settled to the session's day; without a person nothing is offered.
        catalogue: The exercises.
    """
    if state.person is None:
        return {}
    budget_s = state.person.profile.minutes * 60
    today = Day(state.person, state, catalogue, plan.day, plan.stage, plan.place, budget_s)
    found, taken = candidates(today), frozenset(item.exercise for item in plan.items)
    by_id = {one.exercise.id: one for one in found}
    work = [(catalogue.exercises[item.exercise], item) for item in plan.items if item.exercise in catalogue.exercises]
    return {
        exercise.id: (
            _first(easier(exercise, found, taken), by_id, item.seconds),
            _first(equals(exercise, found, taken), by_id, item.seconds),
        )
        for exercise, item in work
        if exercise.group is not Group.STRETCH
    }


def _first(names: Iterable[ExerciseId], found: Mapping[ExerciseId, Candidate], room_s: int) -> Prescription | None:
    doses = (fitted(found[name], room_s) for name in names)
    return next((dose for dose in doses if dose is not None), None)

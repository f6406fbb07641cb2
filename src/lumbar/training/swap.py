"""Swapping: what may take an exercise's place today, and a session with the day's swaps made.

A swap is for one day. What takes the place must be open to the person like any other exercise; it keeps the
place's minutes by leaving out sets where it is longer.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from lumbar.catalogue.exercise import Exercise, ExerciseId
from lumbar.journal.prescription import Prescription
from lumbar.training.candidates import Candidate
from lumbar.training.prescribe import with_sets
from lumbar.training.rules import reason
from lumbar.training.situation import Day


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

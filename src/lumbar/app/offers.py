"""Offers: what may take the place of each exercise of a session, with its dose, one press away.

An offer keeps to the minutes of what it replaces. The stretch has none: it always opens the session.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lumbar.catalogue.catalogue import Catalogue
from lumbar.catalogue.exercise import ExerciseId, Group
from lumbar.journal.prescription import Prescription, SessionPlan
from lumbar.journal.profile import Person
from lumbar.training.candidates import Candidate, candidates
from lumbar.training.situation import Day
from lumbar.training.standing import State
from lumbar.training.swap import easier, equals, fitted


@dataclass(frozen=True, slots=True)
class Offer:
    """What may be done instead of one exercise: something equal, something easier, or None where there is nothing."""

    equal: Prescription | None
    easier: Prescription | None


def offers(person: Person, state: State, catalogue: Catalogue, session: SessionPlan) -> Mapping[ExerciseId, Offer]:
    """Return the offer for each exercise of a session, in its order.

    Args:
        person: Profile and screening.
        state: Where the person stands, settled to the session's day.
        catalogue: The exercises.
        session: As planned, or as recorded when it began.
    """
    today = Day(
        person=person,
        state=state,
        catalogue=catalogue,
        on=session.day,
        stage=session.stage,
        place=session.place,
        budget_s=person.profile.minutes * 60,
    )
    found = candidates(today)
    by_id = {one.exercise.id: one for one in found}
    taken = frozenset(item.exercise for item in session.items)
    made: dict[ExerciseId, Offer] = {}
    for item in session.items:
        exercise = catalogue.exercises.get(item.exercise)
        if exercise is None or exercise.group is Group.STRETCH:
            continue
        made[item.exercise] = Offer(
            equal=_first(equals(exercise, found, taken), by_id, item.seconds),
            easier=_first(easier(exercise, found, taken), by_id, item.seconds),
        )
    return made


def _first(names: Iterable[ExerciseId], found: Mapping[ExerciseId, Candidate], room_s: int) -> Prescription | None:
    """Return the dose of the first of `names` that fits into `room_s` [s]."""
    doses = (fitted(found[name], room_s) for name in names)
    return next((dose for dose in doses if dose is not None), None)

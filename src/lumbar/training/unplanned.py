"""Sets of an exercise that no recorded plan asked for: a swap in mid-session, or a set logged by hand.

Their own recorded targets say what was asked. They stand for the place's full dose only where they equal it;
anything else is a light one, which raises nothing.
"""

from lumbar.catalogue.exercise import Exercise
from lumbar.journal.event import SetDone
from lumbar.journal.prescription import Prescription
from lumbar.training.place import Place


def asked_of(exercise: Exercise, sets: list[SetDone], place: Place | None) -> Prescription:
    """Return what `sets` were asked for, as a prescription of `exercise`."""
    first = sets[0] if sets else None
    index = place.rung if place is not None else _rung_of(exercise, first)
    rung = exercise.rungs[min(index, len(exercise.rungs) - 1)]
    reps = rung.reps if first is None else first.target_reps
    hold_s = rung.hold_s if first is None else first.target_hold_s
    load_kg = None if first is None else first.target_load_kg
    return Prescription(
        exercise=exercise.id,
        stage=exercise.stage,
        rung=index,
        sets=len(sets),
        reps=reps,
        reps_top=rung.reps_top,
        hold_s=hold_s,
        side=exercise.side,
        load_kg=load_kg,
        comfortable=False,
        rest_s=exercise.rest_s,
        light=first is None or reps < rung.reps or hold_s != rung.hold_s,
        warm_up=(),
        seconds=0,
        why=(),
    )


def _rung_of(exercise: Exercise, done: SetDone | None) -> int:
    """Return the highest rung that a set's targets reach, or the lowest."""
    if done is None:
        return 0
    fits = [
        index
        for index, rung in enumerate(exercise.rungs)
        if rung.reps <= done.target_reps and rung.hold_s == done.target_hold_s
    ]
    return fits[-1] if fits else 0

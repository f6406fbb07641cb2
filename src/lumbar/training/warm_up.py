"""Warm-up sets for the bar: the empty bar, about half, about four fifths, each only where it is lighter.

Source: ours, after common practice; text-3 only says that loads are moderate and controlled.
"""

from typing import Final

from lumbar.catalogue.exercise import Equipment, Exercise
from lumbar.journal.prescription import WarmUpSet
from lumbar.journal.profile import Person
from lumbar.training.plates import bar_kg, loadable

BAR_REPS: Final = 8  # ours
RAMP: Final = ((0.5, 5), (0.8, 3))  # ours: share of the working load, repetitions


def is_on_the_bar(exercise: Exercise, person: Person, kg: float | None) -> bool:
    """Return whether a load is lifted with the barbell rather than held in the hands."""
    rule, owned = exercise.load, person.profile.equipment
    if rule is None or Equipment.BARBELL not in rule.with_equipment & owned:
        return False
    in_hand = loadable(person.profile.weights, (rule.with_equipment & owned) - {Equipment.BARBELL})
    only_bar = rule.with_equipment & owned == {Equipment.BARBELL}
    return only_bar if kg is None else kg >= bar_kg(person.profile.weights) and kg not in in_hand


def warm_up_for(exercise: Exercise, person: Person, kg: float | None) -> tuple[WarmUpSet, ...]:
    """Return the warm-up sets before working sets of `kg` [kg]; none for anything but the bar.

    Where the working load is still to be found, the empty bar is the warm-up and its `share` is 0.
    """
    if not is_on_the_bar(exercise, person, kg):
        return ()
    bar = bar_kg(person.profile.weights)
    if kg is None:
        return (WarmUpSet(BAR_REPS, bar, 0.0),)
    if kg <= bar:
        return ()
    loads = loadable(person.profile.weights, frozenset({Equipment.BARBELL}))
    sets = [WarmUpSet(BAR_REPS, bar, round(bar / kg, 2))]
    for share, reps in RAMP:
        near = min(loads, key=lambda one: (abs(one - share * kg), one))
        if sets[-1].load_kg < near < kg:
            sets.append(WarmUpSet(reps, near, round(near / kg, 2)))
    return tuple(sets)

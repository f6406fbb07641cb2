"""C030: figures of a text that are not a dose."""

from collections.abc import Iterator
from typing import Final

from lumbar.catalogue.near import hint, quoted
from lumbar.catalogue.rule import Case, Finding, rule

UNITS: Final = ("deg", "m", "cm", "in", "kg", "lb", "s", "min", "reps", "sets", "ratio", "per-day", "per-side")


@rule("C030", "bronze")
def unit_is_known(case: Case) -> Iterator[Finding]:
    """Every fact is in a unit that is known.

    Twelve inches read as twelve centimetres puts the feet in the wrong place.
    """
    for i, fact in enumerate(case.exercise.facts):
        if fact.unit not in UNITS:
            yield Finding(("facts", i, "unit"), f"the unit {quoted(fact.unit)} is not known", hint(fact.unit, UNITS))


@rule("C031", "bronze")
def fact_ids_are_unique(case: Case) -> Iterator[Finding]:
    """No two facts of an exercise share an id.

    Of two figures under one name only one would be shown.
    """
    ids = [fact.id for fact in case.exercise.facts]
    for i, name in enumerate(ids):
        if name in ids[:i]:
            yield Finding(("facts", i, "id"), f"the fact {quoted(name)} is there twice")


@rule("C032", "bronze")
def pair_is_in_order(case: Case) -> Iterator[Finding]:
    """A fact that is a pair gives the smaller figure first.

    It is read as a range, from the first to the second.
    """
    for i, fact in enumerate(case.exercise.facts):
        if isinstance(fact.value, tuple) and fact.value[0] >= fact.value[1]:
            yield Finding(("facts", i, "value"), f"the fact {quoted(fact.id)} is not a range", "Smaller figure first.")


@rule("C033", "bronze")
def name_agrees_with_unit(case: Case) -> Iterator[Finding]:
    """A fact whose id ends in a unit is in that unit.

    Of `knee_flexion_deg` in `in` one of the two is wrong.
    """
    for i, fact in enumerate(case.exercise.facts):
        ending = fact.id.rpartition("_")[2]
        if ending in UNITS and ending != fact.unit and fact.unit in UNITS:
            yield Finding(("facts", i, "unit"), f"{quoted(fact.id)} is in {quoted(fact.unit)}", "Change one of them.")

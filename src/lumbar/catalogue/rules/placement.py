"""C060: what the planner needs to find a place for an exercise."""

from collections.abc import Iterator

from lumbar.catalogue.exercise import Equipment, Exercise, Position
from lumbar.catalogue.muscles import MUSCLES
from lumbar.catalogue.near import hint, quoted
from lumbar.catalogue.rule import Case, Finding, rule


@rule("C060", "bronze")
def has_a_pattern(case: Case) -> Iterator[Finding]:
    """An exercise has at least one pattern, and none twice.

    The week is balanced by patterns; without one an exercise is never chosen for a reason.
    """
    patterns = case.exercise.patterns
    if not patterns or len(set(patterns)) < len(patterns):
        yield Finding(("patterns",), "`patterns` needs at least one pattern, each once")


@rule("C061", "bronze")
def equipment_is_a_choice(case: Case) -> Iterator[Finding]:
    """Each alternative of the equipment names something, and none contains another.

    Nothing needed is written `equipment = []`; an alternative that asks for more than another is never used.
    """
    needs = case.exercise.equipment
    for i, need in enumerate(needs):
        if not need:
            yield Finding(("equipment", i), "an alternative is empty", "Nothing needed is written `equipment = []`.")
        elif any(other <= need for j, other in enumerate(needs) if j != i):
            yield Finding(("equipment", i), "an alternative asks for all that another asks for", "Leave it out.")


def _not_on_chair(exercise: Exercise) -> str:
    return "" if exercise.position is Position.ROMAN_CHAIR else "It is not done on a Roman chair."


@rule("C062", "bronze", exempt=_not_on_chair)
def chair_is_equipment(case: Case) -> Iterator[Finding]:
    """What is done on a Roman chair needs one.

    Otherwise it would be planned for somebody who has none.
    """
    needs = case.exercise.equipment
    if not needs or any(Equipment.ROMAN_CHAIR not in need for need in needs):
        yield Finding(("equipment",), "the position is on a Roman chair, but not every alternative names one")


@rule("C063", "bronze")
def flags_are_known(case: Case) -> Iterator[Finding]:
    """Every flag in `not_with` is a flag of the screening.

    A misspelt flag would let the exercise through to somebody who should not do it.
    """
    for flag in sorted(case.exercise.not_with - case.shelf.flags):
        yield Finding(("not_with",), f"the flag {quoted(flag)} is not known", hint(flag, case.shelf.flags))


@rule("C064", "silver")
def muscles_are_known(case: Case) -> Iterator[Finding]:
    """Every muscle is known.

    Names of muscles are translated by their ids.
    """
    for key, muscle in _muscles(case.exercise):
        if muscle not in MUSCLES:
            yield Finding(("muscles", key), f"the muscle {quoted(muscle)} is not known", hint(muscle, MUSCLES))


@rule("C065", "silver")
def muscles_are_named_once(case: Case) -> Iterator[Finding]:
    """At least one muscle works most, and no muscle is named twice.

    A muscle either leads, helps or steadies.
    """
    named = [muscle for _, muscle in _muscles(case.exercise)]
    if not case.exercise.muscles.most:
        yield Finding(("muscles", "most"), "`most` names no muscle")
    for muscle in sorted({muscle for muscle in named if named.count(muscle) > 1}):
        yield Finding(("muscles",), f"the muscle {quoted(muscle)} is named twice")


def _muscles(exercise: Exercise) -> Iterator[tuple[str, str]]:
    muscles = exercise.muscles
    for key, names in (("most", muscles.most), ("also", muscles.also), ("steadying", muscles.steadying)):
        yield from ((key, name) for name in names)

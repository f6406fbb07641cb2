"""C055: where the load of the loaded rungs comes from."""

from collections.abc import Iterator
from typing import Final

from lumbar.catalogue.exercise import Equipment, Exercise, HeavyHinge, Pattern
from lumbar.catalogue.near import hint, quoted
from lumbar.catalogue.rule import Case, Finding, rule

HIGHEST_SHARE: Final = 1.0  # text-3: at most the whole clean
CARRIES: Final = frozenset(
    {
        Equipment.BAND,
        Equipment.CABLE,
        Equipment.DUMBBELL,
        Equipment.PLATE,
        Equipment.STAND_IN,
        Equipment.BARBELL,
    }
)


def _no_load(exercise: Exercise) -> str:
    return "" if exercise.load else "It has no load."


@rule("C055", "bronze")
def load_and_loaded_go_together(case: Case) -> Iterator[Finding]:
    """A loaded rung has a load rule, and a load rule has a loaded rung.

    One without the other is a load from nowhere, or a rule for nothing.
    """
    loaded = next((i for i, rung in enumerate(case.exercise.rungs) if rung.loaded), None)
    if loaded is not None and case.exercise.load is None:
        yield Finding(("ladder", loaded, "loaded"), f"rung {loaded} has a load, but there is no [load]")
    if loaded is None and case.exercise.load is not None:
        yield Finding(("load",), "there is a [load], but no rung has `loaded = true`")


@rule("C056", "bronze", exempt=_no_load)
def share_is_a_range(case: Case) -> Iterator[Finding]:
    """The shares of a lift run from low to high, above 0 and at most 1.

    Percentages are written as ratios: 70 % is 0.70.
    """
    load = case.exercise.load
    for key, share in (("of_clean", load and load.of_clean), ("of_deadlift", load and load.of_deadlift)):
        if share and not 0 < share[0] <= share[1] <= HIGHEST_SHARE:
            yield Finding(("load", key), f"`{key}` is {share[0]:g} to {share[1]:g}", "Write it like [0.70, 1.00].")


@rule("C057", "bronze", exempt=_no_load)
def share_of_leans_on_a_load(case: Case) -> Iterator[Finding]:
    """A share of another exercise names another one that has a load, and is smaller than it.

    The load then always stays below that exercise's.
    """
    share = case.exercise.load.share_of if case.exercise.load else None
    if share is None:
        return
    name, ratio = share
    other = case.shelf.exercises.get(name)
    if name not in case.shelf.names or name == case.exercise.id:
        yield Finding(("load", "share_of"), f"there is no other exercise {quoted(name)}", hint(name, case.shelf.names))
    elif other is not None and other.load is None:
        yield Finding(("load", "share_of"), f"{quoted(name)} has no load to take a share of")
    if not 0 < ratio < 1:
        yield Finding(("load", "share_of"), f"the ratio is {ratio:g}", "It lies between 0 and 1.")


@rule("C058", "bronze", exempt=_no_load)
def load_has_a_carrier(case: Case) -> Iterator[Finding]:
    """A load names equipment that can carry it.

    A bench holds the person, not the load.
    """
    carriers = case.exercise.load.with_equipment if case.exercise.load else frozenset()
    if not carriers or not carriers <= CARRIES:
        yield Finding(("load", "with"), "`with` must name what carries the load", hint("", CARRIES))


@rule("C059", "bronze")
def heavy_hinge_is_a_loaded_hinge(case: Case) -> Iterator[Finding]:
    """A heavy hinge loads the hips or the back, and has a rung with a load.

    Heavy hinges are kept 48 hours apart; one without a load would block a day for nothing.
    """
    exercise = case.exercise
    if exercise.heavy_hinge is HeavyHinge.NEVER:
        return
    if not any(rung.loaded for rung in exercise.rungs):
        yield Finding(("heavy_hinge",), f"`heavy_hinge` is {quoted(exercise.heavy_hinge)}, but no rung has a load")
    if not {Pattern.HIP_HINGE, Pattern.EXTENSOR_ENDURANCE} & set(exercise.patterns):
        yield Finding(("heavy_hinge",), "a heavy hinge has the pattern “hip-hinge” or “extensor-endurance”")

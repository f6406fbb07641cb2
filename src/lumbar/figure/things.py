"""The things of an exercise, from what its file says it touches, needs and pulls at; nothing is known by its name."""

from lumbar.body.path import Path
from lumbar.catalogue.exercise import Equipment, Exercise
from lumbar.figure.fixtures import fixtures_of
from lumbar.figure.held import held_of
from lumbar.figure.shapes import Box, Fixed, OnLine, OnSegment, Place, Rod, Shape, Thing

__all__ = ["Box", "Fixed", "OnLine", "OnSegment", "Place", "Rod", "Shape", "Thing", "implement_of", "things_of"]


def things_of(exercise: Exercise, implement: str | None, path: Path) -> tuple[Thing, ...]:
    """Return the things of an exercise, placed for the body of `path`.

    Args:
        exercise: The exercise.
        implement: What is held or pulled, an `Equipment` value; nothing for the first that the exercise needs.
        path: The way of the body.
    """
    motion = exercise.motion
    if motion is None:
        return ()
    held = implement_of(exercise, implement)
    return (*fixtures_of(motion, path), *(held_of(motion.pulls, held, path) if held else ()))


def implement_of(exercise: Exercise, implement: str | None) -> Equipment | None:
    """Return what is held or pulled: what is asked for, or the first thing needed that can be; else nothing."""
    if implement is not None:
        return Equipment(implement)
    fixed = {Equipment.BENCH, Equipment.ROMAN_CHAIR}
    needed = sorted(exercise.equipment[0] - fixed) if exercise.equipment else []
    return needed[0] if needed else None

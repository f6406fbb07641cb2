"""Ordering: the exercises of a session in the order they are done.

The stretch opens it, on the back. Then from the floor up: back, side, front, all fours, at the wall, standing; so
one gets up once. Where the bar or a heavy hinge is part of it, that comes first, while fresh, then the other
standing work, then the floor. Within a position the easier stage comes first, then the id.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, TypeVar

from lumbar.catalogue.exercise import Exercise, Position

FROM_THE_FLOOR: Final = (
    Position.SUPINE,
    Position.SIDE_LYING,
    Position.PRONE,
    Position.QUADRUPED,
    Position.STANDING_AT_WALL,
    Position.STANDING,
    Position.ROMAN_CHAIR,
)
FROM_THE_BAR: Final = (
    Position.STANDING,
    Position.ROMAN_CHAIR,
    Position.STANDING_AT_WALL,
    Position.QUADRUPED,
    Position.PRONE,
    Position.SIDE_LYING,
    Position.SUPINE,
)
UPRIGHT: Final = frozenset({Position.STANDING_AT_WALL, Position.STANDING, Position.ROMAN_CHAIR})
Item = TypeVar("Item")


def ordered(items: Iterable[tuple[Exercise, Item, bool]], *, bar_first: bool) -> tuple[tuple[Exercise, Item], ...]:
    """Return the exercises of a session in their order, the stretch left out.

    Args:
        items: The exercise, what goes with it, and whether it is a heavy hinge.
        bar_first: Whether to begin standing, at the bar, rather than on the floor.
    """
    positions = FROM_THE_BAR if bar_first else FROM_THE_FLOOR
    found = sorted(items, key=lambda one: (not one[2], positions.index(one[0].position), one[0].stage, one[0].id))
    return tuple((exercise, item) for exercise, item, _ in found)


def get_ups(exercises: Sequence[Exercise]) -> int:
    """Return how often one must stand up or lie down on the way through `exercises`."""
    upright = [exercise.position in UPRIGHT for exercise in exercises]
    return sum(a != b for a, b in pairwise(upright))

"""What is held, carried or pulled at: bars, dumbbells, plates, bands, where the loads of a motion act.

All sizes are ours, in metres, after usual equipment.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

import numpy as np

from lumbar.body.motion import Pull
from lumbar.body.path import Path
from lumbar.body.points import points_of
from lumbar.catalogue.exercise import Equipment
from lumbar.figure.shapes import Box, Fixed, OnLine, OnSegment, Place, Rod, Thing

_BAR: Final = 0.014
_BAR_HALF: Final = 0.95
_DISC: Final = (0.7, 0.76, 0.17)  # from and to along the bar, and its radius
_HANDLE: Final = (0.016, 0.1)  # radius, and from the middle to a head
_HEAD: Final = (0.045, 0.06)  # radius and length
_PLATE: Final = (0.11, 0.035)  # radius and thickness
_BOOK: Final = (0.17, 0.045, 0.24)
_BAND: Final = 0.006
_POST: Final = 0.03
_AWAY: Final = 1.2  # how far from the hands a band is fixed
_LEVEL: Final = 0.7  # a pull that points down more than this is a weight
_APART: Final = 0.35  # hands nearer to each other than this hold one thing together

Axis = Callable[[float], Place]
"""From a distance along a line [m], from its middle, to the place there."""


def held_of(pulls: Sequence[Pull], implement: Equipment, path: Path) -> Iterator[Thing]:
    """Yield what is held or pulled, for each load of a motion."""
    for pull in pulls:
        if pull.direction[2] > -_LEVEL:
            yield from _rope(pull, implement, path)
        elif implement is Equipment.BARBELL:
            yield from _bar(_across(pull, path))
        else:
            for axis in _handles(pull, path):
                yield from _WEIGHTS.get(implement, _plate)(axis)


def _rope(pull: Pull, implement: Equipment, path: Path) -> Iterator[Thing]:
    """Yield a band or cable from the hands to where it is fixed, and the post there."""
    hands = path.placed().points_m(pull.points)[0].mean(axis=0)
    x, y, z = (float(value) for value in hands + _AWAY * np.array(pull.direction))
    ink = "steel" if implement is Equipment.CABLE else "band"
    yield Thing(str(implement), ink, Rod(Fixed((x, y, z)), _line(pull.points)(0), _BAND))
    yield Thing("post", "frame", Rod(Fixed((x, y, 0)), Fixed((x, y, z + 2 * _POST)), _POST))


def _bar(axis: Axis) -> Iterator[Thing]:
    start, end, radius = _DISC
    yield Thing("bar", "steel", Rod(axis(-_BAR_HALF), axis(_BAR_HALF), _BAR))
    for side in (-1, 1):
        yield Thing("disc", "iron", Rod(axis(side * start), axis(side * end), radius))


def _dumbbell(axis: Axis) -> Iterator[Thing]:
    (grip, half), (head, length) = _HANDLE, _HEAD
    yield Thing("dumbbell", "steel", Rod(axis(-half), axis(half), grip))
    for side in (-1, 1):
        yield Thing("dumbbell", "iron", Rod(axis(side * half), axis(side * (half + length)), head))


def _plate(axis: Axis) -> Iterator[Thing]:
    radius, thick = _PLATE
    yield Thing("plate", "iron", Rod(axis(-thick / 2), axis(thick / 2), radius))


def _book(axis: Axis) -> Iterator[Thing]:
    yield Thing("stand-in", "iron", Box(axis(0), _BOOK))


_WEIGHTS: Final[Mapping[Equipment, Callable[[Axis], Iterator[Thing]]]] = {
    Equipment.DUMBBELL: _dumbbell,
    Equipment.PLATE: _plate,
    Equipment.STAND_IN: _book,
}


def _handles(pull: Pull, path: Path) -> Iterator[Axis]:
    """Yield the line of each thing that a load stands for: one that both hands hold, one a hand, or one on the body."""
    if all(point.startswith("grip") for point in pull.points):
        places = path.placed().points_m(pull.points)[0]
        together = len(places) > 1 and float(np.linalg.norm(places[1] - places[0])) < _APART
        if together:
            yield _line(pull.points)
            return
        for point in pull.points:
            yield _beside(path, (point,))
    else:
        yield _beside(path, pull.points)


def _across(pull: Pull, path: Path) -> Axis:
    """Return the line of a bar: through both hands or both spots on the back, or in front of the body."""
    held = all(point.startswith(("grip", "bar")) for point in pull.points)
    return _line(pull.points) if held else _beside(path, pull.points)


def _line(points: Sequence[str]) -> Axis:
    first, last = points[0], points[-1]
    return lambda along: OnLine((first, last), along)


def _beside(path: Path, points: Sequence[str]) -> Axis:
    """Return the line to the left of the body through the middle of points on one segment, a bar's thickness off it."""
    table = points_of(path.physique)
    segment = table[points[0]].segment
    x, y, z = np.mean([table[point].offset_m for point in points], axis=0)
    off = 0.0 if points[0].startswith("grip") else float(np.copysign(_BAR, x))

    def place(along: float) -> Place:
        return OnSegment(segment, (float(x) + off, float(y) + along, float(z)))

    return place

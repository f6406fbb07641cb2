"""A plain room to film in: a floor, two walls with skirting, some furniture along the back wall."""

from collections.abc import Iterator
from typing import Final

import numpy as np

from lumbar.body.arrays import FloatArray
from lumbar.figure.shot import Shot
from lumbar.figure.solid import Solid, block, face

_SQUARE_M: Final = 0.08  # coarser than what is held: shadows on walls are soft
_FLOOR_SQUARE_M: Final = 0.04
_LONG_M: Final = 12.0
_HIGH_M: Final = 2.6
_BACK_HIGH_M: Final = 4.2  # so that its end is never in the picture
_SKIRTING_M: Final = (0.09, 0.015)  # high and thick


def room(shot: Shot, floor_m: float) -> Iterator[Solid]:
    """Yield the room of a shot, its floor at a height [m]."""
    x, y, _ = shot.view.target_m
    behind = np.radians(shot.view.azimuth_deg + 180 + shot.wall_turn_deg)
    back = np.array([np.cos(behind), np.sin(behind), 0.0])
    right = np.array([back[1], -back[0], 0.0])
    up = np.array([0.0, 0.0, 1.0])
    middle = np.array([x, y, floor_m])
    yield from _floor(middle, right, back)
    foot = middle + shot.wall_m * back
    yield face(foot + up * _BACK_HIGH_M / 2, right * _LONG_M, up * _BACK_HIGH_M, "room-wall", _SQUARE_M)
    high, thick = _SKIRTING_M
    yield block(
        foot + up * high / 2 - back * thick / 2, np.stack([right * _LONG_M, back * thick, up * high]), "skirting", 0.5
    )
    aside = middle - right * (shot.wall_m + 1.6)
    yield face(aside + up * _HIGH_M / 2, back * _LONG_M, up * _HIGH_M, "room-wall", 2 * _SQUARE_M)
    for piece in shot.furniture:
        wide, tall, deep = piece.size_m
        place = foot + right * piece.right_m + up * (piece.above_m + tall / 2) - back * deep / 2
        yield block(place, np.stack([right * wide, back * deep, up * tall]), piece.ink, _SQUARE_M)


def _floor(middle: FloatArray, right: FloatArray, back: FloatArray) -> Iterator[Solid]:
    """Yield the floor: fine squares where the person is, coarse ones around, a hair lower."""
    yield face(middle, right * 3.2, back * 3.2, "room-floor", _FLOOR_SQUARE_M)
    below = middle - np.array([0, 0, 0.002])
    yield face(below, right * _LONG_M, back * _LONG_M, "room-floor", 0.25)

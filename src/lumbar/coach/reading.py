"""Read a body from its landmarks: where its parts point in the picture, how long they are, which way it faces.

Everything is measured in pixels, so that a picture's aspect ratio bends no angle. A direction is that of a part of
the body in the picture's plane, counter-clockwise from the picture's right, y upwards.
"""

from typing import Final, NamedTuple

import numpy as np

from lumbar.coach.frame import FloatArray

TRUNK: Final = 0  # from the middle of the shoulders to the middle of the hips
ARM: Final = 1  # here and below: the left side, and the right side one further
FOREARM: Final = 3
THIGH: Final = 5
SHANK: Final = 7
FOOT: Final = 9
FACE: Final = 11
SHOULDER_LINE: Final = 12
HIP_LINE: Final = 13
NECK: Final = 14
UP: Final = 15
DIRECTIONS: Final = 16

MARKS: Final = 36  # the landmarks, and the middles of shoulders (33), hips (34) and ears (35)
_ONE: Final = np.array([11, 23, 7])
_TWO: Final = np.array([12, 24, 8])
_FROM: Final = np.array([33, 11, 12, 13, 14, 23, 24, 25, 26, 29, 30, 35, 12, 24, 33])
_TO: Final = np.array([34, 13, 14, 15, 16, 25, 26, 27, 28, 31, 32, 0, 11, 23, 35])
# Which turns from one part to another tell which way a body faces: above zero when it faces the picture's right.
_BEND: Final = np.array([5, 6, 5, 6, 9, 10, 3, 4, 11])
_OVER: Final = np.array([7, 8, 0, 0, 7, 8, 1, 2, 0])


SHOULDERS: Final = 0.65  # of the trunk's length, seen from ahead; measured on recordings
HIPS: Final = 0.38  # the same
_WIDTHS: Final = 2.0 * np.array([SHOULDERS, HIPS])
_WIDEST: Final = 1.0


class Reading(NamedTuple):
    """What many frames show of a body.

    `directions_rad` [rad], shape (frames, 16), by the places above, the last one straight up. `lengths_px` [px], shape
    (frames, 15), and `trunk_px` [px], shape (frames, 1), that of the trunk, never quite 0. `faces_right`, shape
    (frames,): above zero where the front of the body lies clockwise of the way from hips to head, as of somebody who
    stands and faces the picture's right; near zero where that cannot be told. `turn` [ratio], shape (frames,), is how
    wide shoulders and hips are, 0 from the side and 1 from ahead.
    """

    directions_rad: FloatArray
    lengths_px: FloatArray
    trunk_px: FloatArray
    faces_right: FloatArray
    turn: FloatArray


def mark(points_px: FloatArray) -> FloatArray:
    """Return landmarks [px], shape (frames, 33, 2), with the middles behind them, shape (frames, 36, 2)."""
    return np.concatenate([points_px, 0.5 * (points_px.take(_ONE, axis=1) + points_px.take(_TWO, axis=1))], axis=1)


def trunk_of(marks_px: FloatArray) -> FloatArray:
    """Return the length of the trunk [px], shape (frames,)."""
    return lengths_of(marks_px[:, 33] - marks_px[:, 34]) + 1e-9


def lengths_of(parts_px: FloatArray) -> FloatArray:
    """Return how long parts [px], shape (..., 2), are."""
    return np.asarray(np.hypot(parts_px[..., 0], parts_px[..., 1]))


def read_body(marks_px: FloatArray) -> Reading:
    """Return what landmarks and middles [px], shape (frames, 36, 2), y downwards and without NaN, show of a body."""
    parts = marks_px.take(_TO, axis=1) - marks_px.take(_FROM, axis=1)
    directions = np.full((len(parts), DIRECTIONS), 0.5 * np.pi)
    np.arctan2(-parts[..., 1], parts[..., 0], out=directions[:, :UP])
    lengths = lengths_of(parts)
    trunk = lengths[:, :1] + 1e-9
    turns = np.sin(directions.take(_BEND, axis=1) - directions.take(_OVER, axis=1))
    # Squared, for a joint that is all but straight says nothing but noise.
    faces_right = np.add.reduce(turns * np.abs(turns), axis=1)
    lines = lengths[:, SHOULDER_LINE : HIP_LINE + 1] / (_WIDTHS * trunk)
    return Reading(directions, lengths, trunk, faces_right, np.add.reduce(np.minimum(lines, _WIDEST), axis=1))

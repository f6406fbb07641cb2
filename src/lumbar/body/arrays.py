"""The one kind of array that the room speaks in, and turning about an axis."""

from typing import Literal

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]
Axis = Literal["x", "y", "z"]
Vector = tuple[float, float, float]

_PLANE: dict[Axis, tuple[int, int]] = {"x": (1, 2), "y": (2, 0), "z": (0, 1)}


def turns_about(axis: Axis, angle_rad: FloatArray) -> FloatArray:
    """Return right-handed rotation matrices about a room axis.

    Args:
        axis: The axis to turn about.
        angle_rad: Angles [rad], shape (frames,).

    Returns:
        Matrices, shape (frames, 3, 3); a column vector is turned by `matrix @ vector`.

    >>> turns_about("z", np.array([np.pi / 2])).round(3).tolist()
    [[[0.0, -1.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]]]
    """
    first, second = _PLANE[axis]
    turns = np.zeros((len(angle_rad), 3, 3))
    turns[:] = np.eye(3)
    cos, sin = np.cos(angle_rad), np.sin(angle_rad)
    turns[:, first, first] = turns[:, second, second] = cos
    turns[:, first, second] = -sin
    turns[:, second, first] = sin
    return turns


def turn_further(turns: FloatArray, axis: Axis, cos: FloatArray, sin: FloatArray) -> None:
    """Turn frames, in place, about an axis of their own: what `turns @ turns_about(axis, angle)` gives, faster.

    Args:
        turns: Matrices, shape (frames, 3, 3); they are changed.
        axis: The axis to turn about.
        cos: Cosines of the angles, shape (frames,).
        sin: Sines of the angles, shape (frames,).
    """
    first, second = _PLANE[axis]
    cos, sin = cos[:, np.newaxis], sin[:, np.newaxis]
    ahead = turns[..., first] * cos + turns[..., second] * sin
    turns[..., second] = turns[..., second] * cos - turns[..., first] * sin
    turns[..., first] = ahead

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

"""The skeleton that is drawn over a person: the near side strong, the far side thin."""

from typing import Final

import numpy as np

from lumbar.coach.frame import FloatArray, Track

LEFT: Final = (7, 11, 13, 15, 23, 25, 27, 29, 31)
"""Ear, shoulder, elbow, wrist, hip, knee, ankle, heel and toes of the left side; those of the right come one after."""
_SHOULDER, _HIP = 11, 23
_WAYS: Final = ((7, 11, 13, 15), (11, 23, 25, 27, 29, 31, 27))
_FROM_S: Final = 1.0  # how long, before and after, says which side is near; ours
Line = FloatArray


def near_is_left(track: Track, number: int) -> bool:
    """Return whether the left side is nearer to the camera about frame `number`: the model sees it better."""
    about = np.abs(track.times_s - track.times_s[number]) <= _FROM_S
    visible = track.visibility[about].mean(axis=0)
    left = np.array(LEFT)
    return bool(visible[left].sum() >= visible[left + 1].sum())


def lines(points_px: FloatArray, *, left: bool) -> tuple[Line, ...]:
    """Return the lines of one side, each a row of points [px], shape (n, 2), from `points_px`, shape (33, 2)."""
    side = 0 if left else 1
    return tuple(points_px[[mark + side for mark in way]] for way in _WAYS)


def joints(points_px: FloatArray, *, left: bool) -> FloatArray:
    """Return the joints of one side that are marked [px], shape (6, 2): shoulder, elbow, wrist, hip, knee, ankle."""
    side = 0 if left else 1
    return points_px[[mark + side for mark in (11, 13, 15, 23, 25, 27)]]


def across(points_px: FloatArray) -> tuple[Line, ...]:
    """Return the lines between the two shoulders and the two hips [px], shape (2, 2) each."""
    return tuple(points_px[[mark, mark + 1]] for mark in (_SHOULDER, _HIP))

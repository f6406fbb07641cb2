"""From landmarks to what counting needs, many frames at once: identity, angles, filter, phase and position."""

from collections.abc import Iterator
from typing import Final, NamedTuple

import numpy as np

from lumbar.coach.expectation import ERROR_DEG, Expectation
from lumbar.coach.frame import FloatArray
from lumbar.coach.identity import Identity
from lumbar.coach.one_euro import OneEuro
from lumbar.coach.reading import TRUNK, Reading, read_body
from lumbar.coach.view import Seen, view_of

_FACING_S: Final = 1.0  # how long the body's side towards the camera is remembered
_LEAST_STEP_S: Final = 0.02
_BEYOND: Final = 0.3  # of the way: as far beyond rest and peak does what stays steady go along; ours
_TWIN: Final = 0.1  # the far side is seen worse, and may come along so much less; ours


class Glance(NamedTuple):
    """What one frame shows of an exercise, for each side that may lead (one where both work together).

    `phases` is where the person stands between rest (0) and peak (1), `shares` how far the least of the moving angles
    has come, `in_place` whether the person is in the exercise's position, `angles_deg` [deg] what was read, shape
    (sides, angles).
    """

    time_s: float
    seen: Seen
    phases: list[float]
    shares: list[float]
    in_place: list[bool]
    angles_deg: FloatArray


class Conditioning:
    """Keeps what a frame needs of those before it."""

    def __init__(self, expected: Expectation) -> None:
        """Begin without a past."""
        self._expected = expected
        self._identity = Identity()
        self._filter = OneEuro()
        self._facing = 0.0
        self._facing_s: float | None = None
        self._last: FloatArray | None = None
        way = expected.peak_deg - expected.rest_deg
        self._way = np.where(np.abs(way) > 1.0, way, 1.0)
        weights = way[expected.moves] ** 2
        self._weights = weights / weights.sum()
        self._ease = 0.5 * ERROR_DEG / np.abs(self._way)

    def reset(self) -> None:
        """Forget the angles: what comes next is not what was before."""
        self._filter.reset()

    def take(self, points_px: FloatArray, times_s: FloatArray, size_px: tuple[int, int]) -> Iterator[Glance]:
        """Return what frames show, in order.

        Args:
            points_px: Landmarks [px], shape (frames, 33, 2), without NaN; one frame at least.
            times_s: Their time stamps [s], shape (frames,).
            size_px: The picture's width and height [px].
        """
        expected, times = self._expected, times_s.tolist()
        marked = 0.5 * (points_px[:, 11] + points_px[:, 12] - points_px[:, 23] - points_px[:, 24])
        trunk = np.sqrt(marked[:, 0] * marked[:, 0] + marked[:, 1] * marked[:, 1])
        points, jumped = self._identity.follow(points_px, trunk)
        body = read_body(points)
        facing = self._face(times, body)
        near = (facing > 0.0).astype(np.intp)
        angles = expected.table.read(body.directions_rad, facing)
        if not expected.sided:
            angles = angles[np.arange(len(near)), near][:, np.newaxis]
        angles = self._filter.filter(times, angles)
        phases, shares, in_place = self._judge(angles)
        seen = view_of(points, body, size_px, expected).told(near, self._moved(points_px), jumped, sided=expected.sided)
        return map(Glance, times, seen, phases.tolist(), shares.tolist(), in_place.tolist(), iter(angles))

    def _judge(self, angles_deg: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
        """Return phases, least shares and whether in position, shape (frames, sides) each."""
        expected = self._expected
        shares = (angles_deg - expected.rest_deg) / self._way
        moving = shares[..., expected.moves]
        phases = np.add.reduce(np.moveaxis(moving * self._weights, -1, 0))
        least = (moving + self._ease[expected.moves]).min(axis=-1)
        if expected.twins:
            least = np.minimum(least, (shares + self._ease)[..., expected.twins].min(axis=-1) + _TWIN)
        along = np.minimum(np.maximum(phases, -_BEYOND), 1.0 + _BEYOND)[..., np.newaxis]
        steady = expected.steady
        way = expected.rest_deg[steady] + along * (expected.peak_deg - expected.rest_deg)[steady]
        off = np.abs(angles_deg[..., steady] - way) <= expected.tolerance_deg
        return phases, least, off.all(axis=-1)

    def _face(self, times_s: list[float], body: Reading) -> FloatArray:
        """Return 1 where the body faces the picture's right (from ahead: where the head is) and -1 elsewhere."""
        if self._expected.coaching.view == "front":
            evidence = -np.cos(body.directions_rad[:, TRUNK])
        else:
            evidence = body.faces_right
        state, before = self._facing, times_s[0] if self._facing_s is None else self._facing_s
        told = []
        for time, now in zip(times_s, evidence.tolist(), strict=True):
            step = time - before
            state = state * (1.0 - min(1.0, step / _FACING_S)) + now * max(step, _LEAST_STEP_S)
            before = time
            told.append(1.0 if state >= 0.0 else -1.0)
        self._facing, self._facing_s = state, before
        return np.array(told)

    def _moved(self, points_px: FloatArray) -> FloatArray:
        """Return how far the landmark that moved most is from where the frame before had it [px], shape (frames,)."""
        before = np.concatenate([points_px[:1] + 1.0 if self._last is None else self._last, points_px[:-1]])
        self._last = points_px[-1:]
        return np.asarray(np.abs(points_px - before).max(axis=(1, 2)))

"""From landmarks to what counting needs, many frames at once: identity, angles, filter, phase and position."""

from collections.abc import Iterator
from typing import Final, NamedTuple

import numpy as np

from lumbar.coach.expectation import Expectation
from lumbar.coach.facing import Facing
from lumbar.coach.frame import FloatArray
from lumbar.coach.identity import Identity
from lumbar.coach.limbs import Limbs
from lumbar.coach.one_euro import OneEuro
from lumbar.coach.reading import TRUNK, Reading, mark, read_body, trunk_of
from lumbar.coach.view import Seen, Sides, Viewing

_SMALL: Final = 0.4  # of the way is what landmarks err, 20 degrees in all: the less passes the smaller it is; ours
_BEYOND: Final = 0.3  # of the way: as far beyond rest and peak does what stays steady go along; ours


class Glance(NamedTuple):
    """What one frame shows of an exercise, for each side that may lead (one where both work together).

    `phases` is where the person stands between rest (0) and peak (1), `in_place` whether the person is in the
    exercise's position, `shaky` whether its limbs jump too much for a peak, `angles_deg` [deg] what was read, shape
    (sides, angles); `near` is the side towards the camera, 0 the left and 1 the right.
    """

    time_s: float
    seen: Seen
    phases: list[float]
    in_place: list[bool]
    shaky: list[bool]
    angles_deg: FloatArray
    near: int


class Conditioning:
    """Keeps what a frame needs of those before it."""

    def __init__(self, expected: Expectation) -> None:
        """Begin without a past."""
        self._expected = expected
        self._identity = Identity()
        self._filter = OneEuro(min(1.0, _SMALL / expected.slack))
        self._facing = Facing()
        self._from_side = expected.coaching.view == "side"
        self._limbs = Limbs(expected)
        self._viewing = Viewing(expected)
        way = expected.peak_deg - expected.rest_deg
        weights = np.zeros(len(way))
        weights[expected.moves] = way[expected.moves]
        self._to_phase = weights / (weights @ weights)
        self._at_rest = float(self._to_phase @ expected.rest_deg)
        self._steady = np.array(expected.steady, dtype=np.intp)
        one_frame = (1, 2 if expected.sided else 1, 1)  # of this shape, numpy is quickest
        self._steady_rest = np.tile(expected.rest_deg[expected.steady], one_frame)
        self._steady_way = np.tile(way[expected.steady], one_frame)
        self._tolerance = np.tile(expected.tolerance_deg, one_frame)

    def take(self, points_px: FloatArray, times_s: FloatArray, size_px: tuple[int, int]) -> Iterator[Glance]:
        """Return what frames show, in order.

        Args:
            points_px: Landmarks [px], shape (frames, 33, 2), without NaN; one frame at least.
            times_s: Their time stamps [s], shape (frames,).
            size_px: The picture's width and height [px].
        """
        expected, times = self._expected, times_s.tolist()
        marks = mark(points_px)
        marks, swapped, renamed = self._identity.follow(marks, trunk_of(marks), times)
        body = read_body(marks)
        facing = self._faces(times, body)
        near = (facing > 0.0).astype(np.intp)
        read, bent, shaky = self._limbs.look(times, body, near)
        angles = expected.table.read(body.directions_rad, facing)
        if not expected.sided:
            angles = angles[np.arange(len(read)), read][:, np.newaxis]
        angles = self._filter.filter(times, angles, renamed.tolist() if expected.sided and renamed.any() else None)
        phases, in_place = self._judge(angles)
        seen = self._viewing.look(points_px, marks, body, Sides(read, bent, swapped, renamed), size_px)
        return map(Glance, times, seen, phases.tolist(), in_place.tolist(), shaky, iter(angles), near.tolist())

    def _faces(self, times_s: list[float], body: Reading) -> FloatArray:
        """Return 1 where the body faces the picture's right (from ahead: where the head is) and -1 elsewhere."""
        along = -np.cos(body.directions_rad[:, TRUNK])
        if self._from_side:
            return self._facing.follow(times_s, body.faces_right.tolist(), body.turn.tolist(), along.tolist())
        nothing = [0.0] * len(times_s)
        return self._facing.follow(times_s, along.tolist(), nothing, nothing)

    def _judge(self, angles_deg: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Return phases, and whether in position, shape (frames, sides) each."""
        phases = angles_deg @ self._to_phase - self._at_rest
        along = np.minimum(np.maximum(phases, -_BEYOND), 1.0 + _BEYOND)[..., np.newaxis]
        off = angles_deg.take(self._steady, axis=-1) - self._steady_rest - along * self._steady_way
        return phases, np.logical_and.reduce(np.abs(off) <= self._tolerance, axis=-1)

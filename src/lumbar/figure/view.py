"""Where a picture is taken from: the camera, and the side from which a movement is seen best.

The camera sees 16 degrees from top to bottom of a picture of 4 to 3; a picture of another form shows at least that.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from lumbar.body.arrays import FloatArray, Vector
from lumbar.body.kinematics import Placement
from lumbar.body.path import Path
from lumbar.body.points import POINT_NAMES
from lumbar.figure.things import Fixed, Rod, Thing

FIELD_DEG: Final = 16.0  # from top to bottom; little, so that limbs towards the camera are not enlarged. Ours
FORM: Final = 4 / 3  # width to height of the pictures of the library
ELEVATION_DEG: Final = 9.0  # a little from above, so that mat and floor are seen as planes. Ours
_AZIMUTHS_DEG: Final = (72.0, 45.0, 20.0, 108.0)  # three-quarter first: two legs are told apart. Ours
_SPANS: Final = (1.36, 1.52, 1.75, 2.0, 2.4)  # of body height; few, so that pictures in a list have one scale. Ours
_FLOOR_SHARE: Final = 0.27  # how high the floor lies in a picture that has room for it. Ours
_FREE: Final = 0.92  # of a picture's width and height that may be filled. Ours
_CLEARLY: Final = 0.8  # what moves less than this share of the other side, moves clearly less. Ours
_FLESH_M: Final = 0.03  # how far skin and hair reach beyond the named points. Ours
_POINTS: Final = tuple(sorted(POINT_NAMES))


@dataclass(frozen=True, slots=True)
class View:
    """A camera: from where it looks, at what, and how much it sees.

    `azimuth_deg` is the direction from the target to the camera about z: 0 from ahead (+x), 90 from the left (+y).
    `elevation_deg` is how far above the horizon it stands. At the distance of `target_m` a picture of 4 to 3 is
    `span_m` wide.
    """

    azimuth_deg: float
    elevation_deg: float
    target_m: Vector
    span_m: float

    @property
    def distance_m(self) -> float:
        """Return how far the camera stands from its target."""
        return self.span_m / FORM / 2 / float(np.tan(np.radians(FIELD_DEG) / 2))

    def axes(self) -> FloatArray:
        """Return the directions right, up and towards the camera, as rows of shape (3, 3)."""
        turn, rise = np.radians(self.azimuth_deg), np.radians(self.elevation_deg)
        right = [-np.sin(turn), np.cos(turn), 0.0]
        up = [-np.sin(rise) * np.cos(turn), -np.sin(rise) * np.sin(turn), np.cos(rise)]
        near = [np.cos(rise) * np.cos(turn), np.cos(rise) * np.sin(turn), np.sin(rise)]
        return np.array([right, up, near])

    def eye_m(self) -> FloatArray:
        """Return where the camera stands [m], shape (3,)."""
        return np.asarray(np.array(self.target_m) + self.distance_m * self.axes()[2])

    def focal_px(self, width_px: int, height_px: int) -> float:
        """Return the focal length [px] in a picture of this size."""
        return min(height_px, width_px / FORM) / 2 / float(np.tan(np.radians(FIELD_DEG) / 2))

    def project(self, points_m: FloatArray, width_px: int, height_px: int) -> FloatArray:
        """Return where points [m], shape (..., 3), are seen: right and down from the top left [px], shape (..., 2)."""
        seen = (points_m - self.eye_m()) @ self.axes().T
        scale = self.focal_px(width_px, height_px) / -seen[..., 2:]
        return np.asarray(np.array([width_px, height_px]) / 2 + seen[..., :2] * scale * [1, -1])

    def mirrored(self) -> "View":
        """Return the view of the mirrored movement."""
        x, y, z = self.target_m
        return View(-self.azimuth_deg, self.elevation_deg, (x, -y, z), self.span_m)


def best_view(path: Path, things: Sequence[Thing]) -> View:
    """Return the view from which a movement is seen best, with both its ends in the picture.

    It is taken from the side that works, or else from the left; rather from ahead than from behind. Of a few
    directions that one is chosen from which the movement looks largest and the body broadest, little hidden by things.

    Args:
        path: The way of the body.
        things: What is around it.
    """
    ends = path.at(np.array([0.0, 1.0])).placed()
    points = ends.points_m(_POINTS)
    side = _side(points)
    scores = [_worth(points, _look(side * azimuth)) for azimuth in _AZIMUTHS_DEG]
    azimuth = side * _AZIMUTHS_DEG[int(np.argmax(scores))]
    return _framed(azimuth, points.reshape(-1, 3), np.array(list(_corners(things, ends))), path.physique.height_m)


def _side(points: FloatArray) -> int:
    """Return 1 for the left, -1 for the right where that clearly moves more."""
    moved = np.linalg.norm(points[1] - points[0], axis=1)
    left, right = (sum(moved[i] for i, name in enumerate(_POINTS) if name.endswith(end)) for end in ("left", "right"))
    return 1 if left > _CLEARLY * right else -1


def _look(azimuth_deg: float) -> FloatArray:
    return View(azimuth_deg, ELEVATION_DEG, (0, 0, 0), 1).axes()


def _worth(points: FloatArray, axes: FloatArray) -> float:
    """Return how well a movement is seen along the axes of a view; only the order counts."""
    moved = points[1] - points[0]
    largest = np.linalg.norm(moved, axis=1).sum()
    seen = np.linalg.norm(moved @ axes[:2].T, axis=1).sum() / largest if largest > 0 else 0.0
    spread = points - points.mean(axis=1, keepdims=True)
    broad = np.linalg.norm(spread @ axes[:2].T, axis=2).sum() / np.linalg.norm(spread, axis=2).sum()
    return float(seen + 0.5 * broad + 0.1 * axes[2, 0])


def _corners(things: Sequence[Thing], body: Placement) -> Iterator[FloatArray]:
    """Yield what of the things must be in the picture; walls, and what a band is tied to, may run out of it."""
    for thing in things:
        shape = thing.shape
        if isinstance(shape, Rod):
            yield from (
                spot for end in (shape.start, shape.end) if not isinstance(end, Fixed) for spot in end.located(body)
            )
        elif max(shape.size_m) < 1.2 * body.physique.height_m:
            for corner in np.ndindex(2, 2, 2):
                yield from shape.centre.located(body) + (np.array(corner) - 0.5) * shape.size_m


def _framed(azimuth_deg: float, skin: FloatArray, corners: FloatArray, height_m: float) -> View:
    """Return the view in this direction with the least span that holds everything."""
    axes = _look(azimuth_deg)
    everything = np.concatenate([skin, corners.reshape(-1, 3)])
    middle = (everything.min(axis=0) + everything.max(axis=0)) / 2
    flat = (everything - middle) @ axes[:2].T  # right and up, from the middle
    low, high = flat.min(axis=0), flat.max(axis=0)
    floor = float(-middle[2] * axes[1, 2])  # the floor under the middle, up from it
    wide, tall = (high - low) + 2 * _FLESH_M
    spans = [share * height_m for share in _SPANS]
    span = next((span for span in spans if wide <= _FREE * span and tall <= _FREE * span / FORM), spans[-1])
    free = (1 - _FREE) / 2 * span / FORM
    bottom = np.clip(floor - _FLOOR_SHARE * span / FORM, high[1] + free - span / FORM, low[1] - free)
    right, up = (low[0] + high[0]) / 2, bottom + span / FORM / 2
    x, y, z = (float(value) for value in middle + right * axes[0] + up * axes[1])
    return View(azimuth_deg, ELEVATION_DEG, (x, y, z), span)

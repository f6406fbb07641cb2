"""Where a picture is taken from: the camera, and the side from which a movement is seen best.

The camera sees 16 degrees from top to bottom of a picture of 4 to 3; a picture of another form shows at least that.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from lumbar.body.arrays import FloatArray, Vector
from lumbar.body.kinematics import Placement
from lumbar.body.names import Segment
from lumbar.body.path import Path
from lumbar.body.points import POINT_NAMES
from lumbar.figure.rays import Rays
from lumbar.figure.solid import joined, solids_of
from lumbar.figure.things import Fixed, OnSegment, Rod, Thing

FIELD_DEG: Final = 16.0  # from top to bottom; little, so that limbs towards the camera are not enlarged. Ours
FORM: Final = 4 / 3  # width to height of the pictures of the library
ELEVATION_DEG: Final = 9.0  # a little from above, so that mat and floor are seen as planes. Ours
_LOW_DEG: Final = 4.0  # where what is lifted stays low, so that the ground is seen below it. Ours
_LIFTS: Final = (0.03, 0.1)  # of body height: what rises more is lifted, what moves less moves a little. Ours
_AZIMUTHS_DEG: Final = {72.0: 0.1, 45.0: 0.08, 20.0: 0.0, 108.0: 0.0}  # and how much each is liked for itself. Ours
_SPANS: Final = (1.36, 1.52, 1.62, 1.75, 2.0, 2.4)  # of body height; few, so that lists have one scale. Ours
_FLOOR_SHARE: Final = 0.27  # how high the floor lies in a picture that has room for it. Ours
_FREE: Final = 0.92  # of a picture's width and height that may be filled. Ours
_CLEARLY: Final = 0.8  # what moves less than this share of the other side, moves clearly less. Ours
_FLESH_M: Final = 0.03  # how far skin and hair reach beyond the named points. Ours
_FAR_M: Final = 6.0
_FLESH: Final[tuple[tuple[Segment, Segment, float], ...]] = (  # about how thick a body is [m], where a band may pass it
    ("pelvis", "head", 0.13),
    ("upper_arm_left", "hand_left", 0.06),
    ("upper_arm_right", "hand_right", 0.06),
)
_PLACES: Final = 6  # along a band
_POINTS: Final = tuple(sorted(POINT_NAMES))


@dataclass(frozen=True, slots=True)
class View:
    """A camera: from where it looks, at what, and how much it sees.

    `azimuth_deg` is the direction from the target to the camera about z: 0 from ahead (+x), 90 from the left (+y).
    `elevation_deg` is how far above the horizon it stands. At the distance of `target_m` a picture of 4 to 3 is
    `span_m` wide; `field_deg` is what it sees from top to bottom.
    """

    azimuth_deg: float
    elevation_deg: float
    target_m: Vector
    span_m: float
    field_deg: float = FIELD_DEG

    @property
    def distance_m(self) -> float:
        """Return how far the camera stands from its target."""
        return self.span_m / FORM / 2 / float(np.tan(np.radians(self.field_deg) / 2))

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
        return min(height_px, width_px / FORM) / 2 / float(np.tan(np.radians(self.field_deg) / 2))

    def project(self, points_m: FloatArray, width_px: int, height_px: int) -> FloatArray:
        """Return where points [m], shape (..., 3), are seen: right and down from the top left [px], shape (..., 2)."""
        seen = (points_m - self.eye_m()) @ self.axes().T
        scale = self.focal_px(width_px, height_px) / -seen[..., 2:]
        return np.asarray(np.array([width_px, height_px]) / 2 + seen[..., :2] * scale * [1, -1])

    def mirrored(self) -> "View":
        """Return the view of the mirrored movement."""
        x, y, z = self.target_m
        return replace(self, azimuth_deg=-self.azimuth_deg, target_m=(x, -y, z))


def best_view(path: Path, things: Sequence[Thing]) -> View:
    """Return the view from which a movement is seen best, with both its ends in the picture.

    It is taken from the side that works, or else from the left. Of a few directions that one is chosen from which the
    movement looks largest and the body broadest, little hidden by things, and a band is seen that pulls at it. Where
    there is a band the other side is tried as well: nobody should seem to reach for what it is tied to. What is lifted
    only a little is seen from lower.

    Args:
        path: The way of the body.
        things: What is around it.
    """
    ends = path.at(np.array([0.0, 1.0])).placed()
    points = ends.points_m(_POINTS)
    side = _side(points)
    around = [_around(things, ends, frame) for frame in range(len(points))]
    bands = _bands(things, ends)
    worth = {
        azimuth: liked + _worth(points, around, _look(azimuth)) + (_band_seen(bands, _look(azimuth)) if bands else 0)
        for side in ((side,) if bands is None else (side, -side))
        for azimuth, liked in ((side * one, liked) for one, liked in _AZIMUTHS_DEG.items())
    }
    azimuth, height_m = max(worth, key=lambda way: worth[way]), path.physique.height_m
    elevation = _LOW_DEG if _is_low_lift(points, height_m) else ELEVATION_DEG
    corners = np.array(list(_corners(things, ends)))
    return _framed((azimuth, elevation), points.reshape(-1, 3), corners, height_m)


def _side(points: FloatArray) -> int:
    """Return 1 for the left, -1 for the right where that clearly moves more."""
    moved = np.linalg.norm(points[1] - points[0], axis=1)
    left, right = (sum(moved[i] for i, name in enumerate(_POINTS) if name.endswith(end)) for end in ("left", "right"))
    return 1 if left > _CLEARLY * right else -1


def _is_low_lift(points: FloatArray, height_m: float) -> bool:
    """Return whether something is lifted, and nothing moves more than a little."""
    moved = (points[1] - points[0]) / height_m
    least, most = _LIFTS
    return float(moved[:, 2].max()) > least and float(np.linalg.norm(moved, axis=1).max()) < most


def _look(azimuth_deg: float, elevation_deg: float = ELEVATION_DEG) -> FloatArray:
    return View(azimuth_deg, elevation_deg, (0, 0, 0), 1).axes()


def _around(things: Sequence[Thing], ends: Placement, frame: int) -> Rays | None:
    """Return what may hide the body in a frame; nothing where it is alone."""
    here = Placement(ends.physique, ends.turns[frame : frame + 1], ends.joints_m[frame : frame + 1])
    solids = [*solids_of(things, here)]
    return Rays(joined(solids)) if solids else None


@dataclass(frozen=True, slots=True, eq=False)
class _Bands:
    """What ties the body to the room: places along it at the peak [m], shape (bands, places, 3), and the flesh around.

    `moved_m` is how far the held end of each goes, shape (bands, 3).
    """

    places_m: FloatArray
    moved_m: FloatArray
    flesh: Rays


def _bands(things: Sequence[Thing], ends: Placement) -> _Bands | None:
    """Return what ties the body to the room, and what may hide it."""
    rods = [shape for thing in things if isinstance(shape := thing.shape, Rod)]
    tied = [(rod.start, rod.end) for rod in rods if isinstance(rod.start, Fixed) and not isinstance(rod.end, Fixed)]
    if not tied:
        return None
    peak = Placement(ends.physique, ends.turns[1:], ends.joints_m[1:])
    share = np.linspace(0, 1, _PLACES)[:, np.newaxis]
    held = np.array([end.located(ends) for _, end in tied])
    posts = np.array([start.located(ends)[1] for start, _ in tied])
    flesh = [
        Thing("body", "", Rod(OnSegment(one, (0, 0, 0)), OnSegment(other, (0, 0, 0)), m)) for one, other, m in _FLESH
    ]
    places = posts[:, np.newaxis] + share * (held[:, 1:] - posts[:, np.newaxis])
    return _Bands(places, held[:, 1] - held[:, 0], Rays(joined([*solids_of(flesh, peak)])))


def _band_seen(bands: _Bands, axes: FloatArray) -> float:
    """Return how well bands are seen: across the view, not behind the body, the hands not going where they pull."""
    ways = np.diff(bands.places_m, axis=1).reshape(-1, 3)
    free = _free(bands.places_m.reshape(-1, 3), bands.flesh, axes[2]).reshape(-1, _PLACES)[:, 1:].ravel()
    pulls, moved = (
        (ends @ axes[:2].T).sum(axis=0) for ends in (bands.places_m[:, 0] - bands.places_m[:, -1], bands.moved_m)
    )
    towards = float(pulls @ moved) / max(float(np.linalg.norm(pulls) * np.linalg.norm(moved)), 1e-9)
    return _seen(ways, axes, free) - max(0.0, towards)


def _worth(points: FloatArray, around: Sequence[Rays | None], axes: FloatArray) -> float:
    """Return how well a movement and the body are seen along the axes of a view; only the order counts."""
    free = np.stack([_free(spots, rays, axes[2]) for spots, rays in zip(points, around, strict=True)])
    moved = points[1] - points[0]
    spread = points - points.mean(axis=1, keepdims=True)
    move = _seen(moved, axes, free.min(axis=0))
    broad = _seen(spread.reshape(-1, 3), axes, free.ravel())
    return move + 0.5 * broad


def _free(spots: FloatArray, rays: Rays | None, near: FloatArray) -> FloatArray:
    """Return 1 for places that no thing hides from a camera far away, else 0."""
    if rays is None:
        return np.ones(len(spots))
    starts = (spots + _FLESH_M * near).astype(np.float32)
    return np.asarray(1.0 - rays.blocked(starts, np.tile(near, (len(spots), 1)).astype(np.float32), _FAR_M))


def _seen(vectors: FloatArray, axes: FloatArray, free: FloatArray) -> float:
    """Return the share of vectors' lengths that is seen: across the view, and not hidden."""
    whole = float(np.linalg.norm(vectors, axis=1).sum())
    return float((free * np.linalg.norm(vectors @ axes[:2].T, axis=1)).sum() / whole) if whole > 0 else 0.0


def _corners(things: Sequence[Thing], body: Placement) -> Iterator[FloatArray]:
    """Yield what of the things must be in the picture; walls, and what a band is tied to, may run out of it."""
    for thing in things:
        shape = thing.shape
        if isinstance(shape, Rod):
            yield from (
                spot for end in (shape.start, shape.end) if not isinstance(end, Fixed) for spot in end.located(body)
            )
        elif thing.kind != "wall":
            for corner in np.ndindex(2, 2, 2):
                yield from shape.centre.located(body) + (np.array(corner) - 0.5) * shape.size_m


def _framed(way_deg: tuple[float, float], skin: FloatArray, corners: FloatArray, height_m: float) -> View:
    """Return the view in this direction with the least span that holds everything."""
    axes = _look(*way_deg)
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
    return View(*way_deg, (x, y, z), span)

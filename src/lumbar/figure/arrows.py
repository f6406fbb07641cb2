"""Arrows that show the way of a movement: from where it starts towards the peak, beside what moves.

Of the points that move most, those are taken whose way is seen longest; at most two, and none where nothing can be
seen to move. An arrow is laid where it hides least of the body that is shown.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Final

import numpy as np
import numpy.typing as npt

from lumbar.body.arrays import FloatArray
from lumbar.body.kinematics import Placement
from lumbar.body.names import SIDES
from lumbar.body.points import POINT_NAMES
from lumbar.figure.draw import label
from lumbar.figure.palette import FLOOR
from lumbar.figure.stage import Stage

_SEEN: Final = 0.05  # of the body's height: a way that is shorter is not seen in a small picture. Ours
_SECOND_SEEN: Final = 0.1  # and one that is shorter is not worth a second arrow
_SECOND: Final = 0.4  # a second arrow's way is at least this share of the first's
_ALIKE: Final = 0.9  # ways that differ less in direction (cosine) are one movement, if they are near each other
_APART: Final = 0.25  # of the picture's width, from middle to middle: two limbs that are not near each other
_FOLLOWED: Final = {  # by limb: the points that are followed, and how much the way of each counts. Ours
    "hand": {"grip": 1.0},
    "leg": {"ankle": 1.0, "heel": 0.92, "toe": 0.8, "knee": 0.5},
    "hip": {"seat": 1.1},
    "head": {"forehead": 0.85},
}
_SHORT: Final = 0.07  # of the picture's width: an arrow is drawn at least so long, or it would be all head. Ours
_SMALL_PX: Final = (240, 180)
_ASIDE: Final = tuple(way * share for share in (0, 0.03, 0.05, 0.075, 0.1, 0.125, 0.15) for way in (1, -1))  # of width
_TRIMS: Final = ((0.0, 1.0), (0.0, 0.8), (0.2, 1.0), (0.15, 0.85))
_STEPS: Final = 24


@dataclass(frozen=True, slots=True)
class Arrow:
    """A cubic curve with a head at its end: `corners`, shape (4, 2), right and down [shares of the width]."""

    corners: FloatArray

    def points(self, count: int = _STEPS) -> FloatArray:
        """Return places along the curve, shape (count, 2)."""
        return np.asarray(_powers(np.linspace(0, 1, count)) @ self.corners)

    def until(self, share: float) -> FloatArray:
        """Return the corners of the first part of the curve, shape (4, 2), by de Casteljau's cuts."""
        told, rows = [self.corners[0]], self.corners
        while len(rows) > 1:
            rows = rows[:-1] + share * np.diff(rows, axis=0)
            told.append(rows[0])
        return np.stack(told)


def arrows_of(stage: Stage, share: float) -> tuple[Arrow, ...]:
    """Return the arrows for a picture of 4 to 3 of a stage, with the body at this share of its way."""
    height_m = stage.mesh.physique.height_m
    wide = stage.view.span_m
    ways = sorted(_ways(stage), key=lambda way: -way.weight * way.length)
    seen = [way for way in ways if way.weight * way.length * wide > _SEEN * height_m]
    seen = seen[:1] + [way for way in seen[1:] if _another(way, seen[0], _SECOND_SEEN * height_m / wide)][:1]
    hidden = _hidden(stage, share)
    arrows: list[Arrow] = []
    for way in seen:
        arrow = _laid(way.places, hidden)
        _cover(hidden, arrow)
        arrows.append(arrow)
    return tuple(arrows)


@dataclass(frozen=True, slots=True, eq=False)
class _Way:
    """What a point's way looks like: `places` in every frame, shape (frames, 2) [shares of the picture's width]."""

    weight: float
    places: FloatArray

    @property
    def length(self) -> float:
        return float(np.linalg.norm(np.diff(self.places, axis=0), axis=1).sum())


def _ways(stage: Stage) -> Iterator[_Way]:
    """Yield the way of each limb: of its points the one that moves most; of two limbs alike, the one nearer to us."""
    body = stage.clip.path.placed()
    sides = SIDES if stage.view.axes()[2, 1] > 0 else SIDES[::-1]  # the near one first
    for points in _FOLLOWED.values():
        pair = [_limb(stage, body, points, side) for side in sides]
        yield pair[0]
        if pair[0].length < 0.8 * pair[1].length or pair[1].length < 0.8 * pair[0].length:  # not alike
            yield pair[1]


def _limb(stage: Stage, body: Placement, points: Mapping[str, float], side: str) -> _Way:
    ways = []
    for stem, weight in points.items():
        name = stem if stem in POINT_NAMES else f"{stem}_{side}"
        ways.append(_Way(weight, stage.view.project(body.points_m([name])[:, 0], 1, 1) - [0, 0.125]))
    return max(ways, key=lambda way: way.weight * way.length)


def _another(way: _Way, first: _Way, least: float) -> bool:
    """Return whether a way is worth an arrow beside the first: long enough, and another way or in another place."""
    one, other = (each.places[-1] - each.places[0] for each in (first, way))
    lengths = float(np.linalg.norm(one) * np.linalg.norm(other))
    turned = float(one @ other) < _ALIKE * lengths
    apart = float(np.linalg.norm(first.places.mean(axis=0) - way.places.mean(axis=0))) > _APART
    return way.length > max(_SECOND * first.length, least) and (turned or apart)


def _hidden(stage: Stage, share: float) -> npt.NDArray[np.float64]:
    """Return what an arrow would hide, by place in a small picture: 1 the body, less a thing, 0 nothing."""
    scene = stage.scene(share)
    names = np.array([*scene.solid.inks, "nothing"])[label(scene, *_SMALL_PX)]
    worth = np.where(np.isin(names, ["mat", "wall"]), 0.1, np.where(np.isin(names, [FLOOR, "nothing"]), 0.0, 1.0))
    return np.asarray(worth, dtype=np.float64)


def _cover(hidden: npt.NDArray[np.float64], arrow: Arrow) -> None:
    """Mark where an arrow lies, so that another does not cross it."""
    columns, rows = _pixels(arrow.points())
    hidden[rows, columns] = 1


def _pixels(places: FloatArray) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    wide, tall = _SMALL_PX
    spots = np.floor(places * wide).astype(np.int64)
    return np.clip(spots[:, 0], 0, wide - 1), np.clip(spots[:, 1], 0, tall - 1)


def _laid(places: FloatArray, hidden: npt.NDArray[np.float64]) -> Arrow:
    """Return the arrow along a way, moved aside and shortened so that it hides as little as can be."""
    found = [(_cost(arrow, hidden, aside, trim), arrow) for arrow, aside, trim in _tries(places)]
    return min(found, key=lambda pair: pair[0])[1]


def _tries(places: FloatArray) -> Iterator[tuple[Arrow, float, float]]:
    places = _long_enough(places)
    gone = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(places, axis=0), axis=1))])
    straight = places[-1] - places[0]
    normal = np.array([-straight[1], straight[0]]) / max(float(np.linalg.norm(straight)), 1e-6)
    for aside, (start, end) in product(_ASIDE, _TRIMS):
        spots = np.linspace(start, end, _STEPS) * gone[-1]
        part = np.stack([np.interp(spots, gone, column) for column in places.T], axis=1)
        yield _curve(part + aside * normal), abs(aside), 1 - (end - start)


def _long_enough(places: FloatArray) -> FloatArray:
    """Return a way, drawn out about its middle where it is too short to be seen as an arrow."""
    long = float(np.linalg.norm(np.diff(places, axis=0), axis=1).sum())
    middle = (places[0] + places[-1]) / 2
    return np.asarray(middle + (places - middle) * max(1.0, _SHORT / max(long, 1e-6)))


def _cost(arrow: Arrow, hidden: npt.NDArray[np.float64], aside: float, trimmed: float) -> float:
    points = arrow.points()
    around = np.concatenate([points + np.array(step) * 0.012 for step in ((0, 0), (1, 0), (-1, 0), (0, 1), (0, -1))])
    columns, rows = _pixels(around)
    outside = ((around < [0.03, 0.03]) | (around > [0.97, 0.72])).any()
    return float(4 * hidden[rows, columns].mean() + 5 * aside + 0.8 * trimmed + 10 * outside)


def _powers(along: FloatArray) -> FloatArray:
    """Return how much each corner of a cubic curve counts, shape (places, 4)."""
    back = 1 - along
    return np.stack([back**3, 3 * back**2 * along, 3 * back * along**2, along**3], axis=1)


def _curve(places: FloatArray) -> Arrow:
    """Return the cubic curve nearest to places, with the same ends."""
    powers = _powers(np.linspace(0, 1, len(places)))
    ends = places[[0, -1]]
    rest = places - powers[:, [0, 3]] @ ends
    inner = np.linalg.lstsq(powers[:, 1:3], rest, rcond=None)[0]
    return Arrow(np.stack([ends[0], inner[0], inner[1], ends[1]]))

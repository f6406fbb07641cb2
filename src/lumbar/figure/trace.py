"""Shapes of a picture as smooth curves: the outline of a mask, fitted with cubics that meet smoothly but at corners.

The fit is that of Schneider (1990), An algorithm for automatically fitting digitized curves, Graphics Gems, 612-626:
least squares between end tangents, cut in two where it is furthest off.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt
from contourpy import contour_generator
from PIL import Image, ImageFilter

from lumbar.body.arrays import FloatArray
from lumbar.figure.svg_path import written

_SOFT_PX: Final = 1.1  # masks are blurred this much: the steps of pixels go, fingers stay. Ours
_OFF_PX: Final = 0.7  # how far a curve may be off
_LEAST_PX2: Final = 40.0  # a spot smaller than this is left out
_CORNER: Final = 0.55  # a bend sharper than this (cosine) is a corner
_REACH: Final = 4  # points before and after, over which a bend is measured


def traced(mask: npt.NDArray[np.bool_], soft_px: float = _SOFT_PX, least_px2: float = _LEAST_PX2) -> str:
    """Return the outlines of a mask, shape (height, width), as the data of one SVG path; empty where there is none.

    Holes are outlines too: fill it by the rule `evenodd`.
    """
    return "".join(_loop(points) for points in _outlines(mask, soft_px) if _area(points) >= least_px2)


def _outlines(mask: npt.NDArray[np.bool_], soft_px: float) -> Iterator[FloatArray]:
    grey = Image.fromarray(np.pad(mask, 4).astype(np.uint8) * 255).filter(ImageFilter.GaussianBlur(soft_px))
    for line in contour_generator(z=np.asarray(grey, dtype=np.float64)).lines(127.5):
        places = np.asarray(line)
        if len(places) > 2 * _REACH:
            yield places[:-1] - 3.5  # the padding, and from the middles of pixels to their corners


def _area(points: FloatArray) -> float:
    x, y = points.T
    return abs(float(x @ np.roll(y, -1) - y @ np.roll(x, -1))) / 2


def _loop(points: FloatArray) -> str:
    """Return a closed outline as SVG: a start, and relative cubics."""
    before, after = (points - np.roll(points, way, axis=0) for way in (_REACH, -_REACH))
    bend = -np.einsum("pi,pi->p", before, after) / np.maximum(
        np.linalg.norm(before, axis=1) * np.linalg.norm(after, axis=1), 1e-9
    )
    sharpest = (bend <= np.roll(bend, 1)) & (bend < np.roll(bend, -1)) & (bend < _CORNER)
    corners = np.flatnonzero(sharpest)
    start = int(corners[0]) if len(corners) else 0
    ring = np.concatenate([np.roll(points, -start, axis=0), points[start : start + 1]])
    cuts = sorted({0, *((corners - start).tolist()), len(points)})
    here = np.round(ring[0], 1)
    parts = [f"M{written(here)}"]
    smooth = _tangent(np.concatenate([ring[-3:-1], ring[:3]])) if not len(corners) else None
    for one, other in pairwise(cuts):
        piece = ring[one : other + 1]
        first = smooth if smooth is not None else _tangent(piece[: _REACH + 1])
        last = -smooth if smooth is not None else -_tangent(piece[-_REACH - 1 :])
        for curve in _fitted(piece, first, last):
            told = np.round(curve[1:] - here, 1)
            parts.append(f"c{written(told.ravel())}")
            here = np.round(here + told[-1], 1)
    return "".join([*parts, "z"])


def _tangent(points: FloatArray) -> FloatArray:
    way = points[-1] - points[0]
    return np.asarray(way / max(float(np.linalg.norm(way)), 1e-9))


def _fitted(points: FloatArray, first: FloatArray, last: FloatArray) -> Iterator[FloatArray]:
    """Yield cubics, shape (4, 2), through points in order; `first` and `last` are the unit tangents into the curve."""
    gone = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))])
    along = gone / max(float(gone[-1]), 1e-9)
    curve, off = _fit(points, along, first, last)
    if off > _OFF_PX and len(points) > 4:  # a better way along it may do  # noqa: PLR2004
        curve, off = _fit(points, _nearer(points, curve, along), first, last)
    if off <= _OFF_PX or len(points) <= 4:  # noqa: PLR2004  four points are one cubic
        yield curve
        return
    middle = int(np.clip(np.argmax(_distances(points, curve, along)), 2, len(points) - 3))
    across = _tangent(points[max(0, middle - 2) : middle + 3])
    yield from _fitted(points[: middle + 1], first, -across)
    yield from _fitted(points[middle:], across, last)


def _fit(points: FloatArray, along: FloatArray, first: FloatArray, last: FloatArray) -> tuple[FloatArray, float]:
    powers = _powers(along)
    ends = powers[:, :2].sum(axis=1)[:, np.newaxis] * points[0] + powers[:, 2:].sum(axis=1)[:, np.newaxis] * points[-1]
    rows = np.stack([(powers[:, 1:2] * first).ravel(), (powers[:, 2:3] * last).ravel()], axis=1)
    lengths = np.linalg.lstsq(rows, (points - ends).ravel(), rcond=None)[0]
    chord = float(np.linalg.norm(points[-1] - points[0]))
    if (lengths < 1e-3 * chord).any() or not np.isfinite(lengths).all() or (lengths > 3 * chord + 3).any():
        lengths = np.array([chord / 3, chord / 3])
    curve = np.stack([points[0], points[0] + lengths[0] * first, points[-1] + lengths[1] * last, points[-1]])
    return curve, float(_distances(points, curve, along).max())


def _distances(points: FloatArray, curve: FloatArray, along: FloatArray) -> FloatArray:
    return np.asarray(np.linalg.norm(_powers(along) @ curve - points, axis=1))


def _nearer(points: FloatArray, curve: FloatArray, along: FloatArray) -> FloatArray:
    """Return where along a curve each point is nearest, by one step of Newton's from where it was taken to be."""
    off = _powers(along) @ curve - points
    speed = _powers(along, 2) @ (3 * np.diff(curve, axis=0))
    turn = _powers(along, 1) @ (6 * np.diff(curve, 2, axis=0))
    slope = (speed * speed + off * turn).sum(axis=1)
    step = (off * speed).sum(axis=1) / np.where(np.abs(slope) > 1e-9, slope, 1)  # noqa: PLR2004  no way to go
    return np.maximum.accumulate(np.clip(along - step, 0, 1))


def _powers(along: FloatArray, degree: int = 3) -> FloatArray:
    """Return Bernstein's polynomials of a degree, shape (places, degree + 1)."""
    binomial = {1: (1, 1), 2: (1, 2, 1), 3: (1, 3, 3, 1)}[degree]
    return np.stack([c * (1 - along) ** (degree - i) * along**i for i, c in enumerate(binomial)], axis=1)

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
_FLAT: Final = 1e-9  # a share of what it could be: below it, points do not say how far the ends pull
_LEAST_PULL: Final = 1e-3  # of the chord
_CORNER: Final = 0.55  # a bend sharper than this (cosine) is a corner
_PAD: Final = 4  # empty pixels around a mask, so that every outline is closed
_REACH: Final = 4  # points before and after, over which a bend is measured


def traced(mask: npt.NDArray[np.bool_], soft_px: float = _SOFT_PX, least_px2: float = _LEAST_PX2) -> str:
    """Return the outlines of a mask, shape (height, width), as the data of one SVG path; empty where there is none.

    Holes are outlines too: fill it by the rule `evenodd`.
    """
    return "".join(_loop(points) for points in _outlines(mask, soft_px) if _area(points) >= least_px2)


def _outlines(mask: npt.NDArray[np.bool_], soft_px: float) -> Iterator[FloatArray]:
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not len(rows):
        return
    top, left = rows[0], columns[0]
    near = np.pad(mask[top : rows[-1] + 1, left : columns[-1] + 1], _PAD).astype(np.uint8) * 255
    grey = Image.fromarray(near).filter(ImageFilter.GaussianBlur(soft_px))
    for line in contour_generator(z=np.asarray(grey, dtype=np.float64)).lines(127.5):
        places = np.asarray(line)
        if len(places) > 2 * _REACH:
            yield places[:-1] + np.array([left, top]) + (0.5 - _PAD)  # from the middles of pixels to their corners


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
    return np.asarray(way / max(float(np.hypot(*way)), 1e-9))


def _fitted(points: FloatArray, first: FloatArray, last: FloatArray) -> Iterator[FloatArray]:
    """Yield cubics, shape (4, 2), through points in order; `first` and `last` are the unit tangents into the curve."""
    steps = points[1:] - points[:-1]
    gone = np.zeros(len(points))
    np.cumsum(np.sqrt(np.einsum("pi,pi->p", steps, steps)), out=gone[1:])
    along = gone / max(float(gone[-1]), 1e-9)
    curve, off = _fit(points, along, first, last)
    if off > _OFF_PX and len(points) > 4:  # a better way along it may do  # noqa: PLR2004
        curve, off = _fit(points, _nearer(points, curve, along), first, last)
    if off <= _OFF_PX or len(points) <= 4:  # noqa: PLR2004  four points are one cubic
        yield curve
        return
    middle = min(max(int(np.argmax(_off(_powers(along), curve, points))), 2), len(points) - 3)
    across = _tangent(points[max(0, middle - 2) : middle + 3])
    yield from _fitted(points[: middle + 1], first, -across)
    yield from _fitted(points[middle:], across, last)


def _fit(points: FloatArray, along: FloatArray, first: FloatArray, last: FloatArray) -> tuple[FloatArray, float]:
    """Return the cubic nearest to points by least squares between end tangents, and how far it is off at most."""
    powers = _powers(along)
    near, far = powers[:, 1], powers[:, 2]
    start, end = points[0], points[-1]
    rest = points - end - (powers[:, 0] + near)[:, np.newaxis] * (start - end)
    one, other, both = float(near @ near), float(far @ far), float(near @ far) * float(first @ last)
    this, that = float(near @ rest @ first), float(far @ rest @ last)
    whole = one * other - both * both
    chord = float(np.hypot(*(end - start)))
    ahead = back = chord / 3
    if whole > _FLAT * one * other:
        lengths = (this * other - that * both) / whole, (that * one - this * both) / whole
        if all(_LEAST_PULL * chord <= length <= 3 * chord + 3 for length in lengths):
            ahead, back = lengths
    curve = np.array([start, start + ahead * first, end + back * last, end])
    return curve, _off(powers, curve, points).max() ** 0.5


def _off(powers: FloatArray, curve: FloatArray, points: FloatArray) -> FloatArray:
    """Return how far points are from where a curve passes them, squared."""
    off = powers @ curve - points
    return np.asarray(np.einsum("pi,pi->p", off, off))


def _nearer(points: FloatArray, curve: FloatArray, along: FloatArray) -> FloatArray:
    """Return where along a curve each point is nearest, by one step of Newton's from where it was taken to be."""
    off = _powers(along) @ curve - points
    left, here = 1 - along[:, np.newaxis], along[:, np.newaxis]
    steps = curve[1:] - curve[:-1]
    bends = steps[1:] - steps[:-1]
    speed = 3 * (left * left * steps[0] + 2 * left * here * steps[1] + here * here * steps[2])
    turn = 6 * (left * bends[0] + here * bends[1])
    slope = (speed * speed + off * turn).sum(axis=1)
    step = (off * speed).sum(axis=1) / np.where(np.abs(slope) > 1e-9, slope, 1)  # noqa: PLR2004  no way to go
    return np.maximum.accumulate(np.clip(along - step, 0, 1))


def _powers(along: FloatArray) -> FloatArray:
    """Return Bernstein's cubic polynomials, shape (places, 4)."""
    left = 1 - along
    powers = np.empty((len(along), 4))
    powers[:, 0], powers[:, 3] = left**3, along**3
    powers[:, 1], powers[:, 2] = 3 * left * left * along, 3 * left * along * along
    return powers

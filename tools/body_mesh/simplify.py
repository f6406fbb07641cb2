"""Fewer triangles, where they do not show: edges are collapsed, the one that moves the surface least first.

Garland and Heckbert's quadrics (1997). A vertex is only ever merged into a neighbour, never moved, so that what is
left is a choice of the same vertices, with everything they carry, for every body alike.
"""

import heapq
from typing import Final

import numpy as np

from lumbar.body.arrays import FloatArray
from lumbar.figure.mesh import IntArray
from tools.body_mesh.surface import border_of

_LENGTH: Final = 2e-4  # how much an edge's length counts, so that flat places are thinned out evenly; ours
_STEEP: Final = 0.25  # the cosine by which a triangle may turn over; ours
_Vector = tuple[float, float, float]


def simplified(places_m: FloatArray, triangles: IntArray, counts: FloatArray, left: int) -> tuple[IntArray, IntArray]:
    """Return the triangles that are left, shape (t, 3), and where each came from, shape (t,).

    Args:
        places_m: The vertices [m], shape (v, 3).
        triangles: The triangles, shape (t, 3).
        counts: How much an error counts at each vertex, shape (v,).
        left: How many vertices to leave.
    """
    mesh = _Mesh(places_m, triangles, counts)
    mesh.thin_out(left)
    kept = [place for place, corners in enumerate(mesh.triangles) if corners]
    return np.array([mesh.triangles[place] for place in kept]), np.array(kept)


class _Mesh:
    """Triangles that change: which ones are at each vertex, and each vertex's quadric."""

    def __init__(self, places_m: FloatArray, triangles: IntArray, counts: FloatArray) -> None:
        self.places: list[_Vector] = [tuple(row) for row in places_m.tolist()]
        self.triangles: list[list[int]] = triangles.tolist()
        self.at: dict[int, set[int]] = {}
        for place, corners in enumerate(self.triangles):
            for corner in corners:
                self.at.setdefault(corner, set()).add(place)
        self.quadrics: list[list[float]] = (_quadrics(places_m, triangles) * counts[:, np.newaxis]).tolist()
        self.counts: list[float] = counts.tolist()
        self.fixed = set(border_of(triangles).ravel().tolist())
        self.stamp = dict.fromkeys(self.at, 0)
        self.heap: list[tuple[float, int, int, int, int]] = []

    def thin_out(self, left: int) -> None:
        """Collapse edges until so many vertices are left, or none may be."""
        for one in self.at:
            self._offer(one)
        while len(self.at) > left and self.heap:
            _, gone, stays, *stamps = heapq.heappop(self.heap)
            if gone in self.at and stays in self.at and stamps == [self.stamp[gone], self.stamp[stays]]:
                self._collapse(gone, stays)

    def _offer(self, gone: int) -> None:
        """Put every way to lose a vertex on the heap."""
        if gone in self.fixed:
            return
        for stays in self._neighbours(gone):
            cost = self._cost(gone, stays)
            heapq.heappush(self.heap, (cost, gone, stays, self.stamp[gone], self.stamp[stays]))

    def _collapse(self, gone: int, stays: int) -> None:
        shared = self.at[gone] & self.at[stays]
        if len(self._neighbours(gone) & self._neighbours(stays)) != len(shared) or self._folds(gone, stays, shared):
            return
        for place in shared:
            for corner in self.triangles[place]:
                self.at[corner].discard(place)
            self.triangles[place] = []
        for place in self.at.pop(gone):
            self.triangles[place] = [stays if corner == gone else corner for corner in self.triangles[place]]
            self.at[stays].add(place)
        self.quadrics[stays] = [a + b for a, b in zip(self.quadrics[stays], self.quadrics[gone], strict=True)]
        self.stamp[stays] += 1
        self._offer(stays)
        for near in self._neighbours(stays) - self.fixed:
            cost = self._cost(near, stays)
            heapq.heappush(self.heap, (cost, near, stays, self.stamp[near], self.stamp[stays]))

    def _folds(self, gone: int, stays: int, shared: set[int]) -> bool:
        """Tell whether a triangle would turn over, or lose its area."""
        for place in self.at[gone] - shared:
            before = _normal(*(self.places[corner] for corner in self.triangles[place]))
            corners = (stays if corner == gone else corner for corner in self.triangles[place])
            after = _normal(*(self.places[corner] for corner in corners))
            sizes = _dot(before, before) * _dot(after, after)
            if _dot(before, after) <= _STEEP * sizes**0.5:
                return True
        return False

    def _neighbours(self, one: int) -> set[int]:
        found = {corner for place in self.at[one] for corner in self.triangles[place]}
        found.discard(one)
        return found

    def _cost(self, gone: int, stays: int) -> float:
        x, y, z = self.places[stays]
        a, b, c, d, e, f, g, h, i, j = (p + q for p, q in zip(self.quadrics[gone], self.quadrics[stays], strict=True))
        error = (
            a * x * x
            + b * y * y
            + c * z * z
            + 2 * (d * x * y + e * y * z + f * z * x)
            + 2 * (g * x + h * y + i * z)
            + j
        )
        edge = [p - q for p, q in zip(self.places[gone], self.places[stays], strict=True)]
        size = edge[0] * edge[0] + edge[1] * edge[1] + edge[2] * edge[2]
        return float(error) + _LENGTH * self.counts[gone] * size * size


def _quadrics(places_m: FloatArray, triangles: IntArray) -> FloatArray:
    """Return the ten numbers of each vertex's quadric, shape (v, 10): planes around it, weighed by their areas."""
    one, two, three = (places_m[triangles[:, corner]] for corner in range(3))
    normal = np.cross(two - one, three - one)
    area = np.linalg.norm(normal, axis=1, keepdims=True) / 2
    normal /= np.maximum(2 * area, 1e-15)
    x, y, z = normal.T
    d = -(normal * one).sum(axis=1)
    rows = np.column_stack([x * x, y * y, z * z, x * y, y * z, z * x, x * d, y * d, z * d, d * d]) * area
    found = np.zeros((len(places_m), 10))
    for corner in range(3):
        np.add.at(found, triangles[:, corner], rows)
    return found


def _normal(one: _Vector, two: _Vector, three: _Vector) -> _Vector:
    ax, ay, az = (b - a for a, b in zip(one, two, strict=True))
    bx, by, bz = (b - a for a, b in zip(one, three, strict=True))
    return ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx


def _dot(one: _Vector, other: _Vector) -> float:
    return one[0] * other[0] + one[1] * other[1] + one[2] * other[2]

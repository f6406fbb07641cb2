"""Cutting a surface along the nought of a field, so that a hem is a line and not a row of teeth."""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt

from lumbar.body.arrays import FloatArray
from lumbar.figure.mesh import IntArray

_ON: Final = 0.12  # a corner this near to the line, as a share of its edge, is moved onto it


@dataclass(frozen=True, slots=True, eq=False)
class Surface:
    """Triangles, shape (t, 3), with an ink each, shape (t,), over vertices that carry columns of values.

    The first three columns of `values`, shape (v, k), are places [m]; a cut interpolates them all.
    """

    values: FloatArray
    triangles: IntArray
    inks: IntArray

    @property
    def places_m(self) -> FloatArray:
        """Return the vertices [m], shape (v, 3)."""
        return self.values[:, :3]


def cut(surface: Surface, field: FloatArray, where: npt.NDArray[np.bool_]) -> tuple[Surface, FloatArray]:
    """Return the surface with every triangle of `where` split along the nought of `field`, and the field there.

    Args:
        surface: The surface.
        field: A value for each vertex.
        where: Which triangles are cut, shape (t,).
    """
    surface, field = _snapped(surface, field, where)
    sign = np.sign(field)[surface.triangles]
    crossed = where & (sign.min(axis=1) < 0) & (sign.max(axis=1) > 0)
    if not crossed.any():
        return surface, field
    middle = _Middles(surface, field)
    triangles, inks = [surface.triangles[~crossed]], [surface.inks[~crossed]]
    for triangle, ink in zip(surface.triangles[crossed].tolist(), surface.inks[crossed].tolist(), strict=True):
        parts = middle.split(triangle)
        triangles.append(np.array(parts))
        inks.append(np.full(len(parts), ink))
    values = np.concatenate([surface.values, np.array(middle.values).reshape(-1, surface.values.shape[1])])
    cut_field = np.concatenate([field, np.zeros(len(middle.values))])
    return Surface(values, np.concatenate(triangles), np.concatenate(inks)), cut_field


class _Middles:
    """Where edges are cut, each once."""

    def __init__(self, surface: Surface, field: FloatArray) -> None:
        self.surface, self.field = surface, field
        self.values: list[FloatArray] = []
        self._known: dict[tuple[int, int], int] = {}

    def split(self, triangle: list[int]) -> list[list[int]]:
        """Return the parts of a triangle that the field crosses."""
        while self.field[triangle[0]] == 0 or not self._alone(triangle):
            triangle = [*triangle[1:], triangle[0]]
        one, two, three = triangle
        if self.field[two] * self.field[three] == 0:
            on, off = (two, three) if self.field[two] == 0 else (three, two)
            middle = self._between(one, off)
            return (
                [[one, two, middle], [middle, two, three]]
                if on == two
                else [[one, middle, three], [middle, two, three]]
            )
        first, last = self._between(one, two), self._between(one, three)
        return [[one, first, last], [first, two, last], [last, two, three]]

    def _alone(self, triangle: list[int]) -> bool:
        first, *others = (np.sign(self.field[corner]) for corner in triangle)
        return first not in others

    def _between(self, one: int, other: int) -> int:
        key = (min(one, other), max(one, other))
        if key not in self._known:
            low, high = (self.field[corner] for corner in key)
            share = low / (low - high)
            values = self.surface.values
            self.values.append(values[key[0]] + share * (values[key[1]] - values[key[0]]))
            self._known[key] = len(values) + len(self.values) - 1
        return self._known[key]


def _snapped(surface: Surface, field: FloatArray, where: npt.NDArray[np.bool_]) -> tuple[Surface, FloatArray]:
    """Return the surface with corners near the line moved onto it along their shortest edge: no slivers."""
    edges = np.concatenate([surface.triangles[where][:, pair] for pair in ([0, 1], [1, 2], [2, 0])])
    edges = np.concatenate([edges, edges[:, ::-1]])
    low, high = field[edges[:, 0]], field[edges[:, 1]]
    crossing = (low * high < 0) & (np.abs(low) < _ON * np.abs(low - high))
    values, found = surface.values.copy(), field.copy()
    for one, other in edges[crossing].tolist():
        if found[one] != 0:
            share = field[one] / (field[one] - field[other])
            values[one] = surface.values[one] + share * (surface.values[other] - surface.values[one])
            found[one] = 0
    return replace(surface, values=values), found

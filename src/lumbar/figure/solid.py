"""Bodies and things as triangles: what a picture is made of.

Boxes are cut into small squares, because light is reckoned at corners and a shadow must not be coarser than a hand.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from lumbar.body.arrays import FloatArray
from lumbar.body.kinematics import Placement
from lumbar.body.names import PLACE
from lumbar.figure.palette import FLOOR
from lumbar.figure.things import Box, Rod, Thing

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]
_SQUARE_M: Final = 0.025  # the squares that faces are cut into; ours
_SIDES: Final = 32  # of a rod seen from its end


@dataclass(frozen=True, slots=True, eq=False)  # arrays cannot be compared at once
class Solid:
    """Triangles with their inks.

    `vertices_m` [m] and unit `normals`, shape (vertices, 3); `triangles`, shape (triangles, 3), by the place of their
    vertices; `ink_of`, shape (triangles,), by the place in `inks`.
    """

    vertices_m: Floats
    normals: Floats
    triangles: Ints
    ink_of: Ints
    inks: tuple[str, ...]


def joined(solids: Sequence[Solid]) -> Solid:
    """Return many solids as one."""
    starts = np.cumsum([0, *(len(solid.vertices_m) for solid in solids)])
    inks = tuple(dict.fromkeys(ink for solid in solids for ink in solid.inks))
    return Solid(
        np.concatenate([solid.vertices_m for solid in solids]),
        np.concatenate([solid.normals for solid in solids]),
        np.concatenate([solid.triangles + start for solid, start in zip(solids, starts, strict=False)], dtype=np.int32),
        np.concatenate(
            [np.array([inks.index(ink) for ink in solid.inks], dtype=np.int32)[solid.ink_of] for solid in solids]
        ),
        inks,
    )


def skin_normals(vertices_m: Floats, triangles: Ints) -> Floats:
    """Return the unit normals of a smooth skin, shape (vertices, 3): the mean of those of the triangles around."""
    a, b, c = (vertices_m[triangles[:, i]] for i in range(3))
    faces = np.cross(b - a, c - a)
    sums = np.stack(
        [np.bincount(triangles.T.ravel(), np.tile(faces[:, axis], 3), len(vertices_m)) for axis in range(3)], axis=1
    )
    lengths = np.linalg.norm(sums, axis=1, keepdims=True)
    return np.asarray(sums / np.where(lengths > 0, lengths, 1), dtype=np.float32)


def solids_of(things: Sequence[Thing], body: Placement) -> Iterator[Solid]:
    """Yield the things as they are in the first frame of `body`."""
    for thing in things:
        shape = thing.shape
        yield _rod(shape, thing.ink, body) if isinstance(shape, Rod) else _box(shape, thing.ink, body)


def ground(low_m: Sequence[float], high_m: Sequence[float], height_m: float) -> Solid:
    """Return the floor between two corners (x, y) [m], at a height [m]."""
    size = np.subtract(high_m, low_m)
    middle = np.array([*np.add(low_m, high_m) / 2, height_m])
    return face(middle, np.array([size[0], 0, 0]), np.array([0, size[1], 0]), FLOOR)


def _box(box: Box, ink: str, body: Placement) -> Solid:
    axes = np.eye(3) if box.segment is None else body.turns[0, PLACE[box.segment]].T
    return block(box.centre.located(body)[0], axes * np.array(box.size_m)[:, np.newaxis], ink)


def block(centre: FloatArray, edges: FloatArray, ink: str, square_m: float = _SQUARE_M) -> Solid:
    """Return a box around a place [m] with three edges [m], right-handed and at right angles, rows of shape (3, 3)."""
    faces = []
    for out in range(3):
        one, other = edges[(out + 1) % 3], edges[(out + 2) % 3]
        faces.append(face(centre + edges[out] / 2, one, other, ink, square_m))
        faces.append(face(centre - edges[out] / 2, other, one, ink, square_m))
    return joined(faces)


def face(middle: FloatArray, one: FloatArray, other: FloatArray, ink: str, square_m: float = _SQUARE_M) -> Solid:
    """Return a flat face as squares; its front is where `one` turned to `other` is right-handed."""
    counts = [max(1, int(np.ceil(np.linalg.norm(edge) / square_m))) for edge in (one, other)]
    u, v = np.meshgrid(*(np.linspace(-0.5, 0.5, count + 1) for count in counts), indexing="ij")
    vertices = middle + u.reshape(-1, 1) * one + v.reshape(-1, 1) * other
    normal = np.cross(one, other)
    normals = np.tile(normal / np.linalg.norm(normal), (len(vertices), 1))
    return _sheet(vertices, normals, counts[0], counts[1], ink)


def _sheet(vertices: FloatArray, normals: FloatArray, rows: int, columns: int, ink: str) -> Solid:
    """Return a grid of (rows + 1) x (columns + 1) vertices as triangles."""
    corner = (np.arange(rows)[:, np.newaxis] * (columns + 1) + np.arange(columns)).ravel()
    step = columns + 1
    triangles = np.concatenate(
        [
            np.stack([corner, corner + step, corner + step + 1], axis=1),
            np.stack([corner, corner + step + 1, corner + 1], axis=1),
        ]
    )
    return Solid(
        vertices.astype(np.float32),
        normals.astype(np.float32),
        triangles.astype(np.int32),
        np.zeros(len(triangles), dtype=np.int32),
        (ink,),
    )


def _rod(rod: Rod, ink: str, body: Placement) -> Solid:
    start, end = rod.start.located(body)[0], rod.end.located(body)[0]
    length = float(np.linalg.norm(end - start))
    along = (end - start) / length if length > 0 else np.array([0.0, 0, 1])
    aside = np.cross(along, np.eye(3)[int(np.abs(along).argmin())])
    aside /= np.linalg.norm(aside)
    turn = np.linspace(0, 2 * np.pi, _SIDES + 1)[:, np.newaxis]
    ring = np.cos(turn) * aside + np.sin(turn) * np.cross(along, aside)
    pieces = max(1, int(np.ceil(length / (2 * _SQUARE_M))))
    spots = start + np.linspace(0, 1, pieces + 1)[:, np.newaxis] * (end - start)
    hull = (spots[np.newaxis] + rod.radius_m * ring[:, np.newaxis]).reshape(-1, 3)
    parts = [_sheet(hull, np.repeat(ring, pieces + 1, axis=0), _SIDES, pieces, ink)]
    parts += [_disc(start, ring, -along, rod.radius_m, ink), _disc(end, ring, along, rod.radius_m, ink)]
    return joined(parts)


def _disc(middle: FloatArray, ring: FloatArray, normal: FloatArray, radius_m: float, ink: str) -> Solid:
    radii = np.linspace(0, radius_m, max(1, int(np.ceil(radius_m / _SQUARE_M))) + 1)
    vertices = (middle + radii[np.newaxis, :, np.newaxis] * ring[:, np.newaxis]).reshape(-1, 3)
    return _sheet(vertices, np.tile(normal, (len(vertices), 1)), _SIDES, len(radii) - 1, ink)

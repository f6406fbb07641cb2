"""What does not move in a film, seen and lit once; and what moves, drawn before it, frame by frame.

The light of every place of the room is kept in two parts, of the sun and of the sky. What moves takes its share of
each away: that is its shadow. So a frame costs little more than the body that is in it.
"""

from dataclasses import dataclass, replace
from typing import Final, Self

import numpy as np
import numpy.typing as npt

from lumbar.figure.draw import Hits, Numbers, Scene, cast, edges_of, inks_met, lit, normals_met
from lumbar.figure.light import light_parts, sky_reaching, sun_reaching
from lumbar.figure.palette import shown, table
from lumbar.figure.rays import Bools, Rays
from lumbar.figure.solid import Floats, Ints, Solid

Colours = npt.NDArray[np.uint8]
_FINE: Final = np.array([(3, 1), (7, 3), (1, 5), (5, 7)]) / 8 - 0.5  # of a pixel, where edges are evened out
_FINER: Final = np.array([(1, 5), (3, 1), (5, 7), (7, 3), (2, 2), (6, 6), (4, 0), (0, 4)]) / 8 - 0.4375
_RAYS: Final = (32, 64)  # of sun and sky: what is lit once may be lit finely
_CELL_PX: Final = 8  # rays are cast where a corner of a triangle is seen in this cell, or in one beside it
_SKY_M: Final = 0.5  # as far as the sky is dimmed
_SOFT_M: Final = 0.3  # how far a shadow's soft edge may reach around it
_TONES: Final = np.round(255 * shown(np.linspace(0, 1, 16385))).astype(np.uint8)
_LEAST: Final = 0.002  # a dimming that cannot be seen


def toned(light: Floats) -> Colours:
    """Return amounts of light as a screen is told them, 0 to 255."""
    return np.asarray(_TONES[(np.clip(light, 0, 1) * 16384 + 0.5).astype(np.int32)])


@dataclass(frozen=True, slots=True, eq=False)
class Backdrop:
    """A still scene in a picture of `size_px`; everything that is kept for a pixel is a row, line by line.

    `far_m` is how deep [m] each pixel looks, `of_sun` and `of_sky`, shape (pixels, 3), the light that comes from it,
    `corners` and `weights`, shape (pixels, 3), where it lies in a triangle of `vertices_m`; `normals` are theirs.
    """

    scene: Scene
    size_px: tuple[int, int]
    rays: Rays
    far_m: Floats
    of_sun: Floats
    of_sky: Floats
    picture: Colours
    corners: Ints
    weights: Floats
    vertices_m: Floats
    normals: Floats

    @classmethod
    def of(cls, scene: Scene, size_px: tuple[int, int]) -> Self:
        """Return the backdrop of a still scene that fills the picture."""
        solid, rays, (wide, high) = scene.solid, Rays(scene.solid), size_px
        y, x = (axis.ravel() for axis in np.indices((high, wide), dtype=np.int32))
        hits = cast(scene, rays, x, y, size_px)
        edges = np.flatnonzero(edges_of(solid, hits, (high, wide)))
        fine = cast(scene, rays, *_finely(x[edges], y[edges], _FINER), size_px)
        finely = replace(scene, lighting=replace(scene.lighting, sun_rays=_RAYS[0], sky_rays=_RAYS[1]))
        reached = lit(finely, rays, np.concatenate([hits.triangle, fine.triangle]))
        sun, sky = _parts(scene, reached, hits)
        sun[edges], sky[edges] = (p.reshape(len(edges), -1, 3).mean(axis=1) for p in _parts(scene, reached, fine))
        met = solid.triangles[hits.triangle]
        places, corners = _renumbered(met, len(solid.vertices_m))
        vertices, normals = solid.vertices_m[places], solid.normals[places]
        picture = toned(sun + sky)
        far = np.where(hits.triangle >= 0, hits.far_m, np.inf).astype(np.float32)
        return cls(scene, size_px, rays, far, sun, sky, picture, corners, hits.weights, vertices, normals)

    def left_at(self, pixels: Ints, sun: Floats, sky: Floats) -> Floats:
        """Return the light that comes from some pixels, of which what is left of `sun` and `sky` everywhere is told."""
        return self.of_sun[pixels] * sun[pixels, np.newaxis] + self.of_sky[pixels] * sky[pixels, np.newaxis]

    def behind(self, actor: Solid) -> "Take":
        """Return a frame: what moves, before this."""
        return Take(self, actor)


class Take:
    """One frame: an actor, which is everything that moves, before a backdrop."""

    def __init__(self, backdrop: Backdrop, actor: Solid) -> None:
        """Find what is seen of the actor."""
        back = backdrop.scene
        self._backdrop, self._scene = backdrop, Scene(actor, back.view, back.colours, back.lighting)
        self.rays = Rays(actor)
        wide, high = backdrop.size_px
        mask, (top, left) = self._near()
        self._shape = mask.shape
        y, x = np.nonzero(mask)
        self._cells = np.flatnonzero(mask)
        self._y, self._x = (y + top).astype(np.int32), (x + left).astype(np.int32)
        self._pixels = self._y * wide + self._x
        hits = cast(self._scene, self.rays, self._x, self._y, (wide, high))
        self._hits = _before(hits, backdrop.far_m[self._pixels])

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of the actor's inks."""
        return self._scene.solid.inks

    def inks(self) -> Ints:
        """Return the ink of the actor at the middle of every pixel, by its place in `names`, -1 elsewhere."""
        wide, high = self._backdrop.size_px
        seen = np.full(wide * high, -1, dtype=np.int32)
        seen[self._pixels] = inks_met(self._scene.solid, self._hits)
        return seen.reshape(high, wide)

    def met(self, places_px: npt.NDArray[np.float64]) -> tuple[Ints, Floats]:
        """Return which of the actor's triangles is seen at places [px], -1 for none, and how deep each looks [m]."""
        (x, y), (wide, high) = places_px.T - 0.5, self._backdrop.size_px
        hits = cast(self._scene, self.rays, x, y, (wide, high))
        column, row = (np.clip(np.floor(axis), 0, most - 1).astype(int) for axis, most in ((x, wide), (y, high)))
        found = _before(hits, self._backdrop.far_m[row * wide + column])
        return found.triangle, found.far_m

    def picture(self) -> Colours:
        """Return the frame, shape (height, width, 3)."""
        back, (wide, high) = self._backdrop, self._backdrop.size_px
        sun, sky, where = self._dimmed()
        picture = back.picture.copy()
        picture[where] = toned(
            back.of_sun[where] * sun[where, np.newaxis] + back.of_sky[where] * sky[where, np.newaxis]
        )
        edges = self._edges()
        at = self._pixels[edges]
        fine = cast(self._scene, self.rays, *_finely(self._x[edges], self._y[edges], _FINE), (wide, high))
        fine = _before(fine, np.repeat(back.far_m[at], len(_FINE)))
        reached = lit(self._scene, self, np.concatenate([self._hits.triangle, fine.triangle]))
        seen = np.flatnonzero(self._hits.triangle >= 0)
        picture[self._pixels[seen]] = toned(sum(_parts(self._scene, reached, _some(self._hits, seen))))  # type: ignore[arg-type]
        mixed = np.repeat(back.left_at(at, sun, sky), len(_FINE), axis=0)
        met = np.flatnonzero(fine.triangle >= 0)
        mixed[met] = sum(_parts(self._scene, reached, _some(fine, met)))
        picture[at] = toned(mixed.reshape(len(at), -1, 3).mean(axis=1))
        return picture.reshape(high, wide, 3)

    def blocked(self, origins_m: Floats, ways: Floats, reach_m: float) -> Bools:
        """Return whether rays meet anything, of the actor or behind it, within `reach_m` [m]."""
        found = self.rays.blocked(origins_m, ways, reach_m)
        free = np.flatnonzero(~found)
        found[free] = self._backdrop.rays.blocked(origins_m[free], ways[free], reach_m)
        return found

    def _near(self) -> tuple[Bools, tuple[int, int]]:
        """Return where the actor may be seen, in a rectangle of the picture, and where that begins [px]."""
        (wide, high), solid = self._backdrop.size_px, self._scene.solid
        middles = solid.vertices_m[solid.triangles].mean(axis=1)
        spots = np.concatenate([solid.vertices_m, middles])
        view = self._scene.view
        seen = (spots - view.eye_m().astype(np.float32)) @ view.axes().T.astype(np.float32)
        ahead = seen[seen[:, 2] < -0.05]  # noqa: PLR2004  not behind the camera
        scale = np.float32(view.focal_px(wide, high)) / -ahead[:, 2]
        x, y = wide / 2 + ahead[:, 0] * scale, high / 2 - ahead[:, 1] * scale
        inside = (x > -_CELL_PX) & (x < wide + _CELL_PX) & (y > -_CELL_PX) & (y < high + _CELL_PX)
        across, down = (np.floor(axis[inside] / _CELL_PX).astype(np.int32) + 2 for axis in (x, y))
        cells = np.zeros((-(-high // _CELL_PX) + 4, -(-wide // _CELL_PX) + 4), dtype=bool)
        cells[down, across] = True
        cells[1:-1, 1:-1] = _grown(cells)
        cells = cells[2:-2, 2:-2]
        rows, columns = (np.flatnonzero(cells.any(axis=axis)) for axis in (1, 0))
        if not len(rows):
            return np.zeros((0, 0), dtype=bool), (0, 0)
        top, left = int(rows[0]) * _CELL_PX, int(columns[0]) * _CELL_PX
        part = cells[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
        mask = part.repeat(_CELL_PX, axis=0).repeat(_CELL_PX, axis=1)
        return mask[: high - top, : wide - left], (top, left)

    def _edges(self) -> Ints:
        """Return which of the rays went past an edge."""
        inks = np.full(self._shape, -1, dtype=np.int32)
        far = np.zeros(self._shape, dtype=np.float32)
        inks.ravel()[self._cells] = inks_met(self._scene.solid, self._hits)
        far.ravel()[self._cells] = self._hits.far_m
        edge = np.zeros(self._shape, dtype=bool)
        for one, other in (
            ((slice(1, None), slice(None)), (slice(-1), slice(None))),
            ((slice(None), slice(1, None)), (slice(None), slice(-1))),
        ):
            differs = inks[one] != inks[other]
            differs |= (inks[one] >= 0) & (np.abs(far[one] - far[other]) > 0.03)  # noqa: PLR2004  another limb
            edge[one] |= differs
            edge[other] |= differs
        return np.flatnonzero(edge.ravel()[self._cells]).astype(np.int32)

    def _dimmed(self) -> tuple[Floats, Floats, Ints]:
        """Return what is left of sun and sky at every pixel behind the actor, and the pixels where that is not all."""
        back, lighting, azimuth = self._backdrop, self._scene.lighting, self._scene.view.azimuth_deg
        low, high = self._scene.solid.vertices_m.min(axis=0), self._scene.solid.vertices_m.max(axis=0)
        left = np.ones((2, len(back.vertices_m)), dtype=np.float32)
        shaded = _crosses(back.vertices_m, lighting.sun.way(azimuth), low - _SOFT_M, high + _SOFT_M)
        vertices, normals = back.vertices_m[shaded], back.normals[shaded]
        left[0, shaded] = sun_reaching(self.rays, vertices, normals, lighting, azimuth)
        near = np.flatnonzero(((back.vertices_m > low - _SKY_M) & (back.vertices_m < high + _SKY_M)).all(axis=1))
        left[1, near] = sky_reaching(self.rays, back.vertices_m[near], back.normals[near], lighting)
        dim = np.asarray((left < 1 - _LEAST).any(axis=0))
        where = np.flatnonzero(dim[back.corners].any(axis=1)).astype(np.int32)
        parts = np.ones((2, len(back.far_m)), dtype=np.float32)
        parts[:, where] = np.einsum("pc,lpc->lp", back.weights[where], left[:, back.corners[where]])
        return parts[0], parts[1], where


def _parts(scene: Scene, reached: Floats, hits: Hits) -> tuple[Floats, Floats]:
    """Return the light that comes from where rays met something: that of the sun and the rest, each (rays, 3)."""
    solid = scene.solid
    corners = reached[solid.triangles[hits.triangle]]
    sun, sky = light_parts(normals_met(solid, hits), scene.lighting, scene.view.azimuth_deg)
    colour = table(solid.inks, scene.colours).astype(np.float32)[solid.ink_of[hits.triangle]]
    colour[hits.triangle < 0] = 0
    part = np.einsum("rc,rci->ri", hits.weights, corners)
    return colour * sun * part[:, :1], colour * sky * part[:, 1:]


def _finely(x: Ints, y: Ints, steps: npt.NDArray[np.float64]) -> tuple[Numbers, Numbers]:
    across, down = (axis[:, np.newaxis] + steps[:, i] for i, axis in enumerate((x, y)))
    return across.ravel(), down.ravel()


def _before(hits: Hits, far_m: Floats) -> Hits:
    """Return hits without those that lie behind what is `far_m` [m] deep."""
    return Hits(np.where(hits.far_m < far_m, hits.triangle, -1), hits.weights, hits.far_m)


def _some(hits: Hits, which: npt.NDArray[np.intp]) -> Hits:
    return Hits(hits.triangle[which], hits.weights[which], hits.far_m[which])


def _renumbered(corners: Ints, count: int) -> tuple[Ints, Ints]:
    """Return the vertices that corners name, each once, and the corners by their places among them."""
    named = np.zeros(count, dtype=bool)
    named[corners] = True
    return np.flatnonzero(named).astype(np.int32), (np.cumsum(named, dtype=np.int32) - 1)[corners]


def _grown(cells: Bools) -> Bools:
    """Return cells and their eight neighbours, without the border."""
    rows = cells[:-2] | cells[1:-1] | cells[2:]
    return np.asarray(rows[:, :-2] | rows[:, 1:-1] | rows[:, 2:])


def _crosses(spots: Floats, way: npt.NDArray[np.float64], low: Floats, high: Floats) -> npt.NDArray[np.intp]:
    """Return which places see a box, between two corners [m], in one direction."""
    step = np.where(np.abs(way) < 1e-6, 1e-6, way).astype(np.float32)  # noqa: PLR2004
    one, other = (low - spots) / step, (high - spots) / step
    enters, leaves = np.minimum(one, other).max(axis=1), np.maximum(one, other).min(axis=1)
    return np.flatnonzero((leaves > 0) & (enters < leaves))

"""Draw a scene: rays through every pixel, more of them along edges, cut out on nothing, with a soft shadow below."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import numpy.typing as npt

from lumbar.figure.light import Blocks, Lighting, light_at, sky_reaching, sun_reaching
from lumbar.figure.palette import COLOURS, FLOOR, linear, shown, table
from lumbar.figure.rays import Bools, Rays
from lumbar.figure.solid import Floats, Ints, Solid
from lumbar.figure.view import View

Picture = npt.NDArray[np.uint8]
Numbers = npt.NDArray[np.int32] | npt.NDArray[np.float64]
_SHADOW: Final = "#2a1e12"
_SHADOW_SHARE: Final = 0.40  # how much of the ground a shadow covers where no light falls; ours
_EVENINGS: Final = 4  # how often the light of the sky is evened out with that of its neighbours
_FAINT: Final = 0.04  # what is missing of the light and is not drawn yet; the edge of what we reckon is not seen
_FINE: Final = np.array([(1, 5), (3, 1), (5, 7), (7, 3), (2, 2), (6, 6), (4, 0), (0, 4)]) / 8 - 0.4375  # of a pixel
_GAP_M: Final = 0.03  # neighbours that differ more in depth are of two limbs
_BEND: Final = 0.85  # and those whose normals agree less are of two faces
_UP: Final = np.array([[0, 0, 1]], dtype=np.float32)
_ALL: Final = np.ones(1, dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Scene:
    """What is drawn: a solid, seen from somewhere, in some light, its inks in some colours."""

    solid: Solid
    view: View
    colours: Mapping[str, str] = field(default_factory=lambda: COLOURS)
    lighting: Lighting = field(default_factory=Lighting)


@dataclass(frozen=True, slots=True, eq=False)
class Hits:
    """What rays met: triangle or -1, the weights of its corners, and how far away [m], each a row a ray."""

    triangle: Ints
    weights: Floats
    far_m: Floats


def draw(scene: Scene, width_px: int, height_px: int) -> Picture:
    """Return a picture of a scene, shape (height, width, 4): red, green, blue and how opaque, 0 to 255.

    Args:
        scene: The scene.
        width_px: How wide the picture is.
        height_px: How high.
    """
    rays = Rays(scene.solid)
    rows, columns = _window(scene, scene.solid.vertices_m, width_px, height_px)
    y, x = (axis.ravel() for axis in np.meshgrid(rows, columns, indexing="ij"))
    hits = cast(scene, rays, x, y, (width_px, height_px))
    edges = np.flatnonzero(edges_of(scene.solid, hits, (len(rows), len(columns))))
    fine_x, fine_y = (axis[edges][:, np.newaxis] + _FINE[:, i] for i, axis in enumerate((x, y)))
    fine = cast(scene, rays, fine_x.ravel(), fine_y.ravel(), (width_px, height_px))
    light = lit(scene, rays, np.concatenate([hits.triangle, fine.triangle]))
    drawn = _shade(scene, light, hits)
    drawn[edges] = _shade(scene, light, fine).reshape(len(edges), len(_FINE), 4).mean(axis=1)
    picture = np.zeros((height_px, width_px, 4), dtype=np.uint8)
    picture[np.ix_(rows, columns)] = _bytes(drawn).reshape(len(rows), len(columns), 4)
    return picture


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """What is seen at the middle of every pixel, each (height, width).

    `inks` by their place in `names`, -1 where there is nothing; `far_m` from the camera [m]; `light`, how much of the
    light falls there that falls on open ground; `colour`, shape (height, width, 3), the light it gives back.
    """

    names: tuple[str, ...]
    inks: Ints
    far_m: Floats
    light: Floats
    colour: Floats


def label(scene: Scene, width_px: int, height_px: int) -> Ints:
    """Return the ink at the middle of every pixel by its place, -1 where there is nothing, shape (height, width)."""
    hits = _all_hits(scene, Rays(scene.solid), width_px, height_px)
    return inks_met(scene.solid, hits).reshape(height_px, width_px)


def see(scene: Scene, width_px: int, height_px: int) -> Seen:
    """Return what is seen at the middle of every pixel."""
    rays, shape = Rays(scene.solid), (height_px, width_px)
    hits = _all_hits(scene, rays, width_px, height_px)
    found = np.flatnonzero(hits.triangle >= 0)
    met = Hits(hits.triangle[found], hits.weights[found], hits.far_m[found])
    falling = _falling(scene, lit(scene, rays, hits.triangle), met)
    light, colour = np.ones(len(hits.triangle), np.float32), np.zeros((len(hits.triangle), 3), np.float32)
    light[found] = falling.sum(axis=1) / _open_ground(scene).sum()
    colour[found] = falling * table(scene.solid.inks, scene.colours)[scene.solid.ink_of[met.triangle]]
    inks = inks_met(scene.solid, hits).reshape(shape)
    return Seen(scene.solid.inks, inks, hits.far_m.reshape(shape), light.reshape(shape), colour.reshape(*shape, 3))


def _all_hits(scene: Scene, rays: Rays, width_px: int, height_px: int) -> Hits:
    rows, columns = (np.arange(count, dtype=np.int32) for count in (height_px, width_px))
    y, x = (axis.ravel() for axis in np.meshgrid(rows, columns, indexing="ij"))
    return cast(scene, rays, x, y, (width_px, height_px))


def _window(scene: Scene, places: Floats, width_px: int, height_px: int) -> tuple[Ints, Ints]:
    """Return the rows and columns in which places can be seen."""
    seen = scene.view.project(places.astype(np.float64), width_px, height_px)
    low, high = np.floor(seen.min(axis=0)).astype(int), np.ceil(seen.max(axis=0)).astype(int) + 1
    rows = np.arange(max(low[1], 0), min(high[1], height_px), dtype=np.int32)
    return rows, np.arange(max(low[0], 0), min(high[0], width_px), dtype=np.int32)


def cast(scene: Scene, rays: Rays, x: Numbers, y: Numbers, size: tuple[int, int]) -> Hits:
    """Return what is met through places of the picture [px]."""
    view, (width, height) = scene.view, size
    focal = view.focal_px(width, height)
    right, up, near = view.axes().astype(np.float32)
    across = ((x + 0.5 - width / 2) / focal).astype(np.float32)[:, np.newaxis]
    down = ((y + 0.5 - height / 2) / focal).astype(np.float32)[:, np.newaxis]
    ways = across * right - down * up - near
    origins = np.tile(view.eye_m().astype(np.float32), (len(ways), 1))
    return Hits(*rays.first(origins, ways))


def inks_met(solid: Solid, hits: Hits) -> Ints:
    """Return the ink that each ray met by its place in `inks`, -1 for none, shape (rays,)."""
    return np.where(hits.triangle >= 0, solid.ink_of[hits.triangle], -1).astype(np.int32)


def normals_met(solid: Solid, hits: Hits) -> Floats:
    """Return the unit normals where rays met something, shape (rays, 3); anything where they did not."""
    normals = np.einsum("rc,rci->ri", hits.weights, solid.normals[solid.triangles[hits.triangle]])
    return np.asarray(normals / np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-6), dtype=np.float32)


def edges_of(solid: Solid, hits: Hits, shape: tuple[int, int]) -> Bools:
    """Return where neighbouring pixels show different things, shape (pixels,)."""
    inks = inks_met(solid, hits).reshape(shape)
    found = np.flatnonzero(hits.triangle >= 0)
    normals = np.zeros((*shape, 3), dtype=np.float32)
    normals.reshape(-1, 3)[found] = normals_met(
        solid, Hits(hits.triangle[found], hits.weights[found], hits.far_m[found])
    )
    far = hits.far_m.reshape(shape)
    edge = np.zeros(shape, dtype=bool)
    drawn = inks >= 0
    for one, other in (
        ((slice(1, None), slice(None)), (slice(-1), slice(None))),
        ((slice(None), slice(1, None)), (slice(None), slice(-1))),
    ):
        differs = inks[one] != inks[other]
        both = drawn[one] & drawn[other] & ~differs
        bend = np.einsum("rci,rci->rc", normals[one], normals[other]) < _BEND
        differs |= both & (bend | (np.abs(far[one] - far[other]) > _GAP_M))
        edge[one] |= differs
        edge[other] |= differs
    return edge.ravel()


def lit(scene: Scene, blocks: Blocks, triangles: Ints) -> Floats:
    """Return how much of sun and sky reaches every vertex that is seen, shape (vertices, 2); zero elsewhere."""
    solid, azimuth = scene.solid, scene.view.azimuth_deg
    seen = np.zeros(len(solid.triangles), dtype=bool)
    seen[triangles[triangles >= 0]] = True
    corners = solid.triangles[seen]
    named = np.zeros(len(solid.vertices_m), dtype=bool)
    named[corners] = True
    places = np.flatnonzero(named)
    vertices, normals = solid.vertices_m[places], solid.normals[places]
    reached = np.zeros((len(solid.vertices_m), 2), dtype=np.float32)
    reached[places, 0] = sun_reaching(blocks, vertices, normals, scene.lighting, azimuth)
    sky = sky_reaching(blocks, vertices, normals, scene.lighting)
    reached[places, 1] = _evened(sky, (np.cumsum(named, dtype=np.int32) - 1)[corners])
    return reached


def _evened(values: Floats, corners: Ints) -> Floats:
    """Return values of vertices, each evened out with its neighbours in triangles: thin things cast no stripes."""
    ends = np.concatenate([corners[:, [0, 1]], corners[:, [1, 2]], corners[:, [2, 0]]])
    ends = np.concatenate([ends, ends[:, ::-1]])
    count = np.bincount(ends[:, 0], minlength=len(values)) + 1
    for _ in range(_EVENINGS):
        around = np.bincount(ends[:, 0], values[ends[:, 1]], len(values))
        values = ((values + around) / count).astype(np.float32)
    return values


def _falling(scene: Scene, reached: Floats, met: Hits) -> Floats:
    """Return the light that falls where rays met something, shape (rays, 3)."""
    both = np.einsum("rc,rci->ri", met.weights, reached[scene.solid.triangles[met.triangle]])
    return light_at(normals_met(scene.solid, met), both[:, 0], both[:, 1], scene.lighting, scene.view.azimuth_deg)


def _open_ground(scene: Scene) -> Floats:
    return light_at(_UP, _ALL, _ALL, scene.lighting, scene.view.azimuth_deg)


def _shade(scene: Scene, reached: Floats, hits: Hits) -> Floats:
    """Return the light of each ray and how opaque it is, shape (rays, 4); light is counted as opaque as it is."""
    solid = scene.solid
    found = np.flatnonzero(hits.triangle >= 0)
    met = Hits(hits.triangle[found], hits.weights[found], hits.far_m[found])
    falling = _falling(scene, reached, met)
    drawn = np.zeros((len(hits.triangle), 4), dtype=np.float32)
    drawn[found, :3] = falling * table(solid.inks, scene.colours).astype(np.float32)[solid.ink_of[met.triangle]]
    drawn[found, 3] = 1
    if FLOOR in solid.inks:
        floor = solid.ink_of[met.triangle] == solid.inks.index(FLOOR)
        missing = 1 - falling[floor].sum(axis=1) / _open_ground(scene).sum()
        dark = _SHADOW_SHARE * np.maximum(missing - _FAINT, 0) / (1 - _FAINT)
        drawn[found[floor], 3] = dark
        drawn[found[floor], :3] = dark[:, np.newaxis] * linear(_SHADOW)
    return drawn


def _bytes(drawn: Floats) -> Picture:
    opaque = np.clip(drawn[:, 3:], 0, 1)
    colour = shown(drawn[:, :3] / np.maximum(opaque, 1e-6))
    return np.asarray(np.round(255 * np.concatenate([np.where(opaque > 0, colour, 0), opaque], axis=1)), dtype=np.uint8)

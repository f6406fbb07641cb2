"""A shirt, shorts and hair: where their hems run, and how far they stand off the body."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from lumbar.body.arrays import FloatArray
from lumbar.body.names import PLACE, SEGMENTS, Segment
from lumbar.body.physique import Physique
from lumbar.figure.mesh import INKS, IntArray
from lumbar.figure.skin import rest_joints_m
from tools.body_mesh.cut import Surface, cut
from tools.body_mesh.surface import border_of, normals_of, smoothed

SKIN, SHIRT, SHORTS, HAIR, EYES = (INKS.index(name) for name in ("skin", "shirt", "shorts", "hair", "eyes"))
_ARM = tuple(PLACE[name] for name in SEGMENTS if name.startswith(("upper_arm", "forearm", "hand")))
_HEAD = (PLACE["head"],)


@dataclass(frozen=True, slots=True)
class Cut:
    """Clothes as shares of height above the middle of the hips, and as lengths [m]."""

    waist: float = 0.028
    leg: float = 0.55  # of the thigh, from the hip down
    sleeve: float = 0.6  # of the upper arm, from the shoulder down
    neck_m: float = 0.004  # how much above the neck's joint the collar is behind
    neck_slope: float = 0.62
    shirt_m: float = 0.007
    shorts_m: float = 0.006
    flare_m: float = 0.008


def dressed(surface: Surface, physique: Physique, style: Cut) -> Surface:
    """Return a bare surface, whose values are places [m] and the weights of the segments, in its clothes."""
    hems = _Hems(physique, style)
    for field, domain in hems.lines():
        where = domain(surface)
        surface, _ = cut(surface, field(surface), where)
    surface = replace(surface, inks=hems.inks(surface))
    for ink, thick, loose in ((SHORTS, style.shorts_m, 10), (SHIRT, style.shirt_m, 8), (HAIR, 0.009, 0)):
        surface = _put_on(surface, ink, thick, loose)
    return surface


class _Hems:
    """Where the hems run, for one body."""

    def __init__(self, physique: Physique, style: Cut) -> None:
        self.joints, self.style = rest_joints_m(physique), style
        self.waist = style.waist * physique.height_m
        self.leg = -style.leg * physique.lengths_m["thigh"]
        self.sleeve = self._z("upper_arm_left") - style.sleeve * physique.lengths_m["upper-arm"]
        self.neck = self._z("head")
        self.height = physique.height_m

    def _z(self, segment: Segment) -> float:
        return float(self.joints[PLACE[segment], 2])

    def lines(self) -> Iterator[tuple[Callable[[Surface], FloatArray], Callable[[Surface], npt.NDArray[np.bool_]]]]:
        """Yield each hem: a field over the vertices, and the triangles it runs over."""
        yield self.over_waist, lambda s: ~_on(s, _ARM)
        yield self.over_leg, lambda s: ~_on(s, _ARM)
        yield self.under_neck, lambda s: ~_on(s, _ARM)
        yield self.over_sleeve, lambda s: _on(s, _ARM)
        yield self.in_hair, lambda s: _on(s, _HEAD) & (s.inks != EYES)

    def over_waist(self, surface: Surface) -> FloatArray:
        """Return how far above the shirt's lower hem [m]; it hangs a little lower behind."""
        x, _, z = surface.places_m.T
        return np.asarray(z - self.waist - 0.1 * x)

    def over_leg(self, surface: Surface) -> FloatArray:
        """Return how far above the shorts' hem [m]."""
        return np.asarray(surface.places_m[:, 2] - self.leg)

    def under_neck(self, surface: Surface) -> FloatArray:
        """Return how far under the collar [m], which is lower in front."""
        x, _, z = surface.places_m.T
        return np.asarray(self.neck + self.style.neck_m - self.style.neck_slope * (x + 0.03) - z)

    def over_sleeve(self, surface: Surface) -> FloatArray:
        """Return how far above the sleeve's hem [m]."""
        return np.asarray(surface.places_m[:, 2] - self.sleeve)

    def in_hair(self, surface: Surface) -> FloatArray:
        """Return how far inside the hair [m]: over the brow, behind the ear, down to the nape."""
        x, y, z = surface.places_m.T
        up = (z - self.neck) / self.height
        ahead = x / self.height
        line = np.interp(
            ahead, [-0.05, -0.02, 0.004, 0.012, 0.03, 0.05, 0.07], [0.062, 0.066, 0.085, 0.105, 0.125, 0.137, 0.145]
        )
        return np.asarray((up - line) * self.height - 0.0 * y)

    def inks(self, surface: Surface) -> IntArray:
        """Return the ink of every triangle."""
        arm, head = _on(surface, _ARM), _on(surface, _HEAD)

        def inside(field: FloatArray) -> npt.NDArray[np.bool_]:
            return np.asarray(field[surface.triangles].sum(axis=1) > 0)

        over_waist, under_neck = inside(self.over_waist(surface)), inside(self.under_neck(surface))
        found = np.full(len(surface.triangles), SKIN)
        found[~arm & ~over_waist & inside(self.over_leg(surface))] = SHORTS
        found[~arm & over_waist & under_neck] = SHIRT
        found[arm & inside(self.over_sleeve(surface))] = SHIRT
        found[head & inside(self.in_hair(surface))] = HAIR
        return np.where(surface.inks == EYES, EYES, found)


def _on(surface: Surface, segments: tuple[int, ...]) -> npt.NDArray[np.bool_]:
    """Tell which triangles belong to segments, by most of their weight."""
    weights = surface.values[:, 3 : 3 + len(SEGMENTS)][:, list(segments)].sum(axis=1)
    return np.asarray(weights[surface.triangles].mean(axis=1) > 0.5)  # noqa: PLR2004 - most


def _put_on(surface: Surface, ink: int, thick_m: float, loose: int) -> Surface:
    """Return the surface with one cloth lifted off the body, and a lip along its hems."""
    own = surface.inks == ink
    border = border_of(surface.triangles[own])
    held = np.ones(len(surface.values), dtype=bool)
    held[np.setdiff1d(surface.triangles[own], border)] = False
    normals = normals_of(surface.places_m, surface.triangles)
    cloth = smoothed(surface.places_m, surface.triangles[own], held, loose)
    out = np.maximum(((cloth - surface.places_m) * normals).sum(axis=1), 0) + thick_m
    lifted = surface.values.copy()
    lifted[:, :3] += normals * out[:, np.newaxis]
    hem = np.unique(border)
    copies = np.full(len(lifted), -1)
    copies[hem] = len(lifted) + np.arange(len(hem))
    values = np.concatenate([np.where(_in(surface, own)[:, np.newaxis], lifted, surface.values), lifted[hem]])
    values[hem] = surface.values[hem]
    triangles = surface.triangles.copy()
    inner = triangles[own]
    triangles[own] = np.where(copies[inner] >= 0, copies[inner], inner)
    one, two = border.T
    lip = np.concatenate([np.column_stack([two, one, copies[one]]), np.column_stack([two, copies[one], copies[two]])])
    return Surface(values, np.concatenate([triangles, lip]), np.concatenate([surface.inks, np.full(len(lip), ink)]))


def _in(surface: Surface, own: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    inside = np.zeros(len(surface.values), dtype=bool)
    inside[surface.triangles[own]] = True
    return inside

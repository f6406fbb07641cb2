"""A shirt and shorts: where their hems run, and how far they stand off the body."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt

from lumbar.body.arrays import FloatArray
from lumbar.body.names import PLACE, SEGMENTS, Segment
from lumbar.body.physique import Physique
from lumbar.figure.mesh import INKS, IntArray
from lumbar.figure.skin import rest_joints_m
from tools.body_mesh.cloth import Lift, put_on
from tools.body_mesh.cut import Surface, cut
from tools.body_mesh.face import with_face

SKIN, SHIRT, SHORTS = (INKS.index(name) for name in ("skin", "shirt", "shorts"))
_ARM: Final = tuple(PLACE[name] for name in SEGMENTS if name.startswith(("upper_arm", "forearm", "hand")))
_COLLAR_UP_M: Final = 0.06  # the collar is looked for up to here above the joint of the neck
_COLLAR_LEANS: Final = np.array([0.42, 0.0, 0.907])  # the way of the neck, which is the middle of the collar
_COLLAR_BACK_M: Final = 0.012  # how high it is behind, over that joint
_COLLAR_SLOPE: Final = 0.66  # and how steeply it comes down to the front
_HANGS_M: Final = 0.014  # how much lower the shirt hangs than it is cut, over the shorts


@dataclass(frozen=True, slots=True)
class Style:
    """Clothes and hair; all ours."""

    waist: float = 0.034  # of height, above the hips
    leg: float = 0.56  # of the thigh, from the hip down
    sleeve: float = 0.58  # of the upper arm, from the shoulder down
    collar: float = 0.041  # of height, from the middle of the neck
    shirt_m: float = 0.009
    shorts_m: float = 0.005
    long_hair: bool = False


Triangles = npt.NDArray[np.bool_]


def dressed(surface: Surface, physique: Physique, style: Style) -> Surface:
    """Return a bare surface, whose values are places [m] and the weights of the segments, in its clothes."""
    hems = _Hems(physique, style)
    for field, domain in hems.lines():
        surface, _ = cut(surface, field(surface), domain(surface))
    surface = replace(surface, inks=hems.inks(surface))
    surface = put_on(surface, SHORTS, Lift(style.shorts_m, 10, flare_m=0.006, hem_m=hems.leg))
    surface = put_on(surface, SHIRT, Lift(style.shirt_m, 10, flare_m=0.004, hem_m=hems.waist, hangs_m=_HANGS_M))
    return with_face(surface, physique, long_hair=style.long_hair)


class _Hems:
    """Where the hems run, for one body."""

    def __init__(self, physique: Physique, style: Style) -> None:
        self.joints, self.height = rest_joints_m(physique), physique.height_m
        self.waist = style.waist * physique.height_m
        self.leg = -style.leg * physique.lengths_m["thigh"]
        self.sleeve = self._z("upper_arm_left") - style.sleeve * physique.lengths_m["upper-arm"]
        self.collar = style.collar * physique.height_m
        self.neck = self._z("head")

    def _z(self, segment: Segment) -> float:
        return float(self.joints[PLACE[segment], 2])

    def lines(self) -> Iterator[tuple[Callable[[Surface], FloatArray], Callable[[Surface], Triangles]]]:
        """Yield each hem: a field over the vertices, and the triangles it runs over."""
        yield self.over_waist, lambda s: ~belong(s, _ARM)
        yield self.over_leg, lambda s: ~belong(s, _ARM)
        yield self.out_of_collar, self._below_chin
        yield self.over_sleeve, lambda s: belong(s, _ARM)

    def over_waist(self, surface: Surface) -> FloatArray:
        """Return how far above the shirt's lower hem [m]; it hangs a little lower behind."""
        x, _, z = surface.places_m.T
        return np.asarray(z - self.waist - 0.1 * x)

    def over_leg(self, surface: Surface) -> FloatArray:
        """Return how far above the shorts' hem [m]."""
        return np.asarray(surface.places_m[:, 2] - self.leg)

    def out_of_collar(self, surface: Surface) -> FloatArray:
        """Return how far outside a round collar [m], around a line that leans forward as a neck does, or below it."""
        from_neck = surface.places_m - np.array([-0.006 * self.height, 0.0, self.neck])
        along = from_neck @ _COLLAR_LEANS
        aside = np.linalg.norm(from_neck - along[:, np.newaxis] * _COLLAR_LEANS, axis=1) - self.collar
        below = _COLLAR_BACK_M - _COLLAR_SLOPE * (from_neck[:, 0] + 0.02) - from_neck[:, 2]
        return np.asarray(np.maximum(aside, below))

    def over_sleeve(self, surface: Surface) -> FloatArray:
        """Return how far above the sleeve's hem [m]."""
        return np.asarray(surface.places_m[:, 2] - self.sleeve)

    def inks(self, surface: Surface) -> IntArray:
        """Return the ink of every triangle."""
        arm = belong(surface, _ARM)

        def inside(field: FloatArray) -> Triangles:
            return np.asarray(field[surface.triangles].sum(axis=1) > 0)

        over_waist = inside(self.over_waist(surface))
        shirt = over_waist & self._below_chin(surface) & inside(self.out_of_collar(surface))
        found = surface.inks.copy()
        found[~arm & ~over_waist & inside(self.over_leg(surface))] = SHORTS
        found[~arm & shirt] = SHIRT
        found[arm & inside(self.over_sleeve(surface))] = SHIRT
        return found

    def _below_chin(self, surface: Surface) -> Triangles:
        height = surface.places_m[:, 2][surface.triangles].mean(axis=1)
        return np.asarray(height < self.neck + _COLLAR_UP_M) & ~belong(surface, (PLACE["head"],))


def belong(surface: Surface, segments: tuple[int, ...]) -> Triangles:
    """Tell which triangles belong to segments, by most of their weight."""
    weights = surface.values[:, 3 : 3 + len(SEGMENTS)][:, list(segments)].sum(axis=1)
    return np.asarray(weights[surface.triangles].mean(axis=1) > 0.5)  # noqa: PLR2004 - most

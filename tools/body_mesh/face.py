"""Hair, brows and pupils: lines on the head, measured from the eyes in shares of the way from there to the crown."""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from lumbar.body.arrays import FloatArray
from lumbar.body.names import PLACE
from lumbar.body.physique import Physique
from lumbar.figure.mesh import INKS
from lumbar.figure.skin import rest_joints_m
from tools.body_mesh.cloth import Lift, put_on
from tools.body_mesh.cut import Surface, cut
from tools.body_mesh.fit import HAIR_M

SKIN, HAIR, EYES, PUPILS = (INKS.index(name) for name in ("skin", "hair", "eyes", "pupils"))
# Ahead of the eyes, and the hairline's height over them there.
_SHORT: Final = (
    (-2.4, -0.62),
    (-1.35, -0.55),
    (-1.12, -0.32),
    (-1.02, 0.18),
    (-0.72, 0.26),
    (-0.55, 0.30),
    (-0.38, 0.50),
    (0.1, 0.66),
)
_LONG: Final = (
    (-2.4, -1.02),
    (-1.2, -0.98),
    (-0.66, -0.92),
    (-0.52, -0.30),
    (-0.48, 0.10),
    (-0.42, 0.38),
    (-0.28, 0.56),
    (0.1, 0.70),
)
_SHORT_LIFT: Final = Lift(HAIR_M, 2, edge=0.5)
_LONG_LIFT: Final = Lift(HAIR_M + 0.002, 24, edge=0.4)
_HALF_WIDTH: Final = 0.63  # of a head without its ears
_BEHIND_EAR, _OVER_EAR = -1.4, 0.25
_NOUGHT: Final = 1e-9
_TEMPLE: Final = -0.45
_IRIS: Final = 0.062
_BROW: Final = (0.31, 0.215, 0.18, 0.034, 0.045)  # aside, above, half as long, half as high, how much it arches


@dataclass(frozen=True, slots=True, eq=False)
class _Head:
    """A head's own measure: the eyes' middle, ahead and up [m], how far apart they are [m], and its unit [m]."""

    ahead_m: float
    up_m: float
    aside_m: float
    unit_m: float

    def shares(self, surface: Surface) -> tuple[FloatArray, FloatArray, FloatArray]:
        """Return every vertex ahead of the eyes, to the side and above them, in units."""
        x, y, z = surface.places_m.T
        return (x - self.ahead_m) / self.unit_m, np.abs(y) / self.unit_m, (z - self.up_m) / self.unit_m


def with_face(surface: Surface, physique: Physique, *, long_hair: bool) -> Surface:
    """Return the surface with hair, brows and pupils."""
    head = _measured(surface)
    neck = rest_joints_m(physique)[PLACE["head"], 2]
    on_head = (surface.places_m[surface.triangles, 2].mean(axis=1) > neck - 0.02) & (surface.inks == SKIN)
    surface, field = cut(surface, _in_hair(surface, head, long_hair=long_hair), on_head)
    surface = _painted(surface, field, HAIR, neck - 0.02)
    if long_hair:
        surface = _over_ears(surface, head)
    surface = put_on(surface, HAIR, _LONG_LIFT if long_hair else _SHORT_LIFT)
    surface, field = cut(surface, _in_brow(surface, head), surface.inks == SKIN)
    surface = _painted(surface, field, HAIR, head.up_m)
    surface, field = cut(surface, _in_iris(surface, head), surface.inks == EYES)
    inside = field[surface.triangles].sum(axis=1) > 0
    return replace(surface, inks=np.where((surface.inks == EYES) & inside, PUPILS, surface.inks))


def _over_ears(surface: Surface, head: _Head) -> Surface:
    """Return the surface with the ears laid flat under the hair."""
    ahead, aside, _ = head.shares(surface)
    own = np.unique(surface.triangles[surface.inks == HAIR])
    wide = _HALF_WIDTH * np.sqrt(np.clip(1 - ((ahead + 0.85) / 1.25) ** 2, 0.05, 1))
    values = surface.values.copy()
    values[own, 1] *= np.minimum(1, wide / np.maximum(aside, _NOUGHT))[own]
    return replace(surface, values=values)


def _painted(surface: Surface, field: FloatArray, ink: int, above_m: float) -> Surface:
    inside = (field[surface.triangles].sum(axis=1) > 0) & (surface.inks == SKIN)
    inside &= surface.places_m[surface.triangles, 2].mean(axis=1) > above_m
    return replace(surface, inks=np.where(inside, ink, surface.inks))


def _measured(surface: Surface) -> _Head:
    eyes = surface.places_m[np.unique(surface.triangles[surface.inks == EYES])]
    left = eyes[eyes[:, 1] > 0].mean(axis=0)
    crown = surface.places_m[:, 2].max()
    return _Head(left[0], left[2], left[1], crown - left[2])


def _in_hair(surface: Surface, head: _Head, *, long_hair: bool) -> FloatArray:
    ahead, aside, up = head.shares(surface)
    where, height = zip(*(_LONG if long_hair else _SHORT), strict=True)
    field = up - np.interp(ahead, where, height)
    if long_hair:
        in_mouth = (aside < 0.3) & (ahead > -1.1) & (up < 0.3)  # noqa: PLR2004 - roughly
        return np.asarray(np.where(in_mouth, -1.0, field))
    near_ear = (ahead > _BEHIND_EAR) & (up < _OVER_EAR)
    return np.asarray(np.where(near_ear, np.minimum(field, _HALF_WIDTH + 0.02 - aside), field))


def _in_brow(surface: Surface, head: _Head) -> FloatArray:
    ahead, aside, up = head.shares(surface)
    centre, above, long, high, arch = _BROW
    along = (aside - centre) / long
    middle = above + arch * (1 - (along - 0.25) ** 2) - arch
    field = np.minimum(high * (1 - 0.6 * along**2) - np.abs(up - middle), (1 - np.abs(along)) * long)
    return np.where(ahead > _TEMPLE, field, -1.0)


def _in_iris(surface: Surface, head: _Head) -> FloatArray:
    ahead, aside, up = head.shares(surface)
    field = _IRIS - np.hypot(aside - head.aside_m / head.unit_m, up)
    return np.where(ahead > 0, field, -1.0)

"""The light of a picture: a soft sun over the viewer's shoulder, the sky, and a rim from behind.

How much of sun and sky reaches a place is reckoned at the corners of the triangles, with rays in directions that are
always the same, so that a scene is lit the same every time and without grain. Amounts and colours are ours.
"""

from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np

from lumbar.body.arrays import FloatArray
from lumbar.figure.palette import linear
from lumbar.figure.rays import Bools
from lumbar.figure.solid import Floats

_FAR_M: Final = 8.0
_NEAR_M: Final = 0.5  # what is further away does not dim the sky
_OFF_M: Final = 0.004  # rays leave the skin this far out, so that it does not shade itself
_LIFT_M: Final = np.array([0, 0, 0.003], dtype=np.float32)  # so that what stands on the floor is not under it
_GOLDEN: Final = np.pi * (3 - np.sqrt(5))


@dataclass(frozen=True, slots=True)
class Lamp:
    """A light far away: its direction from the camera [deg], to its right and above the horizon, and its light."""

    right_deg: float
    above_deg: float
    light: tuple[float, float, float]

    def way(self, azimuth_deg: float) -> FloatArray:
        """Return the direction towards the lamp in the room, shape (3,), for a camera in this direction."""
        turn, rise = np.radians(azimuth_deg + self.right_deg), np.radians(self.above_deg)
        return np.array([np.cos(rise) * np.cos(turn), np.cos(rise) * np.sin(turn), np.sin(rise)])


def _light(amount: float, colour: str) -> tuple[float, float, float]:
    red, green, blue = (float(part) for part in amount * linear(colour))
    return (red, green, blue)


@dataclass(frozen=True, slots=True)
class Lighting:
    """All light of a picture; `sky` comes from above, `ground` from below. `soft_deg` is how large the sun looks."""

    sun: Lamp = Lamp(-24, 52, _light(0.80, "#fff3df"))
    rim: Lamp = Lamp(150, 30, _light(0.30, "#fff0dd"))
    sky: tuple[float, float, float] = _light(0.58, "#fff6e8")
    ground: tuple[float, float, float] = _light(0.58, "#b9a78e")
    soft_deg: float = 7.0
    sun_rays: int = 32
    sky_rays: int = 64


class Blocks(Protocol):
    """What light may be blocked by."""

    def blocked(self, origins_m: Floats, ways: Floats, reach_m: float) -> Bools:
        """Return whether rays, shape (rays, 3) and of length one, meet anything within `reach_m` [m]."""


def sun_reaching(rays: Blocks, vertices_m: Floats, normals: Floats, lighting: Lighting, azimuth_deg: float) -> Floats:
    """Return how much of the sun reaches vertices, shape (vertices,): 0 none, 1 all of it."""
    ways = _disc(lighting.sun.way(azimuth_deg), np.radians(lighting.soft_deg), lighting.sun_rays)
    return np.asarray(_open(rays, vertices_m, normals, ways, _FAR_M).mean(axis=0), dtype=np.float32)


def sky_reaching(rays: Blocks, vertices_m: Floats, normals: Floats, lighting: Lighting) -> Floats:
    """Return how much of the light from all around reaches vertices, shape (vertices,): 0 none, 1 all of it."""
    ways = _ball(lighting.sky_rays)
    weight = np.maximum(ways @ normals.T, 0)  # (ways, vertices)
    seen = _open(rays, vertices_m, normals, ways, _NEAR_M) * weight
    return np.asarray(seen.sum(axis=0) / np.maximum(weight.sum(axis=0), 1e-6), dtype=np.float32)


def light_at(normals: Floats, sun: Floats, sky: Floats, lighting: Lighting, azimuth_deg: float) -> Floats:
    """Return the light that falls on places with unit `normals`, red, green and blue, shape (places, 3)."""
    of_sun, of_sky = light_parts(normals, lighting, azimuth_deg)
    return np.asarray(of_sun * sun[:, np.newaxis] + of_sky * sky[:, np.newaxis], dtype=np.float32)


def light_parts(normals: Floats, lighting: Lighting, azimuth_deg: float) -> tuple[Floats, Floats]:
    """Return the light of the open sun, and that of the open sky and the rim, on unit `normals`, each (places, 3)."""
    above = (normals[:, 2:] + 1) / 2
    around = above * np.array(lighting.sky, np.float32) + (1 - above) * np.array(lighting.ground, np.float32)
    sun, rim = (
        np.maximum(normals @ lamp.way(azimuth_deg).astype(np.float32), 0)[:, np.newaxis]
        * np.array(lamp.light, np.float32)
        for lamp in (lighting.sun, lighting.rim)
    )
    return sun, around + rim


def _open(rays: Blocks, vertices_m: Floats, normals: Floats, ways: Floats, reach_m: float) -> Floats:
    """Return 1 where the way from a vertex is free, 0 where it is not, shape (ways, vertices)."""
    starts = vertices_m + np.float32(_OFF_M) * normals + _LIFT_M
    which, whose = np.nonzero(ways @ normals.T > 0)
    free = np.zeros((len(ways), len(vertices_m)), dtype=np.float32)
    free[which, whose] = ~rays.blocked(starts[whose], ways[which], reach_m)
    return free


def _ball(count: int) -> Floats:
    """Return directions spread evenly all around, shape (count, 3): a spiral of golden angles."""
    height = 1 - (2 * np.arange(count) + 1) / count
    turn, wide = _GOLDEN * np.arange(count), np.sqrt(1 - height**2)
    return np.stack([wide * np.cos(turn), wide * np.sin(turn), height], axis=1).astype(np.float32)


def _disc(way: FloatArray, radius_rad: float, count: int) -> Floats:
    """Return directions spread evenly over a disc around one, shape (count, 3)."""
    aside = np.cross(way, [0, 0, 1])
    aside /= np.linalg.norm(aside)
    other = np.cross(way, aside)
    wide = radius_rad * np.sqrt((np.arange(count) + 0.5) / count)[:, np.newaxis]
    turn = (_GOLDEN * np.arange(count))[:, np.newaxis]
    ways = way + wide * (np.cos(turn) * aside + np.sin(turn) * other)
    return np.asarray(ways / np.linalg.norm(ways, axis=1, keepdims=True), dtype=np.float32)

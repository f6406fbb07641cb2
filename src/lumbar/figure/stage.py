"""A body and its things on the floor, ready to be drawn: a clip put on stage at a share of its way."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from lumbar.body.kinematics import Placement
from lumbar.figure.clip import Clip
from lumbar.figure.draw import Scene
from lumbar.figure.light import Lighting
from lumbar.figure.mesh import INKS, BodyMesh
from lumbar.figure.palette import colours_of
from lumbar.figure.skin import Float32Array, skin
from lumbar.figure.solid import Solid, ground, joined, skin_normals, solids_of
from lumbar.figure.view import View

_AROUND_M: Final = 0.6  # how far the ground is drawn around what stands on it; ours
_REACH_M: Final = 2.5  # and at most, from the middle of the picture


@dataclass(frozen=True, slots=True)
class Stage:
    """What is shown: a clip, acted by a body, from a view, in some light."""

    clip: Clip
    mesh: BodyMesh
    view: View
    lighting: Lighting

    def scene(self, share: float) -> Scene:
        """Return the scene at a share of the way, 0 at rest and 1 at the peak."""
        body = self.clip.path.at(np.array([share])).placed()
        things = list(solids_of(self.clip.things, body))
        low_m = min([0.0, *(float(thing.vertices_m[:, 2].min()) for thing in things)])
        solid = joined([self.body(body), *things])
        floor = _floor(solid, low_m, self.view, self.lighting)
        return Scene(joined([solid, floor]), self.view, colours_of(self.mesh.name), self.lighting)

    def body(self, body: Placement) -> Solid:
        """Return the skin of the first frame of `body`."""
        vertices = skin_with_hands(self.mesh, body, self.clip)[0]
        triangles = self.mesh.triangles.astype(np.int32)
        return Solid(vertices, skin_normals(vertices, triangles), triangles, self.mesh.inks.astype(np.int32), INKS)


def skin_with_hands(mesh: BodyMesh, body: Placement, clip: Clip) -> Float32Array:
    """Return the vertices of a body [m], shape (frames, v, 3), each hand in the shape that the clip gives it."""
    if clip.hands["left"] == clip.hands["right"]:
        return skin(mesh, body, clip.hands["left"])
    left, right = (skin(mesh, body, clip.hands[side]) for side in ("left", "right"))
    return np.where(mesh.vertices_m[:, 1:2] > 0, left, right)


def _floor(solid: Solid, height: float, view: View, lighting: Lighting) -> Solid:
    """Return the ground at a height [m], as far as the shadow of a solid falls."""
    spots = solid.vertices_m.astype(np.float64)
    sun = lighting.sun.way(view.azimuth_deg)
    shadow = spots[:, :2] - (spots[:, 2:] - height) * sun[:2] / sun[2]
    both = np.concatenate([spots[:, :2], shadow])
    middle = np.array(view.target_m[:2])
    low, high = both.min(axis=0) - _AROUND_M, both.max(axis=0) + _AROUND_M
    return ground(np.maximum(low, middle - _REACH_M), np.minimum(high, middle + _REACH_M), height)

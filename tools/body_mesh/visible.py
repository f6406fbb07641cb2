"""Which triangles can be seen from outside: the mouth's inside and the backs of the eyes cannot."""

from typing import Final

import numpy as np
import numpy.typing as npt
from embreex.mesh_construction import TriangleMesh  # type: ignore[import-untyped]  # it has no types
from embreex.rtcore_scene import EmbreeScene  # type: ignore[import-untyped]  # the same

from lumbar.body.arrays import FloatArray
from lumbar.figure.mesh import IntArray

_WAYS: Final = 96
_OFF_M: Final = 3e-4
_GOLDEN: Final = np.pi * (3 - 5**0.5)


def visible(places_m: FloatArray, triangles: IntArray) -> npt.NDArray[np.bool_]:
    """Tell of each triangle whether light from far away can reach its middle, shape (t,)."""
    corners = places_m[triangles]
    normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-15)
    middles = (corners.mean(axis=1) + _OFF_M * normals).astype(np.float32)
    scene = EmbreeScene()
    TriangleMesh(scene, places_m.astype(np.float32), triangles.astype(np.int32))
    seen = np.zeros(len(triangles), dtype=bool)
    for way in _ways():
        open_to = np.flatnonzero(~seen & (normals @ way > 0))
        rays = np.tile(way.astype(np.float32), (len(open_to), 1))
        seen[open_to] = scene.run(middles[open_to], rays) < 0
    return seen


def _ways() -> FloatArray:
    """Return directions spread evenly over a sphere, shape (n, 3)."""
    place = np.arange(_WAYS) + 0.5
    height = 1 - 2 * place / _WAYS
    round_ = np.sqrt(1 - height**2)
    return np.column_stack([round_ * np.cos(_GOLDEN * place), round_ * np.sin(_GOLDEN * place), height])

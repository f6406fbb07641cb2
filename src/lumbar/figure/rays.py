"""What a ray of light meets in a solid, found by Embree."""

import numpy as np
import numpy.typing as npt
from embreex.mesh_construction import TriangleMesh  # type: ignore[import-untyped]  # it has no types
from embreex.rtcore_scene import EmbreeScene  # type: ignore[import-untyped]  # the same

from lumbar.figure.solid import Floats, Ints, Solid

Bools = npt.NDArray[np.bool_]


class Rays:
    """A solid made ready to be met by rays; its triangles have no back, they are met from both sides."""

    def __init__(self, solid: Solid) -> None:
        """Build the search tree; it lives as long as this object."""
        self._scene = EmbreeScene()
        self._mesh = TriangleMesh(self._scene, solid.vertices_m, solid.triangles)

    def first(self, origins_m: Floats, ways: Floats) -> tuple[Ints, Floats, Floats]:
        """Return what each ray meets first.

        Args:
            origins_m: Where the rays start [m], shape (rays, 3).
            ways: Where they go, shape (rays, 3).

        Returns:
            The triangle met, or -1, shape (rays,); the weights of its three corners where it was met, shape (rays,
            3); and how many times its own length the ray has gone, shape (rays,).
        """
        found = self._scene.run(origins_m, ways, output=True)
        u, v = found["u"], found["v"]
        return found["primID"], np.stack([1 - u - v, u, v], axis=1), found["tfar"]

    def blocked(self, origins_m: Floats, ways: Floats, reach_m: float) -> Bools:
        """Return whether rays, shape (rays, 3) and of length one, meet anything within `reach_m` [m]."""
        far = np.full(len(origins_m), reach_m, dtype=np.float32)
        return np.asarray(self._scene.run(origins_m, ways, far, query="OCCLUDED") == 0)

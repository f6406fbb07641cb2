"""What is measured on a surface: normals, edges, neighbours, and its smoothing."""

import numpy as np
import numpy.typing as npt

from lumbar.body.arrays import FloatArray
from lumbar.figure.mesh import IntArray


def normals_of(places_m: FloatArray, triangles: IntArray) -> FloatArray:
    """Return the outward unit normals of the vertices, shape (v, 3), weighed by area."""
    one, two, three = (places_m[triangles[:, corner]] for corner in range(3))
    face = np.cross(two - one, three - one)
    found = np.zeros_like(places_m)
    for corner in range(3):
        np.add.at(found, triangles[:, corner], face)
    return np.asarray(found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-15))


def edges_of(triangles: IntArray) -> IntArray:
    """Return the directed edges of triangles, shape (3 t, 2)."""
    return np.concatenate([triangles[:, pair] for pair in ([0, 1], [1, 2], [2, 0])])


def border_of(triangles: IntArray) -> IntArray:
    """Return the directed edges that only one triangle has, shape (e, 2)."""
    edges = edges_of(triangles)
    both = {(a, b) for a, b in edges.tolist()}
    return np.array([edge for edge in edges.tolist() if (edge[1], edge[0]) not in both], dtype=np.int64).reshape(-1, 2)


def smoothed(
    places_m: FloatArray, triangles: IntArray, held: npt.NDArray[np.bool_], times: int, strength: float = 0.5
) -> FloatArray:
    """Return the places [m] after each free vertex has moved towards the mean of its neighbours, `times` times."""
    edges = np.unique(np.sort(edges_of(triangles), axis=1), axis=0)
    edges = np.concatenate([edges, edges[:, ::-1]])
    count = np.maximum(np.bincount(edges[:, 0], minlength=len(places_m)), 1)[:, np.newaxis]
    found = places_m.copy()
    for _ in range(times):
        total = np.zeros_like(found)
        np.add.at(total, edges[:, 0], found[edges[:, 1]])
        found = np.where(held[:, np.newaxis], found, found + strength * (total / count - found))
    return found

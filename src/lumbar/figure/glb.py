"""Reading a body's mesh from a GLB file (glTF 2.0), as `tools/body_mesh` writes it.

The file is one that any viewer shows. What a viewer does not know is in its `extras`: the body's measures, its joint
tree, and which share of which joint each bone turns by.
"""

import json
import struct
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from lumbar.body.arrays import FloatArray
from lumbar.body.physique import measure
from lumbar.figure.mesh import INKS, BodyMesh, Bone, IntArray

MAGIC: Final = 0x46546C67
JSON_CHUNK: Final = 0x4E4F534A
BINARY_CHUNK: Final = 0x004E4942
TYPES: Final[Mapping[int, str]] = MappingProxyType({5120: "<i1", 5121: "<u1", 5122: "<i2", 5123: "<u2", 5126: "<f4"})
_PARTS: Final = {"SCALAR": 1, "VEC3": 3, "VEC4": 4, "MAT4": 16}
_TOP: Final = {"<i1": 127, "<u1": 255, "<i2": 32767, "<u2": 65535}


def read_glb(data: bytes) -> BodyMesh:
    """Return the mesh that a file holds.

    Raises:
        ValueError: If it is no GLB file of version 2 with a body in it.
    """
    tree, binary = _chunks(data)
    extras = tree.get("extras", {})
    if "bones" not in extras:
        message = "There is no body in this GLB file."
        raise ValueError(message)
    primitives = tree["meshes"][0]["primitives"]
    read = _Reader(tree, binary)
    common = primitives[0]["attributes"]
    triangles = [read(part["indices"]).reshape(-1, 3) for part in primitives]
    inks = [INKS.index(tree["materials"][part["material"]]["name"]) for part in primitives]
    scale, shift = extras["unit_m"], np.array(extras["middle_m"])
    return BodyMesh(
        name=extras["name"],
        physique=measure(**extras["physique"]),
        vertices_m=read(common["POSITION"]) * scale + shift,
        triangles=np.concatenate(triangles).astype(np.int64),
        inks=np.repeat(inks, [len(part) for part in triangles]).astype(np.int64),
        bones=tuple(Bone(bone["name"], bone["segment"], bone["share"], bone.get("twist")) for bone in extras["bones"]),
        bone_index=read(common["JOINTS_0"]).astype(np.int64),
        bone_weight=read(common["WEIGHTS_0"]),
        hands=MappingProxyType(
            {
                name: read(target["POSITION"]) * scale
                for name, target in zip(extras["hands"], primitives[0].get("targets", ()), strict=True)
            }
        ),
    )


def _chunks(data: bytes) -> tuple[dict[str, Any], bytes]:
    try:
        magic, version, size = struct.unpack_from("<III", data)
        length, kind = struct.unpack_from("<II", data, 12)
    except struct.error:
        magic = version = size = length = kind = 0
    if magic != MAGIC or version != 2 or size != len(data) or kind != JSON_CHUNK:  # noqa: PLR2004 - glTF 2
        message = "This is not a whole GLB file of version 2."
        raise ValueError(message)
    return json.loads(data[20 : 20 + length]), data[20 + length + 8 :]


class _Reader:
    """Reads accessors as floats; what is normalised comes as shares of one."""

    def __init__(self, tree: Mapping[str, Any], binary: bytes) -> None:
        self.tree, self.binary = tree, binary

    def __call__(self, place: int) -> FloatArray:
        accessor = self.tree["accessors"][place]
        kind, parts, count = TYPES[accessor["componentType"]], _PARTS[accessor["type"]], accessor["count"]
        values = self._view(accessor["bufferView"], kind, parts, count)
        return values / _TOP[kind] if accessor.get("normalized") else values

    def _view(self, place: int, kind: str, parts: int, count: int) -> FloatArray:
        view = self.tree["bufferViews"][place]
        size = np.dtype(kind).itemsize * parts
        stride, start = view.get("byteStride", size), view.get("byteOffset", 0)
        rows: npt.NDArray[np.uint8] = np.frombuffer(self.binary, np.uint8, view["byteLength"], start)
        rows = np.pad(rows, (0, count * stride - len(rows))).reshape(count, stride)[:, :size]
        return np.ascontiguousarray(rows).view(kind).astype(np.float64)


def indices_of(mesh: BodyMesh) -> list[tuple[str, IntArray]]:
    """Return the triangles of each ink that is used, by its name."""
    return [(name, mesh.triangles[mesh.inks == ink]) for ink, name in enumerate(INKS) if (mesh.inks == ink).any()]

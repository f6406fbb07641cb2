"""What hangs on what: the rig's many bones folded onto our segments, and the bones between the segments."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Final

import numpy as np

from lumbar.body.arrays import FloatArray
from lumbar.body.names import PLACE, SEGMENTS, SIDES, Segment, segment_on
from lumbar.body.tree import PARENT
from lumbar.figure.mesh import Bone, IntArray
from tools.body_mesh.source import Source

MOST: Final = 4
_QUARTERS: Final = (0.25, 0.5, 0.75)
_SHARES: Final[Mapping[str, tuple[float, ...]]] = {
    "abdomen": _QUARTERS, "thorax": _QUARTERS, "head": _QUARTERS,
    "upper_arm": _QUARTERS, "forearm": _QUARTERS, "hand": (0.33, 0.67),
    "thigh": _QUARTERS, "shank": _QUARTERS, "foot": (0.5,), "toes": (0.5,),
}  # fmt: skip
_TWISTS: Final = (0.25, 0.5, 0.75, 1.0)
_FOLDED: Final[Mapping[str, tuple[str, float]]] = {
    "neck01": ("head", 0.25), "neck02": ("head", 0.5), "neck03": ("head", 0.75), "head": ("head", 1),
    "clavicle": ("upper_arm", 0.1), "shoulder01": ("upper_arm", 0.35), "upperarm01": ("upper_arm", 1),
    "lowerarm01": ("forearm", 1), "wrist": ("hand", 1),
    "pelvis": ("thigh", 0.05), "upperleg01": ("thigh", 1), "lowerleg01": ("shank", 1), "foot": ("foot", 1),
    "toe1-1": ("toes", 1), "toe2-1": ("toes", 1), "toe3-1": ("toes", 1), "toe4-1": ("toes", 1), "toe5-1": ("toes", 1),
}  # fmt: skip
"""From which rig bone on (and all that hangs on it) a segment begins, and how much of its turn the bone takes."""


def bones() -> tuple[Bone, ...]:
    """Return all bones: each segment, and the shares between it and the segment it hangs on."""
    found = []
    for segment in SEGMENTS:
        found.append(Bone(segment, segment, 1.0))
        shares = _SHARES.get(_kind(segment), ()) if segment in PARENT else ()
        if _kind(segment) == "hand":
            found += [Bone(f"{segment}_twist_{round(100 * twist)}", segment, 0.0, twist) for twist in _TWISTS]
            found += [Bone(f"{segment}_{round(100 * share)}", segment, share, 1.0) for share in shares]
        else:
            found += [Bone(f"{segment}_{round(100 * share)}", segment, share) for share in shares]
    return tuple(found)


def segment_weights(source: Source, vertices_m: FloatArray, low_back_m: float, chest_m: float) -> FloatArray:
    """Return how much each vertex belongs to each segment, shape (v, segments); rows sum to one.

    The trunk is divided by height [m]: it bends gradually around the low back and the chest.
    """
    table = np.zeros((len(vertices_m), len(SEGMENTS)))
    for place, bone in enumerate(source.bones):
        segment, share = _segment_of(source, bone)
        table[:, PLACE[segment]] += share * source.weights[:, place]
        if segment in PARENT:
            table[:, PLACE[PARENT[segment]]] += (1 - share) * source.weights[:, place]
    trunk = table[:, [PLACE[name] for name in ("pelvis", "abdomen", "thorax")]].sum(axis=1)
    height = vertices_m[:, 2]
    over_low_back = _smooth(height, low_back_m - 0.06, low_back_m + 0.10)
    over_chest = _smooth(height, chest_m - 0.07, chest_m + 0.10)
    table[:, PLACE["pelvis"]] = trunk * (1 - over_low_back)
    table[:, PLACE["abdomen"]] = trunk * over_low_back * (1 - over_chest)
    table[:, PLACE["thorax"]] = trunk * over_low_back * over_chest
    return np.asarray(table / table.sum(axis=1, keepdims=True))


def bone_weights(weights: FloatArray, along_forearm: FloatArray) -> tuple[IntArray, FloatArray]:
    """Return the four bones that carry each vertex, and how much: two arrays of shape (v, 4).

    Where a vertex belongs to two segments, it hangs on the two bones between them whose shares are nearest; on a
    forearm, on those whose twists are nearest to how far along it is, from 0 at the elbow to 1 at the wrist.
    """
    table = np.zeros((len(weights), len(bones())))
    place = {(bone.segment, bone.share): i for i, bone in enumerate(bones()) if bone.twist is None or bone.share > 0}
    mass, ratio = _pairs(weights)
    for segment in SEGMENTS:
        alone = weights[:, PLACE[segment]] * (_neighbours(weights, segment) <= 0)
        table[:, place[segment, 1.0]] += alone
    for child, parent in PARENT.items():
        shares = (0.0, *_SHARES.get(_kind(child), ()), 1.0)
        for low, high in pairwise(shares):
            up = np.clip((ratio[child] - low) / (high - low), 0, 1)
            here = mass[child] * ((ratio[child] >= low) & ((ratio[child] < high) | (high == 1.0)))
            table[:, place[(parent, 1.0) if low == 0 else (child, low)]] += here * (1 - up)
            table[:, place[child, high]] += here * up
    for side in SIDES:
        _twist(table, segment_on(side, "forearm"), segment_on(side, "hand"), along_forearm)
    index = np.argsort(-table, axis=1, kind="stable")[:, :MOST]
    most = np.take_along_axis(table, index, axis=1)
    return np.where(most > 0, index, 0), most / most.sum(axis=1, keepdims=True)


def _twist(table: FloatArray, forearm: Segment, hand: Segment, along: FloatArray) -> None:
    """Share what hangs on a forearm among the bones that twist with its hand."""
    names = [bone.name for bone in bones()]
    steps = [(0.0, forearm), *((twist, f"{hand}_twist_{round(100 * twist)}") for twist in _TWISTS)]
    own = table[:, names.index(forearm)].copy()
    table[:, names.index(forearm)] = 0
    for (low, one), (high, other) in pairwise(steps):
        up = np.clip((along - low) / (high - low), 0, 1)
        here = own * ((along >= low) & ((along < high) | (high == 1.0)))
        table[:, names.index(one)] += here * (1 - up)
        table[:, names.index(other)] += here * up


def _pairs(weights: FloatArray) -> tuple[dict[Segment, FloatArray], dict[Segment, FloatArray]]:
    """Return for each joint how much of a vertex is near it, and how far on its far side (0 to 1) that part is."""
    near = {segment: _neighbours(weights, segment) for segment in SEGMENTS}
    mass, ratio = {}, {}
    for child, parent in PARENT.items():
        far, close = weights[:, PLACE[child]], weights[:, PLACE[parent]]
        own = np.divide(far * close, near[child], out=np.zeros_like(far), where=near[child] > 0)
        others = np.divide(close * far, near[parent], out=np.zeros_like(far), where=near[parent] > 0)
        mass[child] = own + others
        ratio[child] = np.divide(own, own + others, out=np.zeros_like(far), where=own + others > 0)
    return mass, ratio


def _neighbours(weights: FloatArray, segment: Segment) -> FloatArray:
    """Return the weights of all that hangs on a segment, and of what it hangs on."""
    beside = [child for child, parent in PARENT.items() if parent == segment]
    beside += [PARENT[segment]] if segment in PARENT else []
    return np.asarray(weights[:, [PLACE[name] for name in beside]].sum(axis=1))


def _segment_of(source: Source, bone: str) -> tuple[Segment, float]:
    stem, _, side = bone.partition(".")
    if stem in _FOLDED:
        kind, share = _FOLDED[stem]
        return (SEGMENTS[PLACE[kind]] if kind in PLACE else segment_on("left" if side == "L" else "right", kind)), share
    parent = source.parents[bone]
    return _segment_of(source, parent) if parent else ("pelvis", 1.0)


def _kind(segment: Segment) -> str:
    stem, _, side = segment.rpartition("_")
    return stem if side in SIDES else segment


def _smooth(value: FloatArray, low: float, high: float) -> FloatArray:
    share = np.clip((value - low) / (high - low), 0, 1)
    return np.asarray(share * share * (3 - 2 * share))

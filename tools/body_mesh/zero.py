"""From the rig's own stance (arms out, elbows bent) to zero: arms hanging, palms back, legs upright."""

from collections.abc import Mapping

import numpy as np

from lumbar.body.arrays import FloatArray, turns_about
from lumbar.body.names import PLACE, SEGMENTS, SIDES, segment_on
from lumbar.body.tree import PARENT
from lumbar.figure.mesh import Bone, IntArray
from lumbar.figure.skin import bone_moves
from tools.body_mesh.source import Source

_DOWN = np.array([0.0, 0.0, -1.0])
_AHEAD = np.array([1.0, 0.0, 0.0])
_JOINTS = {
    "upper_arm": "upperarm01", "forearm": "lowerarm01", "hand": "wrist",
    "thigh": "upperleg01", "shank": "lowerleg01", "foot": "foot", "toes": "toe2-1",
}  # fmt: skip

Places = Mapping[str, FloatArray]


def rig_places(source: Source, vertices_m: FloatArray) -> dict[str, FloatArray]:
    """Return the head of each rig bone [m], and its tail under its name with `_tail`."""
    heads = {bone: vertices_m[ids].mean(axis=0) for bone, ids in source.heads.items()}
    return heads | {f"{bone}_tail": vertices_m[ids].mean(axis=0) for bone, ids in source.tails.items()}


def rig_joints(places: Places, low_back_m: FloatArray, chest_m: FloatArray, neck_m: FloatArray) -> FloatArray:
    """Return the rig's joints [m] in the order of `SEGMENTS`, shape (segments, 3); those of the trunk are given."""
    joints = np.zeros((len(SEGMENTS), 3))
    joints[PLACE["pelvis"]] = (places["upperleg01.L"] + places["upperleg01.R"]) / 2
    joints[PLACE["abdomen"]], joints[PLACE["thorax"]], joints[PLACE["head"]] = low_back_m, chest_m, neck_m
    for side in SIDES:
        for segment, bone in _JOINTS.items():
            joints[PLACE[segment_on(side, segment)]] = places[f"{bone}.{side[0].upper()}"]
    return joints


def straightening(places: Places) -> FloatArray:
    """Return by how much each segment turns from the rig's stance to zero, shape (segments, 3, 3).

    The hand does not turn about its length here; `twist_forearms` does that.
    """
    turns = np.tile(np.eye(3), (len(SEGMENTS), 1, 1))
    for side in SIDES:
        at = {name: places[f"{bone}.{side[0].upper()}"] for name, bone in _JOINTS.items()}
        knuckle = places[f"finger3-1.{side[0].upper()}"]
        upper, lower = at["forearm"] - at["upper_arm"], at["hand"] - at["forearm"]
        hinge, at_zero = np.cross(upper, lower), np.cross(_DOWN, _AHEAD)
        turns[PLACE[segment_on(side, "upper_arm")]] = _turn((upper, hinge), (_DOWN, at_zero))
        forearm = _turn((lower, hinge), (_DOWN, at_zero))
        turns[PLACE[segment_on(side, "forearm")]] = forearm
        turns[PLACE[segment_on(side, "hand")]] = least_turn(forearm @ (knuckle - at["hand"]), _DOWN) @ forearm
        turns[PLACE[segment_on(side, "thigh")]] = least_turn(at["shank"] - at["thigh"], _DOWN)
        turns[PLACE[segment_on(side, "shank")]] = least_turn(at["foot"] - at["shank"], _DOWN)
    return turns


def moves_to_zero(bones: tuple[Bone, ...], joints: FloatArray, turns: FloatArray) -> FloatArray:
    """Return how each bone carries a point to zero, shape (bones, 3, 4)."""
    moved = joints.copy()
    for segment, parent in PARENT.items():
        here, there = PLACE[segment], PLACE[parent]
        moved[here] = moved[there] + turns[there] @ (joints[here] - joints[there])
    return np.asarray(bone_moves(bones, joints, turns[np.newaxis], moved[np.newaxis])[0])


def carry(vertices_m: FloatArray, index: IntArray, weight: FloatArray, moves: FloatArray) -> FloatArray:
    """Return vertices [m] carried by weighed bones."""
    mixed = np.einsum("vk,vkij->vij", weight, moves[index])
    return np.asarray(np.einsum("vij,vj->vi", mixed[:, :, :3], vertices_m) + mixed[:, :, 3])


def twist_forearms(vertices_m: FloatArray, weights: FloatArray, places: Places) -> FloatArray:
    """Return the body with its palms turned back; the turn grows from the elbow to the wrist.

    `places` are those of the body that hangs its arms.
    """
    turned = vertices_m.copy()
    for side, left in zip(SIDES, (1, -1), strict=True):
        letter = side[0].upper()
        elbow, wrist = places[f"lowerarm01.{letter}"], places[f"wrist.{letter}"]
        across = places[f"finger2-1.{letter}"] - places[f"finger5-1.{letter}"]
        angle = np.arctan2(-left, 0) - np.arctan2(across[1], across[0])
        angle = (angle + np.pi) % (2 * np.pi) - np.pi
        far = weights[:, [PLACE[segment_on(side, name)] for name in ("forearm", "hand")]].sum(axis=1)
        share = np.clip((elbow[2] - vertices_m[:, 2]) / (elbow[2] - wrist[2]), 0, 1) * (far > 0.5)  # noqa: PLR2004 - most of it
        turned = np.einsum("vij,vj->vi", turns_about("z", angle * share), turned - wrist) + wrist
    return turned


def _turn(here: tuple[FloatArray, FloatArray], there: tuple[FloatArray, FloatArray]) -> FloatArray:
    return np.asarray(_frame(*there) @ _frame(*here).T)


def _frame(first: FloatArray, second: FloatArray) -> FloatArray:
    one = first / np.linalg.norm(first)
    two = second - (second @ one) * one
    two /= np.linalg.norm(two)
    return np.column_stack([one, two, np.cross(one, two)])


def least_turn(here: FloatArray, there: FloatArray) -> FloatArray:
    """Return the matrix that turns one direction to another by the shortest way."""
    axis = np.cross(here, there)
    return np.eye(3) if np.linalg.norm(axis) < 1e-9 else _turn((here, axis), (there, axis))  # noqa: PLR2004 - nought

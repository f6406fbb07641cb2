"""Skinning: where a body's surface is when its segments are placed. Linear, with bones between the segments."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt

from lumbar.body.arrays import FloatArray, turns_about
from lumbar.body.kinematics import Placement
from lumbar.body.names import PLACE, SEGMENTS, Segment
from lumbar.body.physique import Physique
from lumbar.body.tree import JOINTS_OF, PARENT
from lumbar.figure.mesh import BodyMesh, Bone, Hands

_NOUGHT: Final = 1e-9

Float32Array = npt.NDArray[np.float32]


def skin(mesh: BodyMesh, placement: Placement, hands: Hands = "relaxed") -> Float32Array:
    """Return where the vertices are in the room [m], shape (frames, v, 3).

    A mesh made for another height grows in proportion.
    """
    grown = placement.physique.height_m / mesh.physique.height_m
    rest = rest_joints_m(mesh.physique) * grown
    moves = bone_moves(mesh.bones, rest, placement.turns, placement.joints_m)
    moves[..., :3] *= grown
    frames = len(moves)
    flat = moves.astype(np.float32).transpose(1, 3, 0, 2).reshape(-1, frames * 3)
    return np.ascontiguousarray((_carried(mesh, hands) @ flat).reshape(-1, frames, 3).transpose(1, 0, 2))


def rest_joints_m(physique: Physique) -> FloatArray:
    """Return the joints at zero [m], shape (segments, 3), from the middle of the hip joints."""
    joints = np.zeros((len(SEGMENTS), 3))
    for segment, parent in PARENT.items():
        joints[PLACE[segment]] = joints[PLACE[parent]] + physique.offsets_m[PLACE[segment]]
    return joints


def bone_moves(bones: Sequence[Bone], rest_m: FloatArray, turns: FloatArray, joints_m: FloatArray) -> FloatArray:
    """Return for each bone how it carries a point from rest, shape (frames, bones, 3, 4): turn, then shift.

    Args:
        bones: The bones.
        rest_m: Joints at rest [m], shape (segments, 3).
        turns: Turns of the segments, shape (frames, segments, 3, 3).
        joints_m: Their joints [m], shape (frames, segments, 3).
    """
    moves = np.empty((len(turns), len(bones), 3, 4))
    for place, bone in enumerate(bones):
        here = PLACE[bone.segment]
        moves[:, place, :, :3] = turns[:, here] if bone.share == 1 else _part_turn(bone, turns)
        moves[:, place, :, 3] = joints_m[:, here] - moves[:, place, :, :3] @ rest_m[here]
    return moves


def nearest_turn(segment: Segment) -> FloatArray:
    """Return the quaternion (w, x, y, z) in the middle of a joint's range, of its flexion and its turning.

    Every turn is two quaternions; that nearer to this one is taken to a power, so that half of a raised arm is an arm
    held forward, also where it is raised by more than 180 degrees.
    """
    half = {
        joint.axis: joint.sign * np.radians((joint.low_deg + joint.high_deg) / 4)
        for joint in JOINTS_OF[segment]
        if joint.axis != "x"
    }
    y, z = half["y"], half.get("z", 0.0) if segment.startswith("hand") else 0.0
    return np.array([np.cos(z) * np.cos(y), -np.sin(z) * np.sin(y), np.cos(z) * np.sin(y), np.sin(z) * np.cos(y)])


def _part_turn(bone: Bone, turns: FloatArray) -> FloatArray:
    parent = turns[:, PLACE[PARENT[bone.segment]]]
    local = parent.transpose(0, 2, 1) @ turns[:, PLACE[bone.segment]]
    own = quaternions(local)
    own *= np.where(own @ nearest_turn(bone.segment) < 0, -1, 1)[:, np.newaxis]
    if bone.twist is None:
        return np.asarray(parent @ _power(own, bone.share))
    angle = 2 * np.arctan2(own[:, 3], own[:, 0])
    bend = quaternions(turns_about("z", -angle) @ local)
    return np.asarray(parent @ turns_about("z", bone.twist * angle) @ _power(bend, bone.share))


def _power(turns: FloatArray, share: float) -> FloatArray:
    """Return a share of turns, given as unit quaternions, as matrices."""
    size = np.linalg.norm(turns[:, 1:], axis=1)
    half = np.arctan2(size, turns[:, 0]) * share
    ratio = np.divide(np.sin(half), size, out=np.full_like(size, share), where=size > _NOUGHT)
    return matrices(np.column_stack([np.cos(half), turns[:, 1:] * ratio[:, np.newaxis]]))


def quaternions(turns: FloatArray) -> FloatArray:
    """Return the quaternions (w, x, y, z), with w not below zero, of turns, shape (n, 3, 3)."""
    m = turns
    four = np.empty((len(m), 4, 4))  # the outer product of each with itself, times four
    four[:, 0, 0] = 1 + m[:, 0, 0] + m[:, 1, 1] + m[:, 2, 2]
    for i in range(3):
        j, k = (i + 1) % 3, (i + 2) % 3
        four[:, 0, i + 1] = four[:, i + 1, 0] = m[:, k, j] - m[:, j, k]
        four[:, i + 1, i + 1] = 1 + m[:, i, i] - m[:, j, j] - m[:, k, k]
        four[:, i + 1, j + 1] = four[:, j + 1, i + 1] = m[:, i, j] + m[:, j, i]
    largest = np.argmax(np.diagonal(four, axis1=1, axis2=2), axis=1)
    rows = four[np.arange(len(m)), largest]
    rows *= np.where(rows[:, :1] < 0, -1, 1)
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True))


def matrices(turns: FloatArray) -> FloatArray:
    """Return the matrices, shape (n, 3, 3), of unit quaternions (w, x, y, z)."""
    w, x, y, z = turns.T
    rows = [
        [1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y)],
        [2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x)],
        [2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)],
    ]
    return np.moveaxis(np.array(rows), -1, 0)


@lru_cache(maxsize=16)
def _carried(mesh: BodyMesh, hands: Hands) -> Float32Array:
    """Return every vertex once for each bone, weighed, shape (v, bones * 4): one product then skins all frames."""
    at = mesh.vertices_m + mesh.hands[hands] if hands in mesh.hands else mesh.vertices_m
    weights = np.zeros((len(at), len(mesh.bones)))
    np.add.at(weights, (np.arange(len(at))[:, np.newaxis], mesh.bone_index), mesh.bone_weight)
    homogeneous = np.column_stack([at, np.ones(len(at))])
    return (weights[:, :, np.newaxis] * homogeneous[:, np.newaxis]).reshape(len(at), -1).astype(np.float32)

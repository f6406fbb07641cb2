"""Forward kinematics: from angles to where every joint and point of the body is, many frames at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np

from lumbar.body.arrays import FloatArray, turn_further
from lumbar.body.names import PLACE, SEGMENTS
from lumbar.body.physique import Physique
from lumbar.body.points import points_of
from lumbar.body.tree import JOINT_PLACE, JOINTS, JOINTS_OF, PARENT

_SIGNS: Final = np.array([joint.sign for joint in JOINTS])


@dataclass(frozen=True, slots=True)
class Placement:
    """Where the body is, frame by frame.

    `turns`, shape (frames, segments, 3, 3): each segment's frame as seen in the room. `joints_m` [m], shape (frames,
    segments, 3): the joint by which each segment hangs, in the order of `SEGMENTS`; that of the pelvis is the middle
    of the hip joints.
    """

    physique: Physique
    turns: FloatArray
    joints_m: FloatArray

    def centres_m(self) -> FloatArray:
        """Return the centre of mass of each segment [m], shape (frames, segments, 3)."""
        return np.asarray(self.joints_m + np.einsum("fsij,sj->fsi", self.turns, self.physique.centres_m))

    def balance_point_m(self) -> FloatArray:
        """Return the centre of mass of the whole body [m], shape (frames, 3)."""
        masses = self.physique.masses_kg
        return np.asarray(np.einsum("s,fsi->fi", masses, self.centres_m()) / masses.sum())

    def points_m(self, names: Sequence[str]) -> FloatArray:
        """Return points of the body [m], shape (frames, names, 3).

        Raises:
            KeyError: If a name is not a point.
        """
        places, offsets = _located(self.physique, tuple(names))
        return np.asarray(self.joints_m[:, places] + np.einsum("fnij,nj->fni", self.turns[:, places], offsets))


@lru_cache(maxsize=512)
def _located(physique: Physique, names: tuple[str, ...]) -> tuple[list[int], FloatArray]:
    """Return the segment of each point by its place, and the offsets [m] within them, shape (names, 3)."""
    table = points_of(physique)
    offsets = np.array([table[name].offset_m for name in names]).reshape(-1, 3)
    return [PLACE[table[name].segment] for name in names], offsets


def place(physique: Physique, angles_deg: FloatArray, roots_m: FloatArray) -> Placement:
    """Return where the body is for given angles.

    A segment's frame is that of the segment it hangs on, turned about its joint: first flexion, then sideways, then
    turning, each about the axis that the turn before it left.

    Args:
        physique: The body.
        angles_deg: Joint angles [deg] in the order of `JOINTS`, shape (frames, joints).
        roots_m: The middle of the hip joints [m], shape (frames, 3).

    Raises:
        ValueError: If the shapes do not fit together.
    """
    frames = len(angles_deg)
    if angles_deg.shape != (frames, len(JOINTS)) or roots_m.shape != (frames, 3):
        message = f"Angles are (frames, {len(JOINTS)}) and roots (frames, 3), not {angles_deg.shape}, {roots_m.shape}."
        raise ValueError(message)
    angles_rad = np.radians(angles_deg)
    cos, sin = np.cos(angles_rad), np.sin(angles_rad) * _SIGNS
    turns = np.empty((frames, len(SEGMENTS), 3, 3))
    joints = np.empty((frames, len(SEGMENTS), 3))
    for here, segment in enumerate(SEGMENTS):
        parent = PLACE[PARENT[segment]] if segment in PARENT else None
        turns[:, here] = np.eye(3) if parent is None else turns[:, parent]
        for joint in JOINTS_OF[segment]:
            moved = JOINT_PLACE[joint.name]
            turn_further(turns[:, here], joint.axis, cos[:, moved], sin[:, moved])
        joints[:, here] = roots_m if parent is None else joints[:, parent] + turns[:, parent] @ physique.offsets_m[here]
    return Placement(physique, turns, joints)

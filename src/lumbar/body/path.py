"""The way of an exercise from rest to peak, frame by frame, with its contacts met all along."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from lumbar.body.arrays import FloatArray
from lumbar.body.follow import follow, stretch_of
from lumbar.body.interpolate import pass_through, smooth_share
from lumbar.body.kinematics import Placement, place
from lumbar.body.motion import Motion
from lumbar.body.names import other_side
from lumbar.body.physique import Physique
from lumbar.body.pose import TURNS_WITH_SIDE
from lumbar.body.solve import solve_motion
from lumbar.body.tree import JOINT_PLACE, JOINTS

_MIRROR_PLACE = [JOINT_PLACE[other_side(joint.name)] for joint in JOINTS]
_MIRROR_SIGN = np.array([-1.0 if joint.name.endswith(TURNS_WITH_SIDE) else 1.0 for joint in JOINTS])
_MIRROR_ROOT = np.array([1.0, -1.0, 1.0])


@dataclass(frozen=True, slots=True, eq=False)  # arrays cannot be compared at once
class Path:
    """A body on its way from rest to peak.

    `shares`, shape (frames,): the share of the way's time, rising from 0 at rest to 1 at the peak. `angles_deg` [deg],
    shape (frames, joints): joint angles in the order of `JOINTS`. `roots_m` [m], shape (frames, 3): the middle of the
    hip joints. The way back is the same, backwards.
    """

    physique: Physique
    shares: FloatArray
    angles_deg: FloatArray
    roots_m: FloatArray

    def placed(self) -> Placement:
        """Return where everything is in every frame."""
        return place(self.physique, self.angles_deg, self.roots_m)

    def at(self, share: FloatArray) -> "Path":
        """Return the body at other shares of the time, shape (frames,), in a straight line between two frames."""
        rows = np.concatenate([self.angles_deg, self.roots_m], axis=1)
        told = np.stack([np.interp(share, self.shares, column) for column in rows.T], axis=1)
        return Path(self.physique, np.clip(share, 0.0, 1.0), told[:, : len(JOINTS)], told[:, len(JOINTS) :])

    def mirrored(self) -> "Path":
        """Return the way a mirror shows: the other side at work."""
        angles = self.angles_deg[:, _MIRROR_PLACE] * _MIRROR_SIGN
        return Path(self.physique, self.shares, angles, self.roots_m * _MIRROR_ROOT)


def solve_path(physique: Physique, motion: Motion, frames: int = 25) -> Path:
    """Return the way of a body through the key poses of a motion, smoothly, its contacts met in every frame.

    What is touched in two key poses that follow each other is touched all the way between them, and stays in its
    place unless it slides. Where one part of a limb takes over from another (the sole from the back of the heel), the
    limb rolls from one to the other. Key poses are met exactly.

    Args:
        physique: The body.
        motion: The key poses and what they touch.
        frames: How many frames, at even shares of the time, both ends included.

    Raises:
        ValueError: If there are fewer than two frames, or the key poses do not lead from 0 to 1.
    """
    if frames < 2:  # noqa: PLR2004  rest and peak
        raise ValueError("A way has two frames or more.")
    stances = solve_motion(physique, motion)
    keys = np.array([key.at for key in motion.key_poses])
    rows = np.stack([np.concatenate([stance.pose.as_row(), stance.root_m]) for stance in stances])
    shares = np.linspace(0.0, 1.0, frames)
    told = pass_through(keys, rows, shares)
    for here, (start, end) in enumerate(pairwise(stances)):
        inside = (shares > keys[here]) & (shares < keys[here + 1])
        if inside.any():
            low, high = smooth_share(keys[here : here + 2])
            parts = (smooth_share(shares[inside]) - low) / (high - low)
            told[inside] = follow(stretch_of(physique, motion, start, end), told[inside], parts)
    return Path(physique, shares, told[:, : len(JOINTS)], told[:, len(JOINTS) :])

"""Bodies and poses to test with: any person, any angles within their ranges."""

from types import MappingProxyType
from typing import get_args

import numpy as np
from hypothesis import strategies as st

from lumbar.body.anthropometry import Sex
from lumbar.body.arrays import FloatArray
from lumbar.body.kinematics import Placement, place
from lumbar.body.physique import Physique, measure
from lumbar.body.pose import Pose
from lumbar.body.tree import JOINTS

SEXES = get_args(Sex)
physiques = st.builds(measure, st.floats(1.3, 2.2), st.floats(35, 160), st.sampled_from(SEXES))
angle_rows = st.lists(st.floats(0, 1), min_size=len(JOINTS), max_size=len(JOINTS)).map(
    lambda shares: np.array([j.low_deg + s * (j.high_deg - j.low_deg) for j, s in zip(JOINTS, shares, strict=True)])
)
poses = angle_rows.map(Pose.from_row)


def placed(physique: Physique, *poses: Pose) -> Placement:
    return place(physique, np.stack([pose.as_row() for pose in poses]), np.zeros((len(poses), 3)))


def pose_of(angles: dict[str, float]) -> Pose:
    return Pose(MappingProxyType(angles))


def upright(rows: FloatArray) -> FloatArray:
    """Return angle rows with the pelvis at zero."""
    held = rows.copy()
    held[..., :3] = 0
    return held

"""The joint tree: which segment hangs on which, by which joint, and how far that joint moves.

The order of the axes of a joint is flexion, then sideways, then turning. Signs: flexion bends forward at the trunk,
neck, hip, shoulder, elbow and wrist (palm side) and backward at the knee; `bend` and `lean` go to the left, `turn`
turns the front to the left; abduction goes away from the middle, `rotation` turns the front of the limb inward. The
forearm's turning is that of the hand about it, and comes before the bending of the wrist.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from lumbar.body.arrays import Axis
from lumbar.body.names import SEGMENTS, SIDES, Segment, segment_on


@dataclass(frozen=True, slots=True)
class Joint:
    """One angle: its name, the segment it moves, the axis and sign it turns with, and its range [deg]."""

    name: str
    segment: Segment
    axis: Axis
    sign: int
    low_deg: float
    high_deg: float


# Ranges are as wide as published averages of healthy adults (Kurz; Merck Manual 2013), or wider where the body's
# own weight takes a joint further than a measurement does: hugging a knee, kneeling on the hands. Those are ours.
_MIDDLE: Final = (
    Joint("pelvis_tilt", "pelvis", "y", 1, -180, 180),
    Joint("pelvis_lean", "pelvis", "x", -1, -180, 180),
    Joint("pelvis_turn", "pelvis", "z", 1, -180, 180),
    Joint("lumbar_flexion", "abdomen", "y", 1, -30, 75),
    Joint("lumbar_bend", "abdomen", "x", -1, -30, 30),
    Joint("lumbar_turn", "abdomen", "z", 1, -18, 18),
    Joint("thoracic_flexion", "thorax", "y", 1, -25, 40),
    Joint("thoracic_bend", "thorax", "x", -1, -30, 30),
    Joint("thoracic_turn", "thorax", "z", 1, -35, 35),
    Joint("neck_flexion", "head", "y", 1, -55, 70),
    Joint("neck_bend", "head", "x", -1, -35, 35),
    Joint("neck_turn", "head", "z", 1, -70, 70),
)
_SIDED: Final[tuple[tuple[str, str, Axis, int, float, float], ...]] = (
    ("shoulder_flexion", "upper_arm", "y", -1, -60, 190),
    ("shoulder_abduction", "upper_arm", "x", 1, -50, 180),
    ("shoulder_rotation", "upper_arm", "z", -1, -110, 90),
    ("elbow_flexion", "forearm", "y", -1, 0, 150),
    ("forearm_rotation", "hand", "z", -1, -180, 10),
    ("wrist_flexion", "hand", "y", 1, -95, 90),
    ("hip_flexion", "thigh", "y", -1, -30, 140),
    ("hip_abduction", "thigh", "x", 1, -30, 50),
    ("hip_rotation", "thigh", "z", -1, -60, 45),
    ("knee_flexion", "shank", "y", 1, 0, 150),
    ("ankle_dorsiflexion", "foot", "y", -1, -65, 35),
    ("toe_extension", "toes", "y", -1, -30, 80),
)


def _sided() -> Iterator[Joint]:
    for side in SIDES:
        mirror = 1 if side == "left" else -1
        for name, segment, axis, sign, low, high in _SIDED:
            way = sign if axis == "y" else sign * mirror
            yield Joint(f"{name}_{side}", segment_on(side, segment), axis, way, low, high)


JOINTS: Final[tuple[Joint, ...]] = (*_MIDDLE, *_sided())
JOINT_PLACE: Final[Mapping[str, int]] = MappingProxyType({joint.name: place for place, joint in enumerate(JOINTS)})
JOINTS_OF: Final[Mapping[Segment, tuple[Joint, ...]]] = MappingProxyType(
    {segment: tuple(joint for joint in JOINTS if joint.segment == segment) for segment in SEGMENTS}
)


def _parents() -> Iterator[tuple[Segment, Segment]]:
    yield from (("abdomen", "pelvis"), ("thorax", "abdomen"), ("head", "thorax"))
    for side in SIDES:
        arm = (segment_on(side, name) for name in ("upper_arm", "forearm", "hand"))
        leg = (segment_on(side, name) for name in ("thigh", "shank", "foot", "toes"))
        for chain in (("thorax", *arm), ("pelvis", *leg)):
            yield from ((child, parent) for parent, child in pairwise(chain))


PARENT: Final[Mapping[Segment, Segment]] = MappingProxyType(dict(_parents()))
"""The segment each segment hangs on; the pelvis hangs on none. Parents come before children in `SEGMENTS`."""


def above_low_back() -> frozenset[Segment]:
    """Return the segments that L5/S1 carries: everything that hangs on the abdomen, and the abdomen."""
    carried: set[Segment] = {"abdomen"}
    for segment in SEGMENTS:
        if PARENT.get(segment) in carried:
            carried.add(segment)
    return frozenset(carried)

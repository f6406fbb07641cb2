"""A pose: every joint angle by name, frozen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

import numpy as np

from lumbar.body.arrays import FloatArray
from lumbar.body.names import SIDES, other_side
from lumbar.body.tree import JOINT_PLACE, JOINTS

TURNS_WITH_SIDE: Final = ("_bend", "_lean", "_turn")  # in the middle of the body; they change sign in a mirror


def sided_names(name: str) -> tuple[str, ...]:
    """Return the joints a name means: itself, or both sides of it when it says no side; none when it is not known.

    >>> sided_names("knee_flexion")
    ('knee_flexion_left', 'knee_flexion_right')
    """
    if name in JOINT_PLACE:
        return (name,)
    both = tuple(f"{name}_{side}" for side in SIDES)
    return both if both[0] in JOINT_PLACE else ()


@dataclass(frozen=True, slots=True)
class Pose:
    """Joint angles [deg] by full name; a joint that is not named is at zero.

    Raises:
        KeyError: From `of`, if a name is not a joint.
    """

    angles_deg: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def of(cls, **angles_deg: float) -> "Pose":
        """Return a pose; a name without a side stands for both sides.

        >>> Pose.of(knee_flexion=90).angle("knee_flexion_right")
        90
        """
        named: dict[str, float] = {}
        for name, angle in sorted(angles_deg.items(), key=lambda item: item[0].endswith(SIDES)):
            joints = sided_names(name)
            if not joints:
                raise KeyError(name)
            named |= dict.fromkeys(joints, angle)
        return cls(MappingProxyType(named))

    def angle(self, joint: str) -> float:
        """Return the angle [deg] of `joint`, by its full name."""
        return self.angles_deg.get(joint, 0)

    def mirrored(self) -> "Pose":
        """Return the pose that a mirror shows: sides swapped, bends and turns the other way."""
        return Pose(
            MappingProxyType(
                {
                    other_side(name): -angle if name.endswith(TURNS_WITH_SIDE) else angle
                    for name, angle in self.angles_deg.items()
                }
            )
        )

    def as_row(self) -> FloatArray:
        """Return all angles [deg] in the order of `JOINTS`, shape (joints,)."""
        row = np.zeros(len(JOINTS))
        for name, angle in self.angles_deg.items():
            row[JOINT_PLACE[name]] = angle
        return row

    @classmethod
    def from_row(cls, row: FloatArray) -> "Pose":
        """Return the pose of a row of angles [deg] in the order of `JOINTS`."""
        return cls(MappingProxyType({j.name: float(a) for j, a in zip(JOINTS, row, strict=True) if a}))

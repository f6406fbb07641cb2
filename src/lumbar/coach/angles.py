"""The angles by which a body is judged, by name, from the directions of its parts.

Names are anatomical, signs those of `body.tree`: zero is standing upright with the arms hanging, flexion is above
zero. `hip`, `knee`, `ankle`, `shoulder`, `elbow` and `neck` are between two parts; `trunk`, `head`, `thigh`, `shank`,
`foot` and `arm` are from straight up, 0 to 180 towards the front of the body and 0 to -180 towards its back.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from lumbar.catalogue.coaching import OTHER
from lumbar.coach.frame import FloatArray
from lumbar.coach.reading import ARM, FOOT, FOREARM, NECK, SHANK, THIGH, TRUNK, UP

Places = npt.NDArray[np.intp]
# The part, what it is measured from, the sign when the body faces the picture's right, and what is added [deg].
_PARTS: Final[dict[str, tuple[int, int, int, float]]] = {
    "hip": (THIGH, TRUNK, 1, 0.0),
    "knee": (SHANK, THIGH, -1, 0.0),
    "ankle": (FOOT, SHANK, 1, -90.0),
    "shoulder": (ARM, TRUNK, 1, 0.0),
    "elbow": (FOREARM, ARM, 1, 0.0),
    "thigh": (THIGH, UP, -1, 0.0),
    "shank": (SHANK, UP, -1, 0.0),
    "foot": (FOOT, UP, -1, 0.0),
    "arm": (ARM, UP, -1, 0.0),
    "trunk": (TRUNK, UP, -1, 180.0),
    "neck": (NECK, TRUNK, -1, 180.0),
    "head": (NECK, UP, -1, 0.0),
}
_WITHOUT_SIDE: Final = frozenset({TRUNK, NECK, UP})


@dataclass(frozen=True, slots=True, eq=False)
class AngleTable:
    """How to read some angles, for either side leading: left in row 0, right in row 1.

    `parts` and `bases` are places of directions, shape (2, angles). Of shape (1, 2, angles), as one frame has, are
    `signs` [deg/rad], what a turn is multiplied with, `added_deg` [deg], what is then added, and `least_deg` [deg]: an
    angle is told between it and 360 degrees more.
    """

    names: tuple[str, ...]
    parts: Places
    bases: Places
    signs: FloatArray
    added_deg: FloatArray
    least_deg: FloatArray

    def read(self, directions_rad: FloatArray, facing: FloatArray) -> FloatArray:
        """Return the angles [deg] for either side leading, shape (frames, 2, angles).

        Args:
            directions_rad: Directions [rad], shape (frames, 16).
            facing: 1 where the body faces the picture's right and -1 where its left, shape (frames,).
        """
        turned = directions_rad.take(self.parts, axis=1) - directions_rad.take(self.bases, axis=1)
        turned *= self.signs
        turned *= facing[:, np.newaxis, np.newaxis]
        turned += self.added_deg
        return np.asarray(np.remainder(turned, 360.0) + self.least_deg)

    def around(self, middles_deg: FloatArray) -> "AngleTable":
        """Return the same angles told around other middles [deg], shape (angles,)."""
        least = self.least_deg * 0.0 + middles_deg - 180.0
        added = self.added_deg + self.least_deg - least
        return AngleTable(self.names, self.parts, self.bases, self.signs, added, least)


def table_of(names: Sequence[str]) -> AngleTable:
    """Return how to read the angles with these names; `_other` behind a name is the side that does not lead."""
    found = [_PARTS[name.removesuffix(OTHER)] for name in names]
    others = [name.endswith(OTHER) for name in names]
    return AngleTable(
        tuple(names),
        _sided([part for part, _, _, _ in found], others),
        _sided([base for _, base, _, _ in found], others),
        _for_both(np.degrees([float(sign) for _, _, sign, _ in found])),
        _for_both(np.array([added + 180.0 for _, _, _, added in found])),
        np.full((1, 2, len(found)), -180.0),
    )


def _for_both(values: FloatArray) -> FloatArray:
    return np.tile(values, (1, 2, 1))


def _sided(places: Sequence[int], others: Sequence[bool]) -> Places:
    """Return places of directions for the left (row 0) and the right side (row 1) leading."""
    return np.array(
        [
            [
                place if place in _WITHOUT_SIDE else place + (lead ^ other)
                for place, other in zip(places, others, strict=True)
            ]
            for lead in (0, 1)
        ],
        dtype=np.intp,
    )

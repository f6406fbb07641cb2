"""The cut through L5/S1: the moment and force that hold up everything above it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from lumbar.body.anthropometry import GRAVITY_M_S2
from lumbar.body.arrays import FloatArray
from lumbar.body.forces import Push
from lumbar.body.kinematics import Placement
from lumbar.body.names import PLACE
from lumbar.body.tree import above_low_back

ABOVE: Final = sorted(PLACE[segment] for segment in above_low_back())
LOW_BACK: Final = PLACE["abdomen"]


@dataclass(frozen=True, slots=True)
class Cut:
    """What the lower body applies to the upper body at L5/S1, in the frame of the lumbar spine.

    `moment_nm` [Nm], shape (3,), about its axes: forward (side bending), left (negative holds against bowing) and up
    (turning). `force_n` [N], shape (3,); its last part presses along the spine.
    """

    moment_nm: FloatArray
    force_n: FloatArray

    @property
    def size_nm(self) -> float:
        """Return the size of the net moment [Nm]."""
        return float(np.linalg.norm(self.moment_nm))


def cut_low_back(body: Placement, pushes: Sequence[Push]) -> Cut:
    """Return the cut through L5/S1 for the first frame of `body`.

    Args:
        body: The body, put down.
        pushes: Every force on it but its weight: external loads and contacts, of the lower body too.
    """
    low_back = body.joints_m[0, LOW_BACK]
    force, moment = np.zeros(3), np.zeros(3)
    for place, centre in zip(ABOVE, body.centres_m()[0, ABOVE], strict=True):
        weight = np.array([0.0, 0.0, -GRAVITY_M_S2 * body.physique.masses_kg[place]])
        force -= weight
        moment -= np.cross(centre - low_back, weight)
    for push in pushes:
        if push.segment in ABOVE:
            force -= push.force_n
            moment -= np.cross(push.at_m - low_back, push.force_n)
    turn = body.turns[0, LOW_BACK]
    return Cut(turn.T @ moment, turn.T @ force)

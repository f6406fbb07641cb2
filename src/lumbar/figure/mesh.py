"""A body's surface: triangles in the zero pose, what each is painted with, and the bones that carry it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
import numpy.typing as npt

from lumbar.body.arrays import FloatArray
from lumbar.body.names import Segment
from lumbar.body.physique import Physique

IntArray = npt.NDArray[np.int64]
Hands = Literal["flat", "relaxed", "grip"]
INKS: Final = ("skin", "shirt", "shorts", "hair", "eyes", "pupils")
"""What a triangle can be painted with; `BodyMesh.inks` are places in it."""


@dataclass(frozen=True, slots=True)
class Bone:
    """What carries vertices: the joint of `segment`, turned by a share of that joint's turn.

    Its turn is that of the segment it hangs on, times the joint's own turn to the power of `share`. 1 is the segment
    itself; the shares between keep knees, elbows, hips and shoulders round. Where `twist` is given, the turning about
    the length of the limb has this share of its own, and `share` is that of the bending after it: so the skin of a
    forearm follows the hand that turns about it.
    """

    name: str
    segment: Segment
    share: float
    twist: float | None = None


@dataclass(frozen=True, slots=True, eq=False)  # two are equal when they are one; arrays cannot be hashed
class BodyMesh:
    """A body's surface at zero, hands relaxed, the middle of the hip joints at the origin, in the room's axes.

    `vertices_m` [m], shape (v, 3); `triangles`, shape (t, 3), seen from outside they go round anticlockwise; `inks`,
    shape (t,), places in `INKS`. Each vertex hangs on at most four `bones`: `bone_index` and `bone_weight`, shape
    (v, 4), with weights that sum to one. `hands` are moves of all vertices [m], shape (v, 3), to another shape of
    both hands.
    """

    name: str
    physique: Physique
    vertices_m: FloatArray
    triangles: IntArray
    inks: IntArray
    bones: tuple[Bone, ...]
    bone_index: IntArray
    bone_weight: FloatArray
    hands: Mapping[Hands, FloatArray]

"""The landmarks' places in a pose model's row of 33, and where a body of ours has them."""

from typing import Final

import numpy as np

from lumbar.body.kinematics import Placement
from lumbar.body.names import PLACE, SIDES
from lumbar.coach.frame import LANDMARKS, FloatArray

NOSE: Final = 0
EARS: Final = (7, 8)
SHOULDERS: Final = (11, 12)
ELBOWS: Final = (13, 14)
WRISTS: Final = (15, 16)
HIPS: Final = (23, 24)
KNEES: Final = (25, 26)
ANKLES: Final = (27, 28)
HEELS: Final = (29, 30)
TOES: Final = (31, 32)

MIRRORED: Final[tuple[int, ...]] = (
    0, 4, 5, 6, 1, 2, 3, 8, 7, 10, 9,
    12, 11, 14, 13, 16, 15, 18, 17, 20, 19, 22, 21,
    24, 23, 26, 25, 28, 27, 30, 29, 32, 31,
)  # fmt: skip
"""The landmark that each landmark becomes in a mirror."""

_POINTS: Final[tuple[tuple[str, int], ...]] = (
    ("shoulder", 11), ("elbow_joint", 13), ("wrist", 15), ("knuckles", 17), ("grip", 19), ("palm", 21),
    ("hip", 23), ("knee_joint", 25), ("ankle", 27), ("heel_back", 29), ("toe", 31),
)  # fmt: skip
_JOINTS: Final = {"elbow_joint": "forearm", "knee_joint": "shank"}
# The head's landmarks as shares of height ahead, beside and above the joint of the neck: where BlazePose (full) puts
# them in 45 drawn films, in the middle; its ears lie further ahead than those of a skull.
_FACE: Final[dict[int, tuple[float, float, float]]] = {
    0: (0.077, 0.0, 0.051),
    1: (0.067, 0.01, 0.069), 2: (0.065, 0.018, 0.069), 3: (0.061, 0.026, 0.069),
    7: (0.036, 0.045, 0.066), 9: (0.067, 0.014, 0.031),
}  # fmt: skip


def landmarks_m(body: Placement) -> FloatArray:
    """Return where a body's landmarks are in the room [m], shape (frames, 33, 3).

    The joints are the body's own; the face is put on the head by shares of height, which are ours.
    """
    found = np.empty((len(body.joints_m), LANDMARKS, 3))
    for place, side in enumerate(SIDES):
        for name, at in _POINTS:
            if name in _JOINTS:
                found[:, at + place] = body.joints_m[:, PLACE[f"{_JOINTS[name]}_{side}"]]
            else:
                found[:, at + place] = body.points_m([f"{name}_{side}"])[:, 0]
    head, turn = body.joints_m[:, PLACE["head"]], body.turns[:, PLACE["head"]]
    for at, (ahead, beside, above) in _FACE.items():
        for way, mark in ((1, at), (-1, MIRRORED[at])):
            offset = np.array([ahead, way * beside, above]) * body.physique.height_m
            found[:, mark] = head + turn @ offset
    return found

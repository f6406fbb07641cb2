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
# How far the model's shoulder lies above and ahead of the joint, towards the acromion; how far its ankle lies towards
# the knee; its heel and toe along the foot and up: as shares of height, in the middle of 57 drawn films.
_SHOULDER: Final = (0.020, 0.004)
_ANKLE: Final = 0.021
_HEEL: Final = (0.012, 0.005)
_TOE: Final = (-0.013, 0.016)
# The head's landmarks as shares of height ahead, beside and above the joint of the neck: where BlazePose (full) puts
# them in 45 drawn films, in the middle; its ears lie further ahead than those of a skull.
_FACE: Final[dict[int, tuple[float, float, float]]] = {
    0: (0.077, 0.0, 0.051),
    1: (0.067, 0.01, 0.069), 2: (0.065, 0.018, 0.069), 3: (0.061, 0.026, 0.069),
    7: (0.036, 0.045, 0.066), 9: (0.067, 0.014, 0.031),
}  # fmt: skip


def landmarks_m(body: Placement) -> FloatArray:
    """Return where a pose model puts a body's landmarks in the room [m], shape (frames, 33, 3).

    Elbows, wrists, hips and knees are the body's joints; shoulders, ankles, feet and face lie off them as measured.
    """
    found = np.empty((len(body.joints_m), LANDMARKS, 3))
    for place, side in enumerate(SIDES):
        for name, at in _POINTS:
            if name in _JOINTS:
                found[:, at + place] = body.joints_m[:, PLACE[f"{_JOINTS[name]}_{side}"]]
            else:
                found[:, at + place] = body.points_m([f"{name}_{side}"])[:, 0]
    _move_off(found, body)
    head, turn = body.joints_m[:, PLACE["head"]], body.turns[:, PLACE["head"]]
    for at, (ahead, beside, above) in _FACE.items():
        for way, mark in ((1, at), (-1, MIRRORED[at])):
            offset = np.array([ahead, way * beside, above]) * body.physique.height_m
            found[:, mark] = head + turn @ offset
    return found


def _move_off(found_m: FloatArray, body: Placement) -> None:
    """Move shoulders, ankles, heels and toes from the body's own places to where a pose model has them."""
    height_m = body.physique.height_m
    thorax = body.turns[:, PLACE["thorax"]]
    for place, side in enumerate(SIDES):
        found_m[:, 11 + place] += (thorax[..., 2] * _SHOULDER[0] + thorax[..., 0] * _SHOULDER[1]) * height_m
        ankle, heel, toe = (found_m[:, first + place].copy() for first in (27, 29, 31))
        found_m[:, 27 + place] += _unit(found_m[:, 25 + place] - ankle) * _ANKLE * height_m
        along, up = _unit(toe - heel), body.turns[:, PLACE[f"foot_{side}"]][..., 2]
        found_m[:, 29 + place] += (along * _HEEL[0] + up * _HEEL[1]) * height_m
        found_m[:, 31 + place] += (along * _TOE[0] + up * _TOE[1]) * height_m


def _unit(way_m: FloatArray) -> FloatArray:
    """Return directions of length one, shape (frames, 3)."""
    return np.asarray(way_m / np.linalg.norm(way_m, axis=-1, keepdims=True))

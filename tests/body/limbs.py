"""Limbs as rods with round ends, thinner than they are: if even these meet, one goes through the other."""

from itertools import combinations
from typing import Final

import numpy as np

from lumbar.body.arrays import FloatArray
from lumbar.body.names import PLACE
from lumbar.body.path import Path

# From and to which points, and how thick, as shares of height: about two thirds of the flesh.
RODS: Final[dict[str, tuple[str, str, float]]] = {
    "head": ("head_back", "forehead", 0.035),
    **{
        f"{name}_{side}": (f"{start}_{side}", f"{end}_{side}", thick)
        for side in ("left", "right")
        for name, start, end, thick in (
            ("forearm", "elbow_middle", "wrist", 0.012),
            ("hand", "wrist", "grip", 0.008),
            ("thigh", "hip", "knee_middle", 0.03),
            ("shank", "knee_middle", "ankle", 0.018),
        )
    },
}
_OF: Final = {"elbow_middle": "forearm", "knee_middle": "shank"}
_JOINED: Final = ({"forearm", "hand"}, {"thigh", "shank"})


def _may_meet(one: str, other: str) -> bool:
    """Return whether two rods are looked at: an arm or a shank with anything that it does not hang on."""
    (kind, _, side), (kind_of_other, _, side_of_other) = one.partition("_"), other.partition("_")
    moving = {kind, kind_of_other} & {"forearm", "hand", "shank"}
    return bool(moving) and not (side == side_of_other and {kind, kind_of_other} in _JOINED)


PAIRS: Final = [(one, other) for one, other in combinations(RODS, 2) if _may_meet(one, other)]


def depths_m(path: Path) -> dict[tuple[str, str], float]:
    """Return for each pair of limbs how far one goes into the other at worst [m]; below zero they stay apart."""
    height = path.physique.height_m
    return {
        (one, other): (RODS[one][2] + RODS[other][2]) * height - float(_distances_m(path, one, other).min())
        for one, other in PAIRS
    }


def _ends(path: Path, name: str) -> list[FloatArray]:
    body = path.placed()
    side = name.rpartition("_")[2]
    places = []
    for point in RODS[name][:2]:
        stem = point.removesuffix(f"_{side}")
        places.append(body.joints_m[:, PLACE[f"{_OF[stem]}_{side}"]] if stem in _OF else body.points_m([point])[:, 0])
    return places


def _distances_m(path: Path, one: str, other: str) -> FloatArray:
    """Return the least distance between the middle lines of two rods in each frame [m], by close steps along both."""
    steps = np.linspace(0, 1, 15)[:, np.newaxis]
    lines = []
    for name in (one, other):
        start, end = _ends(path, name)
        lines.append(start[:, np.newaxis] + steps * (end - start)[:, np.newaxis])
    gaps = np.linalg.norm(lines[0][:, :, np.newaxis] - lines[1][:, np.newaxis], axis=-1)
    return np.asarray(gaps.min(axis=(1, 2)))

"""Warp a body that stands at zero so that its joints lie where the measured body has them."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np

from lumbar.body.anthropometry import SAMPLES
from lumbar.body.arrays import FloatArray
from lumbar.body.names import PLACE, SEGMENTS, SIDES, segment_on
from lumbar.body.physique import ANKLE_HEIGHT, HEEL_BEHIND, Physique
from lumbar.body.points import points_of
from lumbar.figure.mesh import IntArray
from lumbar.figure.skin import rest_joints_m
from tools.body_mesh.zero import Places

HAIR_M: Final = 0.009  # how thick hair is; ours
_LEAST_HEAD: Final = 0.9  # of what the rest of the body grows; ours
_CHAINS: Final = (
    (("upper_arm", "upperarm01"), ("forearm", "lowerarm01"), ("hand", "wrist")),
    (("thigh", "upperleg01"), ("shank", "lowerleg01"), ("foot", "foot")),
)


@dataclass(frozen=True, slots=True, eq=False)
class Map:
    """A point moves from `here` to `there` [m], what is around it is multiplied by `by`, shape (3, 3)."""

    here: FloatArray
    there: FloatArray
    by: FloatArray

    def __call__(self, at: FloatArray) -> FloatArray:
        """Return where points [m] go."""
        return np.asarray((at - self.here) @ self.by.T + self.there)

    def back(self, at: FloatArray) -> FloatArray:
        """Return where points [m] come from."""
        return np.asarray((at - self.there) @ np.linalg.inv(self.by).T + self.here)


def trunk_map(places: Places, physique: Physique, grown: float) -> Map:
    """Return the map of pelvis, abdomen and thorax: the shoulders come over the hips, at their height."""
    hips = (places["upperleg01.L"] + places["upperleg01.R"]) / 2
    shoulders = (places["upperarm01.L"] + places["upperarm01.R"]) / 2 - hips
    wanted = rest_joints_m(physique)[PLACE["upper_arm_left"], 2]
    by = np.diag([grown, grown, wanted / shoulders[2]])
    by[0, 2] = -grown * shoulders[0] / shoulders[2]
    return Map(hips, np.zeros(3), by)


def segment_maps(places: Places, physique: Physique, body: FloatArray, grown: float) -> list[Map]:
    """Return the map of each segment, in the order of `SEGMENTS`.

    Args:
        places: The rig's bones of the body at zero [m].
        physique: What is wished for.
        body: The vertices at zero [m], shape (v, 3).
        grown: How much larger everything is that no joint measures.
    """
    trunk = trunk_map(places, physique, grown)
    maps = [trunk] * len(SEGMENTS)
    wanted = rest_joints_m(physique)
    maps[PLACE["head"]] = _head(trunk, wanted[PLACE["head"]], body, physique, grown)
    for side in SIDES:
        for chain in _CHAINS:
            for (segment, bone), (below, next_bone) in pairwise(chain):
                here, end = (places[f"{name}.{side[0].upper()}"] for name in (bone, next_bone))
                there, wished = (wanted[PLACE[segment_on(side, name)]] for name in (segment, below))
                length = (there[2] - wished[2]) / (here[2] - end[2])
                maps[PLACE[segment_on(side, segment)]] = Map(here, there, np.diag([grown, grown, length]))
        maps[PLACE[segment_on(side, "hand")]] = _hand(places, physique, grown, side)
        foot = _foot(places, body, physique, grown, side)
        maps[PLACE[segment_on(side, "foot")]] = maps[PLACE[segment_on(side, "toes")]] = foot
    return maps


def warp(vertices_m: FloatArray, weights: FloatArray, maps: list[Map]) -> FloatArray:
    """Return the vertices [m] warped by the maps of the segments they belong to."""
    moved = np.stack([each(vertices_m) for each in maps], axis=1)
    return np.asarray(np.einsum("vs,vsi->vi", weights, moved))


def lengthen_fingers(vertices_m: FloatArray, weights: FloatArray, tips: IntArray, physique: Physique) -> FloatArray:
    """Return the vertices [m] with fingers as long as those of the sample; `tips` are vertices of the left hand."""
    sample = SAMPLES[physique.sex]
    wanted = sample.fingertip_m * physique.height_m / sample.height_m - physique.lengths_m["hand"]
    knuckle = rest_joints_m(physique)[PLACE["hand_left"], 2] - physique.lengths_m["hand"]
    ratio = wanted / (knuckle - vertices_m[tips, 2].min())
    hand = weights[:, [PLACE["hand_left"], PLACE["hand_right"]]].sum(axis=1) > 0.5  # noqa: PLR2004 - half
    below = np.minimum(vertices_m[:, 2] - knuckle, 0) * hand
    longer = vertices_m.copy()
    longer[:, 2] += below * (ratio - 1)
    return longer


def _hand(places: Places, physique: Physique, grown: float, side: str) -> Map:
    wrist, knuckle = (places[f"{name}.{side[0].upper()}"] for name in ("wrist", "finger3-1"))
    there = rest_joints_m(physique)[PLACE[segment_on(side, "hand")]]
    return Map(wrist, there, np.diag([grown, grown, physique.lengths_m["hand"] / (wrist[2] - knuckle[2])]))


def _head(trunk: Map, neck: FloatArray, body: FloatArray, physique: Physique, grown: float) -> Map:
    """Return the map of the head: its crown and its back are, with hair on, where the body has them.

    Measured bodies leave little between neck and crown; rather than a low head, they get a short neck.
    """
    here = trunk.back(neck)
    top = points_of(physique)["head_top"].offset_m[2]
    own = body[body[:, 2] > here[2]]
    size = max(top / float(np.ptp(own[:, 2])), _LEAST_HEAD * grown)
    crown = np.array([own[:, 0].min(), 0, own[:, 2].max()])
    back = points_of(physique)["head_back"].offset_m[0] + HAIR_M
    return Map(crown, np.array([back, 0, neck[2] + top - HAIR_M]), size * np.eye(3))


def _foot(places: Places, body: FloatArray, physique: Physique, grown: float, side: str) -> Map:
    here, there = places[f"foot.{side[0].upper()}"], rest_joints_m(physique)[PLACE[segment_on(side, "foot")]]
    own = body[(body[:, 2] < here[2]) & ((body[:, 1] > 0) == (side == "left"))]
    back = own[:, 0].min()
    heel = there[0] - HEEL_BEHIND * physique.lengths_m["foot"]
    long = physique.lengths_m["foot"] / np.ptp(own[:, 0])
    up = ANKLE_HEIGHT * physique.height_m / (here[2] - own[:, 2].min())
    return Map(np.array([back, *here[1:]]), np.array([heel, *there[1:]]), np.diag([long, grown, up]))

"""Points on the skin by which a body touches things, and the few inside it that carry a load.

The places of joints are measured (`physique.py`); how thick the flesh around them is, as a share of height, is our
own choice, made so that a person lies and leans as people do: seat, shoulder blades and the back of the head are in
one plane at zero. Sourced are the front edges of the hip bones and the grip, at the third knuckle.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from lumbar.body.anthropometry import HIPS, SAMPLES
from lumbar.body.arrays import Vector
from lumbar.body.names import PLACE, SEGMENTS, SIDES, Segment, segment_on
from lumbar.body.physique import ANKLE_HEIGHT, BALL_AHEAD, HEEL_BEHIND, Physique


@dataclass(frozen=True, slots=True)
class Point:
    """A point fixed to a segment, `offset_m` [m] from the segment's joint in the segment's frame."""

    segment: Segment
    offset_m: Vector


@dataclass(frozen=True, slots=True)
class _Spot:
    """A point in shares: of height ahead and to the left, and up in shares of `along` (a length) or of height."""

    segment: str
    ahead: float
    left: float
    up: float = 0.0


_BACK: Final = 0.065  # of height: how far the plane of the back lies behind the middle of the body
_MIDDLE: Final[Mapping[str, _Spot]] = MappingProxyType(
    {
        "groin": _Spot("pelvis", 0.055, 0, 0.0),
        "sacrum": _Spot("pelvis", -0.055, 0, 0.045),
        "belly": _Spot("abdomen", 0.07, 0, 0.04),
        "low_back": _Spot("abdomen", -0.046, 0, 0.045),
        "ribs": _Spot("thorax", 0.06, 0, 0.03),
        "chest": _Spot("thorax", 0.065, 0, 0.11),
        "middle_back": _Spot("thorax", -0.055, 0, 0.03),
        "neck_back": _Spot("thorax", -0.045, 0, 0.17),
        "head_back": _Spot("head", -_BACK, 0, 0.08),
        "forehead": _Spot("head", 0.05, 0, 0.09),
        "nose": _Spot("head", 0.062, 0, 0.065),
    }
)
_SIDED: Final[Mapping[str, _Spot]] = MappingProxyType(
    {
        "seat": _Spot("pelvis", -_BACK, 0.045, -0.005),
        "sit_bone": _Spot("pelvis", -0.03, 0.04, -0.05),
        "hip_side": _Spot("pelvis", 0, 0.0955, 0),
        "upper_back": _Spot("thorax", -_BACK, 0.05, 0.115),
        "stomach": _Spot("abdomen", 0.068, 0.045, 0.04),
        "breast": _Spot("thorax", 0.062, 0.05, 0.11),
        "shoulder": _Spot("upper_arm", 0, 0),
        "hip": _Spot("thigh", 0, 0),
        "ankle": _Spot("foot", 0, 0),
        "shoulder_side": _Spot("upper_arm", 0, 0.03, 0),
        "shoulder_back": _Spot("upper_arm", -0.03, 0, 0),
        "elbow": _Spot("forearm", -0.022, 0, 0),
        "elbow_side": _Spot("forearm", 0, 0.022, 0),
        "thigh_front": _Spot("thigh", 0.045, 0, -0.12),
        "thigh_back": _Spot("thigh", -0.045, 0, -0.12),
        "knee": _Spot("shank", 0.033, 0, -0.005),
        "knee_side": _Spot("shank", 0, 0.03, 0),
        "knee_inside": _Spot("shank", 0.02, -0.028, -0.01),
        "shin": _Spot("shank", 0.024, 0, -0.12),
        "calf": _Spot("shank", -0.035, 0, -0.07),
        "ankle_side": _Spot("foot", 0, 0.02, 0),
        "ankle_inside": _Spot("foot", 0, -0.02, 0),
        "instep": _Spot("foot", 0.045, 0, -0.012),
    }
)


@lru_cache(maxsize=64)
def points_of(physique: Physique) -> Mapping[str, Point]:
    """Return every point of a body by its name, those of a side with the side at the end."""
    return MappingProxyType(dict((*_flesh(physique), *_bones(physique))))


def _flesh(physique: Physique) -> Iterator[tuple[str, Point]]:
    height = physique.height_m
    for name, spot in _MIDDLE.items():
        yield name, Point(SEGMENTS[PLACE[spot.segment]], (spot.ahead * height, 0, spot.up * height))
    for side, left in zip(SIDES, (1, -1), strict=True):
        for name, spot in _SIDED.items():
            segment = spot.segment if spot.segment in PLACE else f"{spot.segment}_{side}"
            offset = (spot.ahead * height, left * spot.left * height, spot.up * height)
            yield f"{name}_{side}", Point(SEGMENTS[PLACE[segment]], offset)


def _bones(physique: Physique) -> Iterator[tuple[str, Point]]:
    height, width, hip = physique.height_m, physique.pelvis_width_m, HIPS[physique.sex]
    foot, sole = physique.lengths_m["foot"], -ANKLE_HEIGHT * height
    sample = SAMPLES[physique.sex]
    grip, fingertip = physique.lengths_m["hand"], sample.fingertip_m * height / sample.height_m
    forearm = physique.lengths_m["forearm"]
    palm = -0.012 * height  # half the thickness of a hand; ours
    yield "head_top", Point("head", (0, 0, _head_height(physique)))
    for side, left in zip(SIDES, (1, -1), strict=True):
        edge = (hip.front_edge_ahead * width, left * width / 2, hip.front_edge_above * width)
        yield f"hip_bone_{side}", Point("pelvis", edge)
        yield f"heel_{side}", Point(segment_on(side, "foot"), (-HEEL_BEHIND * foot, 0, sole))
        yield f"heel_back_{side}", Point(segment_on(side, "foot"), (-HEEL_BEHIND * foot, 0, sole * 0.6))
        yield f"ball_{side}", Point(segment_on(side, "foot"), (BALL_AHEAD * foot, 0, sole))
        yield f"toe_{side}", Point(segment_on(side, "toes"), ((1 - HEEL_BEHIND - BALL_AHEAD) * foot, 0, 0))
        yield f"grip_{side}", Point(segment_on(side, "hand"), (0, 0, -grip))
        yield f"palm_{side}", Point(segment_on(side, "hand"), (palm, 0, -grip / 2))
        yield f"knuckles_{side}", Point(segment_on(side, "hand"), (-palm, 0, -grip))
        yield f"fingertip_{side}", Point(segment_on(side, "hand"), (0, 0, -fingertip))
        yield f"wrist_front_{side}", Point(segment_on(side, "forearm"), (palm, 0, -forearm))
        yield f"wrist_{side}", Point(segment_on(side, "hand"), (0, 0, 0))
        yield f"forearm_back_{side}", Point(segment_on(side, "forearm"), (-0.02 * height, 0, -forearm / 2))


def _head_height(physique: Physique) -> float:
    """Return from the neck to the top of the head [m]: what is left of the height, upright."""
    trunk = physique.offsets_m[1:4, 2].sum()
    legs = physique.lengths_m["thigh"] + physique.lengths_m["shank"] + ANKLE_HEIGHT * physique.height_m
    return float(physique.height_m - legs - trunk)


POINT_NAMES: Final = frozenset({
    *_MIDDLE, "head_top",
    *(f"{name}_{side}" for side in SIDES for name in (
        *_SIDED, "hip_bone", "heel", "heel_back", "ball", "toe", "grip", "palm", "knuckles", "fingertip",
        "wrist_front", "forearm_back", "wrist",
    )),
})  # fmt: skip

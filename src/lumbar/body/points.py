"""Points of the body by name: those of the skin by which it touches things, and the few inside that carry a load.

Sourced are the front edges of the hip bones, the sole, and the grip, at the third knuckle; the skin is measured
(`flesh.py`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from lumbar.body.anthropometry import HIPS
from lumbar.body.arrays import Vector
from lumbar.body.flesh import MIDDLE, SIDED
from lumbar.body.names import PLACE, SEGMENTS, SIDES, Segment, segment_on
from lumbar.body.physique import ANKLE_HEIGHT, BALL_AHEAD, HEEL_BEHIND, Physique


@dataclass(frozen=True, slots=True)
class Point:
    """A point fixed to a segment, `offset_m` [m] from the segment's joint in the segment's frame."""

    segment: Segment
    offset_m: Vector


@lru_cache(maxsize=64)
def points_of(physique: Physique) -> Mapping[str, Point]:
    """Return every point of a body by its name, those of a side with the side at the end."""
    return MappingProxyType(dict((*_flesh(physique), *_bones(physique))))


def _flesh(physique: Physique) -> Iterator[tuple[str, Point]]:
    height = physique.height_m
    for name, spot in MIDDLE.items():
        ahead, left, up = spot.shares(physique.sex)
        yield name, Point(SEGMENTS[PLACE[spot.segment]], (ahead * height, left * height, up * height))
    for side, outwards in zip(SIDES, (1, -1), strict=True):
        for name, spot in SIDED.items():
            segment = spot.segment if spot.segment in PLACE else f"{spot.segment}_{side}"
            ahead, left, up = spot.shares(physique.sex)
            offset = (ahead * height, outwards * left * height, up * height)
            yield f"{name}_{side}", Point(SEGMENTS[PLACE[segment]], offset)


def _bones(physique: Physique) -> Iterator[tuple[str, Point]]:
    height, width, hip = physique.height_m, physique.pelvis_width_m, HIPS[physique.sex]
    foot, sole = physique.lengths_m["foot"], -ANKLE_HEIGHT * height
    yield "head_top", Point("head", (0, 0, _head_height(physique)))
    for side, left in zip(SIDES, (1, -1), strict=True):
        edge = (hip.front_edge_ahead * width, left * width / 2, hip.front_edge_above * width)
        yield f"hip_bone_{side}", Point("pelvis", edge)
        yield f"heel_{side}", Point(segment_on(side, "foot"), (-HEEL_BEHIND * foot, 0, sole))
        yield f"heel_back_{side}", Point(segment_on(side, "foot"), (-HEEL_BEHIND * foot, 0, sole * 0.6))
        yield f"ball_{side}", Point(segment_on(side, "foot"), (BALL_AHEAD * foot, 0, sole))
        yield f"toe_{side}", Point(segment_on(side, "toes"), ((1 - HEEL_BEHIND - BALL_AHEAD) * foot, 0, 0))
        yield f"grip_{side}", Point(segment_on(side, "hand"), (0, 0, -physique.lengths_m["hand"]))


def _head_height(physique: Physique) -> float:
    """Return from the neck to the top of the head [m]: what is left of the height, upright."""
    trunk = physique.offsets_m[1:4, 2].sum()
    legs = physique.lengths_m["thigh"] + physique.lengths_m["shank"] + ANKLE_HEIGHT * physique.height_m
    return float(physique.height_m - legs - trunk)


_BONES: Final = ("hip_bone", "heel", "heel_back", "ball", "toe", "grip")
POINT_NAMES: Final = frozenset(
    {*MIDDLE, "head_top", *(f"{name}_{side}" for side in SIDES for name in (*SIDED, *_BONES))}
)

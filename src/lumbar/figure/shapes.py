"""Boxes and rods on places: all that a renderer must know to draw the things of an exercise.

A place is fixed in the room, or on a segment, or on the line through two points of the body, so that what is held
moves with the hands.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from lumbar.body.arrays import FloatArray, Vector
from lumbar.body.kinematics import Placement
from lumbar.body.names import PLACE, Segment


@dataclass(frozen=True, slots=True)
class Fixed:
    """A place in the room [m]."""

    at_m: Vector

    def located(self, body: Placement) -> FloatArray:
        """Return the place in every frame [m], shape (frames, 3)."""
        return np.tile(np.array(self.at_m, dtype=np.float64), (len(body.joints_m), 1))

    def to_plain(self) -> Mapping[str, object]:
        """Return the place as JSON can carry it."""
        return {"at": _rounded(self.at_m)}


@dataclass(frozen=True, slots=True)
class OnSegment:
    """A place on a segment, `offset_m` [m] from the segment's joint in the segment's frame."""

    segment: Segment
    offset_m: Vector

    def located(self, body: Placement) -> FloatArray:
        """Return the place in every frame [m], shape (frames, 3)."""
        here = PLACE[self.segment]
        return np.asarray(body.joints_m[:, here] + body.turns[:, here] @ np.array(self.offset_m))

    def to_plain(self) -> Mapping[str, object]:
        """Return the place as JSON can carry it."""
        return {"segment": self.segment, "offset": _rounded(self.offset_m)}


@dataclass(frozen=True, slots=True)
class OnLine:
    """A place on the line through two points of the body: `along_m` [m] from their middle towards the second."""

    points: tuple[str, str]
    along_m: float

    def located(self, body: Placement) -> FloatArray:
        """Return the place in every frame [m], shape (frames, 3)."""
        ends = body.points_m(self.points)
        line = ends[:, 1] - ends[:, 0]
        length = np.linalg.norm(line, axis=1, keepdims=True)
        return np.asarray(ends.mean(axis=1) + self.along_m * line / np.where(length > 0, length, 1.0))

    def to_plain(self) -> Mapping[str, object]:
        """Return the place as JSON can carry it."""
        return {"points": list(self.points), "along": round(self.along_m, 3)}


Place = Fixed | OnSegment | OnLine


@dataclass(frozen=True, slots=True)
class Rod:
    """A cylinder from one place to another, `radius_m` [m] thick from its axis."""

    start: Place
    end: Place
    radius_m: float


@dataclass(frozen=True, slots=True)
class Box:
    """A box around a place, its edges along the axes of `segment`, or of the room where that is nothing [m]."""

    centre: Place
    size_m: Vector
    segment: Segment | None = None


Shape = Box | Rod


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing: what it is, the colour it is drawn in by name, and its shape."""

    kind: str
    ink: str
    shape: Shape

    def to_plain(self) -> Mapping[str, object]:
        """Return the thing as JSON can carry it."""
        shape = self.shape
        if isinstance(shape, Rod):
            ends = {"from": shape.start.to_plain(), "to": shape.end.to_plain()}
            return {"kind": self.kind, "ink": self.ink, "rod": {**ends, "radius": round(shape.radius_m, 4)}}
        box = {"centre": shape.centre.to_plain(), "size": _rounded(shape.size_m), "segment": shape.segment}
        return {"kind": self.kind, "ink": self.ink, "box": box}


def _rounded(values: Vector) -> list[float]:
    return [round(float(value), 3) for value in values]

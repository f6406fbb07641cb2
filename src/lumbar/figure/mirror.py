"""A clip as a mirror shows it: the other side at work."""

from dataclasses import replace
from typing import TYPE_CHECKING

from lumbar.body.arrays import Vector
from lumbar.body.names import PLACE, SEGMENTS, Segment, other_side
from lumbar.figure.clip import Clip, Hand
from lumbar.figure.things import Box, Fixed, OnSegment, Place, Rod, Thing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lumbar.body.motion import Side


def mirrored(clip: Clip) -> Clip:
    """Return the clip with left and right swapped, things included."""
    leads: Side | None = None if clip.leads is None else "right" if clip.leads == "left" else "left"
    hands: Mapping[Side, Hand] = {"left": clip.hands["right"], "right": clip.hands["left"]}
    things = tuple(_thing(thing) for thing in clip.things)
    return replace(clip, path=clip.path.mirrored(), leads=leads, hands=hands, things=things)


def _thing(thing: Thing) -> Thing:
    shape = thing.shape
    if isinstance(shape, Rod):
        return replace(thing, shape=replace(shape, start=_place(shape.start), end=_place(shape.end)))
    segment = None if shape.segment is None else _segment(shape.segment)
    return replace(thing, shape=Box(_place(shape.centre), shape.size_m, segment))


def _place(place: Place) -> Place:
    if isinstance(place, Fixed):
        return Fixed(_vector(place.at_m))
    if isinstance(place, OnSegment):
        return OnSegment(_segment(place.segment), _vector(place.offset_m))
    one, other = place.points
    return replace(place, points=(other_side(one), other_side(other)))


def _segment(segment: Segment) -> Segment:
    return SEGMENTS[PLACE[other_side(segment)]]


def _vector(vector: Vector) -> Vector:
    x, y, z = vector
    return (x, -y, z)

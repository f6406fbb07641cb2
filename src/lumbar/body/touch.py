"""How far a body is from what its contacts ask: from the things it touches, from being aligned, from balance.

Everything is told for many frames at once, in metres, and is zero where it is as it should be.
"""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from lumbar.body.arrays import FloatArray
from lumbar.body.flesh import INSIDE
from lumbar.body.kinematics import Placement
from lumbar.body.motion import SURFACES, Alignment, Contact, Pull
from lumbar.body.points import POINT_NAMES

Anchors = Mapping[Contact, FloatArray]
"""Where a contact was put down first [m], shape (3,); what does not slide stays there."""

_ALONG: Final = {"depth": 0, "side": 1, "height": 2}
SKIN: Final = tuple(sorted(name for name in POINT_NAMES if name.rpartition("_")[0] not in INSIDE))
"""The points that lie on the surface of the body, and so must not sink into anything."""


def gaps_m(body: Placement, contacts: Sequence[Contact], anchors: Anchors) -> list[FloatArray]:
    """Return for each contact how far it is from being met [m], each of shape (frames, 0 to 4)."""
    return [_gap(body, contact, anchors.get(contact)) for contact in contacts]


def _gap(body: Placement, contact: Contact, anchor: FloatArray | None) -> FloatArray:
    here, surface = body.points_m([contact.point])[:, 0], contact.surface
    parts = [here[:, :1] - contact.ahead_m] if contact.ahead_m is not None else []
    if surface is None:
        parts.append(here - body.points_m([contact.on])[:, 0])
    elif anchor is not None and not contact.slides:
        parts.append(here - anchor)
    elif surface.at is not None:
        distance = surface.distance_share(body.physique.height_m)
        parts.append((here @ np.array(surface.normal) - distance)[:, np.newaxis])
    elif anchor is not None:
        parts.append(((here - anchor) @ np.array(surface.normal))[:, np.newaxis])
    return np.concatenate([np.zeros((len(here), 0)), *parts], axis=1)


def misalignments_m(body: Placement, held: Sequence[Alignment]) -> list[FloatArray]:
    """Return how far what should be aligned is from it [m], each of shape (frames, 1)."""
    return [np.diff(body.points_m(part.points)[:, :, _ALONG[part.same]], axis=1) for part in held]


def skin_by_surface(contacts: Sequence[Contact]) -> list[tuple[str, str]]:
    """Return the pairs that `clearances_m` tells of, in order: the floor or a wall in use, and a point of the skin."""
    walls = {contact.on for contact in contacts if contact.on.startswith("wall")}
    return [(surface, point) for surface in sorted({"floor", *walls}) for point in SKIN]


def clearances_m(body: Placement, contacts: Sequence[Contact]) -> FloatArray:
    """Return how far every point of the skin is above floor and walls [m], shape (frames, pairs)."""
    skin = body.points_m(SKIN)
    surfaces = dict.fromkeys(surface for surface, _ in skin_by_surface(contacts))
    return np.concatenate([skin @ np.array(SURFACES[name].normal) for name in surfaces], axis=1)


def imbalance_m(body: Placement, contacts: Sequence[Contact], pulls: Sequence[Pull]) -> FloatArray:
    """Return how far the middle of what stands on the floor is from where the body presses on it [m], (frames, 2).

    The body presses where its weight, and the loads that it leans against, have no moment.
    """
    feet = [contact.point for contact in contacts if contact.on == "floor"]
    weight, turning = np.ones(len(body.joints_m)), body.balance_point_m()[:, :2]
    for pull in pulls:
        at, way = body.points_m(pull.points).mean(axis=1), np.array(pull.direction)
        weight = weight - pull.leans * way[2]
        turning = turning + pull.leans * (at[:, 2:] * way[:2] - way[2] * at[:, :2])
    return np.asarray(turning / weight[:, np.newaxis] - body.points_m(feet).mean(axis=1)[:, :2])

"""What carries a body that stands still: the forces at its contacts, and the moment at every joint.

Contacts only push, and hold sideways by friction. Where they leave a choice (lying, kneeling on four), the choice is
the one with the least effort: no more friction than balance needs, then the least sum of squared joint moments, as
people rest. Forces between two points of
the same body, such as a hand on a knee, are not known by statics and are left at zero.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import numpy as np

from lumbar.body.anthropometry import GRAVITY_M_S2
from lumbar.body.arrays import FloatArray
from lumbar.body.kinematics import Placement
from lumbar.body.motion import SURFACES, Contact, Pull, Surface
from lumbar.body.names import PLACE, SEGMENTS
from lumbar.body.points import points_of
from lumbar.body.tree import PARENT

_EXACT: Final = 1e4  # how much more equilibrium counts than effort
_SLIGHT: Final = 1e-3  # how much less the forces themselves count; makes the answer one
_SIDEWAYS: Final = 1.7  # body heights: what a newton of friction counts as, for hands do not push against knees; ours
_ENOUGH: Final = 1e-12
_DOWN: Final = np.array([0.0, 0.0, -1.0])


@dataclass(frozen=True, slots=True)
class Push:
    """A force [N], shape (3,), in the room, at a point [m], on a segment."""

    segment: int
    at_m: FloatArray
    force_n: FloatArray


@dataclass(frozen=True, slots=True)
class Support:
    """How a body is carried: what pushes at each contact, and what no contact can carry.

    `left_n` [N] and `left_nm` [Nm] about the centre of mass are zero where the body is in balance.
    """

    contacts: Mapping[Contact, Push]
    left_n: float
    left_nm: float


def pushes_of(body: Placement, pulls: Sequence[Pull], load_kg: float) -> tuple[Push, ...]:
    """Return an external load [kg] as forces on the points that carry it, for the first frame of `body`."""
    table = points_of(body.physique)
    return tuple(
        Push(
            PLACE[table[point].segment],
            body.points_m([point])[0, 0],
            np.array(pull.direction) * load_kg * GRAVITY_M_S2 / (len(pulls) * len(pull.points)),
        )
        for pull in pulls
        for point in pull.points
    )


def moments_nm(body: Placement, pushes: Sequence[Push]) -> FloatArray:
    """Return the net moment at each segment's joint [Nm], shape (segments, 3), in the room.

    It is what the rest of the body must apply to everything that hangs on that joint, to hold it still against its
    weight and `pushes`; at the pelvis, what nothing carries. Only the first frame of `body` is looked at.
    """
    return _against_weight(body) + sum((_against_push(body, push) for push in pushes), np.zeros((len(SEGMENTS), 3)))


def find_support(body: Placement, contacts: Sequence[Contact], loads: Sequence[Push]) -> Support:
    """Return the forces at the contacts that hold the first frame of `body` still with the least effort."""
    table = points_of(body.physique)
    units = [
        (contact, Push(PLACE[table[contact.point].segment], body.points_m([contact.point])[0, 0], edge))
        for contact in contacts
        if contact.surface and not contact.light
        for edge in _edges(contact.surface)
    ]
    weight = body.physique.masses_kg.sum() * GRAVITY_M_S2 * _DOWN + sum((push.force_n for push in loads), np.zeros(3))
    alone = moments_nm(body, loads)
    effort = np.array([_against_push(body, unit).ravel() for _, unit in units]).T
    balance = np.concatenate([np.array([unit.force_n for _, unit in units]).T, effort[:3]])
    sideways = _SIDEWAYS * body.physique.height_m * _sideways([contact for contact, _ in units], balance[:3])
    rows = np.concatenate([_EXACT * balance, effort[3:], sideways, _SLIGHT * np.eye(len(units))])
    unbalanced = np.concatenate([weight, alone[0]])
    wanted = -np.concatenate([_EXACT * unbalanced, alone[1:].ravel(), np.zeros(len(sideways) + len(units))])
    amounts = _least_squares_above_zero(rows, wanted)
    pushed: dict[Contact, Push] = {}
    for (contact, unit), amount in zip(units, amounts, strict=True):
        before = pushed[contact].force_n if contact in pushed else np.zeros(3)
        pushed[contact] = Push(unit.segment, unit.at_m, before + amount * unit.force_n)
    left = balance @ amounts + unbalanced
    return Support(MappingProxyType(pushed), float(np.linalg.norm(left[:3])), float(np.linalg.norm(left[3:])))


def _against_weight(body: Placement) -> FloatArray:
    arms = body.centres_m()[0] - body.joints_m[0][:, np.newaxis]  # (joints, segments, 3)
    weights = body.physique.masses_kg[:, np.newaxis] * GRAVITY_M_S2 * _DOWN
    return np.asarray(-np.einsum("js,jsi->ji", _OUTSIDE, np.cross(arms, weights)))


def _against_push(body: Placement, push: Push) -> FloatArray:
    turning = np.cross(push.at_m - body.joints_m[0], push.force_n)
    return np.asarray(-_OUTSIDE[:, push.segment, np.newaxis] * turning)


def _outside() -> FloatArray:
    """Return which segments (columns) hang on the joint of which (rows), itself included: 1 or 0."""
    hang = np.eye(len(SEGMENTS))
    for segment in reversed(SEGMENTS):
        if segment in PARENT:
            hang[PLACE[PARENT[segment]]] += hang[PLACE[segment]]
    return hang


_OUTSIDE: Final = _outside()


def _edges(surface: Surface) -> FloatArray:
    """Return the four edges of what a contact can push: straight off the surface, and sideways by friction."""
    normal = np.array(surface.normal, dtype=np.float64)
    across = np.cross(normal, [0.0, 1.0, 0.0])
    ways = np.array([across, -across, np.cross(normal, across), -np.cross(normal, across)])
    return np.asarray(normal + surface.grip_ratio * ways)


def _sideways(contacts: Sequence[Contact], forces: FloatArray) -> FloatArray:
    """Return the part of each contact's force along its surface, three rows a contact, for each edge (columns)."""
    parts = []
    for contact in dict.fromkeys(contacts):
        normal = np.array(SURFACES[contact.on].normal)
        mine = np.array([other == contact for other in contacts])
        parts.append((forces - np.outer(normal, normal @ forces)) * mine)
    return np.concatenate(parts)


def _least_squares_above_zero(rows: FloatArray, wanted: FloatArray) -> FloatArray:
    """Return the x >= 0 with the least |rows x - wanted|, by Lawson and Hanson's active sets (1974, chapter 23)."""
    count = rows.shape[1]
    x, free = np.zeros(count), np.zeros(count, dtype=bool)
    for _ in range(3 * count):
        pull = rows.T @ (wanted - rows @ x)
        pull[free] = -np.inf
        if free.all() or pull.max() <= _ENOUGH * np.abs(rows.T @ wanted).max():
            break
        free[int(pull.argmax())] = True
        while True:
            tried = np.zeros(count)
            tried[free] = np.linalg.lstsq(rows[:, free], wanted, rcond=None)[0]
            if (tried[free] > 0).all():
                break
            below = free & (tried <= 0)
            x += np.min(x[below] / (x[below] - tried[below])) * (tried - x)
            free &= x > _ENOUGH
        x = tried
    return x

"""Between two key poses: what both of them touch is touched in every frame, and nothing sinks in.

All frames are solved side by side. What a frame gives is measured from the smooth way between the poses, and is
nothing at either end, so that the way stays smooth and ends in its key poses.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from lumbar.body.arrays import FloatArray
from lumbar.body.descend import descend
from lumbar.body.kinematics import Placement, place
from lumbar.body.motion import Alignment, Contact, Motion, Pull
from lumbar.body.names import Segment
from lumbar.body.physique import Physique
from lumbar.body.points import points_of
from lumbar.body.solve import BALANCE_M, CONTACT_M, JOINT_DEG, Stance, give_deg
from lumbar.body.touch import clearances_m, gaps_m, imbalance_m, misalignments_m
from lumbar.body.tree import JOINT_PLACE, JOINTS, PARENT

_ROOT_M: Final = 0.02  # of the middle of the hips from its smooth way: counts as much as five degrees of a joint; ours
_COUNT: Final = len(JOINTS)
_LIMBS: Final = ("upper_arm", "forearm", "hand", "thigh", "shank", "foot")  # what does not roll on from its parent


@dataclass(frozen=True, slots=True)
class Stretch:
    """The way from one key pose to the next, and what holds all along it."""

    physique: Physique
    start: Stance
    end: Stance
    contacts: tuple[Contact, ...]
    alignments: tuple[Alignment, ...]
    takeovers: tuple[tuple[Contact, ...], ...]
    fits: tuple[int, ...]
    pulls: tuple[Pull, ...]
    balanced: bool


def stretch_of(physique: Physique, motion: Motion, start: Stance, end: Stance) -> Stretch:
    """Return the way between two key poses of a motion that follow each other."""
    both = {start.name, end.name}
    moved = np.flatnonzero(start.pose.as_row() != end.pose.as_row())
    return Stretch(
        physique,
        start,
        end,
        tuple(contact for contact in motion.contacts if both <= contact.poses),
        tuple(alignment for alignment in motion.alignments if both <= alignment.poses),
        tuple(_takeovers(physique, motion, start, end)),
        tuple(sorted({*(JOINT_PLACE[name] for name in motion.fits), *(int(place) for place in moved)})),
        motion.pulls,
        motion.balanced,
    )


def follow(stretch: Stretch, rows: FloatArray, parts: FloatArray) -> FloatArray:
    """Return the frames of a stretch with its contacts met.

    Args:
        stretch: The way and what holds on it.
        rows: The smooth way: angles [deg] and the middle of the hip joints [m], shape (frames, joints + 3).
        parts: How far along the stretch each frame is, 0 to 1, shape (frames,).

    Returns:
        Angles and roots, shape (frames, joints + 3).
    """
    unknown = [*stretch.fits, _COUNT, _COUNT + 1, _COUNT + 2]
    ends = np.stack([np.concatenate([stance.pose.as_row(), stance.root_m]) for stance in (stretch.start, stretch.end)])
    posed = _placed(stretch.physique, ends)
    wanted, sunk_m = (
        before + parts[:, np.newaxis] * (after - before)
        for before, after in (_asked(stretch, posed), np.minimum(clearances_m(posed, stretch.contacts), 0))
    )
    stiff = np.array([JOINT_DEG] * len(stretch.fits) + [_ROOT_M] * 3)

    def residuals(given: FloatArray) -> FloatArray:
        tried = np.repeat(rows[:, np.newaxis], given.shape[1], axis=1)
        tried[..., unknown] += given
        body = _placed(stretch.physique, tried.reshape(-1, rows.shape[1]))
        met = _asked(stretch, body).reshape(*given.shape[:2], -1) - wanted[:, np.newaxis]
        clear = clearances_m(body, stretch.contacts).reshape(*given.shape[:2], -1) - sunk_m[:, np.newaxis]
        return np.concatenate([met / CONTACT_M, np.minimum(clear, 0) / CONTACT_M, given / stiff], axis=2)

    low, high = give_deg(rows[:, list(stretch.fits)], stretch.fits)
    anywhere = np.full((len(rows), 3), np.inf)
    given = descend(
        residuals,
        np.zeros((len(rows), len(unknown))),
        np.concatenate([low, -anywhere], axis=1),
        np.concatenate([high, anywhere], axis=1),
    )
    mended = rows.copy()
    mended[:, unknown] += given
    return mended


def _placed(physique: Physique, rows: FloatArray) -> Placement:
    return place(physique, rows[:, :_COUNT], rows[:, _COUNT:])


def _asked(stretch: Stretch, body: Placement) -> FloatArray:
    """Return how far a body is from what holds all along the stretch [m], shape (frames, things asked)."""
    contacts = stretch.contacts
    spots = stretch.start.placed(stretch.physique).points_m([contact.point for contact in contacts])[0]
    anchors = {contact: spot for contact, spot in zip(contacts, spots, strict=True) if contact.surface}
    parts = [
        np.zeros((len(body.joints_m), 0)),
        *gaps_m(body, contacts, anchors),
        *misalignments_m(body, stretch.alignments),
        *(np.concatenate(gaps_m(body, group, {}), axis=1).min(axis=1, keepdims=True) for group in stretch.takeovers),
    ]
    if stretch.balanced:
        parts.append(imbalance_m(body, contacts, stretch.pulls) * (CONTACT_M / BALANCE_M))
    return np.concatenate(parts, axis=1)


def _takeovers(physique: Physique, motion: Motion, start: Stance, end: Stance) -> Sequence[tuple[Contact, ...]]:
    """Return contacts of which one leaves and one arrives at the same surface, by the same or the next segment."""
    table = points_of(physique)
    leaving = [contact for contact in motion.contacts if start.name in contact.poses and end.name not in contact.poses]
    coming = [contact for contact in motion.contacts if end.name in contact.poses and start.name not in contact.poses]
    return [
        (one, other)
        for one in leaving
        for other in coming
        if one.on == other.on and one.surface and one.surface.at is not None
        if _rolls(table[one.point].segment, table[other.point].segment)
    ]


def _rolls(one: Segment, other: Segment) -> bool:
    """Return whether two segments are one, or neighbours within the trunk or a foot."""
    return one == other or any(
        PARENT.get(child) == parent and not child.startswith(_LIMBS) for child, parent in ((one, other), (other, one))
    )

"""Inverse kinematics: put a body down so that its contacts are met and nothing sinks in.

The unknowns are where the body is, and by how much a few named joints give. Residuals are weighed so that a
millimetre of a contact counts as much as five degrees of a joint.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import numpy as np

from lumbar.body.arrays import FloatArray
from lumbar.body.descend import descend
from lumbar.body.kinematics import Placement, place
from lumbar.body.motion import SURFACES, Contact, KeyPose, Motion
from lumbar.body.physique import Physique
from lumbar.body.pose import Pose
from lumbar.body.touch import Anchors, clearances_m, gaps_m, imbalance_m, misalignments_m, skin_by_surface
from lumbar.body.tree import JOINT_PLACE, JOINTS

GIVE_DEG: Final = 15.0  # how far a joint may give from what the file says; ours
REACH_M: Final = 0.01  # a contact is met within one centimetre; ours
CONTACT_M: Final = 0.001
JOINT_DEG: Final = 5.0
BALANCE_M: Final = 0.01
_DRIFT_M: Final = 10.0  # holds a body in place where nothing else does


@dataclass(frozen=True, slots=True)
class Stance:
    """A pose put down: the pose with what its joints gave, and where the middle of the hip joints is [m]."""

    name: str
    pose: Pose
    root_m: tuple[float, float, float]

    def placed(self, physique: Physique) -> Placement:
        """Return where everything is, as one frame."""
        return place(physique, self.pose.as_row()[np.newaxis], np.array([self.root_m]))


def solve_motion(physique: Physique, motion: Motion) -> tuple[Stance, ...]:
    """Return every key pose put down, in order; what does not slide stays where the first pose put it.

    The contacts are met as well as can be; `unmet` tells where that is not enough.
    """
    anchors: dict[Contact, FloatArray] = {}
    stances: list[Stance] = []
    for key in motion.key_poses:
        stance = solve_pose(physique, motion, key, anchors, stances[-1] if stances else None)
        stances.append(stance)
        held = [c for c in motion.in_pose(key.name) if c.surface and c not in anchors]
        if held:
            spots = stance.placed(physique).points_m([c.point for c in held])[0]
            anchors |= dict(zip(held, spots, strict=True))
    return tuple(stances)


def solve_pose(
    physique: Physique, motion: Motion, key: KeyPose, anchors: Anchors, before: Stance | None = None
) -> Stance:
    """Return one pose put down, starting from where the body was `before`."""
    contacts = motion.in_pose(key.name)
    held = [alignment for alignment in motion.alignments if key.name in alignment.poses]
    wish = key.pose.as_row()
    fits = [JOINT_PLACE[name] for name in sorted(motion.fits)]
    start = np.array(before.root_m if before else (0.0, 0.0, 0.5 * physique.height_m))

    def residuals(unknowns: FloatArray) -> FloatArray:
        tried = unknowns.reshape(-1, unknowns.shape[-1])
        rows = np.tile(wish, (len(tried), 1))
        rows[:, fits] += tried[:, 3:]
        body = place(physique, rows, tried[:, :3])
        parts = [
            *(gap / CONTACT_M for gap in gaps_m(body, contacts, anchors)),
            *(gap / CONTACT_M for gap in misalignments_m(body, held)),
            np.minimum(clearances_m(body, contacts), 0) / CONTACT_M,
            tried[:, 3:] / JOINT_DEG,
            (tried[:, :3] - start) / _DRIFT_M,
        ]
        if motion.balanced:
            parts.append(imbalance_m(body, contacts, motion.pulls) / BALANCE_M)
        return np.concatenate(parts, axis=1).reshape(*unknowns.shape[:2], -1)

    lifted = _set_down(place(physique, wish[np.newaxis], start[np.newaxis]), start, contacts)
    low, high = give_deg(wish[np.newaxis, fits], fits)
    anywhere = np.full((1, 3), np.inf)
    found = descend(
        residuals,
        np.concatenate([lifted, np.zeros(len(fits))])[np.newaxis],
        np.concatenate([-anywhere, low], axis=1),
        np.concatenate([anywhere, high], axis=1),
    )[0]
    wish[fits] += found[3:]
    x, y, z = (float(value) for value in found[:3])
    return Stance(key.name, Pose.from_row(wish), (x, y, z))


def give_deg(angles_deg: FloatArray, joints: Sequence[int]) -> tuple[FloatArray, FloatArray]:
    """Return by how much joints may give from their angles [deg], shape (frames, joints): least and most."""
    low, high = (np.array([getattr(JOINTS[place], end) for place in joints]) for end in ("low_deg", "high_deg"))
    return (
        np.minimum(np.maximum(low - angles_deg, -GIVE_DEG), 0),
        np.maximum(np.minimum(high - angles_deg, GIVE_DEG), 0),
    )


def unmet(physique: Physique, motion: Motion, stances: Sequence[Stance]) -> Mapping[str, float]:
    """Return every contact that is missed, moved or sunk into by more than `REACH_M`, and by how much [m].

    The keys are sentences like `peak: heel_left misses the floor`.
    """
    anchors: dict[Contact, FloatArray] = {}
    found: dict[str, float] = {}
    for stance in stances:
        body, contacts = stance.placed(physique), motion.in_pose(stance.name)
        off = (*_missed(body, contacts, anchors), *_askew(body, motion, stance.name), *_sunk(body, contacts))
        found |= {f"{stance.name}: {what}": size for what, size in off if size > REACH_M}
        for contact in contacts:
            if contact.surface and contact not in anchors:
                anchors[contact] = body.points_m([contact.point])[0, 0]
    return MappingProxyType(found)


def _missed(body: Placement, contacts: Sequence[Contact], anchors: Anchors) -> Iterator[tuple[str, float]]:
    for contact, gap in zip(contacts, gaps_m(body, contacts, anchors), strict=True):
        yield f"{contact.point} misses the {contact.on}", float(np.linalg.norm(gap[0]))


def _askew(body: Placement, motion: Motion, name: str) -> Iterator[tuple[str, float]]:
    held = [alignment for alignment in motion.alignments if name in alignment.poses]
    for alignment, gap in zip(held, misalignments_m(body, held), strict=True):
        yield f"{' and '.join(alignment.points)} differ in {alignment.same}", abs(float(gap[0, 0]))


def _sunk(body: Placement, contacts: Sequence[Contact]) -> Iterator[tuple[str, float]]:
    for (surface, point), clearance in zip(skin_by_surface(contacts), clearances_m(body, contacts)[0], strict=True):
        yield f"{point} sinks into the {surface}", -float(clearance)


def _set_down(body: Placement, start: FloatArray, contacts: Sequence[Contact]) -> FloatArray:
    """Return `start`, moved along the normal of each surface until what should touch it does so on average."""
    root = start.copy()
    for name, surface in SURFACES.items():
        points = [contact.point for contact in contacts if contact.on == name]
        if points and surface.at is not None:
            normal = np.array(surface.normal)
            gap = (body.points_m(points)[0] @ normal).mean() - surface.distance_share(body.physique.height_m)
            root -= gap * normal
    return root

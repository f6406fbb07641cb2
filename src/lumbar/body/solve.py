"""Inverse kinematics: put a body down so that its contacts are met and nothing sinks in.

The unknowns are where the body is, and by how much a few named joints give. Gauss and Newton's method with
Levenberg's damping finds them; its derivatives come from one call of the forward kinematics, which takes all small
changes at once. Residuals are weighed so that a millimetre of a contact counts as much as five degrees of a joint.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import numpy as np

from lumbar.body.arrays import FloatArray
from lumbar.body.kinematics import Placement, place
from lumbar.body.motion import SURFACES, Contact, KeyPose, Motion
from lumbar.body.physique import Physique
from lumbar.body.points import POINT_NAMES
from lumbar.body.pose import Pose
from lumbar.body.tree import JOINT_PLACE, JOINTS

GIVE_DEG: Final = 15.0  # how far a joint may give from what the file says; ours
REACH_M: Final = 0.01  # a contact is met within one centimetre; ours
_CONTACT_M: Final = 0.001
_JOINT_DEG: Final = 5.0
_BALANCE_M: Final = 0.01
_DRIFT_M: Final = 10.0  # holds a body in place where nothing else does
_ALONG: Final = {"depth": 0, "side": 1, "height": 2}
_STEPS: Final = 60
_SMALL: Final = 1e-6
_INSIDE: Final = ("grip", "hip", "ankle", "shoulder", "wrist")
_SKIN: Final = tuple(sorted(name for name in POINT_NAMES if name.rpartition("_")[0] not in _INSIDE))


@dataclass(frozen=True, slots=True)
class Stance:
    """A pose put down: the pose with what its joints gave, and where the middle of the hip joints is [m]."""

    name: str
    pose: Pose
    root_m: tuple[float, float, float]

    def placed(self, physique: Physique) -> Placement:
        """Return where everything is, as one frame."""
        return place(physique, self.pose.as_row()[np.newaxis], np.array([self.root_m]))


Anchors = Mapping[Contact, FloatArray]


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
    wish = key.pose.as_row()
    fits = [JOINT_PLACE[name] for name in sorted(motion.fits)]
    start = np.array(before.root_m if before else (0.0, 0.0, 0.5 * physique.height_m))

    def placed(unknowns: FloatArray) -> Placement:
        rows = np.tile(wish, (len(unknowns), 1))
        rows[:, fits] += unknowns[:, 3:]
        return place(physique, rows, unknowns[:, :3])

    def residuals(unknowns: FloatArray) -> FloatArray:
        body = placed(unknowns)
        parts = [
            *(gap / _CONTACT_M for gap in _gaps(body, contacts, anchors)),
            *(gap / _CONTACT_M for gap in _misalignments(body, motion, key.name)),
            np.minimum(_clearances(body, contacts), 0) / _CONTACT_M,
            unknowns[:, 3:] / _JOINT_DEG,
            (unknowns[:, :3] - start) / _DRIFT_M,
        ]
        if motion.balanced:
            parts.append(_imbalance(body, contacts) / _BALANCE_M)
        return np.concatenate(parts, axis=1)

    low = np.array([max(JOINTS[i].low_deg - wish[i], -GIVE_DEG) for i in fits])
    high = np.array([min(JOINTS[i].high_deg - wish[i], GIVE_DEG) for i in fits])
    bounds = (
        np.concatenate([np.full(3, -np.inf), np.minimum(low, 0)]),
        np.concatenate([np.full(3, np.inf), np.maximum(high, 0)]),
    )
    found = _descend(
        residuals, np.concatenate([_set_down(placed, start, contacts, len(fits)), np.zeros(len(fits))]), bounds
    )
    wish[fits] += found[3:]
    x, y, z = (float(value) for value in found[:3])
    return Stance(key.name, Pose.from_row(wish), (x, y, z))


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
    for contact in contacts:
        gap = np.concatenate([part.ravel() for part in _gaps(body, (contact,), anchors)])
        yield f"{contact.point} misses the {contact.on}", float(np.linalg.norm(gap))


def _askew(body: Placement, motion: Motion, name: str) -> Iterator[tuple[str, float]]:
    held = [alignment for alignment in motion.alignments if name in alignment.poses]
    for alignment, gap in zip(held, _misalignments(body, motion, name), strict=True):
        yield f"{' and '.join(alignment.points)} differ in {alignment.same}", abs(float(gap[0, 0]))


def _sunk(body: Placement, contacts: Sequence[Contact]) -> Iterator[tuple[str, float]]:
    for (surface, point), clearance in zip(_skin_by_surface(contacts), _clearances(body, contacts)[0], strict=True):
        yield f"{point} sinks into the {surface}", -float(clearance)


def _gaps(body: Placement, contacts: Sequence[Contact], anchors: Anchors) -> list[FloatArray]:
    """Return for each contact how far it is from being met [m], each of shape (frames, 1 or 3)."""
    height = body.physique.height_m
    gaps = []
    for contact in contacts:
        here = body.points_m([contact.point])[:, 0]
        surface = contact.surface
        if contact.ahead_m is not None:
            gaps.append(here[:, :1] - contact.ahead_m)
        if surface is None:
            gaps.append(here - body.points_m([contact.on])[:, 0])
        elif contact in anchors and not contact.slides:
            gaps.append(here - anchors[contact])
        elif surface.at is not None:
            gaps.append((here @ np.array(surface.normal) - surface.distance_share(height))[:, np.newaxis])
        elif contact in anchors:
            gaps.append(((here - anchors[contact]) @ np.array(surface.normal))[:, np.newaxis])
        else:
            gaps.append(np.zeros((len(here), 0)))
    return gaps


def _misalignments(body: Placement, motion: Motion, name: str) -> list[FloatArray]:
    """Return how far what should be aligned in a pose is from it [m], each of shape (frames, 1)."""
    held = [alignment for alignment in motion.alignments if name in alignment.poses]
    gaps = []
    for alignment in held:
        one, other = (body.points_m([point])[:, 0, _ALONG[alignment.same]] for point in alignment.points)
        gaps.append((one - other)[:, np.newaxis])
    return gaps


def _skin_by_surface(contacts: Sequence[Contact]) -> list[tuple[str, str]]:
    walls = {contact.on for contact in contacts if contact.on.startswith("wall")}
    return [(surface, point) for surface in sorted({"floor", *walls}) for point in _SKIN]


def _clearances(body: Placement, contacts: Sequence[Contact]) -> FloatArray:
    """Return how far every point of the skin is above floor and walls [m], shape (frames, pairs)."""
    skin = body.points_m(_SKIN)
    surfaces = dict.fromkeys(surface for surface, _ in _skin_by_surface(contacts))
    return np.concatenate([skin @ np.array(SURFACES[name].normal) for name in surfaces], axis=1)


def _imbalance(body: Placement, contacts: Sequence[Contact]) -> FloatArray:
    """Return how far the centre of mass is from over the middle of what stands on the floor [m], shape (frames, 2)."""
    feet = [contact.point for contact in contacts if contact.on == "floor"]
    middle = body.points_m(feet).mean(axis=1)
    return np.asarray((body.balance_point_m() - middle)[:, :2])


def _set_down(
    placed: Callable[[FloatArray], Placement], start: FloatArray, contacts: Sequence[Contact], fits: int
) -> FloatArray:
    """Return `start`, moved along the normal of each surface until what should touch it does so on average."""
    body = placed(np.concatenate([start, np.zeros(fits)])[np.newaxis])
    root = start.copy()
    for name, surface in SURFACES.items():
        points = [contact.point for contact in contacts if contact.on == name]
        if points and surface.at is not None:
            normal = np.array(surface.normal)
            gap = (body.points_m(points)[0] @ normal).mean() - surface.distance_share(body.physique.height_m)
            root -= gap * normal
    return root


def _descend(
    residuals: Callable[[FloatArray], FloatArray], start: FloatArray, bounds: tuple[FloatArray, FloatArray]
) -> FloatArray:
    """Return the unknowns with the least sum of squared residuals near `start`, within `bounds`."""
    here, damping = start, 1e-3
    now = residuals(here[np.newaxis])[0]
    steps = _SMALL * np.eye(len(here))
    for _ in range(_STEPS):
        slopes = (residuals(here + steps) - now).T / _SMALL
        normal = slopes.T @ slopes
        step = np.linalg.solve(normal + damping * np.diag(np.diag(normal)) + 1e-9 * np.eye(len(here)), -slopes.T @ now)
        there = np.clip(here + step, *bounds)
        then = residuals(there[np.newaxis])[0]
        if then @ then < now @ now:
            done = now @ now - then @ then < 1e-9 * (1 + now @ now)
            here, now, damping = there, then, damping / 3
            if done:
                break
        else:
            damping *= 5
    return here

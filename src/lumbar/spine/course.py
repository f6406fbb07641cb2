"""The low-back moment along the whole way of an exercise: held still in every frame, or moving at a tempo."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Final

import numpy as np

from lumbar.body.anthropometry import GRAVITY_M_S2
from lumbar.body.arrays import FloatArray
from lumbar.body.forces import find_support, pushes_of
from lumbar.body.kinematics import Placement
from lumbar.body.motion import Contact, Motion
from lumbar.body.names import PLACE
from lumbar.body.path import Path
from lumbar.body.physique import Physique
from lumbar.body.points import points_of
from lumbar.spine.balance import is_held
from lumbar.spine.cut import ABOVE, LOW_BACK, cut_low_back
from lumbar.spine.inertia import inertias_kg_m2

_GRAVITY_M_S2: Final = np.array([0.0, 0.0, -GRAVITY_M_S2])


def is_free_above(physique: Physique, motion: Motion) -> bool:
    """Return whether only the spine carries what is above L5/S1: it touches no floor or pad, nor a knee, on the way."""
    above = _above(physique)
    return not any(
        above[contact.point] != above.get(contact.on, False) for contact in motion.contacts if not contact.light
    )


def depths(path: Path) -> FloatArray:
    """Return how far along the way every frame is, 0 at rest and 1 at the peak, shape (frames,).

    The measure is how far all joints have turned, together.
    """
    turned = np.abs(np.diff(path.angles_deg, axis=0)).sum(axis=1)
    so_far = np.concatenate([[0.0], np.cumsum(turned)])
    return np.asarray(so_far / so_far[-1]) if so_far[-1] else path.shares


def still_nm(path: Path, motion: Motion, load_kg: float, ahead_m: float = 0) -> FloatArray:
    """Return the size of the moment at L5/S1 [Nm] of a body held still in every frame, shape (frames,).

    It is NaN where the contacts cannot hold the body in balance.

    Args:
        path: The way.
        motion: What the body touches and what pulls on it.
        load_kg: The external load [kg].
        ahead_m: How much further ahead the load pulls than at the points that carry it [m].
    """
    body, found = path.placed(), np.full(len(path.shares), np.nan)
    for frame, share in enumerate(path.shares):
        here = Placement(body.physique, body.turns[[frame]], body.joints_m[[frame]])
        loads = tuple(
            replace(push, at_m=push.at_m + np.array([ahead_m, 0, 0])) for push in pushes_of(here, motion.pulls, load_kg)
        )
        support = find_support(here, _contacts_at(motion, float(share)), loads)
        if is_held(support):
            found[frame] = cut_low_back(here, (*loads, *support.contacts.values())).size_nm
    return found


def moving_nm(path: Path, motion: Motion, load_kg: float, way_s: float) -> FloatArray:
    """Return the size of the moment at L5/S1 [Nm] of a body that moves from rest to peak, shape (frames,).

    The way back is the same backwards, with the same accelerations and so the same moments. The first and last frame
    are at rest.

    Args:
        path: The way, its frames at even shares of the time.
        motion: What pulls on the body. What hangs straight down has mass and is moved along; a band has none.
        load_kg: The external load [kg].
        way_s: How long the way takes [s].

    Raises:
        ValueError: If something other than the spine carries what is above L5/S1 (`is_free_above`).
    """
    if not is_free_above(path.physique, motion):
        raise ValueError("What moves must hang on the spine alone.")
    body, step_s = path.placed(), way_s * float(path.shares[1] - path.shares[0])
    low_back = body.joints_m[:, np.newaxis, LOW_BACK]
    centres, masses = body.centres_m()[:, ABOVE], body.physique.masses_kg[ABOVE]
    needed = masses[:, np.newaxis] * (_acceleration(centres, step_s) - _GRAVITY_M_S2)
    moments = np.cross(centres - low_back, needed).sum(axis=1) + _spin_nm(body, step_s)
    for spot, force in _loads(body, motion, load_kg, step_s):
        moments -= np.cross(spot - low_back[:, 0], force)
    return np.asarray(np.linalg.norm(moments, axis=1))


def _above(physique: Physique) -> Mapping[str, bool]:
    return {name: PLACE[point.segment] in ABOVE for name, point in points_of(physique).items()}


def _contacts_at(motion: Motion, share: float) -> tuple[Contact, ...]:
    """Return what touches at a share of the time: what does in both key poses around it."""
    for before, after in pairwise(motion.key_poses):
        if before.at < share < after.at:
            return tuple(contact for contact in motion.in_pose(before.name) if after.name in contact.poses)
    nearest = min(motion.key_poses, key=lambda key: abs(key.at - share))
    return motion.in_pose(nearest.name)


def _loads(body: Placement, motion: Motion, load_kg: float, step_s: float) -> Iterator[tuple[FloatArray, FloatArray]]:
    """Yield where each part of the load pulls [m] and how hard [N], each of shape (frames, 3), above L5/S1 only."""
    for pull in motion.pulls:
        kg = load_kg / (len(motion.pulls) * len(pull.points))
        for point in pull.points:
            if _above(body.physique)[point]:
                spot = body.points_m([point])[:, 0]
                hangs = np.allclose(pull.direction, (0, 0, -1))
                moved = _acceleration(spot, step_s) if hangs else np.zeros_like(spot)
                yield spot, kg * (GRAVITY_M_S2 * np.array(pull.direction) - moved)


def _acceleration(track: FloatArray, step_s: float) -> FloatArray:
    """Return the second derivative along the first axis by central differences; zero at both ends, which rest."""
    second = np.zeros_like(track)
    second[1:-1] = (track[2:] - 2 * track[1:-1] + track[:-2]) / step_s**2
    return second


def _spin_nm(body: Placement, step_s: float) -> FloatArray:
    """Return what turns the segments above L5/S1 faster or slower [Nm], shape (frames, 3)."""
    turns = body.turns[:, ABOVE]
    steps = turns[1:] @ np.swapaxes(turns[:-1], -1, -2)  # from frame to frame, as seen in the room
    skew = (steps - np.swapaxes(steps, -1, -2)) / 2
    rates = np.stack([skew[..., 2, 1], skew[..., 0, 2], skew[..., 1, 0]], axis=-1) / step_s  # halfway between frames
    middle = (turns[1:] + turns[:-1]) / 2
    own = np.einsum("fsji,fsj->fsi", middle, rates) * inertias_kg_m2(body.physique)[ABOVE]
    momentum = np.einsum("fsij,fsj->fi", middle, own)
    spin = np.zeros((len(turns), 3))
    spin[1:-1] = np.diff(momentum, axis=0) / step_s
    return spin

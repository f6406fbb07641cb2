"""Name the exercise that a film shows: the one that counts something in it and fits best, or none.

Every exercise of the catalogue watches the film as it would watch a set. Where several count, which happens among
those that differ by what the hands do, the whole body's angles decide; where they fit as well as each other, and are
not the same movement, it cannot be said.
"""

from typing import Final

import numpy as np

from lumbar.body.path import solve_path
from lumbar.catalogue.catalogue import Catalogue
from lumbar.catalogue.exercise import Exercise, ExerciseId
from lumbar.coach.angles import table_of
from lumbar.coach.events import Watched
from lumbar.coach.expectation import AVERAGE, LEAD, angles_on
from lumbar.coach.frame import FloatArray, Track
from lumbar.coach.reading import mark, read_body
from lumbar.coach.tracker import watch

_NAMES: Final = ("trunk", "hip", "knee", "shoulder", "elbow", "hip_other", "knee_other", "shoulder_other")
_LARGEST_DEG: Final = 90.0  # one angle that is far off says no more than this; ours
_FURTHER: Final = 3.5  # of the way: as far beyond the file's peak do people go in a deep squat; ours
_CLEARLY: Final = 1.15  # times as far off: what fits less clearly than this may be the other; ours
_SAME_DEG: Final = 5.0  # exercises no further apart are one movement, and differ by the weight alone; ours
_STRANGE_DEG: Final = 40.0  # off by more in the middle, it is something else; ours


def recognise(catalogue: Catalogue, track: Track) -> ExerciseId | None:
    """Return which exercise of the catalogue is done in `track`, or nothing where that cannot be said."""
    found = {
        exercise.id: watch(exercise, track) for exercise in catalogue if exercise.camera and exercise.camera.counts
    }
    misfits = {
        name: _misfit_deg(catalogue.exercises[name], track, seen)
        for name, seen in found.items()
        if 2 * seen.count > len(seen.repetitions)  # what is mostly partial is mostly something else
    }
    best = min(misfits, key=lambda name: misfits[name], default=None)
    if best is None or misfits[best] >= _STRANGE_DEG:
        return None
    close = [name for name in misfits if name != best and misfits[name] < _CLEARLY * misfits[best]]
    return best if all(_is_same(catalogue.exercises[best], catalogue.exercises[name]) for name in close) else None


def _is_same(one: Exercise, other: Exercise) -> bool:
    """Return whether two exercises are the same movement."""
    if one.camera is None or other.camera is None or one.camera.view != other.camera.view:
        return False
    first, second = (_way_deg(exercise)[[0, -1]] for exercise in (one, other))
    return bool(np.abs((first - second + 180.0) % 360.0 - 180.0).max() < _SAME_DEG)


def _way_deg(exercise: Exercise) -> FloatArray:
    """Return the whole body's angles along an exercise's way [deg], shape (frames, angles)."""
    coaching, motion = exercise.camera, exercise.motion
    if coaching is None or motion is None:
        raise ValueError("What has no key poses cannot be seen.")
    return angles_on(solve_path(AVERAGE, motion), _NAMES, coaching)[:, LEAD[motion.leads]]


def _misfit_deg(exercise: Exercise, track: Track, seen: Watched) -> float:
    """Return how far the body's angles are off those of the exercise during its repetitions [deg], in the middle."""
    coaching = exercise.camera
    if coaching is None:
        return np.inf
    phases = np.array(seen.phases)
    done = [one for one in seen.repetitions if one.full]
    end_s = float(track.times_s[-1])
    spans = [(track.times_s >= one.start_s) & (track.times_s <= (one.end_s or end_s)) for one in done]
    rows = np.flatnonzero(np.logical_or.reduce(spans) & ~np.isnan(phases))
    path = _way_deg(exercise)
    way = path[0] + np.clip(phases[rows], 0.0, _FURTHER)[:, np.newaxis] * (path[-1] - path[0])
    body = read_body(mark(track.points_px[rows]))
    evidence = body.faces_right if coaching.view == "side" else -np.cos(body.directions_rad[:, 0])
    facing = np.full(len(rows), 1.0 if evidence.sum() >= 0.0 else -1.0)
    angles = table_of(_NAMES).around(0.5 * (path[0] + path[-1])).read(body.directions_rad, facing)
    off = np.minimum(np.abs(angles - way[:, np.newaxis]), _LARGEST_DEG).mean(axis=(0, 2))
    lead = done[0].side or ("right" if facing[0] > 0.0 else "left")
    return float(off[LEAD[lead]])

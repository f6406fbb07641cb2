"""Name the exercise that a film shows: the one that counts something in it and fits best, or none.

Every exercise of the catalogue watches the film as it would watch a set. Where several count, which happens among
those that differ by what the hands do, the whole body's angles decide.
"""

from typing import Final

import numpy as np

from lumbar.body.path import solve_path
from lumbar.catalogue.catalogue import Catalogue
from lumbar.catalogue.exercise import Exercise, ExerciseId
from lumbar.coach.angles import table_of
from lumbar.coach.events import Watched
from lumbar.coach.expectation import AVERAGE, LEAD, angles_on
from lumbar.coach.frame import Track
from lumbar.coach.reading import mark, read_body
from lumbar.coach.tracker import watch

_NAMES: Final = ("trunk", "hip", "knee", "shoulder", "elbow", "hip_other", "knee_other", "shoulder_other")
_LARGEST_DEG: Final = 90.0  # one angle that is far off says no more than this; ours
_STRANGE_DEG: Final = 40.0  # off by more in the middle, it is something else; ours


def recognise(catalogue: Catalogue, track: Track) -> ExerciseId | None:
    """Return which exercise of the catalogue is done in `track`, or nothing where that cannot be said."""
    found = {
        exercise.id: watch(exercise, track) for exercise in catalogue if exercise.camera and exercise.camera.counts
    }
    misfits = {
        name: _misfit_deg(catalogue.exercises[name], track, seen) for name, seen in found.items() if seen.count > 0
    }
    best = min(misfits, key=lambda name: misfits[name], default=None)
    return best if best is not None and misfits[best] < _STRANGE_DEG else None


def _misfit_deg(exercise: Exercise, track: Track, seen: Watched) -> float:
    """Return how far the body's angles are off those of the exercise during its repetitions [deg], in the middle."""
    coaching, motion = exercise.camera, exercise.motion
    if coaching is None or motion is None:
        return np.inf
    phases = np.array(seen.phases)
    done = [one for one in seen.repetitions if one.full]
    end_s = float(track.times_s[-1])
    spans = [(track.times_s >= one.start_s) & (track.times_s <= (one.end_s or end_s)) for one in done]
    rows = np.flatnonzero(np.logical_or.reduce(spans) & ~np.isnan(phases))
    path = angles_on(solve_path(AVERAGE, motion), _NAMES, coaching)[:, LEAD[motion.leads]]
    way = path[0] + np.clip(phases[rows], 0.0, 1.0)[:, np.newaxis] * (path[-1] - path[0])
    body = read_body(mark(track.points_px[rows]))
    evidence = body.faces_right if coaching.view == "side" else -np.cos(body.directions_rad[:, 0])
    facing = np.full(len(rows), 1.0 if evidence.sum() >= 0.0 else -1.0)
    angles = table_of(_NAMES).around(0.5 * (path[0] + path[-1])).read(body.directions_rad, facing)
    off = np.minimum(np.abs(angles - way[:, np.newaxis]), _LARGEST_DEG).mean(axis=(0, 2))
    lead = done[0].side or ("right" if facing[0] > 0.0 else "left")
    return float(off[LEAD[lead]])

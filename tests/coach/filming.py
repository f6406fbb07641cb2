"""Draw films of the exercises that a camera can count, and keep what a pose model sees of them.

`python -m tests.coach.filming` makes all that are kept anew, in the better part of an hour of two cores; films that
were drawn before lie in `build/films`. Names make only these, new ones too: exercise, body, view and seed, as in
`python -m tests.coach.filming bird-dog.woman.side.7`.
"""

import sys
from collections.abc import Mapping
from typing import Any, Final

import numpy as np

from lumbar.app.figures import stage_of
from lumbar.app.shelf import load_catalogue
from lumbar.body.kinematics import place
from lumbar.body.physique import Physique
from lumbar.body.tree import JOINTS
from lumbar.coach.frame import LANDMARKS, FloatArray
from lumbar.coach.landmarks import landmarks_m
from lumbar.vision.film import open_film
from lumbar.vision.pose_model import PoseModel
from lumbar.vision.track_film import track_film
from lumbar.vision.weights import load_weights
from tests.coach.filmed import Filmed, films, write
from tests.film_library import film_of

HIPS: Final = (23, 24)
ELSEWHERE: Final[dict[str, Any]] = {"reps": 2, "frames_per_s": 10}  # from an unsuitable view a little is enough


def filmed(name: str, model: PoseModel) -> Filmed:
    """Draw the film of this name, and let a pose model watch it."""
    exercise, body, view, seed = name.split(".")
    film = film_of(exercise, body=body, view=view, seed=int(seed), **({} if view == "side" else ELSEWHERE))
    stage = stage_of(load_catalogue().exercise(exercise), body, None)
    track = track_film(open_film(film.path), model)
    return Filmed(track, told_of(film.truth), peaks_px(film.truth, stage.mesh.physique))


def told_of(truth: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is kept of the truth of a film."""
    kept = ("start_s", "peak_from_s", "peak_to_s", "end_s", "side")
    return {
        **{key: truth[key] for key in ("exercise", "body", "view", "seed")},
        "held": any(part["held"] and part["to"] == "peak" for part in truth["tempo"]),
        "repetitions": [{key: one[key] for key in kept} for one in truth["repetitions"]],
    }


def peaks_px(truth: Mapping[str, Any], body: Physique) -> FloatArray:
    """Return the true landmarks [px] in the middle of each repetition's peak, shape (repetitions, 33, 2)."""
    times = np.array([frame["t_s"] for frame in truth["frames"]])
    middles = [0.5 * (one["peak_from_s"] + one["peak_to_s"]) for one in truth["repetitions"]]
    frames = [truth["frames"][int(np.abs(times - middle).argmin())] for middle in middles]
    angles = np.zeros((len(frames), len(JOINTS)))
    names = [joint.name for joint in JOINTS]
    angles[:, [names.index(name) for name in truth["joints"]]] = [frame["angles_deg"] for frame in frames]
    marks = landmarks_m(place(body, angles, np.zeros((len(frames), 3))))
    points = np.full((len(frames), LANDMARKS, 3), np.nan)
    points[:, truth["landmarks"]] = [frame["points_m"] for frame in frames]
    marks += (points[:, HIPS].mean(axis=1) - marks[:, HIPS].mean(axis=1))[:, np.newaxis]
    camera = truth["camera"]
    seen = (marks - np.array(camera["eye_m"])) @ np.array(camera["axes"]).T
    middle = 0.5 * np.array(truth["size_px"])
    return np.asarray(middle + camera["focal_px"] * seen[..., :2] * [1.0, -1.0] / -seen[..., 2:])


def main(names: list[str]) -> int:
    """Make the named films, or all that are kept."""
    for name in names or [path.stem for path in films()]:
        sys.stdout.write(f"{write(filmed(name, PoseModel(load_weights('full'), 'full')))}\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

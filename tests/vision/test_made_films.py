"""Films that were drawn: what the camera coach tells of them is what is true in them."""

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
import pytest

from lumbar.app.shelf import load_catalogue
from lumbar.coach.angles import table_of
from lumbar.coach.expectation import ERROR_DEG
from lumbar.coach.frame import LANDMARKS, FloatArray
from lumbar.coach.reading import mark, read_body
from lumbar.coach.tracker import watch
from lumbar.vision.film import open_film
from lumbar.vision.pose_model import PoseModel
from lumbar.vision.track_film import track_film
from lumbar.vision.weights import load_weights
from tests.film_library import film_of

HOLD_S: Final = 0.5  # the closest that a hold is told


@pytest.mark.parametrize("name", ["bird-dog", "glute-bridge"])
def test_a_drawn_repetition_is_counted_timed_and_measured(name: str) -> None:
    film, exercise = film_of(name, reps=1), load_catalogue().exercise(name)
    (truth,) = film.truth["repetitions"]
    seen = watch(exercise, track_film(open_film(film.path), PoseModel(load_weights("full"), "full")))
    (told,) = seen.repetitions
    assert (told.full, told.side, seen.refusals) == (True, truth["side"], ())
    assert told.hold_s == pytest.approx(truth["peak_to_s"] - truth["peak_from_s"], abs=HOLD_S)
    assert truth["start_s"] <= told.peak_s <= truth["end_s"]
    off = np.array(list(told.angles.values())) - true_angles(film.truth, tuple(told.angles))
    assert np.abs((off + 180.0) % 360.0 - 180.0).mean() < ERROR_DEG


def true_angles(truth: Mapping[str, Any], names: tuple[str, ...]) -> FloatArray:
    """Return angles [deg] at the peak of the first repetition, read from the body's own points in the picture."""
    first = truth["repetitions"][0]
    held = [one for one in truth["frames"] if first["peak_from_s"] <= one["t_s"] <= first["peak_to_s"]]
    points = np.zeros((len(held), LANDMARKS, 2))
    points[:, truth["landmarks"]] = [one["points_px"] for one in held]
    body = read_body(mark(points))
    faces = np.sign(body.faces_right)
    near = {"left": 0, "right": 1, None: int(np.median(faces) > 0)}[first["side"]]
    return np.asarray(np.median(table_of(names).read(body.directions_rad, faces)[:, near], axis=0))

"""People do not do it as the file does: what is another movement is not counted, what is only theirs is."""

from dataclasses import replace
from typing import Final

import numpy as np
import pytest

from lumbar.coach.tracker import watch
from tests.coach.films import Film, exercise_of

UPRIGHT_HINGE: Final = (
    ("pelvis_tilt", -14.0),
    *(
        (f"{joint}_{side}", degrees)
        for side in ("left", "right")
        for joint, degrees in (("knee_flexion", 14.0), ("hip_flexion", -10.0))
    ),
)
DEEP: Final = tuple(
    (f"{joint}_{side}", degrees)
    for side in ("left", "right")
    for joint, degrees in (("knee_flexion", 60.0), ("hip_flexion", 85.0), ("ankle_dorsiflexion", 20.0))
)


@pytest.mark.parametrize("name", ["romanian-deadlift", "good-morning"])
def test_a_hinge_with_bent_knees_is_no_squat(name: str) -> None:
    film = Film(name, 2, fps=20, more_deg=UPRIGHT_HINGE)
    assert watch(exercise_of("wall-squat"), film.track()).count == 0


@pytest.mark.parametrize("lean_deg", [0.0, 30.0, 60.0])
def test_a_deep_squat_counts_however_the_trunk_leans(lean_deg: float) -> None:
    film = Film("wall-squat", 2, fps=20, more_deg=(*DEEP, ("pelvis_tilt", lean_deg)))
    assert watch(exercise_of("wall-squat"), film.track()).count == 2


@pytest.mark.parametrize("name", ["bird-dog", "glute-bridge"])
def test_who_kneels_or_lies_does_not_squat(name: str) -> None:
    assert watch(exercise_of("wall-squat"), Film(name, 2, fps=20, off_deg=20).track()).count == 0


def test_what_begins_far_below_an_exercises_rest_is_another_movement() -> None:
    """A side plank's upper leg that swings up from hanging straight down was never at this exercise's rest."""
    film = Film("side-plank-leg-raise", 2, fps=20)
    assert watch(exercise_of("side-plank-leg-raise"), film.track()).count == 2
    points, shares = film.track().points_px.copy(), film.shares()
    turn = np.radians(60.0) * (1.0 - shares)
    for mark in (26, 28, 30, 32):
        off = points[:, mark] - points[:, 24]
        across = off[:, 0] * np.cos(turn) + off[:, 1] * np.sin(turn)
        down = off[:, 1] * np.cos(turn) - off[:, 0] * np.sin(turn)
        points[:, mark] = points[:, 24] + np.stack([across, down], axis=1)
    assert watch(exercise_of("side-plank-leg-raise"), replace(film.track(), points_px=points)).count == 0

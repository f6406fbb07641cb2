"""People do not do it as the file does: what is another movement is not counted, what is only theirs is."""

from typing import Final

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

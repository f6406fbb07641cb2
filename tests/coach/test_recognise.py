"""A film's exercise is named, or it is said that it cannot be; a wrong name is worse than none."""

from typing import Final

import pytest

from lumbar.app.shelf import load_catalogue
from lumbar.catalogue.exercise import SideMode
from lumbar.coach.recognise import recognise
from tests.coach.films import IDS, Film, exercise_of

UNCLEAR: Final = {"prone-lumbar-extension", "superman"}  # one leg or both: far ones are hard to see lying straight
SAME: Final = {"single-leg-extension", "single-leg-extension-unloaded"}  # they differ by the weight alone


@pytest.mark.parametrize("name", IDS)
def test_every_exercise_is_named(name: str) -> None:
    in_turn = exercise_of(name).side is SideMode.ALTERNATING
    track = Film(name, 2, fps=12, noise=0.01, body=2, sides="in turn" if in_turn else "first").track()
    named = recognise(load_catalogue(), track)
    assert named in (SAME if name in SAME else {name}) or (name in UNCLEAR and named is None)


@pytest.mark.parametrize("name", ["wall-squat", "straight-leg-raise", "glute-bridge"])
def test_who_goes_further_than_the_file_is_named_too(name: str) -> None:
    deep = {"wall-squat": "knee_flexion", "straight-leg-raise": "hip_flexion", "glute-bridge": "hip_flexion"}[name]
    degrees = {"wall-squat": 60.0, "straight-leg-raise": 40.0, "glute-bridge": -10.0}[name]
    more = tuple((f"{deep}_{side}", degrees) for side in ("left", "right"))
    assert recognise(load_catalogue(), Film(name, 2, fps=12, more_deg=more).track()) == name


def test_half_a_movement_has_no_name() -> None:
    assert recognise(load_catalogue(), Film("glute-bridge", 3, fps=12, reach=0.5).track()) is None

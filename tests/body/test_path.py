"""The way from rest to peak keeps what the key poses promise, in every frame."""

from functools import cache
from typing import Final

import numpy as np
import pytest

from lumbar.body.path import Path, solve_path
from lumbar.body.physique import Physique, measure
from lumbar.body.pose import Pose
from tests.body.shipped import EXERCISES, motion_of, stances_of

WOMAN: Final = measure(1.65, 62, "female")
MAN: Final = measure(1.76, 77, "male")
every_exercise = pytest.mark.parametrize("exercise", EXERCISES)
both = pytest.mark.parametrize("body", [WOMAN, MAN], ids=["woman", "man"])


@cache
def path_of(exercise: str, body: Physique) -> Path:
    return solve_path(body, motion_of(exercise))


@both
@every_exercise
def test_the_way_begins_and_ends_in_its_key_poses(exercise: str, body: Physique) -> None:
    path, stances = path_of(exercise, body), stances_of(exercise, body)
    for frame, stance in ((0, stances[0]), (-1, stances[-1])):
        assert path.angles_deg[frame] == pytest.approx(stance.pose.as_row(), abs=1e-6)
        assert path.roots_m[frame] == pytest.approx(np.array(stance.root_m), abs=1e-6)


@every_exercise
def test_a_mirror_shows_the_mirrored_pose_in_every_frame(exercise: str) -> None:
    path = path_of(exercise, MAN)
    for here, there in zip(path.angles_deg, path.mirrored().angles_deg, strict=True):
        assert there == pytest.approx(Pose.from_row(here).mirrored().as_row())
    assert path.mirrored().roots_m == pytest.approx(path.roots_m * np.array([1, -1, 1]))


def test_between_two_frames_the_body_is_between_them() -> None:
    path = path_of("wall-squat", MAN)
    halfway = path.at((path.shares[3:4] + path.shares[4:5]) / 2)
    assert halfway.angles_deg[0] == pytest.approx(path.angles_deg[3:5].mean(axis=0))
    assert halfway.roots_m[0] == pytest.approx(path.roots_m[3:5].mean(axis=0))


def test_a_way_of_one_frame_is_refused() -> None:
    with pytest.raises(ValueError, match="two frames"):
        solve_path(MAN, motion_of("wall-squat"), frames=1)

"""The way from rest to peak keeps what the key poses promise, in every frame."""

from functools import cache
from typing import Final

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lumbar.body.motion import Contact, Motion
from lumbar.body.path import Path, solve_path
from lumbar.body.physique import Physique, measure
from lumbar.body.pose import Pose
from lumbar.body.touch import clearances_m, gaps_m, skin_by_surface
from lumbar.body.tree import JOINTS
from tests.body.shipped import EXERCISES, motion_of, stances_of

WOMAN: Final = measure(1.65, 62, "female")
MAN: Final = measure(1.76, 77, "male")
every_exercise = pytest.mark.parametrize("exercise", EXERCISES)
both = pytest.mark.parametrize("body", [WOMAN, MAN], ids=["woman", "man"])
people = st.builds(measure, st.floats(1.45, 2.0), st.floats(45, 120), st.sampled_from(["female", "male"]))
CENTIMETRE: Final = 0.01
JERKY_DEG: Final = 4.0  # how much the step of a joint may change from one of 24 frames to the next


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


def held_all_the_way(motion: Motion) -> list[Contact]:
    names = {key.name for key in motion.key_poses}
    return [contact for contact in motion.contacts if contact.surface and names <= contact.poses]


def faults_of(path: Path, motion: Motion) -> list[str]:
    """Return in words what floats, slides, sinks in or jumps anywhere on the way."""
    body, contacts = path.placed(), held_all_the_way(motion)
    spots = body.points_m([contact.point for contact in contacts])[0]
    gaps = gaps_m(body, contacts, dict(zip(contacts, spots, strict=True)))
    clear = clearances_m(body, motion.contacts).min(axis=0)
    steps = np.abs(np.diff(path.angles_deg, n=2, axis=0)).max(axis=0)
    return [
        *(
            f"{contact.point} leaves the {contact.on} or slides on it"
            for contact, gap in zip(contacts, gaps, strict=True)
            if np.linalg.norm(gap, axis=1).max() > CENTIMETRE
        ),
        *(
            f"{point} sinks into the {surface}"
            for (surface, point), least in zip(skin_by_surface(motion.contacts), clear, strict=True)
            if least < -CENTIMETRE
        ),
        *(f"{joint.name} jumps" for joint, step in zip(JOINTS, steps, strict=True) if step > JERKY_DEG),
    ]


@both
@every_exercise
def test_nothing_floats_slides_sinks_in_or_jumps_in_any_frame(exercise: str, body: Physique) -> None:
    assert faults_of(path_of(exercise, body), motion_of(exercise)) == []


@given(people, st.sampled_from(EXERCISES))
@settings(max_examples=25, deadline=None)
def test_nor_does_it_for_anybody_else(body: Physique, exercise: str) -> None:
    motion = motion_of(exercise)
    assert faults_of(solve_path(body, motion), motion) == []


def test_a_heel_that_slides_stays_on_the_floor_while_the_foot_rolls_over_it() -> None:
    heel = path_of("heel-slide", MAN).placed().points_m(["heel_left", "heel_back_left"])
    assert np.abs(heel[:, :, 2].min(axis=1)).max() < CENTIMETRE
    assert np.ptp(heel[:, 0, 0]) > 0.2

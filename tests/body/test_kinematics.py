"""Forward kinematics keeps the laws of a body of rigid segments."""

import doctest
import re
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lumbar.body import arrays, interpolate, names, pose
from lumbar.body.arrays import FloatArray
from lumbar.body.kinematics import place
from lumbar.body.names import PLACE, SEGMENTS, other_side
from lumbar.body.physique import Physique, measure
from lumbar.body.points import POINT_NAMES
from lumbar.body.pose import Pose
from lumbar.body.tree import JOINTS, PARENT
from tests.body.bodies import angle_rows, physiques, placed, pose_of, poses

BODY = measure(1.75, 75, "male")
ALL_POINTS = sorted(POINT_NAMES)
MIRROR = np.array([1.0, -1.0, 1.0])


@given(physiques, poses)
@settings(max_examples=40, deadline=None)
def test_no_angle_changes_the_length_of_a_segment(body: Physique, any_pose: Pose) -> None:
    joints = placed(body, any_pose).joints_m[0]
    for segment, parent in PARENT.items():
        length = np.linalg.norm(body.offsets_m[PLACE[segment]])
        assert np.linalg.norm(joints[PLACE[segment]] - joints[PLACE[parent]]) == pytest.approx(length)


@given(physiques, poses)
@settings(max_examples=40, deadline=None)
def test_a_mirrored_pose_is_the_mirror_image(body: Physique, any_pose: Pose) -> None:
    here = placed(body, any_pose).points_m(ALL_POINTS)[0]
    there = placed(body, any_pose.mirrored()).points_m([other_side(name) for name in ALL_POINTS])[0]
    assert there == pytest.approx(here * MIRROR, abs=1e-9)


@given(poses)
@settings(max_examples=20, deadline=None)
def test_a_mirror_in_a_mirror_shows_the_same(any_pose: Pose) -> None:
    assert any_pose.mirrored().mirrored() == any_pose


@given(angle_rows, st.floats(1.3, 2.2))
@settings(max_examples=30, deadline=None)
def test_the_same_pose_of_a_taller_body_is_the_same_picture(row: FloatArray, height: float) -> None:
    taller = measure(height, 75, "male")
    one, other = (place(body, row[np.newaxis], np.zeros((1, 3))).joints_m for body in (BODY, taller))
    assert other == pytest.approx(one * height / 1.75)


@given(st.lists(angle_rows, min_size=2, max_size=4), st.lists(st.floats(-3, 3), min_size=3, max_size=3))
@settings(max_examples=20, deadline=None)
def test_frames_do_not_know_one_another_and_a_root_only_moves(rows: list[FloatArray], root: list[float]) -> None:
    together = place(BODY, np.stack(rows), np.tile(root, (len(rows), 1)))
    for frame, row in enumerate(rows):
        alone = place(BODY, row[np.newaxis], np.zeros((1, 3)))
        assert together.joints_m[frame] == pytest.approx(alone.joints_m[0] + np.array(root))
        assert together.turns[frame] == pytest.approx(alone.turns[0])


@pytest.mark.parametrize(
    ("angles", "point", "axis", "way"),
    [
        ({"pelvis_tilt": 30}, "head_top", 0, 1),
        ({"pelvis_lean": 30}, "head_top", 1, 1),
        ({"pelvis_turn": 90}, "nose", 1, 1),
        ({"lumbar_flexion": 30}, "head_top", 0, 1),
        ({"thoracic_bend": 20}, "head_top", 1, 1),
        ({"neck_turn": 60}, "nose", 1, 1),
        ({"hip_flexion_left": 45}, "heel_left", 0, 1),
        ({"hip_abduction_left": 30}, "heel_left", 1, 1),
        ({"hip_abduction_right": 30}, "heel_right", 1, -1),
        ({"hip_rotation_left": 30}, "toe_left", 1, -1),
        ({"knee_flexion_right": 90}, "heel_right", 0, -1),
        ({"ankle_dorsiflexion_left": 20}, "toe_left", 2, 1),
        ({"toe_extension_left": 40}, "toe_left", 2, 1),
        ({"shoulder_flexion_left": 90}, "grip_left", 0, 1),
        ({"shoulder_abduction_right": 90}, "grip_right", 1, -1),
        ({"elbow_flexion_left": 90}, "grip_left", 0, 1),
        ({"shoulder_rotation_left": 60, "elbow_flexion_left": 90}, "grip_left", 1, -1),
        ({"wrist_flexion_left": -90}, "fingertip_left", 0, 1),
        ({"forearm_rotation_left": -90}, "palm_left", 1, -1),
    ],
    ids=lambda value: "+".join(value) if isinstance(value, dict) else None,
)
def test_an_angle_moves_the_body_the_way_its_name_says(
    angles: dict[str, float], point: str, axis: int, way: int
) -> None:
    rest, moved = (placed(BODY, pose_of(part)).points_m([point])[0, 0] for part in ({}, angles))
    assert (moved[axis] - rest[axis]) * way > 0.02


def test_a_right_angle_at_the_knee_is_a_right_angle() -> None:
    joints = placed(BODY, Pose.of(knee_flexion=90)).joints_m[0]
    thigh = joints[PLACE["shank_left"]] - joints[PLACE["thigh_left"]]
    shank = joints[PLACE["foot_left"]] - joints[PLACE["shank_left"]]
    assert thigh @ shank == pytest.approx(0)


@given(poses)
@settings(max_examples=20, deadline=None)
def test_a_pose_is_its_row_of_angles(any_pose: Pose) -> None:
    again = Pose.from_row(any_pose.as_row())
    assert {j.name: again.angle(j.name) for j in JOINTS} == {j.name: any_pose.angle(j.name) for j in JOINTS}


def test_a_name_without_side_means_both_and_the_one_with_side_counts_more() -> None:
    both = Pose.of(hip_flexion_left=10, hip_flexion=30)
    assert (both.angle("hip_flexion_left"), both.angle("hip_flexion_right")) == (10, 30)


def test_a_joint_that_does_not_exist_is_refused() -> None:
    with pytest.raises(KeyError, match="tail_flexion"):
        Pose.of(tail_flexion=10)


def test_every_parent_comes_before_what_hangs_on_it() -> None:
    assert all(PLACE[parent] < PLACE[segment] for segment, parent in PARENT.items())
    assert set(PARENT) == set(SEGMENTS) - {"pelvis"}


def test_shapes_that_do_not_fit_are_refused() -> None:
    with pytest.raises(ValueError, match="roots"):
        place(BODY, np.zeros((2, len(JOINTS))), np.zeros((1, 3)))


@pytest.mark.parametrize("module", [arrays, names, pose, interpolate], ids=lambda module: module.__name__)
def test_the_examples_in_the_code_are_true(module: ModuleType) -> None:
    found = doctest.testmod(module)
    assert (found.failed, found.attempted > 0) == (0, True)


def test_the_page_about_the_body_tells_every_angle_and_its_range() -> None:
    page = (Path(__file__).parents[2] / "docs/reference/body.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| (`[a-z_`, ]+`) \| ([-0-9to, ]+) \|", page, re.MULTILINE))
    told: dict[str, str] = {}
    for names_cell, ranges in rows.items():
        names_here = re.findall(r"`(\w+)`", names_cell)
        told |= dict(zip(names_here, (ranges.split(", ") * len(names_here))[: len(names_here)], strict=True))
    known = {j.name.removesuffix("_left"): f"{j.low_deg} to {j.high_deg}" for j in JOINTS if "_right" not in j.name}
    assert told == known

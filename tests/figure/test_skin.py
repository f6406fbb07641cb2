"""Laws of skinning: rest, rigid parts, turns of the whole body, growth, and the bones between the segments."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lumbar.body.arrays import turns_about
from lumbar.body.kinematics import Placement, place
from lumbar.body.names import PLACE
from lumbar.body.physique import Physique, measure
from lumbar.body.pose import Pose
from lumbar.body.tree import JOINT_PLACE, JOINTS
from lumbar.figure.mesh import BodyMesh, Bone
from lumbar.figure.skin import bone_moves, matrices, nearest_turn, quaternions, rest_joints_m, skin
from tests.figure.made import body

angles = st.tuples(*(st.floats(joint.low_deg, joint.high_deg) for joint in JOINTS)).map(np.array)
WOMAN = measure(1.65, 62, "female")


def placed(physique: Physique, pose: Pose, root_m: tuple[float, float, float] = (0, 0, 0)) -> Placement:
    return place(physique, pose.as_row()[np.newaxis], np.array([root_m]))


def turn_of(bone: Bone, pose: Pose) -> np.ndarray:
    stands = placed(WOMAN, pose)
    return bone_moves([bone], rest_joints_m(WOMAN), stands.turns, stands.joints_m)[0, 0, :, :3]


def test_at_zero_the_skin_is_the_mesh() -> None:
    mesh = body("woman")
    assert np.abs(skin(mesh, placed(mesh.physique, Pose()))[0] - mesh.vertices_m).max() < 1e-6


@settings(max_examples=15, deadline=None)
@given(angles, st.tuples(*(st.floats(-3, 3),) * 3))
def test_what_hangs_on_one_segment_moves_with_it_rigidly(row: np.ndarray, root: tuple[float, float, float]) -> None:
    mesh = body("man")
    stands = place(mesh.physique, row[np.newaxis], np.array([root]))
    moved, rest = skin(mesh, stands)[0], rest_joints_m(mesh.physique)
    for segment in ("thorax", "head", "shank_left", "thigh_right", "foot_right"):
        own = _whole(mesh, segment)
        here = PLACE[segment]
        wanted = (mesh.vertices_m[own] - rest[here]) @ stands.turns[0, here].T + stands.joints_m[0, here]
        assert own.sum() > 20
        assert np.abs(moved[own] - wanted).max() < 1e-4


@settings(max_examples=15, deadline=None)
@given(angles)
def test_turning_and_shifting_a_person_turns_and_shifts_the_skin(row: np.ndarray) -> None:
    mesh = body("woman")
    stands = place(mesh.physique, row[np.newaxis], np.zeros((1, 3)))
    turn, shift = turns_about("z", np.array([0.7]))[0], np.array([1.0, -2.0, 0.5])
    moved = Placement(mesh.physique, turn @ stands.turns, stands.joints_m @ turn.T + shift)
    assert np.abs(skin(mesh, moved) - (skin(mesh, stands) @ turn.T + shift)).max() < 1e-4


@settings(max_examples=15, deadline=None)
@given(angles)
def test_no_skin_is_torn_off_in_any_pose(row: np.ndarray) -> None:
    mesh = body("woman")
    stands = place(mesh.physique, row[np.newaxis], np.zeros((1, 3)))
    moved = skin(mesh, stands)[0]
    nearest = np.linalg.norm(moved[:, np.newaxis] - stands.joints_m[0], axis=2).min(axis=1)
    assert nearest.max() < 0.32


def test_a_taller_person_has_the_same_skin_grown() -> None:
    mesh = body("woman")
    taller = measure(1.80, 75, "female")
    pose = Pose.of(knee_flexion=80, shoulder_flexion=120, lumbar_flexion=30)
    small, tall = skin(mesh, placed(mesh.physique, pose))[0], skin(mesh, placed(taller, pose))[0]
    assert np.abs(tall - small * (1.80 / 1.65)).max() < 1e-4


@pytest.mark.parametrize("flexion", [-60.0, 20.0, 90.0, 179.0, 181.0, 190.0])
def test_half_of_a_raised_arm_is_an_arm_half_raised(flexion: float) -> None:
    half = turn_of(Bone("half", "upper_arm_left", 0.5), Pose.of(shoulder_flexion=flexion))
    whole = turn_of(Bone("whole", "upper_arm_left", 1), Pose.of(shoulder_flexion=flexion / 2))
    assert half == pytest.approx(whole, abs=1e-9)


@pytest.mark.parametrize("rotation", [-180.0, -179.0, -90.0, 0.0, 10.0])
def test_half_way_along_it_a_forearm_follows_half_the_turn_of_its_hand_and_none_of_its_bend(rotation: float) -> None:
    pose = Pose.of(forearm_rotation=rotation, wrist_flexion=-80, elbow_flexion=40)
    twisted = turn_of(Bone("twist", "hand_right", 0.0, 0.5), pose)
    wanted = turn_of(Bone("hand", "hand_right", 1), Pose.of(forearm_rotation=rotation / 2, elbow_flexion=40))
    assert twisted == pytest.approx(wanted, abs=1e-9)


def test_at_the_wrist_the_whole_turn_comes_before_half_the_bend() -> None:
    pose = Pose.of(forearm_rotation=-120, wrist_flexion=-80)
    bent = turn_of(Bone("bent", "hand_left", 0.5, 1.0), pose)
    wanted = turn_of(Bone("hand", "hand_left", 1), Pose.of(forearm_rotation=-120, wrist_flexion=-40))
    assert bent == pytest.approx(wanted, abs=1e-9)


@given(st.floats(-170, 170), st.floats(-170, 170), st.floats(-170, 170))
def test_quaternions_and_matrices_say_the_same(x: float, y: float, z: float) -> None:
    turn = turns_about("x", np.radians([x])) @ turns_about("y", np.radians([y])) @ turns_about("z", np.radians([z]))
    assert matrices(quaternions(turn)) == pytest.approx(turn, abs=1e-7)


def test_the_middle_of_a_range_is_its_own_nearest_turn() -> None:
    for name in ("shoulder_flexion_left", "knee_flexion_right", "hip_flexion_left"):
        joint = JOINTS[JOINT_PLACE[name]]
        middle = Pose.of(**{name: (joint.low_deg + joint.high_deg) / 2})
        stands = placed(WOMAN, middle)
        turn = quaternions(stands.turns[:, PLACE[joint.segment]])[0]
        assert abs(turn @ nearest_turn(joint.segment)) == pytest.approx(1)


def test_knees_elbows_and_raised_arms_keep_their_thickness() -> None:
    mesh = body("man")
    for segment, pose in (
        ("shank_left", Pose.of(knee_flexion=110)),
        ("forearm_left", Pose.of(elbow_flexion=110)),
        ("upper_arm_left", Pose.of(shoulder_flexion=170)),
    ):
        stands = placed(mesh.physique, pose)
        moved, joint = skin(mesh, stands)[0], stands.joints_m[0, PLACE[segment]]
        rest = np.linalg.norm(mesh.vertices_m - rest_joints_m(mesh.physique)[PLACE[segment]], axis=1)
        ring = rest < rest.min() + 0.025
        assert np.linalg.norm(moved[ring] - joint, axis=1).min() > 0.75 * rest[ring].min()


def _whole(mesh: BodyMesh, segment: str) -> np.ndarray:
    """Tell which vertices hang on the bone of a segment alone."""
    names = [bone.name for bone in mesh.bones]
    on_it = (mesh.bone_index == names.index(segment)) * mesh.bone_weight
    return np.asarray(on_it.sum(axis=1) > 0.999)

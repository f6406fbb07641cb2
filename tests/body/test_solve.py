"""Key poses put down: contacts are met, nothing sinks in, and the figures of the texts are kept."""

import numpy as np
import pytest

from lumbar.body.forces import find_support, pushes_of
from lumbar.body.motion import Contact, KeyPose, Motion
from lumbar.body.physique import Physique
from lumbar.body.pose import Pose
from lumbar.body.solve import GIVE_DEG, Stance, solve_motion, unmet
from lumbar.body.tree import JOINTS
from tests.body.shipped import BODIES, EXERCISES, MAN, WOMAN, motion_of, stances_of

NEWTONS, NEWTON_METRES = 3, 3  # what balance may miss: a few hundred grams a centimetre off
M_PER_IN = 0.0254
people = pytest.mark.parametrize("body", [WOMAN, MAN], ids=["woman", "man"])


def peak(exercise: str, body: Physique) -> Stance:
    return stances_of(exercise, body)[-1]


def point(exercise: str, body: Physique, name: str) -> list[float]:
    return [float(value) for value in peak(exercise, body).placed(body).points_m([name])[0, 0]]


@pytest.mark.parametrize("exercise", EXERCISES)
@pytest.mark.parametrize("person", BODIES)
def test_every_contact_is_met_and_nothing_sinks_in(exercise: str, person: str) -> None:
    body = BODIES[person]
    assert dict(unmet(body, motion_of(exercise), stances_of(exercise, body))) == {}


@people
@pytest.mark.parametrize("exercise", EXERCISES)
def test_only_joints_that_may_give_do_and_only_a_little(exercise: str, body: Physique) -> None:
    motion = motion_of(exercise)
    for key, stance in zip(motion.key_poses, stances_of(exercise, body), strict=True):
        for joint in JOINTS:
            given = abs(stance.pose.angle(joint.name) - key.pose.angle(joint.name))
            assert given <= (GIVE_DEG if joint.name in motion.fits else 0) + 1e-9
            assert joint.low_deg - 1e-9 <= stance.pose.angle(joint.name) <= joint.high_deg + 1e-9


@people
@pytest.mark.parametrize("exercise", EXERCISES)
def test_every_pose_is_in_balance_over_its_contacts(exercise: str, body: Physique) -> None:
    motion = motion_of(exercise)
    leant_kg = body.mass_kg * sum(pull.leans for pull in motion.pulls)
    for stance in stances_of(exercise, body):
        placed = stance.placed(body)
        support = find_support(placed, motion.in_pose(stance.name), pushes_of(placed, motion.pulls, leant_kg))
        assert (support.left_n < NEWTONS, support.left_nm < NEWTON_METRES) == (True, True), stance.name


@people
def test_bird_dog_reaches_level_with_the_floor(body: Physique) -> None:
    for one, other in (("hip_left", "ankle_left"), ("shoulder_right", "wrist_right")):
        assert point("bird-dog", body, one)[2] == pytest.approx(point("bird-dog", body, other)[2], abs=0.01)


@people
def test_wall_squat_bends_the_knees_to_45_degrees_a_foot_from_the_wall(body: Physique) -> None:
    assert peak("wall-squat", body).pose.angle("knee_flexion_left") == 45
    assert point("wall-squat", body, "heel_left")[0] == pytest.approx(12 * M_PER_IN, abs=0.01)


@people
def test_straight_leg_raise_lifts_the_heel_6_to_12_inches(body: Physique) -> None:
    assert peak("straight-leg-raise", body).pose.angle("knee_flexion_left") == 0
    assert 6 * M_PER_IN < point("straight-leg-raise", body, "heel_back_left")[2] < 12 * M_PER_IN


@people
@pytest.mark.parametrize("exercise", ["single-leg-extension", "single-leg-extension-unloaded"])
def test_tabletop_is_a_right_angle_at_knee_and_an_upright_thigh(exercise: str, body: Physique) -> None:
    rest = stances_of(exercise, body)[0]
    hip, knee, ankle = rest.placed(body).points_m(["hip_right", "knee_right", "ankle_right"])[0]
    assert rest.pose.angle("knee_flexion_right") == 90
    assert knee[2] - hip[2] > 0.9 * body.lengths_m["thigh"]
    assert abs(ankle[2] - knee[2]) < 0.15


@people
def test_glute_bridge_makes_one_line_of_shoulders_hips_and_knees(body: Physique) -> None:
    top = peak("glute-bridge", body)
    assert (top.pose.angle("hip_flexion_left"), top.pose.angle("lumbar_flexion")) == (0, 0)


@people
def test_superman_floats_arms_and_legs_a_few_inches_off_the_floor(body: Physique) -> None:
    for name in ("fingertip_left", "toe_right", "knee_left"):
        assert 0.02 < point("superman", body, name)[2] < 0.25


@people
def test_side_plank_lifts_the_top_leg_to_hip_height(body: Physique) -> None:
    heights = [point("side-plank-leg-raise", body, name)[2] for name in ("hip_right", "ankle_right")]
    assert heights[0] == pytest.approx(heights[1], abs=0.01)


def _standing(
    *, at: float = 0, contacts: tuple[str, ...] = ("heel_left", "heel_right", "ball_left", "ball_right")
) -> Motion:
    poses = frozenset({"rest", "peak"})
    keys = (KeyPose("rest", 0, Pose.of()), KeyPose("peak", 1, Pose.of(ankle_dorsiflexion=at)))
    held = tuple(Contact(name, "floor", poses, slides=False) for name in contacts)
    return Motion(keys, held, (), (), None, frozenset(), balanced=False, source="ours")


def test_somebody_who_stands_upright_is_simply_put_on_the_floor() -> None:
    rest, _ = solve_motion(MAN, _standing())
    assert rest.pose == Pose.from_row(np.zeros(len(JOINTS)))
    assert rest.placed(MAN).points_m(["heel_left", "ball_right"])[0, :, 2] == pytest.approx([0, 0], abs=1e-3)


def test_a_pose_that_cannot_meet_its_contacts_is_told() -> None:
    motion = _standing(at=-40)
    said = unmet(MAN, motion, solve_motion(MAN, motion))
    assert any(sentence.startswith("peak: heel_left misses the floor") for sentence in said)


def test_feet_that_moved_or_sank_are_told() -> None:
    rest, _ = solve_motion(MAN, _standing())
    x, y, z = rest.root_m
    moved = (rest, Stance("peak", rest.pose, (x + 0.05, y, z)))
    sunk = (Stance("rest", rest.pose, (x, y, z - 0.05)), rest)
    assert "peak: heel_left misses the floor" in unmet(MAN, _standing(), moved)
    assert "rest: toe_left sinks into the floor" in unmet(MAN, _standing(), sunk)

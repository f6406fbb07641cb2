"""Statics: what carries a body carries all of it, and only pushes."""

import numpy as np
import pytest

from lumbar.body.anthropometry import GRAVITY_M_S2
from lumbar.body.forces import Push, find_support, moments_nm, pushes_of
from lumbar.body.motion import Contact, Pull
from lumbar.body.names import PLACE
from lumbar.body.physique import Physique
from lumbar.body.pose import Pose
from tests.body.bodies import placed
from tests.body.shipped import EXERCISES, MAN, WOMAN, motion_of, stances_of

people = pytest.mark.parametrize("body", [WOMAN, MAN], ids=["woman", "man"])


@people
@pytest.mark.parametrize("exercise", EXERCISES)
def test_contacts_carry_the_whole_weight_and_only_push(exercise: str, body: Physique) -> None:
    stance = stances_of(exercise, body)[-1]
    support = find_support(stance.placed(body), motion_of(exercise).in_pose(stance.name), ())
    total = sum(push.force_n for push in support.contacts.values())
    assert total == pytest.approx([0, 0, body.mass_kg * GRAVITY_M_S2], abs=support.left_n + 0.1)
    for contact, push in support.contacts.items():
        assert contact.surface is not None
        normal = np.array(contact.surface.normal)
        straight = push.force_n @ normal
        assert straight >= -1e-9
        assert np.abs(push.force_n - straight * normal).max() <= contact.surface.grip_ratio * straight + 1e-6


def test_a_held_arm_weighs_its_lever() -> None:
    body = placed(MAN, Pose.of(shoulder_flexion_left=90))
    own = moments_nm(body, ())[PLACE["upper_arm_left"]]
    parts = [PLACE[f"{name}_left"] for name in ("upper_arm", "forearm", "hand")]
    levers = body.centres_m()[0, parts, 0] - body.joints_m[0, parts[0], 0]
    assert own == pytest.approx([0, -GRAVITY_M_S2 * (levers @ MAN.masses_kg[parts]), 0])
    held = Push(PLACE["hand_left"], body.points_m(["grip_left"])[0, 0], np.array([0.0, 0.0, -50.0]))
    more = moments_nm(body, (held,))[PLACE["upper_arm_left"]] - own
    lever = body.points_m(["grip_left"])[0, 0, 0] - body.joints_m[0, parts[0], 0]
    assert more == pytest.approx([0, -50 * lever, 0])


def test_a_load_is_shared_by_the_points_that_carry_it() -> None:
    body = placed(MAN, Pose.of())
    pushes = pushes_of(body, (Pull(("grip_left", "grip_right"), (0, 0, -1)),), 10)
    assert [push.force_n.tolist() for push in pushes] == [[0, 0, pytest.approx(-5 * GRAVITY_M_S2)]] * 2


def test_somebody_on_tiptoe_of_one_foot_only_is_not_in_balance() -> None:
    toe = Contact("toe_left", "floor", frozenset({"rest"}), slides=False)
    support = find_support(placed(MAN, Pose.of()), (toe,), ())
    assert support.left_nm > 10


def test_a_light_touch_carries_nothing() -> None:
    feet = [
        Contact(f"{name}_{side}", "floor", frozenset(), slides=False)
        for name in ("heel", "ball")
        for side in ("left", "right")
    ]
    hand = Contact("palm_left", "floor", frozenset(), slides=False, light=True)
    support = find_support(placed(MAN, Pose.of(pelvis_tilt=2)), (*feet, hand), ())
    assert hand not in support.contacts


@people
@pytest.mark.parametrize("exercise", EXERCISES)
def test_the_mirror_image_asks_the_same(exercise: str, body: Physique) -> None:
    stance = stances_of(exercise, body)[-1]
    here = moments_nm(placed(body, stance.pose), ())
    there = moments_nm(placed(body, stance.pose.mirrored()), ())
    low_back = PLACE["abdomen"]
    assert there[low_back] == pytest.approx(here[low_back] * [-1, 1, -1], abs=1e-9)

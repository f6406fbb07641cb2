"""Laws that the load keeps, for every shipped exercise and for people of any size."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lumbar.body.anthropometry import GRAVITY_M_S2
from lumbar.body.forces import Push, find_support, pushes_of
from lumbar.body.kinematics import Placement
from lumbar.body.motion import Motion
from lumbar.body.names import PLACE, SEGMENTS, other_side
from lumbar.body.physique import Physique, measure
from lumbar.body.pose import Pose
from lumbar.body.solve import Stance, solve_motion
from lumbar.spine.balance import is_held
from lumbar.spine.cut import ABOVE, LOW_BACK, Cut, cut_low_back
from tests.body.bodies import physiques, placed
from tests.body.shipped import BODIES, EXERCISES, MAN, TALL, motion_of, stances_of
from tests.spine.usual import usual_kg

every_body = pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
UP = np.array([0.0, 0.0, 1.0])
MIRROR = np.array([1.0, -1.0, 1.0])


def carried(stance: Stance, motion: Motion, body: Physique, load_kg: float = 0) -> tuple[Placement, tuple[Push, ...]]:
    here = stance.placed(body)
    loads = pushes_of(here, motion.pulls, load_kg)
    return here, (*loads, *find_support(here, motion.in_pose(stance.name), loads).contacts.values())


def moment_of(stance: Stance, motion: Motion, body: Physique, load_kg: float = 0) -> Cut:
    return cut_low_back(*carried(stance, motion, body, load_kg))


@every_body
@pytest.mark.parametrize("exercise", EXERCISES)
def test_contacts_hold_every_shipped_pose(exercise: str, body: Physique) -> None:
    motion, kg = motion_of(exercise), usual_kg(exercise, body)
    for stance in stances_of(exercise, body):
        here = stance.placed(body)
        assert is_held(find_support(here, motion.in_pose(stance.name), pushes_of(here, motion.pulls, kg)))


@given(physiques, st.sampled_from(EXERCISES), st.sampled_from([0, 5, 20]))
@settings(max_examples=40, deadline=None)
def test_contacts_carry_weight_and_load_of_anyone_they_hold(body: Physique, exercise: str, kg: float) -> None:
    motion = motion_of(exercise)
    load_kg = kg if motion.pulls else 0
    pulled = load_kg * GRAVITY_M_S2 * np.mean([pull.direction for pull in motion.pulls] or [(0, 0, 1)], axis=0)
    for stance in solve_motion(body, motion):
        here = stance.placed(body)
        support = find_support(here, motion.in_pose(stance.name), pushes_of(here, motion.pulls, load_kg))
        total = np.sum([push.force_n for push in support.contacts.values()], axis=0)
        left = total - body.mass_kg * GRAVITY_M_S2 * UP + pulled
        assert np.linalg.norm(left) == pytest.approx(support.left_n, abs=0.1)


@pytest.mark.parametrize("exercise", EXERCISES)
def test_the_moment_of_the_body_alone_is_a_share_of_mass_times_gravity_times_height(exercise: str) -> None:
    motion = motion_of(exercise)
    for stance in stances_of(exercise, MAN):
        told = []
        for body in (MAN, TALL, measure(1.6, 120, "male")):
            x, y, z = (part * body.height_m / MAN.height_m for part in stance.root_m)
            moment = moment_of(replace(stance, root_m=(x, y, z)), motion, body).moment_nm
            told.append(moment / (body.mass_kg * GRAVITY_M_S2 * body.height_m))
        assert told[1] == pytest.approx(told[0], abs=1e-5)
        assert told[2] == pytest.approx(told[0], abs=1e-5)


@pytest.mark.parametrize("exercise", ["romanian-deadlift", "good-morning", "back-extension"])
def test_a_load_adds_in_proportion(exercise: str) -> None:
    motion, peak = motion_of(exercise), stances_of(exercise, MAN)[-1]
    bare, *loaded = (moment_of(peak, motion, MAN, kg).moment_nm for kg in (0, 1, 7, 35))
    assert np.linalg.norm(loaded[0] - bare) > 1
    for kg, moment in zip((1, 7, 35), loaded, strict=True):
        assert (moment - bare) / kg == pytest.approx(loaded[0] - bare, rel=1e-6, abs=1e-6)


@every_body
@pytest.mark.parametrize("exercise", EXERCISES)
def test_the_other_side_asks_the_same(exercise: str, body: Physique) -> None:
    motion = motion_of(exercise)
    for stance in stances_of(exercise, body):
        here, pushes = carried(stance, motion, body, 5 if motion.pulls else 0)
        x, y, z = stance.root_m
        there = Stance(stance.name, stance.pose.mirrored(), (x, -y, z)).placed(body)
        swapped = [
            Push(PLACE[SEGMENTS[PLACE[other_side(SEGMENTS[p.segment])]]], MIRROR * p.at_m, MIRROR * p.force_n)
            for p in pushes
        ]
        one, other = cut_low_back(here, pushes), cut_low_back(there, swapped)
        assert other.moment_nm == pytest.approx(-MIRROR * one.moment_nm, abs=1e-6)  # a moment mirrors the other way
        assert other.force_n == pytest.approx(MIRROR * one.force_n, abs=1e-6)


@given(st.floats(-180, 180), physiques)
@settings(max_examples=30, deadline=None)
def test_a_stiff_body_is_one_link(tilt_deg: float, body: Physique) -> None:
    upright = placed(body, Pose())
    weight = body.masses_kg[ABOVE].sum() * GRAVITY_M_S2
    centre = body.masses_kg[ABOVE] @ upright.centres_m()[0, ABOVE] / body.masses_kg[ABOVE].sum()
    ahead, _, over = centre - upright.joints_m[0, LOW_BACK]
    tilt = np.radians(tilt_deg)
    stiff = cut_low_back(placed(body, Pose.of(pelvis_tilt=tilt_deg)), ())
    by_hand = -weight * (ahead * np.cos(tilt) + over * np.sin(tilt))
    assert stiff.moment_nm == pytest.approx([0, by_hand, 0], abs=1e-6)
    assert stiff.force_n == pytest.approx([-weight * np.sin(tilt), 0, weight * np.cos(tilt)], abs=1e-6)

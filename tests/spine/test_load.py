"""The load on the low back: laws it must keep, and published figures it must come near."""

import doctest
from dataclasses import replace

import numpy as np
import pytest

from lumbar.app.shelf import load_catalogue
from lumbar.body.anthropometry import GRAVITY_M_S2
from lumbar.body.forces import Push, find_support, moments_nm, pushes_of
from lumbar.body.names import PLACE
from lumbar.body.physique import Physique, measure
from lumbar.body.pose import Pose
from lumbar.body.tree import above_low_back
from lumbar.catalogue.parse import parse_exercise
from lumbar.spine import load
from lumbar.spine.cut import Cut, cut_low_back
from lumbar.spine.levers import load_series
from lumbar.spine.load import find_load, standing_n
from tests.body.bodies import placed
from tests.body.shipped import EXERCISES, MAN, TALL, WOMAN, motion_of, stances_of
from tests.catalogue.good_files import EXAMPLE, FILE
from tests.spine.usual import usual_kg

people = pytest.mark.parametrize("body", [WOMAN, MAN], ids=["woman", "man"])
HELD = "romanian-deadlift"


def hinge(body: Physique, trunk_deg: float, load_kg: float, *, at: str = "grip", arms_deg: float | None = None) -> Cut:
    """Return the cut of a body bowed from the hips, arms hanging straight down unless told."""
    hanging = trunk_deg if arms_deg is None else arms_deg
    held = placed(body, Pose.of(pelvis_tilt=trunk_deg, hip_flexion=trunk_deg, shoulder_flexion=hanging))
    weight = np.array([0.0, 0.0, -load_kg * GRAVITY_M_S2])
    segment = PLACE["hand_left"] if at == "grip" else PLACE["thorax"]
    spot = held.points_m(["grip_left", "grip_right"] if at == "grip" else ["neck_back"])[0].mean(axis=0)
    return cut_low_back(held, (Push(segment, spot, weight),))


@people
@pytest.mark.parametrize("exercise", EXERCISES)
def test_the_cut_from_above_is_the_cut_from_below(exercise: str, body: Physique) -> None:
    motion = motion_of(exercise)
    for stance in stances_of(exercise, body):
        here = stance.placed(body)
        support = find_support(here, motion.in_pose(stance.name), ())
        pushes = tuple(support.contacts.values())
        above = cut_low_back(here, pushes)
        whole = moments_nm(here, pushes)
        below = np.zeros(3)  # what pelvis and legs need at L5/S1, from their own weights and contacts
        low_back = here.joints_m[0, PLACE["abdomen"]]
        upper = {PLACE[segment] for segment in above_low_back()}
        for place, centre in enumerate(here.centres_m()[0]):
            if place not in upper:
                below -= np.cross(centre - low_back, [0, 0, -GRAVITY_M_S2 * body.masses_kg[place]])
        for push in pushes:
            if push.segment not in upper:
                below -= np.cross(push.at_m - low_back, push.force_n)
        turn = here.turns[0, PLACE["abdomen"]]
        assert turn @ above.moment_nm == pytest.approx(whole[PLACE["abdomen"]], abs=1e-9)
        assert turn @ above.moment_nm == pytest.approx(-below, abs=support.left_nm + support.left_n + 0.5)


@people
def test_a_load_adds_in_proportion(body: Physique) -> None:
    bare, ten, twenty = (hinge(body, 70, kg).moment_nm[1] for kg in (0, 10, 20))
    assert ten - bare == pytest.approx(twenty - ten, rel=1e-9)


@pytest.mark.parametrize("exercise", ["back-extension", "good-morning", "superman", "bird-dog"])
def test_the_moment_of_the_body_alone_grows_with_mass_times_height(exercise: str) -> None:
    peak = stances_of(exercise, MAN)[-1]
    shares = []
    for body in (MAN, TALL, measure(1.6, 120, "male")):
        held = placed(body, peak.pose)
        contacts = motion_of(exercise).in_pose("peak")
        pushes = tuple(find_support(held, contacts, ()).contacts.values())
        shares.append(cut_low_back(held, pushes).size_nm / (body.mass_kg * GRAVITY_M_S2 * body.height_m))
    assert shares == pytest.approx([shares[0]] * 3, rel=1e-3)


def test_a_trunk_held_level_is_a_cantilever() -> None:
    # 0.085 m g H in an earlier model of the same table, arms at the sides; here L5/S1 is from another source
    level = hinge(MAN, 90, 0, arms_deg=0).size_nm / (MAN.mass_kg * GRAVITY_M_S2 * MAN.height_m)
    assert level == pytest.approx(0.085, rel=0.10)


@people
@pytest.mark.parametrize("exercise", EXERCISES)
def test_every_exercise_has_a_load_and_only_upright_ones_a_range(exercise: str, body: Physique) -> None:
    found = find_load(load_catalogue().exercise(exercise), body, usual_kg(exercise, body))
    assert found is not None
    upright = load_catalogue().exercise(exercise).position in {"standing", "standing-at-wall", "roman-chair"}
    assert (found.compression_n is not None) is upright
    if found.compression_n:
        assert found.compression_n[0] <= found.compression_n[1]


@people
def test_a_published_figure_decides_the_band_and_the_multiple(body: Physique) -> None:
    superman = find_load(load_catalogue().exercise("superman"), body)
    assert superman
    assert (superman.band, superman.evidence, superman.source) == (5, "secondary", "mcgill-superman")
    assert superman.times_standing == pytest.approx(6000 / standing_n(MAN))  # the body it was found for, as ours goes


@people
def test_a_multiple_is_of_what_presses_in_standing(body: Physique) -> None:
    still = find_load(load_catalogue().exercise("wall-squat"), body)
    assert still
    assert still.times_standing == pytest.approx(1, abs=0.15)  # a wall takes little: the trunk stands upright
    hinge = find_load(load_catalogue().exercise(HELD), body, 20)
    assert hinge
    assert hinge.compression_n
    assert hinge.times_standing == pytest.approx(sum(hinge.compression_n) / 2 / standing_n(body))


@pytest.mark.parametrize(("exercise", "kg"), [("bird-dog", 5), (HELD, -1)])
def test_a_load_that_cannot_be_is_refused(exercise: str, kg: float) -> None:
    with pytest.raises(ValueError, match="carry one"):
        find_load(load_catalogue().exercise(exercise), MAN, kg)


def test_an_exercise_without_key_poses_has_no_load() -> None:
    assert find_load(replace(load_catalogue().exercise(HELD), motion=None), MAN) is None


def test_a_heavier_bar_asks_more() -> None:
    exercise = load_catalogue().exercise(HELD)
    told = [found.moment_nm for kg in (0, 20, 60) if (found := find_load(exercise, MAN, kg))]
    assert told == sorted(told)
    assert len(pushes_of(placed(MAN, Pose.of()), motion_of(HELD).pulls, 20)) == 2


def test_an_exercise_that_is_only_a_file_has_a_load() -> None:
    made_up, faults = parse_exercise(EXAMPLE, FILE)  # the example of the page on exercise files
    assert not faults
    assert made_up is not None
    assert made_up.motion is not None
    bare, loaded = find_load(made_up, MAN), find_load(made_up, MAN, 10)
    assert bare is not None
    assert loaded is not None
    assert bare.moment_nm != loaded.moment_nm
    assert {"depth", "load"} <= {series.kind for series in load_series(made_up, MAN, 10)}


def test_the_examples_in_the_code_are_true() -> None:
    found = doctest.testmod(load)
    assert (found.failed, found.attempted > 0) == (0, True)

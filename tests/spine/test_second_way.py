"""Two independent ways to the moment at L5/S1: our cut, and MuJoCo's inverse dynamics."""

import numpy as np
import pytest

from lumbar.body.anthropometry import PAIRED, SAMPLES
from lumbar.body.arrays import FloatArray
from lumbar.body.forces import find_support, pushes_of
from lumbar.body.names import PLACE, segment_on
from lumbar.body.path import Path
from lumbar.body.physique import Physique
from lumbar.body.points import POINT_NAMES
from lumbar.body.pose import Pose
from lumbar.spine.course import is_free_above, moving_nm
from lumbar.spine.cut import cut_low_back
from lumbar.spine.inertia import inertias_kg_m2
from tests.body.bodies import placed
from tests.body.shipped import EXERCISES, MAN, WOMAN, motion_of, stances_of
from tests.spine.second_way import SecondWay, second_way

people = pytest.mark.parametrize("body", [WOMAN, MAN], ids=["woman", "man"])
# The whole trunk, in de Leva's own rows for it, which the code does not use: length, and radii about each axis.
WHOLE_TRUNK = {"female": (0.6148, 0.307, 0.292, 0.147), "male": (0.6033, 0.328, 0.306, 0.169)}
POINTS = sorted(POINT_NAMES)
LOADED = [exercise for exercise in EXERCISES if motion_of(exercise).pulls]
FREE = [exercise for exercise in EXERCISES if is_free_above(MAN, motion_of(exercise))]
HANGING = [name for name in FREE if name in LOADED and motion_of(name).pulls[0].direction == (0, 0, -1)]


@people
@pytest.mark.parametrize("exercise", EXERCISES)
def test_mujoco_sees_the_body_where_we_put_it(exercise: str, body: Physique) -> None:
    other = second_way(body)
    for stance in stances_of(exercise, body):
        here = stance.placed(body)
        other.put(stance.pose.as_row(), np.array(stance.root_m))
        assert other.points_m(POINTS) == pytest.approx(here.points_m(POINTS)[0], abs=1e-9)
        assert other.centres_m() == pytest.approx(here.centres_m()[0], abs=1e-9)


@people
@pytest.mark.parametrize(
    ("exercise", "load_kg"), [*((name, 0) for name in EXERCISES), *((name, kg) for name in LOADED for kg in (5, 20))]
)
def test_mujoco_finds_the_same_moment_in_every_key_pose(exercise: str, load_kg: float, body: Physique) -> None:
    other, motion = second_way(body), motion_of(exercise)
    for stance in stances_of(exercise, body):
        here = stance.placed(body)
        loads = pushes_of(here, motion.pulls, load_kg)
        support = find_support(here, motion.in_pose(stance.name), loads)
        pushes = (*loads, *support.contacts.values())
        other.put(stance.pose.as_row(), np.array(stance.root_m))
        moment_nm, left = other.solve(pushes)
        assert moment_nm == pytest.approx(cut_low_back(here, pushes).moment_nm, abs=0.5)
        assert moment_nm == pytest.approx(cut_low_back(here, pushes).moment_nm, abs=1e-6)  # and much nearer
        assert np.linalg.norm(left[:3]) == pytest.approx(support.left_n, abs=1e-3)


@people
@pytest.mark.parametrize(("exercise", "load_kg"), [*((name, 0) for name in FREE), *((name, 20) for name in HANGING)])
@pytest.mark.parametrize("way_s", [0.6, 2.0])
def test_mujoco_finds_the_same_moment_while_moving(exercise: str, load_kg: float, way_s: float, body: Physique) -> None:
    motion, stances = motion_of(exercise), stances_of(exercise, body)
    carriers = [point for pull in motion.pulls for point in pull.points] if load_kg else []
    other = SecondWay(body, {point: load_kg / len(carriers) for point in carriers})
    rest, peak = (np.concatenate([stance.pose.as_row(), stance.root_m]) for stance in (stances[0], stances[-1]))
    u = np.linspace(0, 1, 201)
    gone, speed, change = _minimum_jerk(u)
    rows = rest + gone[:, np.newaxis] * (peak - rest)
    ours = moving_nm(Path(body, u, rows[:, :-3], rows[:, -3:]), motion, load_kg, way_s)
    for frame in range(10, 191, 20):
        told = (rows[frame], speed[frame] / way_s * (peak - rest), change[frame] / way_s**2 * (peak - rest))
        other.put_moving([row[:-3] for row in told], [row[-3:] for row in told])
        moment_nm, _ = other.solve(())
        assert np.linalg.norm(moment_nm) == pytest.approx(ours[frame], abs=0.5)


@people
def test_limbs_are_as_hard_to_turn_as_the_table_says(body: Physique) -> None:
    for part in PAIRED:
        data = SAMPLES[body.sex].parts[part]
        place = PLACE[segment_on("left", part.replace("-", "_"))]
        radii_m = np.sqrt(inertias_kg_m2(body)[place] / body.masses_kg[place])
        assert radii_m / body.lengths_m[part] == pytest.approx(np.array(data.gyration_ratios))


@people
def test_a_trunk_in_slices_is_as_hard_to_turn_as_the_trunk_of_the_table(body: Physique) -> None:
    places = [PLACE["pelvis"], PLACE["abdomen"], PLACE["thorax"]]
    masses, centres = body.masses_kg[places], placed(body, Pose()).centres_m()[0, places]
    arms = centres - masses @ centres / masses.sum()
    apart = masses @ ((arms**2).sum(axis=1, keepdims=True) - arms**2)
    whole = inertias_kg_m2(body)[places].sum(axis=0) + apart
    length_m, *radii = WHOLE_TRUNK[body.sex]
    scaled_m = length_m * body.height_m / SAMPLES[body.sex].height_m
    assert np.sqrt(whole / masses.sum()) / scaled_m == pytest.approx(np.array(radii), rel=0.02)


def _minimum_jerk(u: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return the curve and its first two derivatives, by hand."""
    return 10 * u**3 - 15 * u**4 + 6 * u**5, 30 * u**2 - 60 * u**3 + 30 * u**4, 60 * u - 180 * u**2 + 120 * u**3

"""The measures of a body: those of the published table, scaled as they should be."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lumbar.body.anthropometry import PAIRED, SAMPLES, Sex
from lumbar.body.names import PLACE
from lumbar.body.physique import Physique, measure
from lumbar.body.points import POINT_NAMES, points_of
from lumbar.body.slices import Rod, together
from lumbar.body.tree import above_low_back
from tests.body.bodies import SEXES, physiques, placed, pose_of

# The whole trunk, in de Leva's own rows for it, which the code does not use: cervicale to hips, and his samples' mass.
TRUNK = {"female": (0.6148, 0.4257, 0.4964, 61.9), "male": (0.6033, 0.4346, 0.5138, 73.0)}


@pytest.mark.parametrize("sex", SEXES)
def test_the_segments_of_the_table_make_a_whole_body(sex: Sex) -> None:
    parts = SAMPLES[sex].parts
    whole = sum(data.mass_ratio * (2 if part in PAIRED else 1) for part, data in parts.items())
    assert whole == pytest.approx(1, abs=5e-4)


@pytest.mark.parametrize("sex", SEXES)
def test_the_three_parts_of_the_trunk_are_the_published_trunk(sex: Sex) -> None:
    length, mass, centre, weight = TRUNK[sex]
    parts = SAMPLES[sex].parts
    trunk = [parts["upper-trunk"], parts["middle-trunk"], parts["lower-trunk"]]
    assert sum(part.length_m for part in trunk) == pytest.approx(length, abs=2e-4)
    assert sum(part.mass_ratio for part in trunk) == pytest.approx(mass, abs=2e-4)
    body = measure(SAMPLES[sex].height_m, weight, sex)
    places = [PLACE["pelvis"], PLACE["abdomen"], PLACE["thorax"]]
    heights = placed(body, pose_of({})).centres_m()[0, places, 2]
    masses = body.masses_kg[places]
    assert length - (heights @ masses / masses.sum()) == pytest.approx(centre * length, abs=0.003)


@given(physiques)
@settings(max_examples=50, deadline=None)
def test_the_segments_weigh_what_the_person_weighs(body: Physique) -> None:
    assert body.masses_kg.sum() == pytest.approx(body.mass_kg, rel=1e-9)
    assert (body.masses_kg >= 0).all()


@pytest.mark.parametrize("sex", SEXES)
def test_about_half_of_the_body_rests_on_the_low_back(sex: Sex) -> None:
    body = measure(1.7, 70, sex)
    above = sum(body.masses_kg[PLACE[segment]] for segment in above_low_back())
    assert 0.50 < above / 70 < 0.55


@given(st.sampled_from(SEXES), st.floats(1.3, 2.2), st.floats(35, 160))
@settings(max_examples=30, deadline=None)
def test_everything_grows_in_proportion_to_height(sex: Sex, height: float, mass: float) -> None:
    body, half = measure(height, mass, sex), measure(height / 2, mass, sex)
    assert body.offsets_m == pytest.approx(2 * half.offsets_m)
    assert body.centres_m == pytest.approx(2 * half.centres_m)
    for name, point in points_of(body).items():
        assert point.offset_m == pytest.approx([2 * value for value in points_of(half)[name].offset_m])


@pytest.mark.parametrize("sex", SEXES)
def test_upright_a_body_is_as_tall_as_the_person(sex: Sex) -> None:
    standing = placed(measure(1.73, 70, sex), pose_of({})).points_m(["head_top", "heel_left", "ball_right"])[0]
    assert standing[0, 2] - standing[1, 2] == pytest.approx(1.73)
    assert standing[1, 2] == pytest.approx(standing[2, 2])


def test_every_point_has_its_place() -> None:
    assert set(points_of(measure(1.7, 70, "female"))) == POINT_NAMES


@pytest.mark.parametrize(("height", "mass"), [(0, 70), (1.7, 0), (-1, 70), (float("nan"), 70)])
def test_nobody_is_without_height_or_mass(height: float, mass: float) -> None:
    with pytest.raises(ValueError, match="above zero"):
        measure(height, mass, "female")


@given(st.floats(0.34, 0.66), st.lists(st.floats(0, 1), max_size=4))
@settings(max_examples=50, deadline=None)
def test_slices_put_together_again_are_the_rod(centre: float, cuts: list[float]) -> None:
    rod = Rod(2.0, 5.0, 10.0, 2.0 + 3 * centre)
    edges = [0.0, *(2 + 3 * cut for cut in sorted(cuts)), 9.0]
    whole = together(rod.slice(low, high) for low, high in pairwise(edges))
    assert [whole.mass_kg, whole.centre_m] == pytest.approx([10, rod.centre_m])


def test_a_slice_outside_the_rod_weighs_nothing() -> None:
    assert Rod(0, 1, 5, 0.5).slice(1, 2).mass_kg == 0

"""The square in which one person is looked at."""

from math import pi

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lumbar.vision.region import CROP, MARGIN, Region

COORDINATES = st.floats(-500, 2500)
REGIONS = st.builds(Region, COORDINATES, COORDINATES, st.floats(20, 1500), st.floats(-pi, pi))


def test_an_upright_body_is_looked_at_upright() -> None:
    region = Region.around(np.array([100.0, 200.0]), np.array([100.0, 120.0]))
    assert (region.x_px, region.y_px, region.size_px) == (100, 200, 160 * MARGIN)
    assert region.turn == pytest.approx(0)


@given(hips=st.tuples(COORDINATES, COORDINATES), away=st.floats(10, 500), turn=st.floats(-3, 3))
def test_a_region_turns_with_the_body(hips: tuple[float, float], away: float, turn: float) -> None:
    rim = np.array(hips) + away * np.array([np.sin(turn), -np.cos(turn)])
    region = Region.around(np.array(hips), rim)
    assert (np.cos(region.turn), np.sin(region.turn)) == pytest.approx((np.cos(turn), np.sin(turn)), abs=1e-6)
    assert region.size_px == pytest.approx(2 * away * MARGIN)


@given(region=REGIONS)
def test_the_middle_of_the_crop_is_the_middle_of_the_region(region: Region) -> None:
    middle = region.picture_of_crop() @ [(CROP - 1) / 2, (CROP - 1) / 2, 1]
    assert middle == pytest.approx([region.x_px, region.y_px], abs=1e-6)


@given(region=REGIONS, other=REGIONS)
def test_likeness_is_mutual_and_everything_is_like_itself(region: Region, other: Region) -> None:
    assert region.is_like(region)
    assert region.is_like(other) == other.is_like(region)
    assert region.overlaps(other) == other.overlaps(region)


def test_what_lies_elsewhere_or_is_turned_or_sized_otherwise_is_not_alike() -> None:
    here = Region(300, 300, 200, 0)
    assert here.is_like(Region(320, 290, 220, 0.2))
    assert not here.is_like(Region(400, 300, 200, 0))
    assert not here.is_like(Region(300, 300, 400, 0))
    assert not here.is_like(Region(300, 300, 200, pi / 2))
    assert here.is_like(Region(300, 300, 200, 2 * pi))
    assert not here.overlaps(Region(700, 300, 200, 0))


def test_a_crop_shows_what_is_there_red_first_and_black_beyond_the_border() -> None:
    image = np.zeros((100, 100, 3), np.uint8)
    image[40:60, 40:60] = (10, 20, 200)  # blue first
    crop = Region(50, 50, 200, 0).crop(image)
    assert crop.shape == (CROP, CROP, 3)
    assert crop[CROP // 2, CROP // 2].tolist() == [200, 20, 10]
    assert not crop[0].any()

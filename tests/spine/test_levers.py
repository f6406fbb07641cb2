"""What a person can change, and what it does to the moment."""

from dataclasses import replace

import numpy as np
import pytest

from lumbar.app.shelf import load_catalogue
from lumbar.body.anthropometry import GRAVITY_M_S2
from lumbar.body.path import solve_path
from lumbar.spine.course import depths, is_free_above, moving_nm, still_nm
from lumbar.spine.levers import FRAMES, LoadSeries, load_series
from lumbar.spine.load import find_load
from tests.body.shipped import EXERCISES, MAN, WOMAN, motion_of
from tests.spine.usual import usual_kg

HINGE = "romanian-deadlift"


def series_of(exercise: str, kg: float = 0) -> dict[str, LoadSeries]:
    return {series.kind: series for series in load_series(load_catalogue().exercise(exercise), MAN, kg)}


@pytest.mark.parametrize("exercise", EXERCISES)
def test_a_depth_ends_at_the_load_of_its_exercise(exercise: str) -> None:
    kg = usual_kg(exercise, MAN)
    depth, told = series_of(exercise, kg).get("depth"), find_load(load_catalogue().exercise(exercise), MAN, kg)
    if depth is None:
        assert exercise not in {HINGE, "good-morning", "back-extension", "wall-squat", "pallof-press"}
        return
    assert depth.points[-1][0] == 100
    assert max(np.diff([share for share, _ in depth.points])) <= 25
    assert told is not None
    assert depth.points[-1][1] == pytest.approx(told.moment_nm, abs=0.1)
    assert [share for share, _ in depth.points] == sorted({share for share, _ in depth.points})


def test_only_what_can_be_changed_has_a_series() -> None:
    assert set(series_of(HINGE, 40)) == {"depth", "load", "bar", "tempo"}
    assert set(series_of("good-morning", 40)) == {"depth", "load", "tempo"}
    assert set(series_of("straight-leg-raise")) == {"depth"}
    assert load_series(replace(load_catalogue().exercise(HINGE), motion=None), MAN) == ()


def test_a_way_that_leaves_balance_has_neither_depth_nor_tempo() -> None:
    motion = motion_of("heel-raise")
    held = np.isfinite(still_nm(solve_path(MAN, motion), motion, 0))
    assert held[[0, -1]].all()  # both ends are, so two points alone would draw a straight line
    assert not held[1:-1].all()
    assert series_of("heel-raise") == {}


def test_a_bar_further_ahead_costs_its_weight_times_the_way() -> None:
    points = dict(series_of(HINGE, 40)["bar"].points)
    assert points[10] - points[0] == pytest.approx(40 * GRAVITY_M_S2 * 0.10, rel=1e-6)


def test_a_load_costs_in_proportion_and_meets_the_load_told_for_it() -> None:
    loads = series_of(HINGE, 40)["load"]
    slopes = np.diff([nm for _, nm in loads.points]) / np.diff([kg for kg, _ in loads.points])
    assert slopes == pytest.approx([slopes[0]] * len(slopes), rel=1e-6)
    told = find_load(load_catalogue().exercise(HINGE), MAN, 40)
    assert told is not None
    assert dict(loads.points)[40] == pytest.approx(told.moment_nm)


def test_slowly_is_as_still_and_faster_costs_more_by_the_square() -> None:
    motion = motion_of(HINGE)
    path = solve_path(MAN, motion)
    still = still_nm(path, motion, 40)
    assert moving_nm(path, motion, 40, 1e4) == pytest.approx(still, rel=1e-6)
    added = [moving_nm(path, motion, 40, way_s)[-6] - still[-6] for way_s in (1.0, 2.0)]
    assert added[0] == pytest.approx(4 * added[1], rel=1e-6)
    assert added[1] > 0  # braked before the bottom
    tempo = [nm for _, nm in series_of(HINGE, 40)["tempo"].points]
    assert tempo == sorted(tempo, reverse=True)


def test_what_lies_on_the_floor_is_not_told_as_if_it_hung_free() -> None:
    motion = motion_of("bird-dog")
    assert not is_free_above(WOMAN, motion)
    with pytest.raises(ValueError, match="spine alone"):
        moving_nm(solve_path(WOMAN, motion), motion, 0, 2)


def test_depth_counts_the_joints_and_not_the_clock() -> None:
    path = solve_path(MAN, motion_of(HINGE))
    assert depths(path)[[0, 12, 24]] == pytest.approx([0, 0.5, 1], abs=0.02)
    assert depths(path)[3] < 0.05  # an eighth of the time is a small share of the way


def test_as_many_frames_as_are_taken_are_enough() -> None:
    motion = motion_of(HINGE)
    few, many = (moving_nm(solve_path(WOMAN, motion, frames), motion, 20, 1).max() for frames in (FRAMES, 65))
    assert few == pytest.approx(many, rel=0.01)

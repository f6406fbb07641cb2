"""Where pictures are taken from."""

from typing import Final

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lumbar.app.shelf import load_catalogue
from lumbar.body.physique import measure
from lumbar.body.points import POINT_NAMES
from lumbar.catalogue.exercise import Exercise
from lumbar.figure.clip import Clip, clip_of
from lumbar.figure.things import Rod
from lumbar.figure.view import View, best_view

SHIPPED: Final = list(load_catalogue())
NAMES: Final = [exercise.id for exercise in SHIPPED]
WOMAN: Final = measure(1.65, 62, "female")
views = st.builds(
    View,
    st.floats(-180, 180),
    st.floats(-60, 60),
    st.tuples(*[st.floats(-1, 1)] * 3),
    st.floats(0.5, 5),
)


def clip(exercise: Exercise) -> Clip:
    return clip_of(exercise, WOMAN)


@given(views)
@settings(max_examples=25)
def test_the_target_is_in_the_middle_and_the_span_is_the_width(view: View) -> None:
    right = view.axes()[0]
    ends = np.array([np.array(view.target_m) + share * view.span_m * right for share in (-0.5, 0, 0.5)])
    assert view.project(ends, 400, 300) == pytest.approx(np.array([[0, 150], [200, 150], [400, 150]]), abs=1e-6)


@given(views, st.tuples(*[st.floats(-0.5, 0.5)] * 3))
@settings(max_examples=25)
def test_a_mirrored_view_sees_the_mirrored_place_mirrored(view: View, spot: tuple[float, float, float]) -> None:
    x, y = view.project(np.array(spot), 400, 300)
    mirrored = view.mirrored().project(np.array(spot) * [1, -1, 1], 400, 300)
    assert mirrored == pytest.approx(np.array([400 - x, y]), abs=1e-6)


@pytest.mark.parametrize("exercise", SHIPPED, ids=NAMES)
def test_feet_and_hands_are_never_cut(exercise: Exercise) -> None:
    told = clip(exercise)
    view = best_view(told.path, told.things)
    seen = view.project(told.path.at(np.array([0.0, 1.0])).placed().points_m(sorted(POINT_NAMES)), 400, 300)
    assert seen.min() > 5
    assert (seen.max(axis=(0, 1)) < [395, 295]).all()


@pytest.mark.parametrize("name", ["straight-leg-raise", "knee-to-chest", "single-leg-extension"])
def test_the_side_that_works_is_near(name: str) -> None:
    path = clip(load_catalogue().exercise(name)).path
    view, other = best_view(path, ()), best_view(path.mirrored(), ())
    assert view.azimuth_deg > 0
    assert other.azimuth_deg == -view.azimuth_deg


@pytest.mark.parametrize("name", ["superman", "heel-raise"])
def test_what_is_lifted_only_a_little_is_seen_from_lower(name: str) -> None:
    low, usual = clip(load_catalogue().exercise(name)).view, clip(load_catalogue().exercise("glute-bridge")).view
    assert 0 < low.elevation_deg < usual.elevation_deg


def test_hands_that_press_across_a_band_do_not_seem_to_go_where_it_is_tied() -> None:
    told = clip(load_catalogue().exercise("pallof-press"))
    post = next(thing.shape for thing in told.things if thing.kind == "post")
    assert isinstance(post, Rod)
    ends = told.path.at(np.array([0.0, 1.0])).placed()
    start, end = told.view.project(ends.points_m(["grip_left"])[:, 0], 400, 300)
    tied = told.view.project(post.end.located(ends)[1], 400, 300)
    assert (end - start)[0] * (tied - end)[0] < 0
    assert np.linalg.norm(end - start) > 20


def test_a_wide_picture_shows_as_much_from_top_to_bottom() -> None:
    view = View(30, 9, (0, 0, 0), 2)
    top = np.array([0, 0, 0]) + 0.5 * view.axes()[1]
    assert view.project(top, 800, 300)[1] == pytest.approx(view.project(top, 400, 300)[1])
    assert view.project(top, 400, 800)[1] > 0

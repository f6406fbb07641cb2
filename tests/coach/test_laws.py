"""Laws of the coach: what may not change what is seen."""

from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Final

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lumbar.catalogue.coaching import ANGLES
from lumbar.coach.angles import table_of
from lumbar.coach.frame import Track
from lumbar.coach.reading import mark, read_body
from lumbar.coach.tracker import Tracker, watch
from tests.coach.films import IDS, Film, at_rate, dropped, exercise_of, mirrored, noisy, scaled, twice

names: Final = st.sampled_from(IDS)
few: Final = settings(max_examples=12)
every_exercise: Final = pytest.mark.parametrize("name", IDS)
twice_each: Final = settings(max_examples=2)
OTHER: Final = {"left": "right", "right": "left", None: None}


@cache
def film(name: str) -> Track:
    return Film(name, 2, fills=0.7).track()


@few
@given(name=names, cuts=st.lists(st.integers(0, 400), max_size=6), gap=st.integers(0, 60))
def test_the_result_does_not_depend_on_how_frames_are_cut(name: str, cuts: list[int], gap: int) -> None:
    track = film(name)
    points = track.points_px.copy()
    points[100 : 100 + gap] = np.nan
    track = replace(track, points_px=points)
    whole, parts = Tracker(exercise_of(name)), Tracker(exercise_of(name))
    told: tuple[object, ...] = ()
    edges = [0, *sorted(min(cut, len(track)) for cut in cuts), len(track)]
    for start, stop in pairwise(edges):
        told = (*told, *parts.push_track(track.part(start, stop)))
    assert (*told, *parts.finish()) == (*whole.push_track(track), *whole.finish())


@settings(max_examples=3)
@given(name=names)
def test_frame_by_frame_is_the_same_as_all_at_once(name: str) -> None:
    whole, live = Tracker(exercise_of(name)), Tracker(exercise_of(name))
    told = [event for frame in film(name) for event in live.push(frame)]
    assert tuple(told) == whole.push_track(film(name))
    assert live.finish() == whole.finish()


@every_exercise
@twice_each
@given(fps=st.floats(15, 60))
def test_the_frame_rate_changes_no_count(name: str, fps: float) -> None:
    assert watch(exercise_of(name), at_rate(film(name), fps)).count == 2


@every_exercise
@twice_each
@given(seed=st.integers(0, 1000), share=st.floats(0, 0.25))
def test_dropped_frames_change_no_count(name: str, seed: int, share: float) -> None:
    assert watch(exercise_of(name), dropped(film(name), share, seed)).count == 2


@every_exercise
@twice_each
@given(seed=st.integers(0, 1000))
def test_noise_of_a_fiftieth_of_the_trunk_changes_no_count(name: str, seed: int) -> None:
    assert watch(exercise_of(name), noisy(film(name), 0.02, seed)).count == 2


@every_exercise
@twice_each
@given(factor=st.floats(0.3, 3), shift=st.floats(-60, 60))
def test_scale_and_shift_change_no_count(name: str, factor: float, shift: float) -> None:
    moved = replace(film(name), points_px=film(name).points_px + np.array([shift, 0.3 * shift]))
    assert watch(exercise_of(name), scaled(moved, factor)).count == 2


@every_exercise
def test_a_mirror_swaps_the_sides(name: str) -> None:
    seen, turned = watch(exercise_of(name), film(name)), watch(exercise_of(name), mirrored(film(name)))
    assert [one.side for one in turned.repetitions] == [OTHER[one.side] for one in seen.repetitions]
    assert turned.count == seen.count == 2


@every_exercise
def test_a_film_played_twice_counts_twice(name: str) -> None:
    assert watch(exercise_of(name), twice(film(name))).count == 4


@few
@given(name=st.sampled_from(IDS), turn=st.floats(-40, 40), factor=st.floats(0.2, 4))
def test_angles_between_parts_do_not_change_when_the_picture_turns(name: str, turn: float, factor: float) -> None:
    between = [angle for angle in ANGLES if angle in {"hip", "knee", "ankle", "shoulder", "elbow"}]
    points = Film(name, 1, fps=5, noise=0).track().points_px
    cos, sin = np.cos(np.radians(turn)), np.sin(np.radians(turn))
    turned = factor * points @ np.array([[cos, -sin], [sin, cos]]) + [3.0, -7.0]
    facing = np.ones(len(points))
    table = table_of(between)
    one, other = (table.read(read_body(mark(seen)).directions_rad, facing) for seen in (points, turned))
    assert np.abs((one - other + 180) % 360 - 180).max() < 1e-6

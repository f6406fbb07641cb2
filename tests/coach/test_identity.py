"""Left and right are kept apart by how limbs move, and the model is believed where that says nothing."""

from typing import Final

import numpy as np
import pytest

from lumbar.coach.frame import FloatArray
from lumbar.coach.identity import Identity
from lumbar.coach.reading import mark, trunk_of
from tests.coach.films import Film

LEGS: Final = ([25, 27, 29, 31], [26, 28, 30, 32])
ARMS: Final = ([13, 15, 17, 19, 21], [14, 16, 18, 20, 22])
FILM: Final = Film("bird-dog", 1, hold_s=8.0, begins=1.0)
POINTS: Final = FILM.track().points_px
TIMES: Final = FILM.times_s()
UP_S: Final = FILM.knots()[2][0]


def told(points: FloatArray) -> FloatArray:
    marks = mark(points)
    return Identity().follow(marks, trunk_of(marks), TIMES.tolist()).marks_px[:, :33]


def exchanged(limb: tuple[list[int], list[int]], from_s: float, to_s: float) -> FloatArray:
    points, rows = POINTS.copy(), np.flatnonzero((from_s <= TIMES) & (to_s > TIMES))[:, np.newaxis]
    points[rows, limb[0]], points[rows, limb[1]] = POINTS[rows, limb[1]], POINTS[rows, limb[0]]
    return points


def wrong_s(seen: FloatArray) -> float:
    """Return for how long [s] a leg or an arm has the other one's name."""
    return float((np.abs(seen - POINTS).max(axis=(1, 2)) > 1e-9).sum() / 30)


@pytest.mark.parametrize("limb", [LEGS, ARMS])
@pytest.mark.parametrize("lasts_s", [0.03, 0.3, 1.0])
def test_limbs_that_change_names_for_a_while_keep_theirs(limb: tuple[list[int], list[int]], lasts_s: float) -> None:
    assert wrong_s(told(exchanged(limb, UP_S + 2.0, UP_S + 2.0 + lasts_s))) == 0.0


@pytest.mark.parametrize("limb", [LEGS, ARMS])
def test_a_way_back_over_the_middle_is_seen(limb: tuple[list[int], list[int]]) -> None:
    points = exchanged(limb, UP_S + 2.0, UP_S + 2.1)
    between = int(np.flatnonzero(TIMES >= UP_S + 2.1)[0]) - 1
    points[between] = 0.5 * (points[between - 1] + POINTS[between])
    assert wrong_s(told(points)) < 0.1


def test_a_model_that_names_legs_wrong_only_while_they_part_is_soon_believed() -> None:
    apart_s = TIMES[np.flatnonzero(np.linalg.norm(POINTS[:, 27] - POINTS[:, 28], axis=1) > 60)[0]]
    assert wrong_s(told(exchanged(LEGS, 0.0, apart_s + 0.1))) < apart_s + 0.6


def test_a_model_that_sticks_to_other_names_is_believed_in_the_end() -> None:
    ends_s = FILM.knots()[3][0]
    seen = told(exchanged(LEGS, UP_S + 1.0, ends_s))
    rows = (ends_s - 1.0 < TIMES) & (ends_s > TIMES)
    assert np.abs(seen - exchanged(LEGS, UP_S + 1.0, ends_s))[rows].max() < 1e-9


def test_the_names_do_not_depend_on_how_frames_are_cut() -> None:
    points = exchanged(LEGS, UP_S + 2.0, UP_S + 2.2)
    identity, marks = Identity(), mark(points)
    parts = [
        identity.follow(marks[start : start + 7], trunk_of(marks[start : start + 7]), TIMES[start : start + 7].tolist())
        for start in range(0, len(TIMES), 7)
    ]
    assert np.array_equal(np.concatenate([part.marks_px for part in parts])[:, :33], told(points))

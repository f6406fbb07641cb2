"""Movement between key poses: through each of them, at rest in each of them."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from lumbar.body.arrays import FloatArray
from lumbar.body.interpolate import interpolate, smooth_share

keys = st.integers(1, 5).flatmap(
    lambda count: st.tuples(
        st.lists(st.floats(0.1, 5), min_size=count, max_size=count).map(lambda steps: list(np.cumsum(steps))),
        arrays(np.float64, (count, 3), elements=st.floats(-180, 180)),
    )
)
Keys = tuple[list[float], FloatArray]


@given(keys)
@settings(max_examples=60, deadline=None)
def test_the_movement_goes_through_every_key_value(given_keys: Keys) -> None:
    times, rows = given_keys
    assert interpolate(times, rows, np.array(times)) == pytest.approx(rows, abs=1e-9)


@given(keys)
@settings(max_examples=60, deadline=None)
def test_the_movement_is_at_rest_in_every_key_value(given_keys: Keys) -> None:
    times, rows = given_keys
    step = 1e-4
    before, after = (interpolate(times, rows, np.array(times) + way * step) for way in (-1, 1))
    assert np.abs(after - before).max() / step < 0.1  # [deg/s], where the mean is up to 3600 deg/s


@given(keys, st.floats(0, 1))
@settings(max_examples=60, deadline=None)
def test_the_movement_stays_between_its_key_values(given_keys: Keys, share: float) -> None:
    times, rows = given_keys
    for (start, end), (low, high) in zip(pairwise(times), pairwise(rows), strict=True):
        value = interpolate(times, rows, np.array([start + share * (end - start)]))[0]
        assert (value >= np.minimum(low, high) - 1e-9).all()
        assert (value <= np.maximum(low, high) + 1e-9).all()


def test_before_the_first_and_after_the_last_everything_stands_still() -> None:
    told = interpolate([1, 2], np.array([[5.0], [7.0]]), np.array([-3.0, 9.0]))
    assert told.tolist() == [[5.0], [7.0]]


def test_a_hold_is_two_equal_keys() -> None:
    told = interpolate([0, 1, 3, 4], np.array([[0.0], [9.0], [9.0], [0.0]]), np.array([1.0, 1.7, 3.0]))
    assert told.ravel() == pytest.approx([9, 9, 9])


def test_it_is_fastest_half_way_at_fifteen_eighths_of_the_mean_speed() -> None:
    around = smooth_share(np.array([0.5 - 1e-6, 0.5 + 1e-6]))
    assert (around[1] - around[0]) / 2e-6 == pytest.approx(15 / 8)


@pytest.mark.parametrize("times", [[0, 2, 1], [0, 1]])
def test_times_that_fall_or_are_missing_are_refused(times: list[float]) -> None:
    with pytest.raises(ValueError, match="one time each"):
        interpolate(times, np.zeros((3, 1)), np.array([0.0]))

"""Movement from rest to peak: through every key pose between, without a jump and without swinging beyond."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from lumbar.body.arrays import FloatArray
from lumbar.body.interpolate import pass_through, smooth_share

keys = st.integers(2, 5).flatmap(
    lambda count: st.tuples(
        st.lists(st.floats(0.2, 1), min_size=count - 1, max_size=count - 1).map(
            lambda steps: np.concatenate([[0], np.cumsum(steps)[:-1] / sum(steps), [1]])
        ),
        arrays(np.float64, (count, 3), elements=st.floats(-180, 180)),
    )
)
Keys = tuple[FloatArray, FloatArray]


@given(keys)
@settings(max_examples=60, deadline=None)
def test_the_movement_goes_through_every_key_value(given_keys: Keys) -> None:
    shares, rows = given_keys
    assert pass_through(shares, rows, shares) == pytest.approx(rows, abs=1e-9)


@given(keys)
@settings(max_examples=60, deadline=None)
def test_the_movement_is_at_rest_at_both_ends(given_keys: Keys) -> None:
    shares, rows = given_keys
    step = 1e-4
    ends = pass_through(shares, rows, np.array([0, step, 1 - step, 1]))
    assert np.abs(np.diff(ends, axis=0)[[0, 2]]).max() / step < 0.1


@given(keys)
@settings(max_examples=60, deadline=None)
def test_the_movement_never_jumps_in_speed(given_keys: Keys) -> None:
    shares, rows = given_keys
    step = 1e-5
    around = shares[:, np.newaxis] + step * np.array([-1, 0, 1])
    told = pass_through(shares, rows, around.ravel()).reshape(len(shares), 3, 3)
    before, after = np.diff(told, axis=1)[:, 0], np.diff(told, axis=1)[:, 1]
    assert np.abs(after - before).max() / step < 25  # [deg] a whole way, where the mean is up to 3600


@given(keys, st.floats(0, 1))
@settings(max_examples=60, deadline=None)
def test_the_movement_stays_between_its_key_values(given_keys: Keys, share: float) -> None:
    shares, rows = given_keys
    for (start, end), (low, high) in zip(pairwise(shares), pairwise(rows), strict=True):
        value = pass_through(shares, rows, np.array([start + share * (end - start)]))[0]
        assert (value >= np.minimum(low, high) - 1e-9).all()
        assert (value <= np.maximum(low, high) + 1e-9).all()


def test_before_the_first_and_after_the_last_everything_stands_still() -> None:
    told = pass_through(np.array([0.0, 1.0]), np.array([[5.0], [7.0]]), np.array([-3.0, 9.0]))
    assert told.tolist() == [[5.0], [7.0]]


def test_a_key_value_on_the_way_is_passed_without_a_stop() -> None:
    told = pass_through(np.array([0, 0.5, 1]), np.array([[0.0], [1.0], [2.0]]), np.array([0.499, 0.501]))
    assert told[1, 0] - told[0, 0] == pytest.approx(0.002 * 2 * 15 / 8, rel=0.01)


def test_it_is_fastest_half_way_at_fifteen_eighths_of_the_mean_speed() -> None:
    around = smooth_share(np.array([0.5 - 1e-6, 0.5 + 1e-6]))
    assert (around[1] - around[0]) / 2e-6 == pytest.approx(15 / 8)


@pytest.mark.parametrize("shares", [[0, 0.9, 0.5], [0, 1], [0, 0.5, 0.9]])
def test_shares_that_fall_or_are_missing_are_refused(shares: list[float]) -> None:
    with pytest.raises(ValueError, match="one share each"):
        pass_through(np.array(shares), np.zeros((3, 1)), np.array([0.0]))

"""Least squares between bounds: an unknown at an end of its range does not hold up the others."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lumbar.body.arrays import Axis, FloatArray, turn_further, turns_about
from lumbar.body.descend import descend

numbers = st.floats(-3, 3)


@settings(max_examples=50, deadline=None)
@given(st.floats(0.05, 1), numbers, st.floats(0.5, 5))
def test_the_others_come_to_their_best_while_one_stays_at_its_bound(slope: float, other: float, beyond: float) -> None:

    def residuals(x: FloatArray) -> FloatArray:
        first, second = x[..., 0], x[..., 1]
        return np.stack([1000 * (slope * first + second - other), first - beyond], axis=-1)

    found = descend(residuals, np.zeros((1, 2)), np.array([-1.0, -9.0]), np.array([0.0, 9.0]))
    assert found[0] == pytest.approx([0, other], abs=1e-3)


@given(st.sampled_from(["x", "y", "z"]), numbers, numbers)
def test_turning_in_place_is_turning(axis: Axis, before: float, angle: float) -> None:
    turned = turns_about("y", np.array([before])) @ turns_about("x", np.array([before]))
    wanted = turned @ turns_about(axis, np.array([angle]))
    turn_further(turned, axis, np.cos([angle]), np.sin([angle]))
    assert turned == pytest.approx(wanted)

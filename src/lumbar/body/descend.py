"""Least squares by Gauss and Newton's method with Levenberg's damping, many small problems side by side.

The slopes come from small changes, all of them, of all problems, in one call; so it pays where one call for many rows
costs little more than one for a single row, as with the kinematics here.
"""

from collections.abc import Callable
from typing import Final

import numpy as np
import numpy.typing as npt

from lumbar.body.arrays import FloatArray

Residuals = Callable[[FloatArray], FloatArray]
"""From unknowns, shape (problems, tries, unknowns), to residuals, shape (problems, tries, residuals)."""

_STEPS: Final = 60
_SMALL: Final = 1e-6
_ENOUGH: Final = 1e-6
_STUCK: Final = 1e9  # a damping at which nothing moves any more


def descend(residuals: Residuals, start: FloatArray, low: FloatArray, high: FloatArray) -> FloatArray:
    """Return the unknowns with the least sum of squared residuals near `start`, between `low` and `high`.

    Args:
        residuals: What is to be made small.
        start: Where to begin, shape (problems, unknowns).
        low: The least that each unknown may be, shape (problems, unknowns) or (unknowns,).
        high: The most, in the same shape.

    Returns:
        The unknowns, shape (problems, unknowns).
    """
    here, damping = start.copy(), np.full(len(start), 1e-3)
    steps = _SMALL * np.eye(start.shape[1])
    tries = np.concatenate([np.zeros((1, start.shape[1])), steps])
    done = np.zeros(len(start), dtype=bool)
    for _ in range(_STEPS):
        told = residuals(here[:, np.newaxis] + tries)
        now, slopes = told[:, 0], np.swapaxes(told[:, 1:] - told[:, :1], 1, 2) / _SMALL
        slopes = np.where(_pushed_out(here, now, slopes, low, high)[:, np.newaxis], 0.0, slopes)
        there = np.clip(here + _step(now, slopes, damping), low, high)
        then = residuals(there[:, np.newaxis])[:, 0]
        cost, hope = (np.einsum("pr,pr->p", values, values) for values in (now, then))
        better = (hope < cost) & ~done
        here = np.where(better[:, np.newaxis], there, here)
        done |= better & (cost - hope < _ENOUGH * (1 + cost))
        damping = np.where(better, damping / 3, damping * 5)
        done |= damping > _STUCK
        if done.all():
            break
    return here


def _pushed_out(
    here: FloatArray, now: FloatArray, slopes: FloatArray, low: FloatArray, high: FloatArray
) -> npt.NDArray[np.bool_]:
    """Return which unknowns lie at an end of their range and would go further: they stay, and spoil no step."""
    uphill = np.einsum("pru,pr->pu", slopes, now)
    return np.asarray((here <= low) & (uphill > 0) | (here >= high) & (uphill < 0))


def _step(now: FloatArray, slopes: FloatArray, damping: FloatArray) -> FloatArray:
    """Return the damped step towards the bottom, shape (problems, unknowns)."""
    normal = np.swapaxes(slopes, 1, 2) @ slopes
    eye = np.eye(normal.shape[1])
    held = normal + damping[:, np.newaxis, np.newaxis] * normal * eye + 1e-9 * eye
    return np.asarray(np.linalg.solve(held, -np.einsum("pru,pr->pu", slopes, now)[..., np.newaxis])[..., 0])

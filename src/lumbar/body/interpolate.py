"""From rest to peak, smoothly: the minimum-jerk way, through the key poses that lie between.

A hand that moves without effort from rest to rest follows s(u) = 10 u^3 - 15 u^4 + 6 u^5, the curve with the least
jerk (Flash and Hogan, 1985, J. Neurosci. 5, 1688-1703). Here the whole way does: at rest at its two ends, and without
a stop at what lies between, which it passes on a smooth curve that never swings beyond its key values.
"""

from itertools import pairwise

import numpy as np

from lumbar.body.arrays import FloatArray


def smooth_share(share: FloatArray) -> FloatArray:
    """Return how far a movement has come, 0 to 1, after a share of its time; held at its ends outside [0, 1].

    >>> smooth_share(np.array([0.0, 0.5, 1.0])).tolist()
    [0.0, 0.5, 1.0]
    """
    u = np.clip(share, 0.0, 1.0)
    return np.asarray(u**3 * (10 + u * (6 * u - 15)))


def pass_through(shares: FloatArray, rows: FloatArray, at: FloatArray) -> FloatArray:
    """Return values on the way from the first key value to the last, through those between.

    Args:
        shares: The share of the way's time at which each key value is reached, rising from 0 to 1, shape (keys,).
        rows: The key values, shape (keys, values).
        at: At which shares of the time to tell the values, shape (frames,); outside [0, 1] they stand still.

    Returns:
        Values, shape (frames, values).

    Raises:
        ValueError: If the shares do not rise from 0 to 1, or there are not as many as key values.

    Source:
        The slopes are those of Fritsch and Butland (1984, SIAM J. Sci. Stat. Comput. 5, 300-304) in their simple
        form, the harmonic mean of the slopes on both sides.
    """
    rising = all(before < after for before, after in pairwise(shares))
    if len(shares) != len(rows) or not rising or shares[0] != 0 or shares[-1] != 1:
        raise ValueError("Key values need one share each, rising from 0 to 1.")
    knots = smooth_share(np.asarray(shares, dtype=np.float64))[:, np.newaxis]
    way = smooth_share(at)
    slopes = _slopes(knots, rows)
    start = np.clip(np.searchsorted(knots[:, 0], way, side="right") - 1, 0, len(knots) - 2)
    width = knots[start + 1] - knots[start]
    u = (way[:, np.newaxis] - knots[start]) / width
    return np.asarray(
        rows[start] * (1 + 2 * u) * (1 - u) ** 2
        + rows[start + 1] * u**2 * (3 - 2 * u)
        + width * (slopes[start] * u * (1 - u) ** 2 - slopes[start + 1] * u**2 * (1 - u))
    )


def _slopes(knots: FloatArray, rows: FloatArray) -> FloatArray:
    """Return the slope at each key value, shape (keys, values): none where the way turns back."""
    steep = np.diff(rows, axis=0) / np.diff(knots, axis=0)
    before, after = steep[:-1], steep[1:]
    onward = before * after > 0
    between = np.where(onward, 2 * before * after / np.where(onward, before + after, 1.0), 0.0)
    return np.concatenate([steep[:1], between, steep[-1:]])

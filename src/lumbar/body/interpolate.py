"""From one key pose to the next, smoothly: the minimum-jerk way.

A hand that moves without effort from rest to rest follows s(u) = 10 u^3 - 15 u^4 + 6 u^5, the curve with the least
jerk (Flash and Hogan, 1985, J. Neurosci. 5, 1688-1703). Here every joint angle does; it starts and ends at rest.
"""

from collections.abc import Sequence
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


def interpolate(times_s: Sequence[float], rows: FloatArray, at_s: FloatArray) -> FloatArray:
    """Return values between key values, at rest at each of them.

    Args:
        times_s: When each key value is reached [s], rising; two equal neighbours hold still.
        rows: The key values, shape (keys, values).
        at_s: When to tell the values [s], shape (frames,); before the first and after the last they stand still.

    Returns:
        Values, shape (frames, values).

    Raises:
        ValueError: If times fall, or there are not as many as key values.
    """
    if len(times_s) != len(rows) or any(later < earlier for earlier, later in pairwise(times_s)):
        message = "Key values need one time each, and the times must not fall."
        raise ValueError(message)
    keys = np.asarray(times_s, dtype=np.float64)
    last = max(len(keys) - 2, 0)
    start = np.clip(np.searchsorted(keys, at_s, side="right") - 1, 0, last)
    end = np.minimum(start + 1, len(keys) - 1)
    length = np.where(keys[end] > keys[start], keys[end] - keys[start], 1.0)
    share = smooth_share((at_s - keys[start]) / length)[:, np.newaxis]
    return np.asarray(rows[start] + share * (rows[end] - rows[start]))

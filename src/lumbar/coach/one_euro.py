"""The One-Euro filter by time stamps: steady when slow, quick when fast (Casiez, Roussel and Vogel, CHI 2012)."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from lumbar.coach.frame import FloatArray

LEAST_HZ: Final = 1.0  # what passes of somebody who stands still; ours
MORE_HZ_PER_DEG_S: Final = 0.02  # how much more passes the faster an angle turns; ours
FORGOTTEN_S: Final = 0.5  # without a frame; ours
_SPEED_HZ: Final = 1.0
_TURN: Final = 2.0 * np.pi


class OneEuro:
    """Filters many angles [deg] at once, frame after frame; after a gap it begins anew."""

    def __init__(self, share: float = 1.0) -> None:
        """Begin without a past; only a `share` of what is usual passes, as where a whole movement is small."""
        self._least_hz, self._more_hz = share * LEAST_HZ, share * MORE_HZ_PER_DEG_S
        self._value: FloatArray | None = None
        self._speed: FloatArray | None = None
        self._time_s = 0.0

    def filter(
        self, times_s: Sequence[float], angles_deg: FloatArray, renamed: Sequence[bool] | None = None
    ) -> FloatArray:
        """Return filtered angles [deg], shape (frames, ...); the frames follow those of the call before.

        Where `renamed`, left and right (the second axis) are from here on what the other one was.
        """
        filtered = np.empty_like(angles_deg)
        value, speed, before = self._value, self._speed, self._time_s
        for place, time in enumerate(times_s):
            now, step = angles_deg[place], time - before
            if renamed is not None and renamed[place] and value is not None and speed is not None:
                value, speed = value[::-1], speed[::-1]
            if value is None or speed is None or step > FORGOTTEN_S:
                value, speed = now, np.zeros_like(now)
            elif step > 0.0:
                off, turn = now - value, _TURN * step
                share = _SPEED_HZ * turn / (1.0 + _SPEED_HZ * turn)
                speed = speed * (1.0 - share) + off * (share / step)
                # What is kept of the past, 1 / (1 + 2 pi f dt), with f rising with the speed.
                value = now - off / (np.abs(speed) * (self._more_hz * turn) + (1.0 + self._least_hz * turn))
            filtered[place] = value
            before = time
        self._value, self._speed, self._time_s = value, speed, before
        return filtered

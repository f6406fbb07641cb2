"""Which of a body's legs can be believed: limbs have a length, and keep it.

Where both sides work together, the near one is read; what stands before it (plates, a chair) may hide its leg all the
same, and then the far one is better.
"""

from typing import Final

import numpy as np
import numpy.typing as npt

from lumbar.coach.expectation import Expectation
from lumbar.coach.reading import THIGH, TRUNK, Reading

SHORTEST: Final = 0.35  # of the trunk: a thigh or shank in the picture's plane is longer; ours
LONGEST: Final = 1.6  # of the trunk: and shorter; ours
LIMB_JUMP: Final = 0.3  # of its length from one frame to the next; ours
_OFTEN: Final = 0.3  # of the frames: a near leg that is none so often is left for the far one; ours
_RARER: Final = 0.5  # of that: and no oftener the far one; ours
_SETTLE_S: Final = 1.0

Sides = npt.NDArray[np.intp]


class Limbs:
    """Looks at the lengths of thighs and shanks, frame after frame."""

    def __init__(self, expected: Expectation) -> None:
        """Begin without a past."""
        places = expected.limbs
        self._sided = expected.sided
        self._parts = np.array([THIGH + place for place in places], dtype=np.intp)
        self._of = np.array([[place % 2 == side for place in places] for side in (0, 1)])
        self._last: npt.NDArray[np.float64] | None = None
        self._off = [0.0, 0.0]
        self._began_s: float | None = None
        self._before_s = 0.0

    def look(self, times_s: list[float], body: Reading, near: Sides) -> tuple[Sides, npt.NDArray[np.bool_]]:
        """Return the side to read, and whether a leg that matters is none, shape (frames,) each.

        Args:
            times_s: Time stamps [s].
            body: What was read.
            near: The side towards the camera, 0 left and 1 right, shape (frames,).
        """
        limbs = body.lengths_px.take(self._parts, axis=1) / (body.lengths_px[:, TRUNK, np.newaxis] + 1e-9)
        before = limbs[:1] if self._last is None else self._last
        self._last = limbs[-1:]
        if len(limbs) > 1:
            before = np.concatenate([before, limbs[:-1]])
        wrong = (np.abs(limbs - before) > LIMB_JUMP * before) | (limbs < SHORTEST) | (limbs > LONGEST)
        if self._sided:
            return near, np.logical_or.reduce(wrong, axis=1)
        none = np.logical_or.reduce(wrong[:, np.newaxis] & self._of, axis=2)
        return self._better(times_s, none.tolist(), near)

    def _better(self, times_s: list[float], none: list[list[bool]], near: Sides) -> tuple[Sides, npt.NDArray[np.bool_]]:
        """Return the side whose leg is a leg, the near one where both are, and whether it is none just now."""
        left, right = self._off
        before = self._before_s
        read, bent = [], []
        for time, now, nearer in zip(times_s, none, near.tolist(), strict=True):
            if self._began_s is None:
                self._began_s, before = time, time
                left, right = float(now[0]), float(now[1])
            step = time - before
            share = step / (step + min(_SETTLE_S, time - self._began_s) + 1e-9)
            left, right = left + (now[0] - left) * share, right + (now[1] - right) * share
            before = time
            off, other = (right, left) if nearer else (left, right)
            side = 1 - nearer if off > _OFTEN and other < _RARER * off else nearer
            read.append(side)
            bent.append(now[side])
        self._off, self._before_s = [left, right], before
        return np.array(read, dtype=np.intp), np.array(bent)

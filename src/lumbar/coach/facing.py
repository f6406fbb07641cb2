"""Which way a body faces, remembered: nobody turns over without showing the width of the shoulders on the way.

How knees, hips, feet, elbows and the face bend tells it at a glance (`Reading.faces_right`), except of somebody who
lies straight: there a nose that the model misplaces is all there is. So what was known stays, until something clearly
says otherwise or the body was seen to turn.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np

from lumbar.coach.frame import FloatArray

KNOWN: Final = 1.0  # evidence times seconds: from here on weak evidence to the contrary is not believed; ours
MOST: Final = 8.0  # the same: more is not remembered; clear evidence undoes it within two seconds; ours
WEAK: Final = 2.0  # evidence: bent knees give 3 and more, lying straight 1 to 2; measured on recordings and films
TURNED: Final = 0.6  # as wide as at some 37 degrees off the side: the body may be turning over; ours
_FORGET_S: Final = 0.5  # while it turns, and without a frame
_LEAST_STEP_S: Final = 0.02  # the first frame counts as one of these


class Facing:
    """Keeps which way a body faces, frame after frame."""

    def __init__(self) -> None:
        """Begin without a past."""
        self._known = 0.0
        self._before_s: float | None = None

    def follow(self, times_s: Sequence[float], evidence: Sequence[float], turns: Sequence[float]) -> FloatArray:
        """Return 1 where the body faces the picture's right and -1 where its left, shape (frames,).

        Args:
            times_s: Time stamps [s], following those of the call before.
            evidence: For each frame above zero for the right, as in `Reading.faces_right`.
            turns: For each frame how wide shoulders and hips are, 0 from the side and 1 from ahead [ratio].
        """
        known, told = self._known, np.empty(len(times_s))
        before = self._before_s
        for place, (time, now, turn) in enumerate(zip(times_s, evidence, turns, strict=True)):
            step = _LEAST_STEP_S if before is None else time - before
            if turn > TURNED or step > _FORGET_S:
                known *= max(0.0, 1.0 - step / _FORGET_S)
            if now * known >= 0.0 or abs(now) > WEAK or abs(known) < KNOWN:
                known = min(max(known + now * step, -MOST), MOST)
            before = time
            told[place] = 1.0 if known >= 0.0 else -1.0
        self._known, self._before_s = known, before
        return told

"""Which way a body faces, remembered: nobody turns over without showing the width of the shoulders on the way.

How knees, hips, feet, elbows and the face bend tells it at a glance (`Reading.faces_right`), except of somebody who
lies straight on the front: there a nose that the model misplaces is all there is. So only clear evidence is believed
for good. Without any, who lies is taken to lie on the front: on the back, feet and face would say otherwise.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np

from lumbar.coach.frame import FloatArray

# Evidence: who lies straight on the front gives up to 1.8, on the back 2.5 and more, with bent knees 3; measured on
# recordings and drawn films.
CLEAR: Final = 2.1
KNOWN: Final = 0.5  # clear evidence times seconds: less than this was a slip; ours
MOST: Final = 8.0  # of the same: more is not remembered, or turning over would not be seen; ours
TURNED: Final = 0.6  # as wide as at some 37 degrees off the side: the body may be turning over; ours
_FORGET_S: Final = 0.5  # while it turns, and without a frame; ours
_LYING: Final = 0.5  # of the trunk's length along the picture: within 60 degrees of the level; ours
_LEAST_STEP_S: Final = 0.02  # the first frame counts as one of these; ours


class Facing:
    """Keeps which way a body faces, frame after frame."""

    def __init__(self) -> None:
        """Begin without a past."""
        self._known = self._hinted = 0.0
        self._before_s: float | None = None

    def follow(
        self, times_s: Sequence[float], evidence: Sequence[float], turns: Sequence[float], prone: Sequence[float]
    ) -> FloatArray:
        """Return 1 where the body faces the picture's right and -1 where its left, shape (frames,).

        Args:
            times_s: Time stamps [s], following those of the call before.
            evidence: For each frame above zero for the right, as in `Reading.faces_right`.
            turns: For each frame how wide shoulders and hips are, 0 from the side and 1 from ahead [ratio].
            prone: For each frame how far the trunk points along the picture, 1 where who lies on the front faces its
                right, -1 where its left, near zero for who does not lie.
        """
        known, hinted, before = self._known, self._hinted, self._before_s
        told = np.empty(len(times_s))
        for place, (time, now, turn, lies) in enumerate(zip(times_s, evidence, turns, prone, strict=True)):
            step = _LEAST_STEP_S if before is None else time - before
            kept = 1.0 if turn <= TURNED and step <= _FORGET_S else max(0.0, 1.0 - step / _FORGET_S)
            clear = now - CLEAR if now > CLEAR else min(now + CLEAR, 0.0)
            known = min(max(known * kept + clear * step, -MOST), MOST)
            hinted = min(max(hinted * kept + now * step, -1.0), 1.0)
            before = time
            hint = lies if abs(lies) > _LYING else hinted
            says = known if clear != 0.0 or abs(known) > KNOWN else hint
            told[place] = 1.0 if says >= 0.0 else -1.0
        self._known, self._hinted, self._before_s = known, hinted, before
        return told

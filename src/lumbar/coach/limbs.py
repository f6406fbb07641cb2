"""Which of a body's legs can be believed: limbs have a length, and keep it.

Where both sides work together, the near one is read; what stands before it (plates, a chair) may hide its leg all the
same, and then the far one is better. Where one side leads, each side needs its own limbs.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from lumbar.coach.expectation import Expectation
from lumbar.coach.reading import THIGH, Reading

SHORTEST: Final = 0.35  # of the trunk: a thigh or shank in the picture's plane is longer; ours
LONGEST: Final = 1.6  # of the trunk: and shorter; ours
LIMB_JUMP: Final = 0.3  # of its length from one frame to the next; ours
OFTEN: Final = 0.4  # of the frames: a limb that is none so often cannot be followed; ours
_OFTEN_NEAR: Final = 0.3  # of the frames: a near leg that is none so often is left for the far one; ours
_RARER: Final = 0.5  # of that: and no oftener the far one; ours
_NEITHER: Final = [False, False]
_SETTLE_S: Final = 1.0

Places = npt.NDArray[np.intp]
_PARTS: Final = np.arange(THIGH, THIGH + 4)


class Believed(NamedTuple):
    """What can be believed of many frames.

    `read` is the side to read (0 left, 1 right), shape (frames,). Frame by frame, for each side that may lead, `bent`
    says whether a limb it needs is none, and `shaky` whether that was so too often lately.
    """

    read: Places
    bent: list[list[bool]]
    shaky: list[list[bool]]


class Limbs:
    """Looks at the lengths of thighs and shanks, frame after frame."""

    def __init__(self, expected: Expectation) -> None:
        """Begin without a past."""
        self._sided = expected.sided
        self._needed = expected.limbs
        self._last: npt.NDArray[np.float64] | None = None
        self._off = (0.0, 0.0)
        self._began_s: float | None = None
        self._before_s = 0.0

    def look(self, times_s: Sequence[float], body: Reading, near: Places) -> Believed:
        """Return what can be believed.

        Args:
            times_s: Time stamps [s].
            body: What was read.
            near: The side towards the camera, 0 left and 1 right, shape (frames,).
        """
        limbs = body.lengths_px.take(_PARTS, axis=1) / body.trunk_px
        before = limbs[:1] if self._last is None else self._last
        self._last = limbs[-1:]
        if len(limbs) > 1:
            before = np.concatenate([before, limbs[:-1]])
        low, high = np.maximum((1.0 - LIMB_JUMP) * before, SHORTEST), np.minimum((1.0 + LIMB_JUMP) * before, LONGEST)
        wrong = (limbs < low) | (limbs > high)
        bent = [self._leads(parts) if True in parts else _NEITHER for parts in wrong.tolist()]
        often = self._often(times_s, bent)
        if self._sided:
            return Believed(near, bent, [[off > OFTEN for off in sides] if any(sides) else _NEITHER for sides in often])
        read = [_better(side, off) for side, off in zip(near.tolist(), often, strict=True)]
        return Believed(
            np.array(read, dtype=np.intp),
            [[none[side]] for none, side in zip(bent, read, strict=True)],
            [[off[side] > OFTEN] for off, side in zip(often, read, strict=True)],
        )

    def _leads(self, wrong: list[bool]) -> list[bool]:
        """Return for each side that may lead whether one of the limbs that are none is one that it needs."""
        return [any(none and needed for none, needed in zip(wrong, lead, strict=True)) for lead in self._needed]

    def _often(self, times_s: Sequence[float], bent: list[list[bool]]) -> list[tuple[float, float]]:
        """Return in how many of the last frames limbs were none, for each side that may lead [ratio]."""
        left, right = self._off
        before, began = self._before_s, self._began_s
        told = []
        for time, (one, other) in zip(times_s, bent, strict=True):
            if began is None:
                before, began, left, right = time, time, float(one), float(other)
            step = time - before
            share = step / (step + min(_SETTLE_S, time - began) + 1e-9)
            left, right = left + (one - left) * share, right + (other - right) * share
            before = time
            told.append((left, right))
        self._off, self._before_s, self._began_s = (left, right), before, began
        return told


def _better(near: int, often: tuple[float, float]) -> int:
    """Return the side to read: the near one, unless its leg is none and the far one's is."""
    off = often[near]
    return 1 - near if off > _OFTEN_NEAR and often[1 - near] < _RARER * off else near

"""Keep left and right apart by how limbs move, not by the model's labels alone.

A model that confuses the limbs of the two sides does so from one frame to the next: both jump to where the other one
was. Such a frame is read with the labels exchanged, until they jump back, or until the limbs lie together, where the
model's labels are taken again, since no eye could follow then.
"""

from typing import Final

import numpy as np
import numpy.typing as npt

from lumbar.coach.frame import FloatArray

_JOINTS: Final = np.array([25, 27, 26, 28, 13, 15, 14, 16])  # knees and ankles, elbows and wrists, left before right
_CROSSED: Final = np.array([2, 3, 0, 1, 6, 7, 4, 5])
_LIMBS: Final = (
    (np.array([25, 27, 29, 31]), np.array([26, 28, 30, 32])),
    (np.array([13, 15, 17, 19, 21]), np.array([14, 16, 18, 20, 22])),
)
_FAR: Final = 0.35  # of the trunk: how far two limbs jump at least, both joints of both together; ours
_CLEARER: Final = 0.45  # how much shorter the way is with labels exchanged; ours
_TOGETHER: Final = 0.12  # of the trunk: limbs this close are one to the eye; ours


class Identity:
    """Exchanges labels where the limbs of the two sides have jumped to each other's place."""

    def __init__(self) -> None:
        """Begin with the model's labels."""
        self._last: FloatArray | None = None
        self._swapped = [False, False]

    def follow(self, marks_px: FloatArray, trunk_px: FloatArray) -> tuple[FloatArray, npt.NDArray[np.bool_]]:
        """Return the marks with labels put right, and where legs jumped to each other's place, shape (frames,).

        Args:
            marks_px: Landmarks and middles [px], shape (frames, 36, 2), without NaN.
            trunk_px: The length of the trunk [px], shape (frames,).
        """
        joints = marks_px.take(_JOINTS, axis=1)  # (frames, 8, 2)
        before = joints[:1] if self._last is None else self._last
        if len(joints) > 1:
            before = np.concatenate([before, joints[:-1]])
        self._last = joints[-1:]
        stay = _ways(joints - before)
        jump = stay > _FAR * trunk_px[:, np.newaxis]
        if not (jump.any() or any(self._swapped)):
            return marks_px, jump[:, 0]
        jump &= _ways(joints - before[:, _CROSSED]) < _CLEARER * stay
        together = 0.5 * _ways(joints - joints[:, _CROSSED]) < 2.0 * _TOGETHER * trunk_px[:, np.newaxis]
        for limb in range(len(_LIMBS)):
            marks_px = self._exchange(marks_px, limb, jump[:, limb].tolist(), together[:, limb].tolist())
        return marks_px, jump[:, 0]

    def _exchange(self, marks_px: FloatArray, limb: int, jumps: list[bool], together: list[bool]) -> FloatArray:
        state, swapped = self._swapped[limb], []
        for place, (jump, near) in enumerate(zip(jumps, together, strict=True)):
            state = not near and (state ^ jump)
            if state:
                swapped.append(place)
        self._swapped[limb] = state
        if not swapped:
            return marks_px
        rows, (left, right) = np.array(swapped)[:, np.newaxis], _LIMBS[limb]
        fixed = marks_px.copy()
        fixed[rows, left], fixed[rows, right] = marks_px[rows, right], marks_px[rows, left]
        return fixed


def _ways(moved_px: FloatArray) -> FloatArray:
    """Return how far the joints of the legs, and of the arms, are apart together [px], shape (frames, 2)."""
    lengths = np.sqrt(np.add.reduce(moved_px * moved_px, axis=2))
    return np.asarray(np.add.reduce(lengths.reshape(-1, 2, 4), axis=2))

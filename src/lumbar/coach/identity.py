"""Keep left and right apart by how limbs move, not by the model's labels alone.

A model that confuses the limbs of the two sides does so from one frame to the next: both jump to where the other one
was. Such a frame is read with the labels exchanged, until they jump back, or until the limbs lie together, where the
model's labels are taken again, since no eye could follow then.
"""

from typing import Final

import numpy as np
import numpy.typing as npt

from lumbar.coach.frame import FloatArray

_LIMBS: Final = (
    (np.array([25, 27]), np.array([26, 28]), np.array([25, 27, 29, 31]), np.array([26, 28, 30, 32])),
    (np.array([13, 15]), np.array([14, 16]), np.array([13, 15, 17, 19, 21]), np.array([14, 16, 18, 20, 22])),
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

    def follow(self, points_px: FloatArray, trunk_px: FloatArray) -> tuple[FloatArray, npt.NDArray[np.bool_]]:
        """Return the points with labels put right, and where legs jumped to each other's place, shape (frames,).

        Args:
            points_px: Landmarks [px], shape (frames, 33, 2), without NaN.
            trunk_px: The length of the trunk [px], shape (frames,).
        """
        before = np.concatenate([points_px[:1] if self._last is None else self._last, points_px[:-1]])
        self._last = points_px[-1:]
        jumped = np.zeros(len(points_px), dtype=bool)
        fixed = points_px
        for limb, (left, right, all_left, all_right) in enumerate(_LIMBS):
            stay = _ways(points_px, before, left, left) + _ways(points_px, before, right, right)
            cross = _ways(points_px, before, left, right) + _ways(points_px, before, right, left)
            jump = (stay > _FAR * trunk_px) & (cross < _CLEARER * stay)
            if limb == 0:
                jumped = jump
            if not (jump.any() or self._swapped[limb]):
                continue
            together = _ways(points_px, points_px, left, right) < 2 * _TOGETHER * trunk_px
            swapped = np.empty(len(points_px), dtype=bool)
            state = self._swapped[limb]
            for place, (turn, near) in enumerate(zip(jump.tolist(), together.tolist(), strict=True)):
                state = not near and (state ^ turn)
                swapped[place] = state
            self._swapped[limb] = state
            if swapped.any():
                fixed = fixed.copy()
                rows = np.flatnonzero(swapped)[:, np.newaxis]
                fixed[rows, all_left], fixed[rows, all_right] = points_px[rows, all_right], points_px[rows, all_left]
        return fixed, jumped


def _ways(now: FloatArray, then: FloatArray, here: npt.NDArray[np.intp], there: npt.NDArray[np.intp]) -> FloatArray:
    """Return how far two joints are from two others [px], both together, shape (frames,)."""
    way = now[:, here] - then[:, there]
    lengths = np.sqrt(way[..., 0] * way[..., 0] + way[..., 1] * way[..., 1])
    return np.asarray(lengths[:, 0] + lengths[:, 1])

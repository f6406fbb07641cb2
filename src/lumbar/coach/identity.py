"""Keep left and right apart by how limbs move, not by the model's labels alone.

A model that confuses the limbs of the two sides does so from one frame to the next: both jump to where the other one
was. Such a frame is read with the labels exchanged, until they jump back. A jump tells that the labels changed, not
when they were right; so the ones that lasted longer are believed. Where the limbs lie together no eye could follow, and
what comes after is the model's to say.
"""

from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from lumbar.coach.frame import FloatArray
from lumbar.coach.reading import lengths_of

_JOINTS: Final = np.array([25, 27, 26, 28, 13, 15, 14, 16])  # knees and ankles, elbows and wrists, left before right
_CROSSED: Final = np.array([2, 3, 0, 1, 6, 7, 4, 5])
_OTHER: Final = np.array([2, 3, 0, 1])
_LIMBS: Final = (
    (np.array([25, 27, 29, 31]), np.array([26, 28, 30, 32])),
    (np.array([13, 15, 17, 19, 21]), np.array([14, 16, 18, 20, 22])),
)
_FAR: Final = 0.35  # of the trunk: how far two limbs jump at least, both joints of both together; ours
_CLEARER: Final = 0.45  # how much shorter the way is with labels exchanged; ours
_TOGETHER: Final = 0.48  # of the trunk: limbs this close, both joints of both together, are one to the eye; ours
_KNOWN_S: Final = 0.3  # apart for so long, before a jump can tell anything; ours
_MOST_S: Final = 3.0  # labels are believed against the model for no longer; ours


class Followed(NamedTuple):
    """What was followed through many frames.

    `marks_px` [px], shape (frames, 36, 2), are those with labels put right. Of shape (frames,), `swapped` says where
    legs jumped to each other's place, and `renamed` where from then on a leg goes by the other one's name.
    """

    marks_px: FloatArray
    swapped: npt.NDArray[np.bool_]
    renamed: npt.NDArray[np.bool_]


class Identity:
    """Exchanges labels where the limbs of the two sides have jumped to each other's place."""

    def __init__(self) -> None:
        """Begin with the model's labels."""
        self._last: FloatArray | None = None
        self._swapped = [False, False]
        self._known_s: list[float] = []  # since when limbs are apart, and labels are what they are
        self._until_s = [0.0, 0.0]
        self._right = [(0.0, np.zeros((4, 2))), (0.0, np.zeros((4, 2)))]

    def follow(self, marks_px: FloatArray, trunk_px: FloatArray, times_s: list[float]) -> Followed:
        """Return the marks with labels put right.

        Args:
            marks_px: Landmarks and middles [px], shape (frames, 36, 2), without NaN.
            trunk_px: The length of the trunk [px], shape (frames,).
            times_s: Their time stamps [s].
        """
        if not self._known_s:
            self._known_s = [times_s[0], times_s[0]]
        joints = marks_px.take(_JOINTS, axis=1)  # (frames, 8, 2)
        before = joints[:1] if self._last is None else self._last
        if len(joints) > 1:
            before = np.concatenate([before, joints[:-1]])
        self._last = joints[-1:]
        moved = np.empty((len(joints), 2, *joints.shape[1:]))  # since the frame before, and from one side to the other
        np.subtract(joints, before, out=moved[:, 0])
        np.subtract(joints, joints.take(_CROSSED, axis=1), out=moved[:, 1])
        ways = _ways(moved) / trunk_px[:, np.newaxis, np.newaxis]
        stay, together = ways[:, 0], ways[:, 1] < _TOGETHER
        jump = stay > _FAR
        jumps, lies = np.logical_or.reduce(jump, axis=0).tolist(), np.logical_or.reduce(together, axis=0).tolist()
        if any(jumps):
            jump &= _ways(joints - before.take(_CROSSED, axis=1)) < _CLEARER * stay * trunk_px[:, np.newaxis]
        renamed = np.zeros(len(joints), dtype=bool)
        for limb in range(len(_LIMBS)):
            if lies[limb] and not (self._swapped[limb] or jumps[limb]):
                self._known_s[limb] = times_s[together[:, limb].nonzero()[0][-1]]
            elif self._swapped[limb] or jumps[limb]:
                seen = (joints[:, 4 * limb : 4 * limb + 4], before[:, 4 * limb : 4 * limb + 4])
                rows, anew = self._mistaken(limb, times_s, seen, jump[:, limb].tolist(), together[:, limb].tolist())
                marks_px = _exchanged(marks_px, limb, rows)
                if limb == 0:
                    renamed[anew] = True
        return Followed(marks_px, jump[:, 0], renamed)

    def _mistaken(
        self,
        limb: int,
        times_s: list[float],
        seen_px: tuple[FloatArray, FloatArray],
        jumps: list[bool],
        together: list[bool],
    ) -> tuple[list[int], list[int]]:
        """Return the frames whose labels are to be exchanged, and those from which on a limb goes by the other's name.

        `seen_px` are the limbs' joints now and just before.
        """
        state, known_s, until_s = self._swapped[limb], self._known_s[limb], self._until_s[limb]
        joints, before = seen_px
        mistaken, anew = [], []
        for place, (time, jump, near) in enumerate(zip(times_s, jumps, together, strict=True)):
            if near:
                state, known_s = False, time
            elif state and (jump or self._is_back(limb, time, joints[place])):
                state = False
            elif state and time >= until_s:
                state, known_s = False, time
                anew.append(place)
            elif jump and not state:
                if time - known_s >= _KNOWN_S:
                    state, until_s = True, time + min(time - known_s, _MOST_S)
                    self._right[limb] = (time, before[place])
                else:
                    known_s = time
                    anew.append(place)
            if state:
                mistaken.append(place)
        self._swapped[limb], self._known_s[limb], self._until_s[limb] = state, known_s, until_s
        return mistaken, anew

    def _is_back(self, limb: int, time_s: float, joints_px: FloatArray) -> bool:
        """Return whether limbs are again where they were just before they jumped, by the model's labels."""
        since_s, right = self._right[limb]
        if time_s - since_s > _KNOWN_S:
            return False
        return bool(_way(joints_px - right) < _CLEARER * _way(joints_px - right[_OTHER]))


def _exchanged(marks_px: FloatArray, limb: int, rows: list[int]) -> FloatArray:
    """Return the marks with left and right of a limb exchanged in some frames."""
    if not rows:
        return marks_px
    places, (left, right) = np.array(rows)[:, np.newaxis], _LIMBS[limb]
    fixed = marks_px.copy()
    fixed[places, left], fixed[places, right] = marks_px[places, right], marks_px[places, left]
    return fixed


def _way(moved_px: FloatArray) -> float:
    return float(lengths_of(moved_px).sum())


def _ways(moved_px: FloatArray) -> FloatArray:
    """Return how far the joints of the legs, and of the arms, are apart together [px], shape (..., 2)."""
    lengths = lengths_of(moved_px)
    return np.asarray(np.add.reduce(lengths.reshape(*lengths.shape[:-1], 2, 4), axis=-1))

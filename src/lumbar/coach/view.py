"""What a frame says of the picture itself: how far the body is turned, how large it is, and whether all of it shows."""

from collections.abc import Iterator
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from lumbar.coach.expectation import Expectation
from lumbar.coach.frame import FloatArray
from lumbar.coach.reading import SHANK, THIGH, Reading

TRUNK_SHARE: Final = 1.5  # of the trunk: from the hips to the top of the head, roughly
STRETCHED: Final = 0.94  # of the height: trunk, head, thigh and shank together in the model's landmarks
_EDGE: Final = 0.01  # of the picture: a landmark this far outside is outside; ours


class Seen(NamedTuple):
    """What one frame says of the picture.

    `turn` [ratio] is how wide shoulders and hips are, 0 from the side and 1 from ahead; `size` [ratio] how much of the
    picture's width (or height, upright) the body would fill, stretched out; `outside` [ratio] how far the outermost
    landmark that is needed lies outside the picture. `trunk_px` [px] is the trunk's length, `middle_px` [px] where the
    middle of the hips is. `bent` says for each side that may lead (one where both work together) that the length of a
    limb it needs is not a body's, or jumped; `swapped` that the legs jumped to each other's place, `renamed` that each
    leg goes by the other one's name from now on; `moved` that something moved at all since the frame before.
    """

    turn: float
    size: float
    outside: float
    trunk_px: float
    middle_px: list[float]
    bent: list[bool]
    swapped: bool
    renamed: bool
    moved: bool


class Sides(NamedTuple):
    """Of many frames: the side that is read (0 left, 1 right), limbs that are none by lead, and what legs did."""

    read: npt.NDArray[np.intp]
    bent: list[list[bool]]
    swapped: npt.NDArray[np.bool_]
    renamed: npt.NDArray[np.bool_]


class Viewing:
    """Reads frames one after the other; keeps the last one to compare with."""

    def __init__(self, expected: Expectation) -> None:
        """Begin without a past."""
        self._all = np.array(sorted({*expected.needed[0], *expected.needed[1]}))
        self._needed = None if expected.sided else np.array(expected.needed)  # both sides need as many
        self._upright = expected.upright
        self._last_points: FloatArray | None = None
        self._size_px, self._half = (0, 0), np.zeros((1, 0, 2))  # of one frame's shape, numpy is quickest

    def look(
        self,
        points_px: FloatArray,
        marks_px: FloatArray,
        body: Reading,
        sides: Sides,
        size_px: tuple[int, int],
    ) -> Iterator[Seen]:
        """Return frame by frame what is seen.

        Args:
            points_px: The model's landmarks [px], shape (frames, 33, 2).
            marks_px: The same with sides put right, and the middles, shape (frames, 36, 2).
            body: What was read from them.
            sides: The side that is read, and where its leg, or its name, is wrong.
            size_px: The picture's width and height [px].
        """
        lengths = body.lengths_px
        trunk = body.trunk_px[:, 0]
        legs = lengths[:, THIGH : THIGH + 2] + lengths[:, SHANK : SHANK + 2]
        stretched = TRUNK_SHARE * trunk + np.maximum(legs[:, 0], legs[:, 1])
        filled = STRETCHED * (min(size_px) if self._upright else size_px[0])
        return map(
            Seen,
            body.turn.tolist(),
            (stretched / filled).tolist(),
            self._outside(marks_px, sides.read, size_px).tolist(),
            trunk.tolist(),
            marks_px[:, 34].tolist(),
            sides.bent,
            sides.swapped.tolist(),
            sides.renamed.tolist(),
            self._moved(points_px).tolist(),
        )

    def _outside(self, marks_px: FloatArray, read: npt.NDArray[np.intp], size_px: tuple[int, int]) -> FloatArray:
        if size_px != self._size_px:
            self._size_px = size_px
            self._half = np.tile(
                0.5 * np.array(size_px), (1, len(self._all if self._needed is None else self._needed[0]), 1)
            )
        if self._needed is None:
            needed = marks_px.take(self._all, axis=1)
        else:
            needed = marks_px[np.arange(len(read))[:, np.newaxis], self._needed[read]]
        beyond = np.abs(needed - self._half) / self._half
        return np.asarray(np.maximum.reduce(beyond.reshape(len(read), -1), axis=1) - (1.0 + 2.0 * _EDGE))

    def _moved(self, points_px: FloatArray) -> npt.NDArray[np.bool_]:
        before = points_px[:1] + 1.0 if self._last_points is None else self._last_points
        self._last_points = points_px[-1:]
        if len(points_px) > 1:
            before = np.concatenate([before, points_px[:-1]])
        return np.asarray(np.logical_or.reduce((points_px != before).reshape(len(points_px), -1), axis=1))

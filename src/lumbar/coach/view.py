"""What a frame says of the picture itself: how far the body is turned, how large it is, and whether all of it shows."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from lumbar.coach.expectation import Expectation
from lumbar.coach.frame import FloatArray
from lumbar.coach.reading import HIP_LINE, SHANK, SHOULDER_LINE, THIGH, TRUNK, Reading

SHOULDERS: Final = 0.65  # of the trunk's length, seen from ahead; measured on recordings
HIPS: Final = 0.38  # the same
TRUNK_SHARE: Final = 1.5  # of the trunk: from the hips to the top of the head, roughly
STRETCHED: Final = 0.94  # of the height: trunk, head, thigh and shank together in the model's landmarks
_WIDEST: Final = 2.0
_EDGE: Final = 0.01  # of the picture: a landmark this far outside is outside; ours


class Seen(NamedTuple):
    """What one frame says of the picture; the fields are those of `View`.

    `moved_px` [px] is how far the landmark that moved most went since the frame before, `swapped` whether the legs
    jumped to each other's place.
    """

    turn: float
    size: float
    outside: float
    trunk_px: float
    limbs: list[float]
    middle_px: list[float]
    moved_px: float
    swapped: bool


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """Numbers of many frames, shape (frames,) each.

    `turn` [ratio] is how wide shoulders and hips are, 0 from the side and 1 from ahead; `size` [ratio] how much of the
    picture's width (or height, upright) the body would fill, stretched out; `outside` [ratio], shape (frames, 2), how
    far the outermost landmark that is needed lies outside, for the left and for the right side leading. `trunk_px`
    [px] is the trunk's length, `limbs` [ratio], shape (frames, limbs), the thighs and shanks that are needed as shares
    of it, and `middle_px` [px], shape (frames, 2), the middle of the hips.
    """

    turn: FloatArray
    size: FloatArray
    outside: FloatArray
    trunk_px: FloatArray
    limbs: FloatArray
    middle_px: FloatArray

    def told(
        self, near: npt.NDArray[np.intp], moved_px: FloatArray, swapped: npt.NDArray[np.bool_], *, sided: bool
    ) -> Iterator[Seen]:
        """Return frame by frame what is seen; `near` is the side towards the camera, 0 left and 1 right."""
        outside = self.outside.max(axis=1) if sided else self.outside[np.arange(len(near)), near]
        numbers = (self.turn, self.size, outside, self.trunk_px, self.limbs, self.middle_px, moved_px, swapped)
        return map(Seen, *(number.tolist() for number in numbers))


def view_of(points_px: FloatArray, body: Reading, size_px: tuple[int, int], expected: Expectation) -> View:
    """Return what frames say of the picture, from landmarks [px] without NaN and what was read from them."""
    trunk = body.lengths_px[:, TRUNK] + 1e-9
    shoulders = np.minimum(body.lengths_px[:, SHOULDER_LINE] / (SHOULDERS * trunk), _WIDEST)
    hips = np.minimum(body.lengths_px[:, HIP_LINE] / (HIPS * trunk), _WIDEST)
    legs = body.lengths_px[:, THIGH : THIGH + 2] + body.lengths_px[:, SHANK : SHANK + 2]
    stretched = (TRUNK_SHARE * trunk + np.maximum(legs[:, 0], legs[:, 1])) / STRETCHED
    share = points_px / np.array(size_px, dtype=np.float64)
    beyond = np.abs(share - 0.5).max(axis=2) - (0.5 + _EDGE)
    return View(
        turn=0.5 * (shoulders + hips),
        size=stretched / (min(size_px) if expected.upright else size_px[0]),
        outside=np.stack([beyond[:, marks].max(axis=1) for marks in expected.needed], axis=1),
        trunk_px=trunk,
        limbs=body.lengths_px[:, THIGH : SHANK + 2][:, expected.limbs] / trunk[:, np.newaxis],
        middle_px=0.5 * (points_px[:, 23] + points_px[:, 24]),
    )

"""A region: the turned square of a picture in which one person is looked at."""

from dataclasses import dataclass
from math import atan2, cos, hypot, pi, sin
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

Image = npt.NDArray[np.uint8]
FloatArray = npt.NDArray[np.float64]
CROP: Final = 256
"""Width and height [px] of what the landmark model looks at."""
MARGIN: Final = 1.25  # BlazePose was trained on squares this much wider than the circle around a body
FAR: Final = 0.35  # of the size: regions whose middles lie further apart show different things; ours
UNLIKE_SIZE: Final = 1.6  # times: a body is not suddenly this much larger; ours
UNLIKE_TURN: Final = pi / 4  # rad: nor turned this far; ours


@dataclass(frozen=True, slots=True)
class Region:
    """A square around the middle of a person's hips [px], `turn` [rad] clockwise from upright."""

    x_px: float
    y_px: float
    size_px: float
    turn: float

    @classmethod
    def around(cls, hips: FloatArray, rim: FloatArray) -> "Region":
        """Return the region of the body with its hips at `hips`, whose circle goes through `rim`, both (2,) [px]."""
        right, down = float(rim[0] - hips[0]), float(rim[1] - hips[1])
        return cls(float(hips[0]), float(hips[1]), 2 * hypot(right, down) * MARGIN, pi / 2 - atan2(-down, right))

    def picture_of_crop(self) -> FloatArray:
        """Return the affine map from pixels of the crop to pixels of the picture, shape (2, 3)."""
        scale, middle = self.size_px / CROP, (CROP - 1) / 2
        turned = scale * self.turning()
        shift = np.array([self.x_px, self.y_px]) - turned @ np.array([middle, middle])
        return np.column_stack([turned, shift])

    def turning(self) -> FloatArray:
        """Return the rotation from the axes of the crop to those of the picture, shape (2, 2)."""
        along, across = cos(self.turn), sin(self.turn)
        return np.array([[along, -across], [across, along]])

    def crop(self, image: Image) -> Image:
        """Return this part of `image`, upright, shape (CROP, CROP, 3), red first; black beyond the border."""
        flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        part = cv2.warpAffine(image, self.picture_of_crop(), (CROP, CROP), flags=flags)
        return cv2.cvtColor(part, cv2.COLOR_BGR2RGB).astype(np.uint8, copy=False)

    def is_like(self, other: "Region") -> bool:
        """Tell whether `other` shows the same person in the same posture: near, of like size, turned alike."""
        apart = hypot(self.x_px - other.x_px, self.y_px - other.y_px)
        larger, smaller = max(self.size_px, other.size_px), min(self.size_px, other.size_px)
        turned = abs((self.turn - other.turn + pi) % (2 * pi) - pi)
        return apart <= FAR * smaller and larger <= UNLIKE_SIZE * smaller and turned <= UNLIKE_TURN

    def overlaps(self, other: "Region") -> bool:
        """Tell whether the middle of either lies within the other's circle."""
        apart = hypot(self.x_px - other.x_px, self.y_px - other.y_px)
        return apart <= max(self.size_px, other.size_px) / 2 / MARGIN

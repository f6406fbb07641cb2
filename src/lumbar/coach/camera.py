"""A camera that looks at a body: from the room's metres to a picture's pixels."""

from dataclasses import dataclass

import numpy as np

from lumbar.coach.frame import FloatArray


@dataclass(frozen=True, slots=True)
class Camera:
    """Where a picture is taken from.

    `azimuth_deg` is the direction from the target to the camera about z: 0 from ahead, 90 from the left;
    `elevation_deg` how far above the level. `distance_m` [m] is from the target, infinite for a parallel view;
    `share` is the part of the picture's width that a metre fills at the target [1/m].
    """

    azimuth_deg: float = 90.0
    elevation_deg: float = 0.0
    distance_m: float = np.inf
    share: float = 0.4
    size_px: tuple[int, int] = (1280, 720)

    def project(self, points_m: FloatArray, target_m: FloatArray) -> FloatArray:
        """Return where points [m], shape (..., 3), are in the picture [px], shape (..., 2); y goes down."""
        right, up, back = self._axes()
        seen = points_m - target_m
        near = 1.0 - (seen @ back) / self.distance_m
        width, height = self.size_px
        scale = self.share * width / near
        return np.stack([width / 2 + scale * (seen @ right), height / 2 - scale * (seen @ up)], axis=-1)

    def _axes(self) -> tuple[FloatArray, FloatArray, FloatArray]:
        turn, rise = np.radians(self.azimuth_deg), np.radians(self.elevation_deg)
        back = np.array([np.cos(rise) * np.cos(turn), np.cos(rise) * np.sin(turn), np.sin(rise)])
        right = np.array([-np.sin(turn), np.cos(turn), 0.0])
        return right, np.cross(back, right), back

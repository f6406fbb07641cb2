"""The landmark model: where the 33 landmarks of the person in a region are."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from lumbar.vision.network import Floats, Network
from lumbar.vision.region import CROP, FloatArray, Image, Region

LANDMARKS: Final = 33
POINTS: Final = 39  # and six more: two say where to look next
HIPS, RIM = 33, 34
MAP: Final = 64  # width and height of the heat maps
AROUND: Final = 3  # cells on every side of a landmark that refine it (mediapipe, pose_landmark)
WARM: Final = 0.5  # a heat map that is nowhere warmer there refines nothing (the same)
_CELLS: Final = np.arange(2 * AROUND + 1)


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """One person in one picture.

    `points_px` [px], shape (33, 2); `visibility` [ratio], shape (33,); `presence` [ratio] how sure the
    model is that there is anybody; `next` where to look next.
    """

    points_px: FloatArray
    visibility: FloatArray
    presence: float
    next: Region


class Landmarker:
    """Places the landmarks of a person whose region is known."""

    def __init__(self, weights: bytes, threads: int = 1) -> None:
        """Read the model `weights`: lite, full or heavy."""
        self._network = Network(weights, threads)

    def place(self, image: Image, region: Region) -> Seen:
        """Return who is seen in the `region` of `image`."""
        said = self._network(region.crop(image).astype(np.float32) / np.float32(255))
        points = said[(POINTS * 5,)].reshape(POINTS, 5).astype(np.float64)
        in_crop = _refined(points[:, :2], said[MAP, MAP, POINTS])
        turning = region.turning()
        in_px = (in_crop - CROP / 2) / CROP * region.size_px @ turning.T + [region.x_px, region.y_px]
        return Seen(
            points_px=in_px[:LANDMARKS],
            visibility=_share(points[:LANDMARKS, 3]),
            presence=float(said[(1,)][0]),
            next=Region.around(in_px[HIPS], in_px[RIM]),
        )


def _refined(points: FloatArray, heat: Floats) -> FloatArray:
    """Return `points` [px of the crop], shape (39, 2), each moved to the middle of the warmth around it.

    `heat`, shape (64, 64, 39), is the model's second opinion, before the logistic function.
    """
    cells = (points * (MAP / CROP)).astype(int)
    rows, columns = (cells[:, axis, np.newaxis] - AROUND + _CELLS for axis in (1, 0))  # (39, 7) each
    inside = _within(rows)[:, :, np.newaxis] & _within(columns)[:, np.newaxis]
    taken = heat[
        rows.clip(0, MAP - 1)[:, :, np.newaxis],
        columns.clip(0, MAP - 1)[:, np.newaxis],
        np.arange(POINTS)[:, None, None],
    ]
    warmth = np.where(inside, _share(taken.astype(np.float64)), 0.0)  # (39, 7, 7)
    total = warmth.sum(axis=(1, 2))
    moved = np.stack([(warmth.sum(axis=1) * columns).sum(axis=1), (warmth.sum(axis=2) * rows).sum(axis=1)], axis=1)
    known = (warmth.max(axis=(1, 2)) >= WARM) & _within(cells).all(axis=1)
    return np.where(known[:, np.newaxis], moved / np.maximum(total, 1e-9)[:, np.newaxis] * (CROP / MAP), points)


def _within(cells: np.ndarray[tuple[int, ...], np.dtype[np.int64]]) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    return (cells >= 0) & (cells < MAP)


def _share(logit: FloatArray) -> FloatArray:
    """Return the logistic function of `logit`, of the same shape."""
    share: FloatArray = 1 / (1 + np.exp(-logit.clip(-80, 80)))
    return share

"""The detector: where in a picture a person is, and how they are turned.

BlazePose's detector looks at the whole picture, 224 pixels wide and high, from 2254 fixed places ("anchors"). At each
it says how sure it is, and where from there the middle of the hips and the rim of the body lie.
"""

from collections.abc import Iterator
from typing import Final

import cv2
import numpy as np

from lumbar.vision.network import Floats, Network
from lumbar.vision.region import FloatArray, Image, Region

SIDE: Final = 224
STRIDES: Final = ((8, 2), (16, 2), (32, 6))  # px between places, and anchors at each (mediapipe, pose_detection)
SURE: Final = 0.5  # below this the detector saw nobody (mediapipe, pose_detection)
SAME: Final = 0.3  # of the area: boxes that share more show one person (the same)
CLIP: Final = 100.0  # beyond it a score says no more (mediapipe, pose_detection)
HIPS, RIM = slice(4, 6), slice(6, 8)  # of a row: after the four sides of the box


def anchors() -> FloatArray:
    """Return the places the detector looks from, in shares of the picture, shape (2254, 2)."""
    return np.array([place for stride, each in STRIDES for place in _grid(SIDE // stride) for _ in range(each)])


class Detector:
    """Finds people in a picture."""

    def __init__(self, weights: bytes, threads: int = 1) -> None:
        """Read the model `weights`."""
        self._network = Network(weights, threads)
        self._anchors = anchors()

    def find(self, image: Image) -> tuple[Region, ...]:
        """Return the region of everybody seen in `image`, the surest first."""
        height, width = image.shape[:2]
        said = self._network(_squared(image))
        scores = said[len(self._anchors), 1][:, 0].astype(np.float64).clip(-CLIP, CLIP)
        sure = np.flatnonzero(scores >= np.log(SURE / (1 - SURE)))
        offsets = said[len(self._anchors), 12][sure].astype(np.float64) / SIDE
        places = _placed(offsets, self._anchors[sure])
        longest = max(height, width)
        corner = np.array([longest - width, longest - height]) / 2
        return tuple(
            Region.around(mean[HIPS] * longest - corner, mean[RIM] * longest - corner)
            for mean in _people(places, 1 / (1 + np.exp(-scores[sure])))
        )


def _grid(cells: int) -> Iterator[tuple[float, float]]:
    return (((x + 0.5) / cells, (y + 0.5) / cells) for y in range(cells) for x in range(cells))


def _squared(image: Image) -> Floats:
    """Return the whole picture in the middle of a square, values from -1 to 1, shape (SIDE, SIDE, 3)."""
    height, width = image.shape[:2]
    scale = SIDE / max(height, width)
    half = (scale - 1) / 2  # the middle of the first pixel stays the middle of a pixel
    across, down = ((SIDE - size * scale) / 2 + half for size in (width, height))
    shrink = np.array([[scale, 0, across], [0, scale, down]])
    small = cv2.cvtColor(cv2.warpAffine(image, shrink, (SIDE, SIDE)), cv2.COLOR_BGR2RGB)
    return small.astype(np.float32) / np.float32(127.5) - np.float32(1)


def _placed(offsets: FloatArray, seen_from: FloatArray) -> FloatArray:
    """Return boxes (left, top, right, bottom) and four points, in shares of the square, shape (n, 12)."""
    pairs = offsets.reshape(-1, 6, 2) + seen_from[:, np.newaxis]
    half = offsets.reshape(-1, 6, 2)[:, 1] / 2
    boxes = np.concatenate([pairs[:, 0] - half, pairs[:, 0] + half], axis=1)
    return np.concatenate([boxes, pairs[:, 2:].reshape(-1, 8)], axis=1)


def _people(places: FloatArray, scores: FloatArray) -> Iterator[FloatArray]:
    """Yield the mean, weighted by score, of the boxes around each person, the surest person first."""
    while len(scores):
        here = _shares(places[:, :4], places[scores.argmax(), :4]) > SAME
        here[scores.argmax()] = True
        yield np.average(places[here], axis=0, weights=scores[here])
        places, scores = places[~here], scores[~here]


def _shares(boxes: FloatArray, box: FloatArray) -> FloatArray:
    """Return which share of their common area `box` and each of `boxes` both cover, shape (n,)."""
    low, high = np.maximum(boxes[:, :2], box[:2]), np.minimum(boxes[:, 2:], box[2:])
    both = (high - low).clip(0).prod(axis=1)
    areas = (boxes[:, 2:] - boxes[:, :2]).prod(axis=1)
    share: FloatArray = both / (areas + (box[2:] - box[:2]).prod() - both)
    return share

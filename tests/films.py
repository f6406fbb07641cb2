"""Films and tracks for tests: made here without anybody in them, or private ones where somebody has them."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt
import pytest

from lumbar.coach.frame import LANDMARKS, Track
from tools.layout import ROOT

PRIVATE: Final = ROOT.parent / "shared"
"""Films of people, kept beside the checkout where somebody has them, and never in it."""


def private(path: str) -> Path:
    """Return a private file; the test is skipped, saying so, where there is none."""
    found = PRIVATE / path
    if not found.exists():
        pytest.skip(f"private film or recording not here: ../shared/{path}")
    return found


def write_film(path: Path, images: Iterable[npt.NDArray[np.uint8]], fps: float = 25.0) -> Path:
    """Write `images` as a film and return its path."""
    writer: cv2.VideoWriter | None = None
    for image in images:
        if writer is None:
            size = (image.shape[1], image.shape[0])
            writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"mp4v"), fps, size)
        writer.write(image)
    assert writer is not None
    writer.release()
    return path


def empty_room(frames: int = 12, size_px: tuple[int, int] = (96, 64)) -> list[npt.NDArray[np.uint8]]:
    """Return images of nothing, each a little brighter than the last."""
    return [np.full((size_px[1], size_px[0], 3), 40 + 4 * number, np.uint8) for number in range(frames)]


# Where a body lies in a bridge, by the landmark of its left side [px]: knees bent, feet on the floor.
_AT_REST: Final = {7: (90, 300), 11: (140, 300), 13: (180, 310), 15: (230, 312), 23: (280, 300), 25: (350, 210)}
_FOOT: Final = {27: (390, 310), 29: (385, 318), 31: (420, 318)}
_HIP, _LIFT_PX = 23, 66.0


def bridges(count: int, fps: float = 25.0, each_s: float = 4.0) -> Track:
    """Return the track of somebody who lies on the back and lifts the hips `count` times, seen from the side."""
    times = np.arange(0, count * each_s + 1, 1 / fps)
    lifted = _LIFT_PX * np.clip(1 - np.cos(2 * np.pi * np.clip(times - 0.5, 0, count * each_s) / each_s), 0, 2) / 2
    points = np.full((len(times), LANDMARKS, 2), 0.0)
    points[:] = (90, 295)  # the face
    for mark, place in {**_AT_REST, **_FOOT}.items():
        points[:, mark] = points[:, mark + 1] = place
    for mark in (_HIP, _HIP + 1):
        points[:, mark, 1] -= lifted
    points[:, 1::2, 0] += 3  # the far side shows a little
    return Track(points, np.full(points.shape[:2], 0.95), times, (640, 480))

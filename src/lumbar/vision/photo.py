"""A photo: what a box of a frame shows, as JPEG."""

from typing import Final

import cv2
import numpy as np

from lumbar.app.watch_pictures import Box
from lumbar.vision.album import Album

WIDTH: Final = 640  # px; ours
QUALITY: Final = 82  # of 100; ours


def photo_of(album: Album, frame: int, box: Box, size_px: tuple[int, int]) -> bytes | None:
    """Return what `box` [px of the film, whose size is `size_px`] shows of a frame; nothing where it is not kept."""
    if frame >= len(album):
        return None
    share = album.size_px[0] / size_px[0]
    left, top, width, height = (side * share for side in box)
    scale = min(1.0, WIDTH / width)
    shape = (max(1, round(width * scale)), max(1, round(height * scale)))
    place = np.array([[scale, 0, -left * scale], [0, scale, -top * scale]])
    shown = cv2.warpAffine(album.image(frame), place, shape, flags=cv2.INTER_AREA, borderMode=cv2.BORDER_REPLICATE)
    return cv2.imencode(".jpg", shown, [cv2.IMWRITE_JPEG_QUALITY, QUALITY])[1].tobytes()

"""A film: its frames with their times, decoded once and in order."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import cv2
import numpy as np

from lumbar.app.watch_words import A_PICTURE, A_RECORDING, EMPTY_FILE, NO_FILM, OTHER_CODE, UNREADABLE, Told
from lumbar.errors import InputError
from lumbar.vision.quiet import quiet
from lumbar.vision.region import Image

SUFFIXES: Final = frozenset(
    {".avi", ".m4v", ".mjpeg", ".mkv", ".mov", ".mp4", ".mpeg", ".mpg", ".webm", ".wmv", ".y4m"}
)
PICTURES: Final = frozenset({".avif", ".bmp", ".heic", ".jpeg", ".jpg", ".png", ".tif", ".tiff", ".webp"})
os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", "-8")  # what is wrong with a film is told by us, in one sentence
UNREAD: Final = {"AV01": "AV1", "VVC1": "VVC"}  # OpenCV brings no decoder for these
USUAL_FPS: Final = 30.0  # of a film that does not say; ours


@dataclass(frozen=True, slots=True)
class Film:
    """What is known of a film before its frames: `frames` is what it says of itself, 0 where it says nothing."""

    path: Path
    size_px: tuple[int, int]
    fps: float
    frames: int


def open_film(path: Path) -> Film:
    """Return what the film at `path` says of itself.

    Raises:
        InputError: If there is no such file, or it is no film that can be read; says what would have worked.
    """
    if not path.is_file():
        raise InputError([Told(NO_FILM, path=path)])
    if path.stat().st_size == 0:
        raise InputError([Told(EMPTY_FILE, path=path)])
    if path.suffix.lower() == ".npz":
        raise InputError([Told(A_RECORDING, path=path)])
    if path.suffix.lower() in PICTURES:  # OpenCV would read it as a film of one frame
        raise InputError([Told(A_PICTURE, path=path)])
    with quiet():
        capture = cv2.VideoCapture(str(path))
        begun, image = capture.read() if capture.isOpened() else (False, None)
    try:
        if not begun or image is None:
            if capture.isOpened() and capture.get(cv2.CAP_PROP_FRAME_COUNT) > 0 and (code := _code(capture)) in UNREAD:
                raise InputError([Told(OTHER_CODE, path=path, code=UNREAD[code])])
            raise InputError([Told(UNREADABLE, path=path, kinds=", ".join(sorted(SUFFIXES)))])
        said_fps, said_frames = capture.get(cv2.CAP_PROP_FPS), capture.get(cv2.CAP_PROP_FRAME_COUNT)
    finally:
        capture.release()
    fps = said_fps if 0 < said_fps < np.inf else USUAL_FPS
    return Film(path, (image.shape[1], image.shape[0]), fps, max(0, int(said_frames)))


def _code(capture: cv2.VideoCapture) -> str:
    """Return the four letters of how a film is coded."""
    return int(capture.get(cv2.CAP_PROP_FOURCC)).to_bytes(4, "little").decode("latin-1").upper()


def frames_of(film: Film) -> Iterator[tuple[float, Image]]:
    """Yield the time [s] and the image of every frame, upright as a player shows it; times rise.

    A frame that says no time of its own, or one that is not after the last one's, comes one frame later than that.
    """
    capture = cv2.VideoCapture(str(film.path))
    last_s = -1 / film.fps
    try:
        while True:
            going, image = capture.read()
            if not going or image is None:
                return
            time_s = capture.get(cv2.CAP_PROP_POS_MSEC) / 1000
            last_s = time_s if time_s > last_s else last_s + 1 / film.fps
            yield last_s, image.astype(np.uint8, copy=False)
    finally:
        capture.release()

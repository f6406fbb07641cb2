"""A film in the place of a webcam: Chromium reads it as its camera, over and over."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt
from playwright.sync_api import Browser, Playwright

from tests.film_library import film_of
from tools.chromium import find_chromium, launch_arguments

SIZE_PX: Final = (480, 360)
FILM_PX: Final = (320, 240)  # a smaller film is made sooner, and the pose model looks no closer
FPS: Final = 15
FLAGS: Final = ("--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", "--disable-dev-shm-usage")


def images_of(path: Path) -> Iterator[npt.NDArray[np.uint8]]:
    """Yield the pictures of a film, in the size of the webcam."""
    film = cv2.VideoCapture(str(path))
    while True:
        there, image = film.read()
        if not there:
            film.release()
            return
        yield np.asarray(cv2.resize(image, SIZE_PX, interpolation=cv2.INTER_AREA), np.uint8)


def write_camera(path: Path, images: Iterator[npt.NDArray[np.uint8]], fps: int) -> Path:
    """Write pictures as Chromium's fake camera reads them: raw, at `fps` pictures a second."""
    with path.open("wb") as file:
        file.write(f"YUV4MPEG2 W{SIZE_PX[0]} H{SIZE_PX[1]} F{fps}:1 Ip A1:1 C420jpeg\n".encode())
        for image in images:
            file.write(b"FRAME\n" + cv2.cvtColor(image, cv2.COLOR_BGR2YUV_I420).tobytes())
    return path


def film_camera(folder: Path, exercise: str) -> Path:
    """Write two repetitions of an exercise for the camera; of one whose sides take turns, one of each side."""
    film = film_of(exercise, seed=3, reps=2, size_px=FILM_PX, frames_per_s=FPS)
    return write_camera(folder / "camera.y4m", images_of(film.path), FPS)


def dark_room() -> Iterator[npt.NDArray[np.uint8]]:
    """Yield a second of a room with nobody and hardly any light in it."""
    room = np.full((SIZE_PX[1], SIZE_PX[0], 3), 12, np.uint8)
    return (room for _ in range(FPS))


@contextmanager
def browser_with(driver: Playwright, camera: Path | None, *, may: bool = True) -> Iterator[Browser]:
    """Start a Chromium whose camera shows a film, or that has none; `may`: nobody is asked whether it may be used."""
    flags = [flag for flag in FLAGS if may or "fake-ui" not in flag]
    flags = [flag for flag in flags if camera is not None or "fake-device" not in flag]
    flags += [] if camera is None else [f"--use-file-for-fake-video-capture={camera}"]
    started = driver.chromium.launch(
        executable_path=str(find_chromium()),
        args=[*launch_arguments(), *flags],
    )
    try:
        yield started
    finally:
        started.close()

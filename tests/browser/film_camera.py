"""A film in the place of a webcam: Chromium reads it as its camera, over and over."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt
from playwright.sync_api import Browser, BrowserContext, Playwright

from tools.chromium import find_chromium, launch_arguments

SIZE_PX: Final = (480, 360)
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


@contextmanager
def browser_with(driver: Playwright, camera: Path) -> Iterator[Browser]:
    """Start a Chromium whose camera shows a film."""
    started = driver.chromium.launch(
        executable_path=str(find_chromium()),
        args=[*launch_arguments(), *FLAGS, f"--use-file-for-fake-video-capture={camera}"],
    )
    yield started
    started.close()


def window(browser: Browser) -> BrowserContext:
    """Open a window of a phone's size that may use the camera."""
    opened = browser.new_context(
        viewport={"width": 360, "height": 740}, locale="en-GB", reduced_motion="reduce", permissions=["camera"]
    )
    opened.set_default_timeout(60_000)
    return opened

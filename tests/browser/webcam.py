"""A webcam that shows what a test holds before it: a film, somebody at rest, an empty room.

Chromium reads its fake camera from a file, over and over. The file holds a single picture, and while the browser
looks, the pictures of a film are written over it, each at its time. So the page's own `getUserMedia` opens a camera
once, and a film begins when the test says so, as somebody begins when they are ready. A picture that is late is left
out: a film takes as long as it takes on any machine.
"""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from tests.film_library import KeptFilm, film_of

SIZE_PX: Final = (320, 240)  # the pose model looks no closer
FPS: Final = 15
AT_REST_S: Final = 0.9  # a film begins and ends with a second at rest
Image = npt.NDArray[np.uint8]


def film(exercise: str, reps: int = 2) -> KeptFilm:
    """Return a film of some repetitions of an exercise; of one whose sides take turns, of both sides together."""
    return film_of(exercise, seed=3, reps=reps, size_px=SIZE_PX, frames_per_s=FPS)


def images_of(kept: KeptFilm) -> Iterator[Image]:
    """Yield the pictures of a film."""
    reader = cv2.VideoCapture(str(kept.path))
    while True:
        there, image = reader.read()
        if not there:
            reader.release()
            return
        yield np.asarray(image, np.uint8)


def room(light: int) -> Iterator[Image]:
    """Yield some pictures of a room with nobody in it; `light` is 0 to 255."""
    empty = np.full((SIZE_PX[1], SIZE_PX[0], 3), light, np.uint8)
    empty[: SIZE_PX[1] // 3] = min(255, light + light // 4)
    return (empty for _ in range(2))


@dataclass(frozen=True, slots=True)
class Shown:
    """Pictures from a time on, as the file holds them; when they are over, those from `again` on go back and forth."""

    images: Sequence[bytes]
    again: Sequence[bytes]
    from_s: float

    def at(self, now_s: float) -> bytes:
        """Return the picture of a moment."""
        late = int((now_s - self.from_s) * FPS)
        if late < len(self.images):
            return self.images[late]
        back_and_forth = [*self.again, *self.again[-2:0:-1]]
        return back_and_forth[(late - len(self.images)) % len(back_and_forth)]


class Webcam:
    """What the browser's camera sees; `path` is where the browser reads it."""

    def __init__(self, path: Path, looks_per_s: int = FPS) -> None:
        """Show a dark room; the browser looks so often."""
        self.path = path
        self._head = f"YUV4MPEG2 W{SIZE_PX[0]} H{SIZE_PX[1]} F{looks_per_s}:1 Ip A1:1 C420jpeg\nFRAME\n".encode()
        self._films: dict[Path, Sequence[bytes]] = {}
        self._shown = self._over(room(12))
        path.write_bytes(self._head + self._shown.at(monotonic()))

    def show(self, images: Iterator[Image]) -> None:
        """Show some pictures over and over."""
        self._shown = self._over(images)

    def rest(self, kept: KeptFilm) -> None:
        """Show the person of a film at rest, before they begin."""
        first = self._raw(kept)[: int(AT_REST_S * FPS)]
        self._shown = Shown((), first, monotonic())

    def play(self, kept: KeptFilm) -> None:
        """Show a film, and then its person at rest."""
        images = self._raw(kept)
        self._shown = Shown(images, images[-int(AT_REST_S * FPS) :], monotonic())

    @property
    def at_s(self) -> float:
        """Return how long what is shown has been shown [s]: in a film, the time in it."""
        return monotonic() - self._shown.from_s

    @contextmanager
    def on(self) -> Iterator[None]:
        """Write what is shown, picture by picture, as long as this lasts."""
        over = threading.Event()
        thread = threading.Thread(target=self._write, args=(over,))
        thread.start()
        try:
            yield
        finally:
            over.set()
            thread.join()

    def _write(self, over: threading.Event) -> None:
        with self.path.open("r+b", buffering=0) as file:
            while not over.wait(0.5 / FPS):
                file.seek(len(self._head))
                file.write(self._shown.at(monotonic()))

    def _raw(self, kept: KeptFilm) -> Sequence[bytes]:
        if kept.path not in self._films:
            self._films[kept.path] = _raw(images_of(kept))
        return self._films[kept.path]

    def _over(self, images: Iterator[Image]) -> Shown:
        return Shown((), _raw(images), monotonic())


def _raw(images: Iterator[Image]) -> Sequence[bytes]:
    sized = (cv2.resize(image, SIZE_PX, interpolation=cv2.INTER_AREA) for image in images)
    return tuple(cv2.cvtColor(image, cv2.COLOR_BGR2YUV_I420).tobytes() for image in sized)

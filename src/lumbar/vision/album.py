"""An album: the images of a film kept as JPEG in a file without a name, for the pictures that come after it.

A film is decoded once, and which frames are peaks is known only when it is over. The file is gone when the album is
closed, or when this program ends in any way.
"""

import tempfile
from types import TracebackType
from typing import Final, Self

import cv2
import numpy as np

from lumbar.app.watch_words import NO_ROOM, Told, why
from lumbar.errors import UnavailableError
from lumbar.vision.region import Image

LONGEST: Final = 1280  # px: larger images are kept smaller; ours
QUALITY: Final = 90  # of 100; ours


class Album:
    """Keeps images in the order in which they come."""

    def __init__(self) -> None:
        """Begin without any.

        Raises:
            UnavailableError: If there is no room for them; so does `keep`.
        """
        try:
            self._file = tempfile.TemporaryFile(prefix="lumbar-")  # noqa: SIM115 - closed with the album
        except OSError as error:
            raise _no_room(error) from None
        self._places: list[tuple[int, int]] = []
        self.size_px = (0, 0)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._file.close()

    def __len__(self) -> int:
        """Return how many images are kept."""
        return len(self._places)

    def keep(self, image: Image) -> None:
        """Keep `image` as the next one."""
        small = _shrunk(image)
        self.size_px = (small.shape[1], small.shape[0])
        data = cv2.imencode(".jpg", small, [cv2.IMWRITE_JPEG_QUALITY, QUALITY])[1].tobytes()
        try:
            self._places.append((self._file.seek(0, 2), len(data)))
            self._file.write(data)
        except OSError as error:
            raise _no_room(error) from None

    def jpeg(self, number: int) -> bytes:
        """Return the image kept at place `number`, as JPEG."""
        begins, length = self._places[number]
        self._file.seek(begins)
        return self._file.read(length)

    def image(self, number: int) -> Image:
        """Return the image kept at place `number`."""
        data = np.frombuffer(self.jpeg(number), np.uint8)
        image = cv2.imdecode(data, cv2.IMREAD_COLOR)
        assert image is not None, "it was encoded here"  # noqa: S101
        return image.astype(np.uint8, copy=False)


def _no_room(error: OSError) -> UnavailableError:
    return UnavailableError(Told(NO_ROOM, path=tempfile.gettempdir(), why=why(error)))


def _shrunk(image: Image) -> Image:
    height, width = image.shape[:2]
    share = LONGEST / max(height, width)
    if share >= 1:
        return image
    size = (round(width * share), round(height * share))
    return cv2.resize(image, size, interpolation=cv2.INTER_AREA).astype(np.uint8, copy=False)

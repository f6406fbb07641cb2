"""The files of films: coded by OpenCV, or as plain frames."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol, Self

from lumbar.errors import InputError, UnavailableError

if TYPE_CHECKING:
    from lumbar.figure.draw import Picture

CODECS: Final[Mapping[str, str]] = {".mp4": "mp4v", ".webm": "VP80", ".avi": "MJPG"}
ENDINGS: Final = (*CODECS, ".y4m")
_YUV_OF_RGB: Final = (  # ITU-R BT.601, in the range of television
    (0.257, 0.504, 0.098),
    (-0.148, -0.291, 0.439),
    (0.439, -0.368, -0.071),
)


def check_file(path: Path) -> None:
    """Check that a film can be written to a file, before anything is drawn.

    Raises:
        InputError: If a film cannot have this ending.
        UnavailableError: If the folder is not there, or the package that writes films.
    """
    if path.suffix.lower() not in ENDINGS:
        raise InputError([f"--output: a film must end in one of {', '.join(ENDINGS)}, not in “{path.suffix}”."])
    if not path.parent.is_dir():
        raise UnavailableError(f"{path} cannot be written: there is no folder {path.parent}.")
    if path.is_dir():
        raise UnavailableError(f"{path} cannot be written: it is a folder.")


class Writer(Protocol):
    """What takes the pictures of a film; leaving it ends the file."""

    def __enter__(self) -> Self:
        """Begin the film."""

    def __exit__(self, *_: object) -> None:
        """End the film."""

    def add(self, picture: "Picture") -> None:
        """Add a picture, shape (height, width, 3)."""


def writer(path: Path, size_px: tuple[int, int], frames_per_s: float) -> Writer:
    """Return what writes a film with such an ending.

    Raises:
        UnavailableError: If it cannot be written, or the package that writes films is not there.
    """
    return _Y4m(path, size_px, frames_per_s) if path.suffix.lower() == ".y4m" else _Coded(path, size_px, frames_per_s)


class _Coded:
    """A film that OpenCV writes."""

    def __init__(self, path: Path, size_px: tuple[int, int], frames_per_s: float) -> None:
        try:
            import cv2
        except ImportError as error:
            raise UnavailableError(
                "Films are written by OpenCV. Install Lumbar's extra “film” (pip install opencv-python-headless), "
                "or write a .y4m, which needs nothing."
            ) from error
        self._cv2 = cv2
        self._file = cv2.VideoWriter()
        code = cv2.VideoWriter.fourcc(*CODECS[path.suffix.lower()])
        if not (path.parent.is_dir() and self._file.open(str(path), code, frames_per_s, size_px)):
            raise UnavailableError(f"{path} cannot be written.")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.release()

    def add(self, picture: "Picture") -> None:
        self._file.write(self._cv2.cvtColor(picture, self._cv2.COLOR_RGB2BGR))


class _Y4m:
    """A film as plain frames, such as a browser takes for a camera: full colour (4:4:4), as large as it sounds."""

    def __init__(self, path: Path, size_px: tuple[int, int], frames_per_s: float) -> None:
        self._file = path.open("wb")
        wide, high = size_px
        rate = round(frames_per_s * 1000)
        self._file.write(f"YUV4MPEG2 W{wide} H{high} F{rate}:1000 Ip A1:1 C444\n".encode())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def add(self, picture: "Picture") -> None:
        import numpy as np

        planes = picture @ np.array(_YUV_OF_RGB).T + np.array([16.0, 128, 128])
        self._file.write(b"FRAME\n" + np.moveaxis(planes.round(), -1, 0).astype(np.uint8).tobytes())

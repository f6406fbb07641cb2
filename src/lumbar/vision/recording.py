"""A recording: the landmarks of a film without the film, as an `.npz` file.

It holds `P`, shape (frames, 33, 4): x and y [px], depth and visibility of BlazePose's landmarks, NaN where nobody was
found; `t`, shape (frames,): the times [s]; `wh`: the pictures' width and height [px].
"""

from pathlib import Path
from typing import Final
from zipfile import BadZipFile

import numpy as np

from lumbar.coach.frame import LANDMARKS, Track
from lumbar.errors import InputError, UnavailableError

KEYS: Final = ("P", "t", "wh")


def read_recording(path: Path) -> Track:
    """Return the track in the file at `path`.

    Raises:
        InputError: If it is no recording; says what one holds.
    """
    if not path.is_file():
        raise InputError([f"There is no recording {path}. Name an .npz file of landmarks."])
    try:
        with np.load(path, allow_pickle=False) as held:
            points, times, size = (np.asarray(held[key], dtype=np.float64) for key in KEYS)
        width, height = (int(side) for side in size)
        return Track(points[:, :, :2], np.nan_to_num(points[:, :, 3]), times, (width, height))
    except (OSError, ValueError, KeyError, IndexError, TypeError, EOFError, BadZipFile):
        shape = f"P (frames, {LANDMARKS}, 4), t (frames,) and wh (2,)"
        raise InputError([f"{path} is not a recording. One is an .npz file that holds {shape}."]) from None


def write_recording(path: Path, track: Track) -> None:
    """Write `track` to `path`; the depth, which a track has not, is left empty.

    Raises:
        UnavailableError: If the file cannot be written.
    """
    depth = np.full((*track.visibility.shape, 1), np.nan)
    points = np.concatenate([track.points_px, depth, track.visibility[..., np.newaxis]], axis=2).astype(np.float32)
    try:
        with path.open("wb") as file:
            np.savez_compressed(file, P=points, t=track.times_s, wh=np.array(track.size_px))
    except OSError as error:
        raise UnavailableError(f"{path} cannot be written: {error.strerror}.") from None

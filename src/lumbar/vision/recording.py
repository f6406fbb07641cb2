"""A recording: the landmarks of a film without the film, as an `.npz` file.

It holds `P`, shape (frames, 33, 4): x and y [px], depth and visibility of BlazePose's landmarks, NaN where nobody was
found; `t`, shape (frames,): the times [s]; `wh`: the pictures' width and height [px].
"""

from pathlib import Path
from typing import Final
from zipfile import BadZipFile

import numpy as np

from lumbar.app.watch_words import (
    BAD_RECORDING,
    NO_ARRAYS,
    NO_FRAMES,
    NO_RECORDING,
    NO_SIZE,
    NOT_WRITTEN,
    OTHER_SHAPES,
    TIMES_FALL,
    Told,
    why,
)
from lumbar.coach.frame import LANDMARKS, FloatArray, Track
from lumbar.errors import InputError, UnavailableError

KEYS: Final = ("P", "t", "wh")
USUAL_S: Final = 1 / 30  # between two frames of a recording that does not say; ours


def read_recording(path: Path) -> Track:
    """Return the track in the file at `path`; a frame that lacks a landmark is one of nobody.

    Raises:
        InputError: If it is no recording; says what one holds.
    """
    if not path.is_file():
        raise InputError([Told(NO_RECORDING, path=path)])
    try:
        with np.load(path, allow_pickle=False) as held:
            points, times, size = (np.asarray(held[key], dtype=np.float64) for key in KEYS)
    except (OSError, ValueError, KeyError, TypeError, EOFError, BadZipFile):
        raise _bad(path, NO_ARRAYS) from None
    if size.shape != (2,) or not np.isfinite(size).all() or (size < 1).any():
        raise _bad(path, NO_SIZE)
    if points.shape != (*times.shape, LANDMARKS, 4) or times.ndim != 1:
        raise _bad(path, OTHER_SHAPES)
    if not len(times):
        raise _bad(path, NO_FRAMES)
    if not (np.diff(times, prepend=times[0]) >= 0).all() or not np.isfinite(times).all():
        raise _bad(path, TIMES_FALL)
    places = np.where(np.isfinite(points[:, :, :2]).all(axis=(1, 2), keepdims=True), points[:, :, :2], np.nan)
    return Track(places, np.nan_to_num(points[:, :, 3]), _rising(times), (int(size[0]), int(size[1])))


def _rising(times: FloatArray) -> FloatArray:
    """Return `times`, none of which falls, with those that are told twice on the way to the next."""
    new = np.flatnonzero(np.diff(times, prepend=-np.inf) > 0)
    if len(new) == len(times):
        return times
    end = times[-1] + (np.median(np.diff(times[new])) if len(new) > 1 else USUAL_S)
    return np.asarray(np.interp(np.arange(len(times)), [*new, len(times)], [*times[new], end]))


def _bad(path: Path, reason: str) -> InputError:
    return InputError([Told(BAD_RECORDING, path=path, why=Told(reason))])


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
        raise UnavailableError(Told(NOT_WRITTEN, path=path, why=why(error))) from None

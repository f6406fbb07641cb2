"""What the page sends: one binary message a picture, and a few words of JSON between the sets."""

import json
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID

import numpy as np

from lumbar.coach.frame import LANDMARKS, Frame
from lumbar.errors import InputError

VERSION: Final = 1
HEAD: Final = struct.Struct("<HHHHd")
"""Version, width and height of the picture [px], how many landmarks follow (33, or 0: nobody), and the time [s]."""
BODY: Final = np.dtype("<f4")
"""Then x [px], y [px] and visibility of each landmark, one after the other."""
LONGEST: Final = HEAD.size + LANDMARKS * 3 * BODY.itemsize
LONGEST_TEXT: Final = 512  # bytes; ours
_SIZES: Final = range(16, 8193)  # pixels that a picture may be wide or high; ours
_BEYOND: Final = 8.0  # pictures that a landmark may lie outside of this one; ours
_LATEST_S: Final = 1e9
_LONGEST_HOLD_S: Final = 3600.0


@dataclass(frozen=True, slots=True)
class Watch:
    """A set begins: which exercise of which session, and how long each peak is to be held [s]."""

    session: UUID
    exercise: str
    hold_s: float


@dataclass(frozen=True, slots=True)
class Finish:
    """The set is over."""


def read_frame(data: bytes) -> Frame:
    """Return the frame that a binary message holds.

    Raises:
        InputError: If it is none; it says why.
    """
    if len(data) < HEAD.size:
        raise InputError([f"{len(data)} bytes are no picture's landmarks."])
    version, width, height, marks, time_s = HEAD.unpack_from(data)
    if version != VERSION:
        raise InputError([f"Version {version} is not spoken here; {VERSION} is."])
    if marks not in {0, LANDMARKS} or len(data) != HEAD.size + marks * 3 * BODY.itemsize:
        raise InputError([f"{marks} landmarks in {len(data)} bytes; there are {LANDMARKS} of them, or none."])
    if width not in _SIZES or height not in _SIZES or not 0.0 <= time_s <= _LATEST_S:
        raise InputError(["No picture has this size or this time."])
    if not marks:
        nobody = np.full((LANDMARKS, 2), np.nan)
        return Frame(nobody, np.zeros(LANDMARKS), time_s, (width, height))
    rows = np.frombuffer(data, BODY, offset=HEAD.size).reshape(LANDMARKS, 3)
    if not np.isfinite(rows).all() or np.abs(rows[:, :2]).max() > _BEYOND * max(width, height):
        raise InputError(["Landmarks are not where a picture could show them."])
    wide = rows.astype(np.float64)  # only now: there are bytes that are no number
    return Frame(wide[:, :2].copy(), wide[:, 2].clip(0.0, 1.0), time_s, (width, height))


def write_frame(frame: Frame) -> bytes:
    """Return the binary message of a frame, as the page writes it."""
    there = not np.isnan(frame.points_px).any()
    head = HEAD.pack(VERSION, *frame.size_px, LANDMARKS if there else 0, frame.time_s)
    rows = np.column_stack([frame.points_px, frame.visibility]).astype(BODY)
    return head + rows.tobytes() if there else head


def read_words(text: str) -> Watch | Finish:
    """Return what a message in JSON asks for.

    Raises:
        InputError: If it asks for nothing that there is.
    """
    said = _parsed(text)
    if said.get("do") == "finish":
        return Finish()
    hold_s = said.get("hold_s")
    if (
        said.get("do") != "watch"
        or not isinstance(said.get("exercise"), str)
        or isinstance(hold_s, bool)
        or not isinstance(hold_s, int | float)
        or not 0.0 <= hold_s <= _LONGEST_HOLD_S
    ):
        raise InputError(['Say {"do": "watch", "session": …, "exercise": …, "hold_s": …} or {"do": "finish"}.'])
    try:
        session = UUID(str(said.get("session")))
    except ValueError:
        raise InputError(["This is not the id of a session."]) from None
    return Watch(session, str(said["exercise"]), float(hold_s))


def _parsed(text: str) -> Mapping[str, object]:
    if len(text) > LONGEST_TEXT:
        raise InputError(["This is too long."])
    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, dict):
        raise InputError(["This is not JSON that means anything here."])
    return said

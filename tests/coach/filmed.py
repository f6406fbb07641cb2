"""Landmarks that BlazePose (full) saw in drawn films of every exercise a camera can count, with what is true in them.

They lie in `tests/coach/landmarks`, one file a film, small enough to keep: places in eighths of a pixel, as differences
from frame to frame. `python -m tests.coach.filming` draws the films and makes them anew.
"""

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from lumbar.coach.frame import LANDMARKS, FloatArray, Track

FOLDER: Final = Path(__file__).parent / "landmarks"
STEPS_PER_PX: Final = 8
NOBODY: Final = -30000


@dataclass(frozen=True, slots=True, eq=False)
class Filmed:
    """A drawn film: what a pose model saw of it, and what is true.

    `truth` has `exercise`, `body`, `view`, `seed`, whether the peak is `held`, and `repetitions`, each with `start_s`,
    `peak_from_s`, `peak_to_s`, `end_s` and `side`. `peaks_px` [px], shape (repetitions, 33, 2), are the landmarks of
    the body that was drawn, in the middle of each peak: the joints' own places, and those of shoulders, ankles, feet
    and head as the coach expects them.
    """

    track: Track
    truth: Mapping[str, Any]
    peaks_px: FloatArray

    @property
    def name(self) -> str:
        """Return what the film is called: exercise, body, view and seed."""
        return ".".join(str(self.truth[key]) for key in ("exercise", "body", "view", "seed"))


def write(one: Filmed, folder: Path = FOLDER) -> Path:
    """Write a film's landmarks; they are rounded to an eighth of a pixel."""
    path = folder / f"{one.name}.zz"
    steps = np.where(np.isnan(one.track.points_px), NOBODY, np.round(one.track.points_px * STEPS_PER_PX))
    moves = np.diff(
        steps.astype("<i2").reshape(len(one.track), -1), axis=0, prepend=np.zeros((1, 2 * LANDMARKS), "<i2")
    )
    head = {
        **one.truth,
        "size_px": list(one.track.size_px),
        "times_s": np.round(one.track.times_s, 4).tolist(),
        "peaks_px": np.round(one.peaks_px, 2).tolist(),
    }
    told = json.dumps(head, separators=(",", ":")).encode()
    path.write_bytes(zlib.compress(told + b"\n" + moves.astype("<i2").T.tobytes(), 9))
    return path


def read(path: Path) -> Filmed:
    """Read a film's landmarks."""
    told, _, moves = zlib.decompress(path.read_bytes()).partition(b"\n")
    head = json.loads(told)
    times = np.array(head.pop("times_s"))
    steps = np.frombuffer(moves, "<i2").reshape(2 * LANDMARKS, len(times)).T
    places = np.cumsum(steps, axis=0, dtype=np.int16).astype(np.float64).reshape(-1, LANDMARKS, 2)
    points = np.where(places == NOBODY, np.nan, places / STEPS_PER_PX)
    size, peaks = tuple(head.pop("size_px")), np.array(head.pop("peaks_px"))
    return Filmed(Track(points, np.ones(points.shape[:2]), times, (size[0], size[1])), head, peaks)


def films(view: str | None = None) -> list[Path]:
    """Return the films that are kept: those from the side (`view` is "side"), or those from elsewhere."""
    found = sorted(FOLDER.glob("*.zz"))
    return [path for path in found if view is None or (path.name.split(".")[2] == "side") == (view == "side")]

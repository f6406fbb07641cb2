"""The contact sheet of the docs: every exercise, start and peak, and beside it what it was drawn of.

`python -m tools.contact_sheet` writes both anew. What it was drawn of are places of the body in each picture, so that a
test can tell when a pose or a view has changed since, whatever has become of colours and code.
"""

import json
import sys
from pathlib import Path
from typing import Final

import numpy as np

from lumbar.app.drawing import Wish, draw_all
from lumbar.app.shelf import load_catalogue
from lumbar.body.physique import measure
from lumbar.catalogue.exercise import Exercise
from lumbar.figure.clip import clip_of
from tools.layout import ROOT

SHEET: Final = ROOT / "docs" / "images" / "exercises.webp"
PLACES: Final = SHEET.with_suffix(".json")
_WIDTH_PX: Final = 1920
_POINTS: Final = ("head_top", "grip_left", "grip_right", "hip_left", "knee_left", "knee_right", "toe_left", "toe_right")
_WOMAN: Final = measure(1.65, 62, "female")


def places_of(exercise: Exercise) -> list[list[list[int]]]:
    """Return where a few points are seen at start and peak, in a picture of 400 x 300."""
    clip = clip_of(exercise, _WOMAN)
    spots = clip.path.at(np.array([0.0, 1.0])).placed().points_m(_POINTS)
    told: list[list[list[int]]] = clip.view.project(spots, 400, 300).round().astype(int).tolist()
    return told


def main() -> int:
    """Draw the sheet and write what it was drawn of."""
    exercises = [exercise for exercise in load_catalogue() if exercise.motion is not None]
    _write(SHEET, draw_all(exercises, Wish(".webp", width_px=_WIDTH_PX)))
    rows = ",\n".join(f"{json.dumps(exercise.id)}: {json.dumps(places_of(exercise))}" for exercise in exercises)
    _write(PLACES, f"{{\n{rows}\n}}\n".encode())
    return 0


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    print(f"{path.relative_to(ROOT)}: {len(data) / 1000:.0f} kB")


if __name__ == "__main__":
    sys.exit(main())

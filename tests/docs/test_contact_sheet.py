"""The contact sheet of the docs shows the exercises as they are."""

import json
from io import BytesIO

import numpy as np
from PIL import Image

from lumbar.app.shelf import load_catalogue
from tools.contact_sheet import PLACES, SHEET, places_of

ANEW = "draw it anew: .venv/bin/python -m tools.contact_sheet"
NEAR_PX = 4  # of a picture of 400 x 300: a difference that nobody sees


def test_the_sheet_shows_every_exercise_in_its_poses() -> None:
    told = json.loads(PLACES.read_text(encoding="utf-8"))
    drawn = {exercise.id: exercise for exercise in load_catalogue() if exercise.motion is not None}
    assert list(told) == list(drawn), ANEW
    off = {name: np.abs(np.subtract(places_of(drawn[name]), places)).max() for name, places in told.items()}
    assert {name: pixels for name, pixels in off.items() if pixels > NEAR_PX} == {}, ANEW


def test_the_sheet_is_a_picture_small_enough_to_send() -> None:
    data = SHEET.read_bytes()
    wide, high = Image.open(BytesIO(data)).size
    assert len(data) <= 400_000
    assert wide > 1800
    assert high > wide / 2

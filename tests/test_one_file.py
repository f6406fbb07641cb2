"""A made-up exercise as one file is drawn, moves, has a load, is planned and is filmed, without a line of Python."""

import json
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from lumbar.app.drawing import Wish, draw_exercise
from lumbar.app.film import FilmWish, write_film
from lumbar.app.planning import plan_outlook
from lumbar.app.shelf import read_files, read_sources
from lumbar.body.physique import measure
from lumbar.catalogue.catalogue import Catalogue
from lumbar.catalogue.check import build_catalogue
from lumbar.catalogue.exercise import Equipment, Exercise
from lumbar.figure.clip import clip_json, clip_of
from lumbar.journal.profile import Person, Profile, Screening
from lumbar.spine.load import find_load
from tests.figure.made import body

FILE: Final = Path(__file__).with_name("kneeling-reach.toml")
WOMAN: Final = measure(1.65, 62, "female")
MONDAY: Final = date(2026, 1, 5)


@pytest.fixture(scope="module")
def shelf() -> Catalogue:
    """Return the catalogue with one file more."""
    files = {**read_files(), FILE.name: FILE.read_text(encoding="utf-8")}
    catalogue, faults = build_catalogue(files, read_sources())
    assert [str(fault) for fault in faults] == []
    return catalogue


@pytest.fixture(scope="module")
def reach(shelf: Catalogue) -> Exercise:
    return shelf.exercise("kneeling-reach")


@pytest.mark.parametrize("pose", ["rest", "peak"])
@pytest.mark.parametrize("ending", [".png", ".svg"])
def test_it_is_drawn(reach: Exercise, pose: str, ending: str) -> None:
    body("woman")
    drawn = draw_exercise(reach, Wish(ending, pose="rest" if pose == "rest" else "peak", width_px=160))
    if ending == ".svg":
        assert ET.fromstring(drawn).tag.endswith("svg")  # noqa: S314  drawn here
    else:
        picture = Image.open(BytesIO(drawn))
        assert picture.size == (160, 120)
        assert picture.getchannel("A").getextrema() == (0, 255)


def test_it_moves(reach: Exercise) -> None:
    told = clip_json(clip_of(reach, WOMAN))
    moved = told["joints"]
    assert isinstance(moved, list)
    assert "shoulder_flexion_left" in moved
    assert '"dumbbell"' in json.dumps(told["things"])
    assert told["hands"] == {"left": "grip", "right": "flat"}


def test_it_has_a_load_that_grows_with_what_is_held(reach: Exercise) -> None:
    empty, held = find_load(reach, WOMAN), find_load(reach, WOMAN, 4)
    assert empty is not None
    assert held is not None
    assert 0 < empty.moment_nm < held.moment_nm


def test_it_has_a_place_in_a_plan(shelf: Catalogue) -> None:
    person = Person(
        Profile("trained", 35, days_per_week=4, minutes=30, equipment=frozenset({Equipment.DUMBBELL})), Screening()
    )
    alone = Catalogue.of(
        [replace(e, follows=None) for e in shelf if e.id in {"kneeling-reach", "glute-bridge", "heel-slide"}],
        shelf.sources.values(),
    )
    outlook = plan_outlook(person, (), alone, MONDAY, weeks=4)
    assert "kneeling-reach" in str(outlook)


def test_it_is_filmed(reach: Exercise, tmp_path: Path) -> None:
    body("woman")
    film = tmp_path / "reach.y4m"
    truth = json.loads(write_film(reach, FilmWish(seed=7, reps=2, size_px=(96, 72), frames_per_s=2), film).read_text())
    assert film.stat().st_size > len(truth["frames"]) * 3 * 96 * 72
    assert [one["side"] for one in truth["repetitions"]] == ["left", "right"]

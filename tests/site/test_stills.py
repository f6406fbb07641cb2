"""The pictures of the exercises, as the site serves them."""

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import Final

import numpy as np
import pytest
from django.test import Client
from PIL import Image

from lumbar.app.shelf import load_catalogue
from lumbar.app.stills import STILLS, ensure, forget_others, is_kept, still, still_key, still_name
from lumbar.site.pages.pictures import picture_of

EXERCISES: Final = tuple(load_catalogue())
ANKLES: Final = load_catalogue().exercise("ankle-pump")
LARGE: Final = 40_000  # bytes: a page shows one
SMALL: Final = 8_000  # bytes: a list shows seven


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the stills of one exercise, freshly drawn."""
    folder = tmp_path_factory.mktemp("stills")
    ensure(ANKLES, folder=folder)
    return folder


def test_start_and_peak_are_drawn_large_and_small(shelf: Path) -> None:
    sizes = {name: Image.open(BytesIO(still(ANKLES, name, folder=shelf))).size for name in STILLS}
    assert sizes == {"peak": (1200, 900), "rest": (1200, 900), "peak-small": (360, 270), "rest-small": (360, 270)}
    for name in STILLS:
        assert len(still(ANKLES, name, folder=shelf)) < (SMALL if "small" in name else LARGE)


def test_what_is_kept_is_not_drawn_again(shelf: Path) -> None:
    before = {path.name: path.stat().st_mtime_ns for path in shelf.iterdir()}
    assert is_kept(ANKLES, folder=shelf)
    still(ANKLES, "peak", folder=shelf)
    assert {path.name: path.stat().st_mtime_ns for path in shelf.iterdir()} == before


def test_a_file_with_another_motion_has_another_key_and_is_drawn_again(shelf: Path) -> None:
    data = MappingProxyType({**ANKLES.data, "motion": {"changed": True}})
    changed = replace(ANKLES, data=data)
    assert still_key(changed) != still_key(ANKLES)
    assert not is_kept(changed, folder=shelf)
    words = MappingProxyType({**ANKLES.data, "rest_s": 1})
    assert still_key(replace(ANKLES, data=words)) == still_key(ANKLES)


def test_the_same_exercise_gives_the_same_bytes(shelf: Path, tmp_path: Path) -> None:
    ensure(ANKLES, folder=tmp_path)
    assert all(still(ANKLES, name, folder=tmp_path) == still(ANKLES, name, folder=shelf) for name in STILLS)


def test_stills_of_what_is_no_more_are_removed(tmp_path: Path) -> None:
    for name in ("gone-peak.webp", "gone-key.txt", still_name(ANKLES, "peak")):
        (tmp_path / name).touch()
    forget_others([ANKLES], folder=tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["ankle-pump-peak.webp"]


@pytest.mark.django_db
@pytest.mark.parametrize("exercise", ["ankle-pump", "wall-squat"])
def test_every_picture_of_a_page_is_there(exercise: str) -> None:
    client = Client()
    shown = set(re.findall(r'"(/static/figures/[^"]+\.webp)"', client.get(f"/exercises/{exercise}/").content.decode()))
    assert {Path(name).stem for name in shown} >= {f"{exercise}-peak", f"{exercise}-rest"}
    for name in shown:
        answer = client.get(name)
        assert (answer.status_code, answer["Content-Type"]) == (200, "image/webp")


@pytest.mark.django_db
def test_what_nobody_draws_is_not_found() -> None:
    assert Client().get("/static/figures/drawn/../../secret.webp").status_code == 404
    assert Client().get("/static/figures/drawn/bird-dog-middle.webp").status_code == 404


def test_every_exercise_has_pictures_of_its_own() -> None:
    found = [picture_of(exercise.id) for exercise in EXERCISES]
    assert len({picture.picture for picture in found if picture}) == len(EXERCISES)
    assert picture_of("no-such-thing") is None


def test_a_drawing_is_seen_on_the_light_and_on_the_dark_plate(shelf: Path) -> None:
    picture = np.asarray(Image.open(BytesIO(still(ANKLES, "peak", folder=shelf))).convert("RGBA")).astype(int)
    body = picture[picture[..., 3] == 255][:, :3]
    for plate in ((0xEB, 0xE4, 0xD5), (0x42, 0x3B, 0x32)):
        assert (np.abs(body - plate).max(axis=1) > 40).mean() > 0.5

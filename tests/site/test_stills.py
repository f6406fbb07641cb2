"""The pictures of the exercises, as the site serves them."""

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import Final

import numpy as np
import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory, override_settings
from PIL import Image

from lumbar.app.easel import Easel
from lumbar.app.shelf import load_catalogue
from lumbar.app.stills import STILLS, ensure, forget_others, is_kept, still, still_key, still_name
from lumbar.site.pages import pictures
from lumbar.site.pages.pictures import picture_of
from lumbar.site.static_files import StaticFiles
from tests.figure.made import needs_bodies

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


@needs_bodies
def test_start_and_peak_are_drawn_large_and_small(shelf: Path) -> None:
    sizes = {name: Image.open(BytesIO(still(ANKLES, name, folder=shelf))).size for name in STILLS}
    assert sizes == {"peak": (1200, 900), "rest": (1200, 900), "peak-small": (360, 270), "rest-small": (360, 270)}
    for name in STILLS:
        assert len(still(ANKLES, name, folder=shelf)) < (SMALL if "small" in name else LARGE)


@needs_bodies
def test_what_is_kept_is_not_drawn_again(shelf: Path) -> None:
    before = {path.name: path.stat().st_mtime_ns for path in shelf.iterdir()}
    assert is_kept(ANKLES, folder=shelf)
    still(ANKLES, "peak", folder=shelf)
    assert {path.name: path.stat().st_mtime_ns for path in shelf.iterdir()} == before


@needs_bodies
def test_a_file_with_another_motion_has_another_key_and_is_drawn_again(shelf: Path) -> None:
    data = MappingProxyType({**ANKLES.data, "motion": {"changed": True}})
    changed = replace(ANKLES, data=data)
    assert still_key(changed) != still_key(ANKLES)
    assert not is_kept(changed, folder=shelf)
    words = MappingProxyType({**ANKLES.data, "rest_s": 1})
    assert still_key(replace(ANKLES, data=words)) == still_key(ANKLES)


@needs_bodies
def test_the_same_exercise_gives_the_same_bytes(shelf: Path, tmp_path: Path) -> None:
    ensure(ANKLES, folder=tmp_path)
    assert all(still(ANKLES, name, folder=tmp_path) == still(ANKLES, name, folder=shelf) for name in STILLS)


def test_stills_of_what_is_no_more_are_removed(tmp_path: Path) -> None:
    for name in ("gone-peak.webp", "gone-key.txt", still_name(ANKLES, "peak")):
        (tmp_path / name).touch()
    forget_others([ANKLES], folder=tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["ankle-pump-peak.webp"]


@needs_bodies
@pytest.mark.django_db
@pytest.mark.parametrize("exercise", ["ankle-pump", "wall-squat"])
def test_every_picture_of_a_page_is_there(exercise: str) -> None:
    client = Client()
    shown = set(re.findall(r'"(/static/figures/[^"]+\.webp)"', client.get(f"/exercises/{exercise}/").content.decode()))
    assert {Path(name).stem for name in shown} >= {f"{exercise}-peak", f"{exercise}-rest"}
    for name in shown:
        client.get(name)
    pictures.EASEL.wait()
    for name in shown:
        answer = client.get(name)
        assert (answer.status_code, answer["Content-Type"]) == (200, "image/webp")


@pytest.fixture
def easel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Easel:
    """Give the site an easel whose folder is empty."""
    fresh = Easel(tmp_path / "stills")
    monkeypatch.setattr(pictures, "EASEL", fresh)
    return fresh


@needs_bodies
def test_nobody_waits_for_a_picture_and_a_later_load_shows_it(easel: Easel) -> None:
    path = f"/static/figures/drawn/{still_name(ANKLES, 'peak-small')}"
    first = Client().get(path)
    assert (first.status_code, first["Content-Type"], first["Cache-Control"]) == (200, "image/svg+xml", "no-store")
    easel.wait()
    assert Image.open(BytesIO(Client().get(path).content)).size == (360, 270)
    assert is_kept(ANKLES, folder=easel.folder)


@needs_bodies
def test_pictures_that_cannot_be_kept_are_given_all_the_same(tmp_path: Path, shelf: Path) -> None:
    (tmp_path / "file").touch()
    assert still(ANKLES, "peak", folder=tmp_path / "file") == still(ANKLES, "peak", folder=shelf)
    easel = Easel(tmp_path / "file")
    assert easel.still(ANKLES, "peak", "woman") is None
    easel.wait()
    assert easel.still(ANKLES, "peak", "woman") == still(ANKLES, "peak", folder=shelf)


@needs_bodies
def test_what_cannot_be_drawn_does_not_stop_the_easel(easel: Easel, caplog: pytest.LogCaptureFixture) -> None:
    assert easel.still(replace(ANKLES, motion=None), "peak", "woman") is None
    easel.wait()
    assert "The stills of ankle-pump could not be drawn." in caplog.text
    assert easel.still(ANKLES, "peak", "woman") is None
    easel.wait()
    assert easel.still(ANKLES, "peak", "woman")


@pytest.mark.django_db
def test_what_nobody_draws_is_not_found() -> None:
    assert Client().get("/static/figures/drawn/../../secret.webp").status_code == 404
    assert Client().get("/static/figures/drawn/bird-dog-middle.webp").status_code == 404


@needs_bodies
def test_every_exercise_has_pictures_of_its_own() -> None:
    found = [picture_of(exercise.id) for exercise in EXERCISES]
    assert len({picture.picture for picture in found if picture}) == len(EXERCISES)
    assert picture_of("no-such-thing") is None


@needs_bodies
def test_a_drawing_is_seen_on_the_light_and_on_the_dark_plate(shelf: Path) -> None:
    picture = np.asarray(Image.open(BytesIO(still(ANKLES, "peak", folder=shelf))).convert("RGBA")).astype(int)
    body = picture[picture[..., 3] == 255][:, :3]
    for plate in ((0xEB, 0xE4, 0xD5), (0x42, 0x3B, 0x32)):
        assert (np.abs(body - plate).max(axis=1) > 40).mean() > 0.5


def test_a_file_that_was_made_anew_since_the_start_is_served_whole(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("short")
    with override_settings(STATIC_ROOT=tmp_path):
        serve = StaticFiles(lambda _: HttpResponse(status=404))
    (tmp_path / "a.txt").write_text("longer than before")
    answer = serve(RequestFactory().get("/static/a.txt"))
    assert (answer.content, answer["Content-Length"]) == (b"longer than before", "18")

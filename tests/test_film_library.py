"""The films that tests share: made once, whole, and told by what they follow from."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final

import cv2
import pytest

from tests import film_library
from tests.film_library import KeptFilm, film_of

SMALL: Final[dict[str, Any]] = {"size_px": (96, 72), "frames_per_s": 4, "reps": 1}


def test_a_film_is_made_once_and_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(film_library, "FILMS", tmp_path)
    with ThreadPoolExecutor(3) as pool:
        films: list[KeptFilm] = list(pool.map(lambda _: film_of("heel-raise", **SMALL), range(3)))
    assert {film.path for film in films} == {films[0].path}
    made = films[0].path.stat().st_mtime_ns
    assert film_of("heel-raise", **SMALL).path.stat().st_mtime_ns == made
    assert int(cv2.VideoCapture(str(films[0].path)).get(cv2.CAP_PROP_FRAME_COUNT)) == len(films[0].truth["frames"])
    assert [path.name for path in tmp_path.iterdir()] == [films[0].path.parent.name]


def test_another_wish_is_another_film(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(film_library, "FILMS", tmp_path)
    one, other = (film_of("heel-raise", seed=seed, **SMALL) for seed in (1, 2))
    assert one.path != other.path
    assert one.path.read_bytes() != other.path.read_bytes()


def test_who_died_while_filming_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(film_library, "FILMS", tmp_path)
    path = film_of("heel-raise", **SMALL).path
    path.with_suffix(".json").unlink()
    (tmp_path / f"{path.parent.name}.mp4.lock").write_text("999999999")
    assert film_of("heel-raise", **SMALL).truth["frames"]

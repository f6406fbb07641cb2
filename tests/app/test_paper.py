"""Drawings for paper: drawn once, kept beside the stills, and drawn all the same where they cannot be kept."""

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from lumbar.app import paper
from lumbar.app.handouts import all_kept, drawings
from lumbar.app.shelf import load_catalogue
from lumbar.catalogue.exercise import ExerciseId
from tests.figure.made import needs_bodies

pytestmark = needs_bodies
ANKLES = load_catalogue().exercise("ankle-pump")
NAMES = ("ankle-pump", "heel-raise", "pelvic-tilt")


def test_what_was_drawn_once_is_not_drawn_again(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    first = drawings([ANKLES], "en", folder=tmp_path, tell=lambda *counts: told.append(counts))
    assert (told, all_kept([ANKLES], folder=tmp_path)) == ([(1, 1)], True)
    again = drawings([ANKLES], "es", folder=tmp_path, tell=lambda *counts: told.append(counts))
    assert told == [(1, 1)]
    names = {language: f"<title>{ANKLES.texts[language].name}</title>" for language in ("en", "es")}
    assert [one.replace(names["en"], "") for one in first[ANKLES.id]] != list(first[ANKLES.id])
    assert names["es"] in again[ANKLES.id][0]
    assert again[ANKLES.id][0].partition("<style>")[2] == first[ANKLES.id][0].partition("<style>")[2]


def test_another_motion_and_half_a_file_are_drawn_again(tmp_path: Path) -> None:
    paper.drawn([ANKLES], "woman", tmp_path)
    assert paper.kept(ANKLES, "woman", tmp_path)
    other = replace(ANKLES, data=MappingProxyType({**ANKLES.data, "motion": {"changed": True}}))
    assert paper.kept(other, "woman", tmp_path) is None
    (file,) = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:-9])
    assert paper.kept(ANKLES, "woman", tmp_path) is None


def test_where_nothing_can_be_kept_they_are_drawn_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert drawings([ANKLES], "en", folder=tmp_path / "file").keys() == {ANKLES.id}
    assert not all_kept([ANKLES], folder=tmp_path / "file")


def test_several_processes_draw_what_one_draws(tmp_path: Path) -> None:
    exercises = [load_catalogue().exercise(name) for name in NAMES]
    told: list[tuple[int, int]] = []
    together = paper.drawn(exercises, "woman", tmp_path, lambda *counts: told.append(counts))
    assert (list(together), told) == ([ExerciseId(name) for name in NAMES], [(1, 3), (2, 3), (3, 3)])
    assert together[ANKLES.id] == paper.drawn([ANKLES], "woman", tmp_path)[ANKLES.id]

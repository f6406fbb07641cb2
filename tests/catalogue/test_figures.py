"""Every exercise has its pictures, small enough to send and safe to show."""

import json
import re
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

import pytest

ROOT: Final = Path(__file__).parents[2]
FIGURES: Final = ROOT / "web/public/figures"
EXERCISES: Final = sorted(path.stem for path in (ROOT / "src/lumbar/catalogue/exercises").glob("*.toml"))
INDEX: Final[dict[str, dict[str, str | None]]] = json.loads((FIGURES / "index.json").read_text(encoding="utf-8"))
NAMED: Final = sorted({file for entry in INDEX.values() for file in entry.values() if file})
SMALL: Final = 5_000  # bytes: a list shows seven of them
LARGE: Final = 60_000  # bytes: a page shows one


def _is_picture(path: Path) -> bool:
    """Return whether the file is what its ending says."""
    if path.suffix == ".webp":
        head = path.read_bytes()[:12]
        return head[:4] == b"RIFF" and head[8:] == b"WEBP"
    root = ET.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314  our own file
    return root.tag.endswith("svg")


def test_every_exercise_has_an_entry_and_nothing_else_does() -> None:
    assert list(INDEX) == EXERCISES
    assert all(list(entry) == ["picture", "small", "start"] for entry in INDEX.values())


@pytest.mark.parametrize("name", EXERCISES)
def test_an_exercise_has_a_picture_of_its_own(name: str) -> None:
    entry = INDEX[name]

    assert entry["picture"] in {f"{name}.webp", f"{name}.svg"}
    assert entry["small"] in {f"{name}-small.webp", f"{name}.svg"}
    assert entry["start"] in {None, f"{name}-start.webp"}


@pytest.mark.parametrize("file", NAMED)
def test_a_named_file_is_a_picture_of_a_good_size(file: str) -> None:
    path = FIGURES / file
    most = SMALL if "-small" in file or path.suffix == ".svg" else LARGE

    assert _is_picture(path)
    assert path.stat().st_size <= most


def test_no_picture_lies_about_unnamed() -> None:
    there = {path.name for path in FIGURES.iterdir()} - {"index.json", "README.md"}

    assert there == set(NAMED)


@pytest.mark.parametrize("file", [name for name in NAMED if name.endswith(".svg")])
def test_a_drawing_asks_for_nothing_from_outside(file: str) -> None:
    text = (FIGURES / file).read_text(encoding="utf-8")

    assert not re.search(r"<script|<style|<image|href|url\(|\son\w+=", text)
    assert 'viewBox="0 ' in text

"""The tutorial, the ways of doing things and the README are true: everything in them is run."""

import json
import re
import shlex
from pathlib import Path

import pytest

from lumbar.cli.program import run
from lumbar.vision.recording import write_recording
from tests.documents import give_lumbar, run_page
from tests.films import bridges
from tools.layout import ROOT

DOCS = ROOT / "docs"
HOW_TO = (
    "add-an-exercise.md",
    "draw-an-exercise.md",
    "move-or-back-up-your-data.md",
    "look-at-another-day.md",
    "print-a-session.md",
    "watch-a-film.md",
)
PRESSED = ("train-before-a-camera.md",)  # nothing is typed: tests/browser/test_camera*.py press it


def test_the_tutorial_does_what_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")

    def give(typed: str) -> str:
        assert typed.startswith("lumbar ")
        run(shlex.split(typed)[1:])
        return "".join(capsys.readouterr())

    assert run_page(DOCS / "tutorial" / "first-plan.md", tmp_path, give)


@pytest.mark.parametrize("name", HOW_TO, ids=HOW_TO)
def test_a_way_of_doing_things_does_what_it_says(name: str, tmp_path: Path) -> None:
    write_recording(tmp_path / "set.npz", bridges(2))
    assert run_page(DOCS / "how-to" / name, tmp_path, lambda typed: give_lumbar(typed, tmp_path))


def test_every_way_of_doing_things_is_run() -> None:
    assert sorted(path.name for path in (DOCS / "how-to").glob("*.md")) == sorted((*HOW_TO, *PRESSED))


def test_the_plan_in_the_readme_needs_no_journal_and_prints_one(tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    typed = next(line for line in readme.splitlines() if line.startswith(".venv/bin/lumbar plan "))
    profile = next(word for word in typed.split() if word.endswith(".toml"))
    printed = give_lumbar(typed.removeprefix(".venv/bin/").replace(profile, str(ROOT / profile)), tmp_path)
    assert json.loads(printed)["days"]
    assert not (tmp_path / "home").exists()


def test_every_command_of_the_readme_is_one(tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    named = re.findall(r"^\.venv/bin/lumbar (\S+)", readme, re.MULTILINE)
    assert named
    assert [name for name in named if "Usage: lumbar" not in give_lumbar(f"lumbar {name} --help", tmp_path)] == []
    targets = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(re.findall(r"^make (\w+)", readme, re.MULTILINE)) <= set(targets)

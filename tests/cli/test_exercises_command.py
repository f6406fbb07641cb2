"""The library on the command line, and the check of its files."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from lumbar.app.shelf import load_catalogue, read_files
from lumbar.cli.program import run


def out(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    assert run(arguments) == code
    return capsys.readouterr().out


def test_json_gives_every_file_whole_under_its_own_keys(capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(out(capsys, "exercises", "--json"))
    assert [one["id"] for one in told] == list(load_catalogue().exercises)
    bird_dog = next(one for one in told if one["id"] == "bird-dog")
    assert bird_dog["tier"] in {"bronze", "silver", "gold"}
    assert bird_dog["ladder"][1]["reps"] == 10
    assert json.loads(out(capsys, "exercise", "bird-dog", "--json")) == bird_dog


def test_options_narrow_the_list_together(capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(out(capsys, "exercises", "--stage", "4", "--with", "barbell", "--json"))
    assert {one["id"] for one in told} == {"romanian-deadlift", "good-morning"}
    told = json.loads(out(capsys, "exercises", "--search", "perro", "--language", "es", "--json"))
    assert [one["id"] for one in told] == ["bird-dog"]


def test_a_list_that_is_empty_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert "No exercise fits" in out(capsys, "exercises", "--search", "zzz")


def test_every_exercise_is_shown_whole_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    for exercise in load_catalogue():
        for language, text in exercise.texts.items():
            told = " ".join(out(capsys, "exercise", exercise.id, "--language", language).split())
            for words in (text.name, text.summary, *text.steps, *text.cues, *text.cautions):
                assert " ".join(words.split()) in told


def test_no_colour_and_no_markup_where_the_output_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert "\x1b" not in out(capsys, "exercises")


def test_a_narrow_terminal_still_shows_every_id_whole(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    told = out(capsys, "exercises")
    assert all(f"{name} " in told for name in load_catalogue().exercises)
    assert max(len(line) for line in told.splitlines()) <= 40


def test_a_terminal_that_knows_only_ascii_brings_nothing_down() -> None:
    around = {**os.environ, "PYTHONIOENCODING": "ascii"}
    shown = subprocess.run(
        [sys.executable, "-m", "lumbar", "exercise", "bird-dog", "--language", "es"],
        check=True,
        capture_output=True,
        env=around,
    )
    assert b"Perro" in shown.stdout
    told = subprocess.run(
        [sys.executable, "-m", "lumbar", "exercise", "bird-dog", "--json"], check=True, capture_output=True, env=around
    )
    assert json.loads(told.stdout.decode("ascii")) == json.loads(json.dumps(_data("bird-dog"), default=dict))


def _data(name: str) -> Mapping[str, object]:
    return load_catalogue().exercise(name).data


def test_a_language_that_is_not_spoken_exits_2(capsys: pytest.CaptureFixture[str]) -> None:
    out(capsys, "exercises", "--language", "fr", code=2)


def test_the_shipped_files_pass_the_check(capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(out(capsys, "check", "--json"))
    assert told["faults"] == []
    assert set(told["tiers"]) == set(load_catalogue().exercises)


def test_a_fault_is_told_with_file_and_line_and_exits_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, text in read_files().items():
        (tmp_path / name).write_text(text.replace("stage = 2", "stage = 9") if name == "bird-dog.toml" else text)
    told = out(capsys, "check", "--folder", str(tmp_path), code=1)
    assert "bird-dog.toml:2:" in told


def test_a_folder_that_is_not_there_exits_5(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out(capsys, "check", "--folder", str(tmp_path / "none"), code=5)

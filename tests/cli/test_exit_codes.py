"""Every error has its exit code, and none of ours ever shows a traceback."""

import subprocess
import sys
from inspect import getmembers, isclass
from pathlib import Path

import pytest

from lumbar import errors
from lumbar.cli.exit_codes import EXIT_CODES, report
from lumbar.cli.program import run


def test_every_class_of_errors_has_an_exit_code() -> None:
    classes = {cls for _, cls in getmembers(errors, isclass) if issubclass(cls, errors.LumbarError)}
    assert classes == set(EXIT_CODES)


def test_no_error_leaves_as_a_success() -> None:
    assert 0 not in EXIT_CODES.values()


def test_every_fault_has_its_line_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert report(errors.ProfileError(["age: is missing", "minute: unknown key"])) == 2
    assert capsys.readouterr().err == "lumbar: age: is missing\nlumbar: minute: unknown key\n"


def test_an_unknown_exercise_exits_3_and_names_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["exercise", "bird-dogg"]) == 3
    assert "Did you mean bird-dog" in capsys.readouterr().err


def test_an_exercise_in_capitals_is_recognised(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["exercise", "BIRD-DOG"]) == 3
    assert "Did you mean bird-dog" in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
@pytest.mark.parametrize("command", [["exercises"], ["exercises", "--json"], ["exercise", "bird-dog"]])
def test_an_output_that_cannot_be_written_is_a_message(command: list[str]) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "lumbar", *command], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert (done.returncode, done.stderr) == (5, "lumbar: The output cannot be written: No space left on device.\n")


def test_an_unknown_option_exits_2_and_a_missing_command_shows_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["plan", "--weekz", "3"]) == 2
    assert "--weeks" in capsys.readouterr().err
    assert run([]) == 2
    assert "serve" in capsys.readouterr().err

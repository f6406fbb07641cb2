"""`import lumbar` is the library: every name it promises is there, and nothing heavy comes along."""

import json
import subprocess
import sys
from datetime import date

import pytest

import lumbar
from lumbar.app.words import sentence
from lumbar.catalogue.exercise import SourceId
from lumbar.cli.program import run
from lumbar.journal.prescription import Reason
from lumbar.journal.profile import Person, Profile

TOML = 'experience = "beginner"\nage = 45\n'


def test_every_name_in_all_is_there_and_no_other_is_promised() -> None:
    assert all(getattr(lumbar, name) is not None for name in lumbar.__all__)
    assert dir(lumbar) == sorted(lumbar.__all__)
    with pytest.raises(AttributeError):
        lumbar.nothing  # noqa: B018 -- asking is the test


def test_the_library_plans_what_the_command_prints(tmp_path: object, capsys: pytest.CaptureFixture[str]) -> None:
    path = f"{tmp_path}/me.toml"
    with open(path, "w", encoding="utf-8") as file:  # noqa: PTH123 -- a name is enough
        file.write(TOML)
    assert run(["plan", "--profile", path, "--weeks", "1", "--day", "2026-01-05", "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert lumbar.plan(TOML, 1, date(2026, 1, 5)) == printed
    assert lumbar.plan(Person(Profile("beginner", 45)), 1, date(2026, 1, 5)) == printed


def test_the_fold_takes_a_journal() -> None:
    assert lumbar.fold(()).person is None


def test_importing_it_loads_nothing_heavy() -> None:
    program = (
        "import sys, lumbar\n"
        "heavy = {'django', 'typer', 'rich', 'highspy', 'tomllib', 'lumbar.catalogue'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)


def test_a_sentence_names_exercises_in_the_language_of_the_person() -> None:
    catalogue = lumbar.load_catalogue()
    reason = Reason("r", "this", "{exercise}: {reps}", SourceId("ours"), {"exercise": "bird-dog", "reps": 10})
    assert sentence(reason, "en", catalogue, str) == "Bird dog: 10"
    translated = sentence(reason, "es", catalogue, {"{exercise}: {reps}": "{reps} de {exercise}"}.__getitem__)
    assert translated == f"10 de {catalogue.exercise('bird-dog').texts['es'].name}"

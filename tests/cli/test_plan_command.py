"""`lumbar plan` from a file: no database, the same every time, and a message for whatever is wrong."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lumbar.app.shelf import load_catalogue
from lumbar.cli.program import run
from lumbar.exchange.archive import dump_archive
from tests.builders import Scribe, prescription

LIFTER = """
experience = "lifter"
age = 32
minutes = 30
equipment = ["barbell", "plate", "roman-chair"]
[lifts]
clean_kg = 80
deadlift_kg = 140
main_days = ["mon", "thu"]
"""
BEGINNER = 'experience = "beginner"\nage = 45\n'


@pytest.fixture
def write(tmp_path: Path) -> Any:  # noqa: ANN401 -- a function
    def _write(text: str, name: str = "me.toml") -> str:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    return _write


def planned(capsys: pytest.CaptureFixture[str], profile: str, *more: str) -> dict[str, Any]:
    assert run(["plan", "--profile", profile, "--day", "2026-01-05", "--weeks", "2", "--json", *more]) == 0
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    return told


def test_the_plan_has_the_published_keys(write: Any, capsys: pytest.CaptureFixture[str]) -> None:  # noqa: ANN401
    told = planned(capsys, write(LIFTER))
    assert list(told) == ["status", "advice", "relaxed", "days"]
    assert told["status"] == "ok"
    session = told["days"][0]["sessions"][0]
    assert list(session) == ["place", "minutes", "items"]
    assert session["place"] == "assistance"
    for item in session["items"]:
        keys = ["exercise", "stage", "sets", "reps", "hold_s", "side", "load_kg", "rest_s", "tempo", "why"]
        assert list(item) == keys
        assert item["why"]
    assert any(item["load_kg"] for item in session["items"])


def test_every_day_says_its_load_on_the_low_back(write: Any, capsys: pytest.CaptureFixture[str]) -> None:  # noqa: ANN401
    days = planned(capsys, write(LIFTER))["days"]
    for day in days:
        assert list(day) == ["date", "sessions", "low_back"]
        assert list(day["low_back"]) == ["load_nm_min", "week_nm_min", "moments_nm"]
        asked = {item["exercise"] for session in day["sessions"] for item in session["items"]}
        assert set(day["low_back"]["moments_nm"]) == asked
    loads = [day["low_back"]["load_nm_min"] for day in days]
    assert all(loads)
    assert days[2]["low_back"]["week_nm_min"] == pytest.approx(sum(loads[:3]), abs=0.3)
    assert run(["plan", "--profile", write(LIFTER), "--day", "2026-01-05", "--weeks", "1"]) == 0
    told = capsys.readouterr().out
    assert "low back" in told
    assert f" {loads[0]:.0f} Nm min " in told


def test_the_same_input_gives_the_same_text(write: Any, capsys: pytest.CaptureFixture[str]) -> None:  # noqa: ANN401
    assert planned(capsys, write(LIFTER)) == planned(capsys, write(LIFTER))


def test_blocked_exits_0_with_advice_and_no_day(write: Any, capsys: pytest.CaptureFixture[str]) -> None:  # noqa: ANN401
    told = planned(capsys, write(BEGINNER + 'flags = ["saddle-numbness"]\n'))
    assert (told["status"], told["days"]) == ("blocked", [])
    assert told["advice"]
    told = planned(capsys, write(BEGINNER + 'flags = ["pregnant"]\n'))
    assert (told["status"], told["days"]) == ("clearance", [])
    assert told["advice"]


def test_a_blocked_plan_says_so_in_words(write: Any, capsys: pytest.CaptureFixture[str]) -> None:  # noqa: ANN401
    assert run(["plan", "--profile", write(BEGINNER + 'flags = ["chest-pain"]\n'), "--day", "2026-01-05"]) == 0
    assert "There is no plan for now." in capsys.readouterr().out


def test_a_history_changes_the_plan(write: Any, capsys: pytest.CaptureFixture[str]) -> None:  # noqa: ANN401
    fresh = planned(capsys, write(BEGINNER))
    first = load_catalogue().exercise(fresh["days"][0]["sessions"][0]["items"][-1]["exercise"])
    sore = Scribe().session(date(2026, 1, 2), prescription(first), pain=8)
    told = planned(capsys, write(BEGINNER), "--journal", write(dump_archive(sore), "journal.json"))
    assert told["days"] != fresh["days"]


def test_a_wrong_profile_exits_2_with_every_fault(write: Any, capsys: pytest.CaptureFixture[str]) -> None:  # noqa: ANN401
    assert run(["plan", "--profile", write("experience = 3\nheight_m = 170\n")]) == 2
    told = capsys.readouterr().err
    assert "me.toml: experience: 3 is not one of beginner" in told
    assert "age: is missing" in told
    assert "that looks like centimetres: 1.70" in told


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--profile", "nowhere.toml"], "There is no file nowhere.toml"),
        (["--day", "2026-02-30"], "“2026-02-30” is not a day such as 2026-01-05"),
        (["--weeks", "0"], "weeks: 0 is not between 1 and 52"),
    ],
    ids=["no-file", "no-day", "no-weeks"],
)
def test_a_wrong_option_exits_2(
    arguments: list[str],
    said: str,
    write: Any,  # noqa: ANN401
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["plan", "--profile", write(BEGINNER), *arguments]) == 2
    assert said in capsys.readouterr().err


def test_a_wrong_archive_exits_2_and_names_the_file(write: Any, capsys: pytest.CaptureFixture[str]) -> None:  # noqa: ANN401
    assert run(["plan", "--profile", write(BEGINNER), "--journal", write("{}", "old.json")]) == 2
    assert "old.json: this is not a Lumbar archive" in capsys.readouterr().err


def test_planning_from_a_file_imports_no_django(write: Any) -> None:  # noqa: ANN401
    program = (
        "import sys\nfrom lumbar.cli.program import run\n"
        f"arguments = ['plan', '--profile', {write(BEGINNER)!r}, '--weeks', '1', '--day', '2026-01-05', '--json']\n"
        "assert run(arguments) == 0\n"
        "assert not {'django', 'sqlite3', 'uvicorn'} & set(sys.modules), 'a database was loaded'\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)


def test_the_help_loads_neither_rich_nor_a_solver_nor_django() -> None:
    program = (
        "import sys\nfrom lumbar.cli.program import run\nassert run(['--help']) == 0\n"
        "heavy = {'django', 'highspy', 'numpy', 'rich.table'} & set(sys.modules)\nassert not heavy, heavy\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)


def test_an_exercise_of_a_history_that_there_is_not_is_named(write: Any, capsys: pytest.CaptureFixture[str]) -> None:  # noqa: ANN401
    done = Scribe().session(date(2026, 1, 2), prescription())
    journal = write(dump_archive(done).replace('"flat"', '"bird-dgo"'), "history.json")
    assert run(["plan", "--profile", write(BEGINNER), "--journal", journal, "--day", "2026-01-05", "--json"]) == 0
    told = capsys.readouterr()
    assert "history.json: There is no exercise “bird-dgo”. Did you mean bird-dog? It is left out." in told.err
    assert json.loads(told.out)["days"]


def test_a_history_without_events_says_so(write: Any, capsys: pytest.CaptureFixture[str]) -> None:  # noqa: ANN401
    journal = write('{"format": "lumbar-archive", "version": 1}', "history.json")
    assert run(["plan", "--profile", write(BEGINNER), "--journal", journal]) == 2
    assert "events: is missing" in capsys.readouterr().err

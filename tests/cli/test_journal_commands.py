"""The commands that keep a journal, from an empty folder to an erased one, each in a process of its own."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from lumbar.exchange.archive import parse_archive
from lumbar.journal.event import SessionStarted, SetDone

DAY = "2026-01-05"
ANSWER = """
from datetime import UTC, date, datetime
from uuid import UUID
from lumbar.exchange.profile_file import parse_profile
from lumbar.journal.event import EventId, ProfileSaved, Screened
from lumbar.site.local import open_store

store, owner = open_store()
person = parse_profile('experience = "beginner"\\nage = 45\\n')
said = {"at": datetime(2026, 1, 5, 7, tzinfo=UTC), "on": date(2026, 1, 5)}
store.append(owner, [
    ProfileSaved(id=EventId(UUID(int=1)), profile=person.profile, **said),
    Screened(id=EventId(UUID(int=2)), screening=person.screening, **said),
])
"""


class Machine:
    """A data folder of its own, and the command run on it."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.around = {**os.environ, "LUMBAR_HOME": str(home), "LUMBAR_TODAY": DAY, "NO_COLOR": "1", "COLUMNS": "100"}

    def python(self, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *arguments],
            check=False,
            capture_output=True,
            text=True,
            encoding="utf-8",
            env=self.around,
            input=typed,
        )

    def lumbar(self, *arguments: str, code: int = 0, typed: str = "") -> str:
        """Return what the command prints, standard error included where it fails."""
        left = self.python("-m", "lumbar", *arguments, typed=typed)
        assert left.returncode == code, left.stderr
        assert "Traceback" not in left.stderr
        return left.stdout if code == 0 else left.stdout + left.stderr

    def json(self, *arguments: str) -> Any:  # noqa: ANN401 -- whatever the command prints
        return json.loads(self.lumbar(*arguments, "--json"))


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path / "home")


def test_without_a_profile_every_command_says_what_to_do(machine: Machine) -> None:
    for arguments in (["today"], ["plan"], ["log", "bird-dog", "--rir", "3", "--pain", "0"]):
        assert "There is no profile yet. Run `lumbar serve`" in machine.lumbar(*arguments, code=4)


def test_a_day_on_the_command_line_from_plan_to_erased(machine: Machine, tmp_path: Path) -> None:
    assert machine.python("-c", ANSWER).returncode == 0

    today = machine.json("today")
    assert today["status"] == "ok"
    item = today["sessions"][0]["items"][0]
    assert item["exercise"] in machine.lumbar("today", "--why")

    side = [] if item["side"] == "both" else ["--left"]
    told = machine.lumbar("log", item["exercise"], "--reps", "7", *side, "--rir", "3", "--pain", "1")
    assert "Session 1 of today begins." in told
    assert "7" in told
    assert "discomfort 1 of 10" in told
    assert "1 of" in machine.lumbar("today")
    strange = machine.lumbar("log", "good-morning", "--rir", "3", "--pain", "1", code=3)
    assert "no exercise in today's session “good-morning”" in strange

    assert machine.json("plan", "--weeks", "1")["days"]

    packed = tmp_path / "all.zip"
    machine.lumbar("export", str(packed))
    assert "is there already" in machine.lumbar("export", str(packed), code=4)
    with ZipFile(packed) as opened:
        assert {"archive.json", "README.txt", "sets.csv", "sessions.csv", "profile.csv"} <= set(opened.namelist())
        events = parse_archive(opened.read("archive.json").decode())
    assert any(isinstance(event, SessionStarted) for event in events)
    (done,) = [event for event in events if isinstance(event, SetDone)]
    assert (done.left or done.both).reps == 7  # type: ignore[union-attr]  # one of them was done

    assert "Nothing was erased." in machine.lumbar("erase", typed="no\n", code=4)
    assert "--yes" in machine.lumbar("erase", typed="", code=4), "nobody is there to type"
    assert machine.json("today")["sessions"]
    machine.lumbar("erase", typed="erase\n")
    assert "There is no profile yet" in machine.lumbar("today", code=4)


def test_erase_does_not_ask_a_script(machine: Machine) -> None:
    assert machine.json("erase", "--yes") == {"erased": True}


def test_a_port_in_use_is_told_with_one_that_is_free(machine: Machine) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        told = machine.lumbar("serve", "--port", str(port), "--no-browser", code=5)
    assert f"Port {port}" in told
    assert "try --port" in told

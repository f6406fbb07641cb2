"""The reference pages of the command line are true: their commands are run and their output is compared."""

import re
from pathlib import Path

import pytest
import typer.main

from lumbar.cli.exit_codes import EXIT_CODES
from lumbar.cli.program import app, run
from lumbar.exchange.limits import FIELD_LIMITS
from lumbar.exchange.profile_file import LIMITS, OwnedWeights, ProfileFile
from lumbar.exchange.tables import TABLES
from lumbar.journal.event import KINDS
from lumbar.journal.profile import Lifts
from tests.documents import run_page

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
PAGES = ("profile-file.md", "archive.md", "command-line.md")


def page(name: str) -> str:
    return (REFERENCE / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PAGES, ids=PAGES)
def test_every_command_of_a_page_prints_what_the_page_says(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")

    def give(typed: str) -> str:
        assert typed.startswith("lumbar ")
        run(typed.split()[1:])
        return "".join(capsys.readouterr())

    assert run_page(REFERENCE / name, tmp_path, give)


def test_every_command_and_option_is_on_its_page() -> None:
    told = page("command-line.md")
    group = typer.main.get_command(app)
    for name, command in group.commands.items():  # type: ignore[attr-defined]  # a group has commands
        assert f"`{name}`" in told
        for parameter in command.params:
            for option in parameter.opts:
                assert not option.startswith("--") or option in told, f"{name} {option}"


def test_every_exit_code_is_on_its_page() -> None:
    assert all(f"\n| {code} |" in page("command-line.md") for code in {0, *EXIT_CODES.values()})


def test_every_key_of_a_profile_is_on_its_page() -> None:
    told = page("profile-file.md")
    keys = [*ProfileFile.__slots__, *OwnedWeights.__slots__, *Lifts.__slots__]
    assert all(f"`{key}`" in told or f".{key}`" in told or f"[{key}]" in told for key in keys)


def test_the_ranges_on_the_page_are_those_that_hold() -> None:
    told = page("profile-file.md")
    for (cls, key), limits in LIMITS.items():
        if cls is ProfileFile:
            assert re.search(rf"\| `{key}` \|[^|]*\| {limits.low:g} to {limits.high:g} \|", told), key
    assert FIELD_LIMITS.items() <= LIMITS.items()


def test_every_kind_of_event_and_every_table_is_on_its_page() -> None:
    told = page("archive.md")
    assert all(f"| `{kind}` |" in told for kind in KINDS)
    assert all(f"`{name}.csv`" in told for name in TABLES)

"""The reference pages of the command line are true: their commands are run and their output is compared."""

import re
from collections.abc import Iterator
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

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
PAGES = ("profile-file.md", "archive.md", "command-line.md")
FENCE = re.compile(r"^```(\w+) ?(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def page(name: str) -> str:
    return (REFERENCE / name).read_text(encoding="utf-8")


def commands(block: str) -> Iterator[tuple[list[str], str]]:
    """Yield each command of a console block with the output that it promises."""
    for part in block.split("$ lumbar ")[1:]:
        typed, _, promised = part.partition("\n")
        yield typed.split(), promised


def agrees(printed: str, promised: str) -> bool:
    """Return whether what was printed is what was promised; `...` stands for anything, and spaces are not counted."""
    pattern = re.escape(" ".join(promised.split())).replace(r"\.\.\.", ".*")
    return re.fullmatch(pattern, " ".join(printed.split()), re.DOTALL) is not None


@pytest.mark.parametrize("name", PAGES, ids=PAGES)
def test_every_command_of_a_page_prints_what_the_page_says(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    ran = 0
    for language, file, text in FENCE.findall(page(name)):
        if language == "python":
            exec(compile(text, name, "exec"), {})  # noqa: S102 -- the page's own example
            continue
        if language != "console":
            (tmp_path / file).write_text(text, encoding="utf-8")
            continue
        for typed, promised in commands(text):
            run(typed)
            printed = "".join(capsys.readouterr())
            assert agrees(printed, promised), f"$ lumbar {' '.join(typed)}\n{printed}"
            ran += 1
    assert ran


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

"""Hold `docs/reference/statements.md` against the data: every place named is there and says what the table says."""

import ast
import json
import re
import tomllib
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from lumbar.training import flags, planner_rules
from lumbar.training.rules import RULES
from lumbar.training.thresholds import THRESHOLDS

ROOT: Final = Path(__file__).parents[2]
PAGE: Final = ROOT / "docs/reference/statements.md"
SOURCE: Final = ROOT / "src/lumbar"
CATALOGUE: Final = SOURCE / "catalogue"
EXERCISES: Final = CATALOGUE / "exercises"
REASON: Final = re.compile(r"Not (?:claimed|carried over): \w.{10,}\.$")
PLACE: Final = re.compile(
    r"(?P<file>[a-z-]+|[a-z/_-]+\.(?:toml|py|json)): (?P<key>[\w.\[\]-]+)(?: (?P<sign>[=~]) (?P<said>.+))?"
)


class Row(NamedTuple):
    """One statement: its id, what the text says, and the last column as it stands."""

    id: str
    says: str
    where: str


def _rows() -> list[Row]:
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    cells = ([cell.strip() for cell in line.strip("|").split(" | ")] for line in lines if line.startswith("| T"))
    return [Row(*row) for row in cells]


ROWS: Final = _rows()
PLACES: Final = [(row.id, place) for row in ROWS for place in re.findall(r"`([^`]+)`", row.where)]


def _steps(key: str) -> list[str | int]:
    """Return the parts of `text.en.steps[1]` as keys and places."""
    return [int(part) if part.isdigit() else part for part in re.findall(r"[\w-]+", key)]


def _in_exercise(file: str, key: str) -> object:
    value: object = tomllib.loads((CATALOGUE / file).read_text(encoding="utf-8"))
    for step in _steps(key):
        if isinstance(value, list) and isinstance(step, str):
            value = next(fact["value"] for fact in value if fact["id"] == step)
        elif isinstance(value, list) and isinstance(step, int):
            value = value[step]
        else:
            assert isinstance(value, dict)
            value = value[step]
    return value


def _in_module(file: str, key: str) -> object:
    found: object = getattr(import_module("lumbar." + file.removesuffix(".py").replace("/", ".")), key)
    return found


def _in_words(file: str, key: str) -> object:
    words: dict[str, str] = json.loads((SOURCE / file).read_text(encoding="utf-8"))
    return words[key]


def _known(kind: str) -> set[str]:
    sources = tomllib.loads((CATALOGUE / "sources.toml").read_text(encoding="utf-8"))["source"]
    kinds = {
        "rule": set(RULES),
        "flag": {str(flag.id) for flag in flags.FLAGS},
        "source": {source["id"] for source in sources},
    }
    return kinds[kind]


def _said(file: str, text: str) -> object:
    said: object = tomllib.loads(f"v = {text}")["v"] if file.endswith(".toml") else ast.literal_eval(text)
    return said


def _holds(place: str) -> bool:
    parts = PLACE.fullmatch(place)
    assert parts, f"{place} is not written like a place"
    file, key, sign, said = parts.group("file", "key", "sign", "said")
    if "/" not in file:
        return key in _known(file)
    found = {".toml": _in_exercise, ".py": _in_module, ".json": _in_words}
    value = found[Path(file).suffix](file, key)
    if sign == "=":
        return value == _said(file, said)
    assert sign == "~", f"{place} says nothing about its value"
    assert isinstance(value, str | Sequence)
    return _said(file, said) in value


@pytest.mark.parametrize(("row", "place"), PLACES, ids=[f"{row}-{i}" for i, (row, _) in enumerate(PLACES)])
def test_every_place_is_there_and_says_what_the_table_says(row: str, place: str) -> None:
    assert _holds(place), f"{row}: {place}"


@pytest.mark.parametrize(
    "place",
    [
        "exercises/wall-squat.toml: facts.knee_flexion_deg = 90",
        'exercises/wall-squat.toml: text.en.cautions[0] ~ "go down as far as you can"',
        "journal/profile.py: MINUTES = (5, 30)",
        "rule: never-heard-of",
        "flag: never-heard-of",
        "source: never-heard-of",
    ],
)
def test_a_place_that_says_something_else_is_noticed(place: str) -> None:
    assert not _holds(place)


@pytest.mark.parametrize("row", ROWS, ids=[row.id for row in ROWS])
def test_every_statement_has_places_or_a_reason(row: Row) -> None:
    assert re.findall(r"`([^`]+)`", row.where) or REASON.match(row.where)


@pytest.mark.parametrize("text", ["1", "2", "3"])
def test_statements_of_a_text_are_numbered_without_a_gap(text: str) -> None:
    ids = [row.id for row in ROWS if row.id.startswith(f"T{text}-")]

    assert ids == [f"T{text}-{i:02}" for i in range(1, len(ids) + 1)]
    assert len(ids) >= 30


def test_every_exercise_is_named_by_a_statement() -> None:
    named = {place.partition(".toml")[0].removeprefix("exercises/") for _, place in PLACES if ".toml" in place}

    assert named == {path.stem for path in EXERCISES.glob("*.toml")}


def test_every_source_that_a_rule_names_is_listed() -> None:
    assert planner_rules.PATTERN_RULE.keys()  # the planner's rules are registered by importing them

    assert {str(rule.source) for rule in RULES.values()} <= _known("source")
    assert {str(number.source) for number in THRESHOLDS} <= _known("source")

"""The pages about the catalogue say what the code does."""

import doctest
import re
from types import ModuleType

import pytest

from lumbar.catalogue import language, near, rule
from lumbar.catalogue.check import build_catalogue
from lumbar.catalogue.document import parse_document
from lumbar.catalogue.exercise import Equipment, Group, HeavyHinge, Pattern, Position, SideMode
from lumbar.catalogue.exercise_reader import read_exercise
from lumbar.catalogue.rules.facts import UNITS
from tests.catalogue.good_files import EXAMPLE, FORMAT_PAGE, GOOD, SOURCES


def test_the_format_page_names_every_key_of_an_exercise_and_no_other() -> None:
    document = parse_document(EXAMPLE, "")
    read_exercise(document.reader)
    asked = {re.sub(r"^text\.es\b", "text.en", key) for key in document.reader.asked()}
    named = set(re.findall(r"^\| `([a-z_.]+)` \|", FORMAT_PAGE, re.MULTILINE))
    tables = set(re.findall(r"^## `?\[+([a-z]+)\]", FORMAT_PAGE, re.MULTILINE)) | {"text"}
    assert {key for key in named if not key.startswith("source")} | tables == asked


def test_the_format_page_names_every_word_of_every_list() -> None:
    for words in (Group, Position, Pattern, SideMode, Equipment, HeavyHinge, UNITS):
        assert [word for word in words if f"`{word}`" not in FORMAT_PAGE] == []


def test_the_example_of_the_format_page_has_no_fault() -> None:
    assert build_catalogue(GOOD, SOURCES)[1] == ()


@pytest.mark.parametrize("module", [near, rule, language], ids=lambda module: module.__name__)
def test_the_examples_in_the_code_are_true(module: ModuleType) -> None:
    found = doctest.testmod(module)
    assert (found.failed, found.attempted > 0) == (0, True)

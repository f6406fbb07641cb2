"""The reference pages that are made from the code, or that list what is in it, are complete."""

import re
from collections.abc import Callable
from importlib import import_module
from pkgutil import walk_packages

import pytest

import lumbar
from lumbar.errors import LumbarError
from lumbar.journal.event import KINDS
from tests.documents import tracked
from tools.layout import ROOT
from tools.reference_pages import PAGES, REFERENCE, errors_page, events_page

MAKE_PAGES = "write it again: python -m tools.reference_pages"
SETTING = re.compile(r"\bLUMBAR_[A-Z]+(?:_[A-Z]+)*\b")
ASKED = re.compile(r"environ(?:\.get\(|\.setdefault\(|\[)\s*\"([A-Z_]+)\"")
CODE = (".py", ".ts", ".js", ".toml", ".json", "Makefile", "run")


def read(name: str) -> str:
    return (REFERENCE / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "made"), PAGES.items(), ids=PAGES)
def test_a_made_page_is_what_the_code_says(name: str, made: Callable[[], str]) -> None:
    assert read(name) == made(), MAKE_PAGES


def test_every_error_is_on_its_page() -> None:
    for module in walk_packages(lumbar.__path__, "lumbar."):
        if not module.name.endswith("__main__") and ".migrations." not in module.name:
            import_module(module.name)
    queue: list[type[LumbarError]] = [LumbarError]
    for error in queue:
        queue += error.__subclasses__()
    page = errors_page()
    ours = [error for error in queue if error.__module__.startswith("lumbar.")]
    assert [error for error in ours if f"| `{error.__name__}` | `{error.code}` |" not in page] == []


def test_every_kind_of_event_is_on_its_page_and_every_link_in_it_lands() -> None:
    page = events_page()
    assert [kind for kind in KINDS if f"\n## `{kind}`\n" not in page] == []
    titles = {title.lower() for title in re.findall(r"^#+ (\w+)$", page, re.MULTILINE)}
    assert set(re.findall(r"\]\(#(\w+)\)", page)) <= titles


def test_every_setting_is_documented_and_every_one_documented_is_used() -> None:
    code = [path for path in tracked(*CODE) if path.parts[len(ROOT.parts)] not in {"docs", "tests"}]
    texts = [path.read_text(encoding="utf-8") for path in code]
    used = {name for text in texts for name in (*SETTING.findall(text), *ASKED.findall(text))}
    page = read("configuration.md")
    assert {name for name in used if f"`{name}`" not in page} - {"PATH"} == set()
    assert set(SETTING.findall(page)) <= used

"""Every page of the project leads somewhere, names what is there, keeps to our words and is short enough to read."""

import re
from pathlib import Path
from typing import Final
from urllib.parse import unquote

import pytest

from lumbar.catalogue.language import forbidden_words
from tests.documents import tracked
from tools.layout import ROOT
from tools.registry_free import faults_in

PAGES: Final = tracked(".md")
NAMES: Final = [page.relative_to(ROOT).as_posix() for page in PAGES]
LINK: Final = re.compile(r"(?<!`)!?\[[^\]]*\]\(([^)\s]+)\)")
CODE: Final = re.compile(r"^```.*?^```$|`[^`\n]+`", re.MULTILINE | re.DOTALL)
NAMED: Final = re.compile(r"`([\w.*-]+(?:/[\w.*-]+)*/?)`")
WEB: Final = ("http://", "https://", "mailto:")
TWO_PRINTED_PAGES: Final = 110  # lines

# Where a page may use a word that is not for us: to say that it is not, or because a source is called so.
PERMITTED: Final = {
    "docs/explanation/words.md": {"treat", "therapy", "rehab", "cure", "heal", "relieve", "prevent", "diagnose"}
    | {"monitor", "risk score", "patient"},
    "docs/reference/catalogue-rules.md": {"treats", "relieves", "prevents", "monitors", "diagnoses", "cures"},
    "README.md": {"risk score"},
}
ALWAYS: Final = frozenset({"physiotherapist", "physiotherapists"})  # whom to ask


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def anchors(page: Path) -> set[str]:
    """Return what one can link to within `page`: its headings, as they are written in an address."""
    titles = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def leads_somewhere(link: str, page: Path) -> bool:
    path, _, anchor = unquote(link).partition("#")
    target = (page.parent / path).resolve() if path else page
    return target.exists() and target.is_relative_to(ROOT) and (not anchor or anchor in anchors(target))


@pytest.mark.parametrize("name", NAMES, ids=NAMES)
def test_every_link_leads_somewhere(name: str) -> None:
    links = LINK.findall(CODE.sub("", read(name)))
    assert [link for link in links if not link.startswith(WEB) and not leads_somewhere(link, ROOT / name)] == []


def exists(path: str) -> bool:
    """Return whether `path` is there: from the root or in the package; `*` stands for anything."""
    return any(any(base.glob(path.rstrip("/"))) for base in (ROOT, ROOT / "src" / "lumbar"))


def test_every_path_that_the_architecture_names_is_there() -> None:
    named = NAMED.findall(re.sub(r"^```.*?^```$", "", read("ARCHITECTURE.md"), flags=re.MULTILINE | re.DOTALL))
    paths = [path for path in named if "/" in path or re.search(r"\.\w+$", path)]
    assert len(paths) > 10
    assert [path for path in paths if not exists(path) and not any((ROOT / "tests").rglob(path))] == []


@pytest.mark.parametrize("name", NAMES, ids=NAMES)
def test_every_path_from_the_root_that_a_page_names_is_there(name: str) -> None:
    paths = re.findall(r"`((?:src|docs|web|tests|tools|requirements|contract|benchmarks)/[\w./*-]*)`", read(name))
    made = ("web/node_modules/",)  # by setting up
    assert [path for path in paths if not exists(path) and "ID" not in path and path not in made] == []


def test_every_module_that_explains_a_plan_is_there() -> None:
    named = re.findall(r"`(\w+\.py)`", read("docs/explanation/how-a-plan-is-made.md"))
    assert len(named) > 10
    assert [name for name in named if not (ROOT / "src/lumbar/training" / name).is_file()] == []


def test_the_architecture_fits_on_two_printed_pages() -> None:
    assert len(read("ARCHITECTURE.md").splitlines()) <= TWO_PRINTED_PAGES


def test_every_page_is_in_the_index() -> None:
    docs = ROOT / "docs"
    linked = {(docs / link).resolve() for link in LINK.findall(read("docs/README.md"))}
    linked |= {(docs / "decisions" / link).resolve() for link in LINK.findall(read("docs/decisions/README.md"))}
    pages = {page for page in PAGES if page.is_relative_to(docs)} - {docs / "README.md"}
    assert pages - linked == set()


@pytest.mark.parametrize("name", NAMES, ids=NAMES)
def test_every_page_keeps_to_our_words(name: str) -> None:
    prose = LINK.sub("", CODE.sub("", read(name)))  # names in code and titles of sources are not our words
    said = {word.lower() for word in forbidden_words(prose, "en")}
    assert said - ALWAYS == PERMITTED.get(name, set())  # no more, and no permission that nothing needs


@pytest.mark.parametrize("name", NAMES, ids=NAMES)
def test_no_page_names_a_registry_or_a_folder_of_a_machine(name: str) -> None:
    assert list(faults_in(name, read(name))) == []

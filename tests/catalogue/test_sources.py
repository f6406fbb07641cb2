"""The list of sources: each known by one id, with a plain title and an address where there is one."""

from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import pytest

from lumbar.catalogue.catalogue import Source
from lumbar.catalogue.language import forbidden_words
from lumbar.catalogue.parse import parse_sources

FILE: Final = Path(__file__).parents[2] / "src/lumbar/catalogue/sources.toml"
SOURCES, FAULTS = parse_sources(FILE.read_text(encoding="utf-8"), FILE.name)
WITHOUT_ADDRESS: Final = {"text-1", "text-2", "text-3", "ours"}


def test_the_list_has_no_fault_and_no_id_twice() -> None:
    assert FAULTS == ()
    assert len({source.id for source in SOURCES}) == len(SOURCES)


def test_the_texts_and_our_choice_are_listed() -> None:
    assert {source.id for source in SOURCES} >= WITHOUT_ADDRESS


@pytest.mark.parametrize("source", SOURCES, ids=[source.id for source in SOURCES])
def test_a_source_has_a_plain_title_and_an_address(source: Source) -> None:
    parts = urlsplit(source.url)

    assert source.title.strip()
    assert not list(forbidden_words(source.title, "en"))
    assert bool(source.url) is (source.id not in WITHOUT_ADDRESS)
    assert not source.url or (parts.scheme in {"http", "https"} and "." in parts.netloc)

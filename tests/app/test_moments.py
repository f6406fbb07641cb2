"""The moments that the build keeps, and those that are solved when they are asked for."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from lumbar.app import moments
from lumbar.app.low_back import loads_for
from lumbar.app.moments import keep, moment_key, moment_of
from lumbar.app.shelf import load_catalogue
from lumbar.catalogue.catalogue import Catalogue

CATALOGUE = load_catalogue()
BIRD_DOG = CATALOGUE.exercise("bird-dog")


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return where the moments are kept: nothing is there yet, and nothing is remembered."""
    path = tmp_path / "made" / "moments.json"
    monkeypatch.setattr(moments, "KEPT", path)
    forget()
    yield path
    forget()


def forget() -> None:
    moments._kept.cache_clear()  # noqa: SLF001 - a process begins with nothing in memory
    moments._moment.cache_clear()  # noqa: SLF001 - the same


def test_what_is_kept_is_what_is_solved(kept: Path) -> None:
    solved = {sex: moment_of(BIRD_DOG, sex) for sex in moments.REFERENCES}
    keep([BIRD_DOG], kept)
    forget()
    assert {sex: moment_of(BIRD_DOG, sex) for sex in moments.REFERENCES} == solved
    assert list(json.loads(kept.read_text())) == [moment_key(BIRD_DOG, sex) for sex in moments.REFERENCES]


def test_what_is_kept_is_taken_and_not_solved_again(kept: Path) -> None:
    kept.parent.mkdir()
    kept.write_text(json.dumps({moment_key(BIRD_DOG, "male"): [1234.5, 6.0]}))
    moment = moment_of(BIRD_DOG, "male")
    assert moment is not None
    assert (moment.base_nm, moment.per_kg_nm) == (1234.5, 6.0)


def test_what_statics_could_not_say_is_not_asked_again(kept: Path) -> None:
    kept.parent.mkdir()
    kept.write_text(json.dumps({moment_key(BIRD_DOG, "male"): None}))
    assert moment_of(BIRD_DOG, "male") is None


def test_a_file_that_says_something_else_is_solved_anew(kept: Path) -> None:
    kept.parent.mkdir()
    kept.write_text(json.dumps({moment_key(BIRD_DOG, "male"): [1234.5, 6.0]}))
    other = replace(BIRD_DOG, data={**BIRD_DOG.data, "motion": {"other": True}})
    assert moment_key(other, "male") != moment_key(BIRD_DOG, "male") != moment_key(BIRD_DOG, "female")
    assert loads_for(None, Catalogue.of([other], []))[BIRD_DOG.id].base_nm < 1000


@pytest.mark.parametrize("broken", ["", "{", "[1"])
def test_a_file_that_cannot_be_read_counts_as_none(kept: Path, broken: str) -> None:
    kept.parent.mkdir()
    kept.write_text(broken)
    assert moment_of(BIRD_DOG, "male") is not None

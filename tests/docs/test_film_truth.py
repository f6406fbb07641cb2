"""The page about the truth of a film is true: it is run, and it names every key."""

import json
import re
from pathlib import Path

import pytest

from tests.documents import give_lumbar, run_page
from tools.layout import ROOT

PAGE = ROOT / "docs" / "reference" / "film-truth.md"


def test_the_page_does_what_it_says_and_names_every_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run_page(PAGE, tmp_path, lambda typed: give_lumbar(typed, tmp_path)) == 1
    truth = json.loads((tmp_path / "pump.json").read_text(encoding="utf-8"))
    named = set(re.findall(r"`(\w+)`", PAGE.read_text(encoding="utf-8")))
    parts = [truth, truth["camera"], truth["person"], truth["frames"][0], truth["repetitions"][0]]
    keys = {key for part in [*parts, *truth["tempo"], *truth["holds"]] for key in part}
    assert keys - named == set()
    assert all(len(truth["points"]) == len(truth[part]) for part in ("points", "landmarks"))

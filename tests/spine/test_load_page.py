"""The page about loads does what it says, and the numbers in its sentences are so."""

from pathlib import Path

import pytest

from lumbar.app.shelf import load_catalogue
from lumbar.body.anthropometry import GRAVITY_M_S2
from lumbar.spine.doubt import doubts, lever_doubt
from lumbar.spine.levers import load_series
from lumbar.spine.load import find_load
from tests.body.shipped import MAN
from tests.documents import give_lumbar, run_page
from tools.layout import ROOT

HINGE = load_catalogue().exercise("romanian-deadlift")


def test_the_page_does_what_it_says(tmp_path: Path) -> None:
    page = ROOT / "docs" / "reference" / "load.md"
    assert run_page(page, tmp_path, lambda typed: give_lumbar(typed, tmp_path)) == 1


def test_a_kilogram_over_the_feet_costs_about_what_the_page_says() -> None:
    bare, loaded = find_load(HINGE, MAN), find_load(HINGE, MAN, 40)
    assert bare is not None
    assert loaded is not None
    assert (loaded.moment_nm - bare.moment_nm) / 40 == pytest.approx(2.8, abs=0.1)


def test_small_differences_are_told_one_at_a_time() -> None:
    told = {doubt.what: (doubt.less_nm, doubt.more_nm) for doubt in doubts(HINGE, MAN, 40)}
    now = find_load(HINGE, MAN, 40)
    assert now is not None
    assert len(told) == 5
    for less, more in list(told.values())[:-1]:
        assert less < now.moment_nm < more
    near, far = told["load 5 cm nearer or further ahead"]
    assert far - near == pytest.approx(0.1 * 40 * GRAVITY_M_S2)
    slow, fast = told["a repetition in 4 or 2 s"]
    tempo = {series.kind: dict(series.points) for series in load_series(HINGE, MAN, 40)}["tempo"]
    assert (slow, fast) == (tempo[4], tempo[2])
    assert now.moment_nm < slow < fast


def test_two_levers_lie_evenly_about_their_middle() -> None:
    less, more = lever_doubt()
    assert (round(less, 3), round(more, 3)) == (-0.091, 0.091)

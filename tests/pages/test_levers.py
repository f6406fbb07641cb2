"""The charts of what changes a load: what their numbers compare with."""

import re

import pytest
from django.utils.translation import override

from lumbar.app.low_back import load_of, stature_of
from lumbar.app.shelf import load_catalogue
from lumbar.site.pages.levers import Lever, levers, untold_way
from lumbar.site.pages.low_back import moment
from lumbar.site.pages.shown import Shown

CATALOGUE = load_catalogue()
LEG = CATALOGUE.exercise("single-leg-extension")
ANYBODY = stature_of(None)


def load_lever(kg: float) -> Lever:
    with override("en"):
        found = levers(LEG, ANYBODY, kg, Shown("en", "kg", "cm", CATALOGUE))
    return next(lever for lever in found if lever.name == "How heavy")


@pytest.mark.parametrize(("kg", "unit"), [(10, "5 kg more"), (2, "2 kg more"), (40, "5 kg less")])
def test_a_number_looks_no_further_than_the_load_is_known(kg: float, unit: str) -> None:
    lever = load_lever(kg)  # of 2 kg up to 4 are drawn, and with more than 40 kg this body tips over
    told = re.fullmatch(r"At (\d+) kg it is (\d+) Nm instead of (\d+)\.", lever.sentence)
    assert lever.unit == unit
    assert told is not None
    other, there, here = (float(part) for part in told.groups())
    solved = [load_of(LEG, ANYBODY, at) for at in (other, kg)]
    assert [load.moment_nm for load in solved if load] == pytest.approx([there, here], abs=0.6)
    assert lever.value.startswith("+" if other > kg else "−")


def numbers(sentence: str) -> list[str]:
    return re.findall(r"\d+(?:\.\d+)?(?= Nm)|(?<=instead of )\d+(?:\.\d+)?", sentence)


@pytest.mark.parametrize("name", ["back-extension", "pallof-press", "romanian-deadlift", "wall-squat"])
def test_a_chart_that_starts_from_another_number_than_the_line_says_why(name: str) -> None:
    exercise, load = CATALOGUE.exercise(name), load_of(CATALOGUE.exercise(name), ANYBODY, 5)
    assert load is not None
    line = moment(load.moment_nm)
    with override("en"):
        found = levers(exercise, ANYBODY, 5, Shown("en", "kg", "cm", CATALOGUE))
    assert {"How far you go", "How quick"} <= {lever.name for lever in found}
    for lever in found:
        assert len(lever.start + lever.end) < 34  # side by side under 250 px
        told = numbers(lever.sentence)
        assert not told or line in told


def test_where_the_way_is_not_known_it_is_said() -> None:
    with override("en"):
        assert "not in balance" in untold_way(CATALOGUE.exercise("heel-raise"), ANYBODY, None)
        assert not untold_way(CATALOGUE.exercise("romanian-deadlift"), ANYBODY, None)
        assert not untold_way(CATALOGUE.exercise("bird-dog"), ANYBODY, None)  # of the floor little is told anyway

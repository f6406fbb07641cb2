"""The charts of what changes a load: what their numbers compare with."""

import re

import pytest
from django.utils.translation import override

from lumbar.app.low_back import load_of, stature_of
from lumbar.app.shelf import load_catalogue
from lumbar.site.pages.levers import Lever, levers
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

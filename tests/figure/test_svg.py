"""Vector drawings: outlines that keep to what they trace, and what a file says."""

import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lumbar.app.figures import stage_of
from lumbar.app.shelf import load_catalogue
from lumbar.body.arrays import FloatArray
from lumbar.figure.mesh import INKS
from lumbar.figure.palette import COLOURS, PAPER, colours_of, linear
from lumbar.figure.svg import to_svg
from lumbar.figure.trace import traced
from tests.figure.made import needs_bodies

SIZE = 120
ROWS, COLUMNS = np.mgrid[0:SIZE, 0:SIZE] + 0.5


def places(path: str) -> list[FloatArray]:
    """Return points along every loop of a path, as a renderer walks it."""
    loops = []
    for start, rest in re.findall(r"M([-\d. ]+)([^Mz]*)z", path):
        here = np.array([float(value) for value in start.split()])
        points = []
        for told in rest.split("c")[1:]:
            corners = here + np.vstack([[0, 0], np.array([float(v) for v in told.split()]).reshape(3, 2)])
            t = np.linspace(0, 1, 12)[:, np.newaxis]
            points.append(
                (1 - t) ** 3 * corners[0]
                + 3 * (1 - t) ** 2 * t * corners[1]
                + 3 * (1 - t) * t**2 * corners[2]
                + t**3 * corners[3]
            )
            here = corners[3]
        loops.append(np.concatenate(points))
    return loops


@given(st.floats(35, 85), st.floats(35, 85), st.floats(8, 30))
@settings(max_examples=20)
def test_the_outline_of_a_disc_is_its_circle_in_few_curves(x: float, y: float, radius: float) -> None:
    path = traced(np.hypot(COLUMNS - x, ROWS - y) < radius)
    (loop,) = places(path)
    assert np.abs(np.hypot(*(loop - [x, y]).T) - radius).max() < 1.5
    assert path.count("c") <= 16
    assert np.hypot(*(loop[0] - loop[-1])) < 0.3


def test_a_square_keeps_its_corners() -> None:
    (loop,) = places(traced((np.abs(COLUMNS - 60) < 30) & (np.abs(ROWS - 60) < 30)))
    for corner in ((30, 30), (30, 90), (90, 30), (90, 90)):
        assert np.hypot(*(loop - corner).T).min() < 1.6


def test_a_ring_is_two_outlines_and_a_speck_is_none() -> None:
    far = np.hypot(COLUMNS - 60, ROWS - 60)
    assert len(places(traced((far < 40) & (far > 20)))) == 2
    assert traced(far < 2) == ""


def test_a_shape_at_the_edge_is_closed() -> None:
    (loop,) = places(traced(COLUMNS < 40))
    assert loop[:, 0].min() < 2
    assert np.hypot(*(loop[0] - loop[-1])) < 0.3


@needs_bodies
@pytest.mark.parametrize("theme", ["light", "dark", "none"])
def test_a_theme_has_its_plate_and_its_accent(theme: str) -> None:
    stage = stage_of(load_catalogue().exercise("glute-bridge"))
    text = to_svg(stage, 1, ("A < B", "left & right"), theme)
    assert "<title>A &lt; B</title><desc>left &amp; right</desc>" in text
    assert ("#ebe4d5" in text.partition("</style>")[2], "#423b32" in text.partition("</style>")[2]) == (
        theme == "light",
        theme == "dark",
    )
    assert ("#1f41b8" in text, "#a9baff" in text) == (theme != "dark", theme != "light")
    assert 'class="a"' in text
    assert 'class="a"' not in to_svg(stage, 1, ("", ""), theme, arrows=False)


def test_paper_has_every_ink() -> None:
    assert set(PAPER) == set(COLOURS) >= set(INKS)
    greys = sorted(
        linear(PAPER[ink]) @ [0.2126, 0.7152, 0.0722] for ink in ("pupils", "shirt", "shorts", "mat", "skin")
    )
    lightness = 1.16 * np.cbrt(greys) - 0.16
    assert np.diff(lightness).min() > 0.07, "they are told apart without the blue"
    assert len({colours_of(body)["hair"] for body in ("woman", "man", "elder")}) == 3

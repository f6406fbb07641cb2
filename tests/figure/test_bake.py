"""The bake: cutting leaves lines, thinning keeps the form, and the same data make the same bytes."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lumbar.body.names import SEGMENTS
from tests.figure.made import source
from tools.body_mesh.bake import MODELS, at_zero, bake, bare_triangles
from tools.body_mesh.cut import Surface, cut
from tools.body_mesh.phenotype import Phenotype, shape_of
from tools.body_mesh.simplify import simplified
from tools.body_mesh.source import read_source
from tools.body_mesh.surface import border_of
from tools.body_mesh.weights import bone_weights, bones
from tools.body_mesh.write import write_glb
from tools.body_mesh.zero import rig_places


def sheet(cells: int) -> Surface:
    """Return a flat square of triangles, one metre wide."""
    x, y = np.meshgrid(np.linspace(0, 1, cells + 1), np.linspace(0, 1, cells + 1))
    at = np.arange((cells + 1) ** 2).reshape(cells + 1, -1)
    a, b, c, d = (part.ravel() for part in (at[:-1, :-1], at[:-1, 1:], at[1:, 1:], at[1:, :-1]))
    triangles = np.concatenate([np.column_stack([a, b, c]), np.column_stack([a, c, d])])
    return Surface(np.column_stack([x.ravel(), y.ravel(), 0 * x.ravel()]), triangles, np.zeros(len(triangles), int))


def area(surface: Surface) -> float:
    one, two, three = (surface.places_m[surface.triangles[:, corner]] for corner in range(3))
    return float(np.cross(two - one, three - one)[:, 2].sum() / 2)


@settings(max_examples=40, deadline=None)
@given(st.floats(0, 6.28), st.integers(-500, 500).map(lambda part: part / 1000), st.integers(2, 9))
def test_a_cut_leaves_every_triangle_on_one_side_and_no_hole(angle: float, shift: float, cells: int) -> None:
    whole = sheet(cells)
    x, y = whole.values[:, 0] - 0.5, whole.values[:, 1] - 0.5
    field = x * np.cos(angle) + y * np.sin(angle) - shift
    pieces, after = cut(whole, field, np.ones(len(whole.triangles), dtype=bool))
    side = np.sign(after)[pieces.triangles]
    assert not ((side.min(axis=1) < 0) & (side.max(axis=1) > 0)).any()
    assert len(border_of(pieces.triangles)) >= 4 * cells
    edges = border_of(pieces.triangles)
    from_middle = np.abs(pieces.places_m[edges.ravel(), :2] - 0.5).max(axis=1)
    assert from_middle.min() > 0.5 - 0.15 / cells, "a hole inside the sheet"


def test_a_straight_cut_is_straight_and_loses_nothing() -> None:
    whole = sheet(7)
    pieces, after = cut(whole, whole.values[:, 0] - 0.48, np.ones(len(whole.triangles), dtype=bool))
    assert pieces.places_m[after == 0, 0] == pytest.approx(0.48)
    assert area(pieces) == pytest.approx(1)


def test_thinning_keeps_flat_things_flat_and_whole() -> None:
    whole = sheet(12)
    left, origin = simplified(whole.places_m, whole.triangles, np.ones(len(whole.values)), 80)
    assert len(np.unique(left)) <= 80
    assert len(left) == len(origin)
    assert area(Surface(whole.values, left, whole.inks[origin])) == pytest.approx(1)


def test_the_same_data_make_the_same_bytes() -> None:
    bare = bare_triangles(source())
    again = bare_triangles(read_source(source().folder))
    assert write_glb(bake(source(), "woman", bare)) == write_glb(bake(source(), "woman", again))


def test_a_heavier_phenotype_has_more_of_a_belly() -> None:
    light, heavy = (shape_of(source(), Phenotype(0, 2 / 3, 0.5, weight)) for weight in (0.3, 0.8))
    body = np.unique(source().quads["body"])
    hips = rig_places(source(), light)["upperleg01.L"]
    belly = body[(np.abs(light[body, 1]) < 0.05) & (np.abs(light[body, 2] - hips[2] - 0.15) < 0.05)]
    assert np.ptp(heavy[belly, 0]) > np.ptp(light[belly, 0]) + 0.02


def test_at_zero_arms_hang_straight_with_palms_back() -> None:
    zero, _ = at_zero(source(), MODELS["man"])
    places = rig_places(source(), zero)
    shoulder, elbow, wrist = (places[f"{name}.L"] for name in ("upperarm01", "lowerarm01", "wrist"))
    assert np.abs((wrist - elbow)[:2]).max() < 0.005
    assert np.abs((elbow - shoulder)[:2]).max() < 0.03
    across = places["finger2-1.L"] - places["finger5-1.L"]
    assert across[1] < -0.03
    assert abs(across[0]) < 0.015


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, len(SEGMENTS) - 1), st.floats(0.05, 1)), min_size=1, max_size=3), st.floats(0, 1)
)
def test_folded_weights_still_sum_to_one(given_weights: list[tuple[int, float]], along: float) -> None:
    weights = np.zeros((1, len(SEGMENTS)))
    for segment, share in given_weights:
        weights[0, segment] += share
    index, weight = bone_weights(weights / weights.sum(), np.array([along]))
    assert weight.sum() == pytest.approx(1)
    assert index.max() < len(bones())

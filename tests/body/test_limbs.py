"""On the whole way no limb goes grossly through another, or an arm through the head."""

import pytest

from lumbar.body.path import solve_path
from lumbar.body.physique import Physique
from tests.body.limbs import depths_m
from tests.body.shipped import EXERCISES, MAN, WOMAN, motion_of

GROSSLY_M = 0.035  # hands that hug press into flesh, and rods have no elbows


@pytest.mark.parametrize("exercise", EXERCISES)
@pytest.mark.parametrize("body", [WOMAN, MAN], ids=["woman", "man"])
def test_no_limb_goes_grossly_through_another(exercise: str, body: Physique) -> None:
    depths = depths_m(solve_path(body, motion_of(exercise)))
    assert {pair: depth for pair, depth in depths.items() if depth > GROSSLY_M} == {}

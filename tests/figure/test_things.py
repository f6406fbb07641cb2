"""Things stay where they are put: in the room, on the body, or on a line through two of its points."""

from typing import Final

import numpy as np
import pytest
from hypothesis import given, settings

from lumbar.app.shelf import load_catalogue
from lumbar.body.kinematics import Placement
from lumbar.body.path import solve_path
from lumbar.body.physique import Physique, measure
from lumbar.body.points import points_of
from lumbar.body.pose import Pose
from lumbar.figure.things import Box, Fixed, OnLine, OnSegment, Thing, things_of
from tests.body.bodies import physiques, placed, poses

MAN: Final = measure(1.76, 77, "male")


@given(physiques, poses)
@settings(max_examples=20, deadline=None)
def test_a_place_on_a_segment_goes_where_the_point_goes(body: Physique, pose: Pose) -> None:
    point = points_of(body)["grip_left"]
    where = placed(body, Pose(), pose)
    assert OnSegment(point.segment, point.offset_m).located(where) == pytest.approx(where.points_m(["grip_left"])[:, 0])


def line(where: Placement, along_m: float) -> np.ndarray:
    return OnLine(("grip_left", "grip_right"), along_m).located(where)


@given(physiques, poses)
@settings(max_examples=20, deadline=None)
def test_a_place_on_a_line_is_as_far_from_the_middle_as_it_says(body: Physique, pose: Pose) -> None:
    where = placed(body, pose)
    left, right = where.points_m(["grip_left", "grip_right"])[0]
    assert line(where, 0)[0] == pytest.approx((left + right) / 2)
    assert np.linalg.norm(line(where, 0.7) - line(where, 0)) == pytest.approx(0.7)
    assert (line(where, 0.7)[0] - line(where, 0)[0]) @ (right - left) > 0


def test_a_fixed_place_does_not_move() -> None:
    assert Fixed((1, 2, 3)).located(placed(MAN, Pose(), Pose.of(hip_flexion=50))).tolist() == [[1, 2, 3]] * 2


def things(exercise: str, implement: str | None = None) -> tuple[Thing, ...]:
    found = load_catalogue().exercise(exercise)
    assert found.motion is not None
    return things_of(found, implement, solve_path(MAN, found.motion, frames=2))


@pytest.mark.parametrize(
    ("exercise", "implement", "kinds"),
    [
        ("bird-dog", None, {"mat"}),
        ("wall-squat", None, {"wall"}),
        ("heel-raise", None, {"wall"}),
        ("romanian-deadlift", None, {"bar", "disc"}),
        ("single-leg-extension", None, {"mat", "dumbbell"}),
        ("single-leg-extension", "plate", {"mat", "plate"}),
        ("single-leg-extension", "stand-in", {"mat", "stand-in"}),
        ("pallof-press", None, {"cable", "post"}),
        ("pallof-press", "band", {"band", "post"}),
        ("back-extension", None, {"pad", "roller", "frame"}),
        ("back-extension", "plate", {"pad", "roller", "frame", "plate"}),
    ],
)
def test_things_follow_from_contacts_needs_and_loads(exercise: str, implement: str | None, kinds: set[str]) -> None:
    assert {thing.kind for thing in things(exercise, implement)} == kinds


def test_a_mat_reaches_under_all_that_lies_on_it() -> None:
    mat = next(thing.shape for thing in things("heel-slide") if thing.kind == "mat")
    assert isinstance(mat, Box)
    assert mat.size_m[0] > mat.size_m[1]
    assert mat.size_m[0] >= 1.83

"""Things stay where they are put: in the room, on the body, or on a line through two of its points."""

from typing import Final

import numpy as np
import pytest
from hypothesis import given, settings

from lumbar.body.kinematics import Placement
from lumbar.body.physique import Physique, measure
from lumbar.body.points import points_of
from lumbar.body.pose import Pose
from lumbar.figure.things import Fixed, OnLine, OnSegment
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

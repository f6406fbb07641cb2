"""What touches in the numbers touches in the picture: the skin points of a body lie on its mesh."""

import numpy as np
import pytest

from lumbar.body.flesh import MIDDLE, SIDED
from lumbar.body.kinematics import place
from lumbar.body.points import POINT_NAMES
from lumbar.body.pose import Pose
from lumbar.body.touch import SKIN
from lumbar.figure.mesh import BodyMesh
from tests.figure.made import body

WITHIN_M = 0.005
MEASURED = [name for name in sorted(POINT_NAMES) if name in SKIN and name.removesuffix("_left") in {*MIDDLE, *SIDED}]


def surface_of(mesh: BodyMesh) -> np.ndarray:
    """Return points all over the skin at zero, hands flat [m], shape (points, 3): closer than a point may lie off."""
    corners = (mesh.vertices_m + mesh.hands["flat"])[mesh.triangles]
    steps = [(a, b, 12 - a - b) for a in range(13) for b in range(13 - a)]
    return np.asarray(np.einsum("sc,tcx->tsx", np.array(steps) / 12, corners)).reshape(-1, 3)


@pytest.mark.parametrize("name", ["woman", "man"])
def test_the_points_of_the_skin_lie_on_the_mesh(name: str) -> None:
    mesh = body(name)
    points = place(mesh.physique, Pose().as_row()[np.newaxis], np.zeros((1, 3))).points_m(MEASURED)[0]
    surface = surface_of(mesh)
    off = {
        point: float(np.linalg.norm(surface - spot, axis=1).min()) for point, spot in zip(MEASURED, points, strict=True)
    }
    assert {point: round(away, 4) for point, away in off.items() if away > WITHIN_M} == {}

"""The same body for MuJoCo: its own kinematics from joint axes, its own inverse dynamics; nothing placed by us.

Only measures are shared: how segments hang together, what they weigh and where; each angle is a hinge of its own, the
root three slides. MuJoCo never sees a frame, a joint or a centre that `body.kinematics` worked out.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Final

import mujoco  # type: ignore[import-untyped]
import numpy as np

from lumbar.body.anthropometry import GRAVITY_M_S2
from lumbar.body.arrays import FloatArray
from lumbar.body.forces import Push
from lumbar.body.names import PLACE, SEGMENTS
from lumbar.body.physique import Physique
from lumbar.body.points import points_of
from lumbar.body.tree import JOINTS, JOINTS_OF, PARENT
from lumbar.spine.inertia import inertias_kg_m2

_AXES: Final = {"x": (1, 0, 0), "y": (0, 1, 0), "z": (0, 0, 1)}
_TINY: Final = f"{1e-9} {1e-9} {1e-9}"
_WEIGHTLESS: Final = 1e-9  # the toes: MuJoCo wants a mass


class SecondWay:
    """A body in MuJoCo, which may carry weights [kg] at some of its points."""

    def __init__(self, body: Physique, carried_kg: Mapping[str, float] | None = None) -> None:
        self.body = body
        self.model: Any = mujoco.MjModel.from_xml_string(_mjcf(body, carried_kg or {}))
        self.data: Any = mujoco.MjData(self.model)

    def put(self, row_deg: FloatArray, root_m: FloatArray) -> None:
        """Take a pose and hold it still."""
        self.data.qpos[:] = self.coordinates(row_deg, root_m)
        self.data.qvel[:] = 0
        self.data.qacc[:] = 0

    def put_moving(self, rows_deg: Sequence[FloatArray], roots_m: Sequence[FloatArray]) -> None:
        """Take a pose that moves: position, and its first and second derivatives by time."""
        told = [self.coordinates(row, root) for row, root in zip(rows_deg, roots_m, strict=True)]
        self.data.qpos[:], self.data.qvel[:], self.data.qacc[:] = told

    def points_m(self, names: Sequence[str]) -> FloatArray:
        mujoco.mj_forward(self.model, self.data)
        return np.array([self.data.site(name).xpos for name in names])

    def centres_m(self) -> FloatArray:
        mujoco.mj_forward(self.model, self.data)
        return np.array([self.data.body(name).xipos for name in SEGMENTS])

    def solve(self, pushes: Sequence[Push]) -> tuple[FloatArray, FloatArray]:
        """Return the moment at L5/S1 in the frame of the lumbar spine [Nm], and what is left at the root [N, Nm]."""
        acceleration = self.data.qacc.copy()
        mujoco.mj_forward(self.model, self.data)
        self.data.qacc[:] = acceleration
        mujoco.mj_inverse(self.model, self.data)
        needed = self.data.qfrc_inverse.copy()
        for push in pushes:
            lever = np.zeros((3, self.model.nv))
            segment = self.model.body(SEGMENTS[push.segment]).id
            mujoco.mj_jac(self.model, self.data, lever, None, push.at_m, segment)
            needed -= lever.T @ push.force_n
        places = [self.model.joint(joint.name).id for joint in JOINTS_OF["abdomen"]]
        axes, dofs = self.data.xaxis[places], self.model.jnt_dofadr[places]
        moment = np.linalg.solve(axes, needed[dofs])
        turn = self.data.body("abdomen").xmat.reshape(3, 3)
        return turn.T @ moment, needed[:6]

    def coordinates(self, row_deg: FloatArray, root_m: FloatArray) -> FloatArray:
        told = np.zeros(self.model.nq)
        for joint, angle in zip(JOINTS, row_deg, strict=True):
            told[self.model.jnt_qposadr[self.model.joint(joint.name).id]] = np.radians(angle)
        told[:3] = root_m
        return told


@cache
def second_way(body: Physique) -> SecondWay:
    return SecondWay(body)


def _mjcf(body: Physique, carried_kg: Mapping[str, float]) -> str:
    return (
        f'<mujoco><compiler angle="radian"/><option gravity="0 0 {-GRAVITY_M_S2}">'
        '<flag contact="disable" constraint="disable"/></option>'
        f"<worldbody>{_segment(body, 'pelvis', carried_kg)}</worldbody></mujoco>"
    )


def _segment(body: Physique, name: str, carried_kg: Mapping[str, float]) -> str:
    table = points_of(body)
    place = next(PLACE[segment] for segment in SEGMENTS if segment == name)
    segment = SEGMENTS[place]
    slides = "".join(f'<joint type="slide" axis="{_told(axis)}"/>' for axis in _AXES.values())
    hinges = "".join(
        f'<joint name="{joint.name}" type="hinge" axis="{_told(joint.sign * np.array(_AXES[joint.axis]))}"/>'
        for joint in JOINTS_OF[segment]
    )
    mass = max(float(body.masses_kg[place]), _WEIGHTLESS)
    inertia = np.maximum(inertias_kg_m2(body)[place], _WEIGHTLESS)
    sites = "".join(
        f'<site name="{point}" pos="{_told(where.offset_m)}"/>'
        for point, where in table.items()
        if where.segment == segment
    )
    children = "".join(_segment(body, child, carried_kg) for child in SEGMENTS if PARENT.get(child) == segment)
    weights = "".join(
        f'<body pos="{_told(table[point].offset_m)}"><inertial pos="0 0 0" mass="{kg!r}" diaginertia="{_TINY}"/></body>'
        for point, kg in carried_kg.items()
        if table[point].segment == segment
    )
    return (
        f'<body name="{segment}" pos="{_told(body.offsets_m[place])}">{slides if name == "pelvis" else ""}{hinges}'
        f'<inertial pos="{_told(body.centres_m[place])}" mass="{mass!r}" diaginertia="{_told(inertia)}"/>'
        f"{sites}{weights}{children}</body>"
    )


def _told(vector: Sequence[float] | FloatArray) -> str:
    return " ".join(repr(float(value)) for value in vector)

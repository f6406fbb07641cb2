"""What the coach expects to see of an exercise: its key poses, looked at from where it is watched."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np

from lumbar.body.path import Path, solve_path
from lumbar.body.physique import Physique, measure
from lumbar.catalogue.coaching import OTHER, WITHOUT_SIDE, Coaching
from lumbar.catalogue.exercise import Exercise, SideMode
from lumbar.coach.angles import AngleTable, table_of
from lumbar.coach.camera import Camera
from lumbar.coach.frame import FloatArray
from lumbar.coach.landmarks import landmarks_m
from lumbar.coach.reading import mark, read_body

AVERAGE: Final = measure(1.70, 70.0, "female")  # whoever is not measured; ours
_FROM_DEG: Final = {"side": 270.0, "front": 0.0}
LEAD: Final = {"left": 0, "right": 1, None: 1}  # from the right, the near side is the right
ERROR_DEG: Final = 8.0  # by which a model's landmarks bend an angle for good; measured on films of known angles
_UPRIGHT_DEG: Final = 45.0
_NEEDED: Final = {
    "hip": (11, 23, 25), "knee": (23, 25, 27), "ankle": (25, 27, 29, 31), "shoulder": (11, 13, 23),
    "elbow": (11, 13, 15), "thigh": (23, 25), "shank": (25, 27), "foot": (29, 31), "arm": (11, 13),
    "trunk": (11, 23), "neck": (11, 23), "head": (7, 11),
}  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Expectation:
    """The angles of an exercise at rest and at its peak, and which of them do what.

    `table` reads the angles; `rest_deg` and `peak_deg` [deg], shape (angles,), are those of the key poses. `moves`,
    `twins` and `steady` are places in the table: what makes a repetition, the same on the other side where both work
    together, and what stays within `tolerance_deg` [deg] of the way. `needed` are the landmarks that must be in the
    picture, for the left and for the right side leading. `upright` says that the trunk is at rest.
    """

    exercise: Exercise
    coaching: Coaching
    table: AngleTable
    rest_deg: FloatArray
    peak_deg: FloatArray
    moves: list[int]
    twins: list[int]
    steady: list[int]
    tolerance_deg: FloatArray
    needed: tuple[list[int], list[int]]
    reach: float
    upright: bool

    @property
    def limbs(self) -> list[list[bool]]:
        """Return which of left and right thigh, left and right shank must be seen, for either side leading."""
        return [[{end, end - 2} <= set(shown) for end in (25, 26, 27, 28)] for shown in self.needed]

    @property
    def slack(self) -> float:
        """Return what landmarks err, as a share of the way from rest to peak."""
        way = self.peak_deg[self.moves] - self.rest_deg[self.moves]
        return float(ERROR_DEG / np.sqrt((way * way).sum()))

    @property
    def sided(self) -> bool:
        """Return whether one side leads, so that either may."""
        return self.exercise.side is not SideMode.BOTH


class _Same:
    """An exercise that equals itself alone: a file's words and tables cannot be hashed."""

    __slots__ = ("exercise",)

    def __init__(self, exercise: Exercise) -> None:
        self.exercise = exercise

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.exercise is self.exercise

    def __hash__(self) -> int:
        return id(self.exercise)


def expect(exercise: Exercise, person: Physique | None = None) -> Expectation | None:
    """Return what to expect of `exercise`, or nothing where a camera can count nothing of it."""
    return _expect(_Same(exercise), person)


@lru_cache(maxsize=64)
def _expect(same: _Same, person: Physique | None) -> Expectation | None:
    exercise = same.exercise
    coaching, motion = exercise.camera, exercise.motion
    if coaching is None or motion is None or not coaching.counts:
        return None
    path = solve_path(person or AVERAGE, motion)
    twins = () if exercise.side is not SideMode.BOTH else tuple(map(_twin, coaching.moves))
    judged = tuple(one.angle for one in coaching.judged)
    names = tuple(dict.fromkeys((*coaching.moves, *coaching.steady, *twins, *judged)))
    seen = angles_on(path, names, coaching)[:, LEAD[motion.leads]]
    rest, peak = seen[0], seen[-1]
    return Expectation(
        exercise=exercise,
        coaching=coaching,
        table=table_of(names).around(0.5 * (rest + peak)),
        rest_deg=rest,
        peak_deg=peak,
        moves=[names.index(name) for name in coaching.moves],
        twins=[names.index(name) for name in twins],
        steady=[names.index(name) for name in coaching.steady],
        tolerance_deg=np.array([float(coaching.steady[name]) for name in coaching.steady]),
        needed=_needed((*coaching.moves, *coaching.steady)),
        reach=coaching.reach,
        upright=bool(abs(angles_on(path, ("trunk",), coaching)[0, 0, 0]) < _UPRIGHT_DEG),
    )


def angles_on(path: Path, names: tuple[str, ...], coaching: Coaching) -> FloatArray:
    """Return angles [deg] along a way as the camera has them, smoothly, shape (frames, 2, angles)."""
    marks = landmarks_m(path.placed())
    camera = Camera(_FROM_DEG[coaching.view])
    body = read_body(mark(camera.project(marks, marks[0].mean(axis=0))))
    angles = table_of(names).read(body.directions_rad, np.ones(len(marks)))
    return np.asarray(np.unwrap(angles, axis=0, period=360.0))


def _twin(name: str) -> str:
    return name if name in WITHOUT_SIDE else f"{name}{OTHER}"


def _needed(names: tuple[str, ...]) -> tuple[list[int], list[int]]:
    """Return the landmarks that angles need, for the left and for the right side leading."""
    sides: tuple[set[int], set[int]] = (set(), set())
    for name in names:
        other = int(name.endswith(OTHER))
        for lead in (0, 1):
            sides[lead].update(mark + (lead ^ other) for mark in _NEEDED[name.removesuffix(OTHER)])
    return sorted(sides[0]), sorted(sides[1])

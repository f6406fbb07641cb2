"""Forward kinematics: where every joint, centre and frame of a body is, in frames a second; beside MuJoCo's.

MuJoCo knows the same body (the tests' own second way) and is asked the same: it goes frame by frame, in C.
"""

from collections.abc import Callable, Mapping
from time import perf_counter

import mujoco  # type: ignore[import-untyped]
import numpy as np

from lumbar.app.shelf import load_catalogue
from lumbar.body.kinematics import place
from lumbar.body.path import Path, solve_path
from lumbar.body.physique import measure
from tests.spine.second_way import SecondWay

SIZES = (1, 100, 10_000)
EXERCISE = "romanian-deadlift"
MAN = measure(1.76, 77, "male")


def run() -> Mapping[str, float | str]:
    """Return frames a second by how many are placed at once, and how that compares to MuJoCo."""
    motion = load_catalogue().exercise(EXERCISE).motion
    if motion is None:
        raise ValueError(EXERCISE)
    path, found = solve_path(MAN, motion), dict[str, float | str]()
    mujoco_rate = _of_mujoco(path)
    for frames in SIZES:
        many = path.at(np.linspace(0, 1, frames))
        seconds = _best_s(lambda many=many: place(MAN, many.angles_deg, many.roots_m))  # type: ignore[misc]
        found[f"{frames:,} at once [frames/s]"] = frames / seconds
        found[f"{frames:,} at once, to MuJoCo"] = f"{frames / seconds / mujoco_rate:.2f} times"
    return {**found, "MuJoCo, one by one [frames/s]": mujoco_rate}


def _of_mujoco(path: Path) -> float:
    other = SecondWay(MAN)
    rows = [other.coordinates(angles, root) for angles, root in zip(path.angles_deg, path.roots_m, strict=True)]

    def all_frames() -> None:
        for row in rows:
            other.data.qpos[:] = row
            mujoco.mj_kinematics(other.model, other.data)

    return len(rows) / _best_s(all_frames)


def _best_s(work: Callable[[], object]) -> float:
    """Return the best time of several [s]; the first is not counted."""
    work()
    times = []
    for _ in range(15):
        begun = perf_counter()
        work()
        times.append(perf_counter() - begun)
    return min(times)

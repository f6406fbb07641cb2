"""Every shipped exercise, and its motion put down for a body; each is solved once."""

from functools import cache
from typing import Final

from lumbar.app.shelf import load_catalogue
from lumbar.body.motion import Motion
from lumbar.body.physique import Physique, measure
from lumbar.body.solve import Stance, solve_motion

WOMAN: Final = measure(1.62, 60, "female")
MAN: Final = measure(1.76, 77, "male")
SMALL: Final = measure(1.5, 48, "female")
TALL: Final = measure(1.95, 95, "male")
BODIES: Final = {"woman": WOMAN, "man": MAN, "small": SMALL, "tall": TALL}
EXERCISES: Final = sorted(load_catalogue().exercises)


def motion_of(exercise: str) -> Motion:
    motion = load_catalogue().exercise(exercise).motion
    assert motion is not None
    return motion


@cache
def stances_of(exercise: str, body: Physique) -> tuple[Stance, ...]:
    return solve_motion(body, motion_of(exercise))

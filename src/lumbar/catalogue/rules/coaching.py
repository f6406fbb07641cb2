"""C110: what a camera is asked to see of an exercise can be seen, and is said to the person."""

from collections.abc import Iterator
from typing import Final

from lumbar.catalogue.exercise import Exercise
from lumbar.catalogue.rule import Case, Finding, rule

NO_CAMERA: Final = "It has no [camera]."
CLOSEST_DEG: Final = 8.0  # a camera on the floor errs 5 to 7 degrees at its best; docs/reference/camera.md
LEAST_REACH: Final = 0.3


def _unwatched(exercise: Exercise) -> str:
    return "" if exercise.camera else NO_CAMERA


@rule("C110", "gold")
def says_what_a_camera_sees(case: Case) -> Iterator[Finding]:
    """The file says what a camera can make of the exercise.

    Where it can make nothing of it, that is said too, and timer and voice lead.
    """
    if case.exercise.camera is None:
        yield Finding((), "there is no [camera]", "`moves = []` where a camera can count nothing.")


@rule("C111", "gold", exempt=_unwatched)
def says_what_no_camera_sees(case: Case) -> Iterator[Finding]:
    """What a camera cannot count says what it cannot see.

    The person must not wonder why the count stands still.
    """
    camera = case.exercise.camera
    if camera and not camera.counts and not camera.unseen:
        yield Finding(("camera", "moves"), "nothing moves and nothing is unseen", "Say in `unseen` what it is.")


@rule("C112", "gold", exempt=_unwatched)
def tolerances_are_what_a_camera_can_keep(case: Case) -> Iterator[Finding]:
    """No angle is held closer than 8 degrees, and what must stay may move by something.

    A single camera errs by 5 to 7 degrees from the side, and by more at a slant.
    """
    camera = case.exercise.camera
    for i, judged in enumerate(camera.judged if camera else ()):
        if judged.tolerance_deg < CLOSEST_DEG:
            yield Finding(("camera", "judged", i, "tolerance_deg"), "no camera measures an angle this closely")
    for name, tolerance in camera.steady.items() if camera else ():
        if tolerance < CLOSEST_DEG:
            yield Finding(("camera", "steady"), f"{name} may not move at all", "No camera measures this closely.")


@rule("C113", "gold", exempt=_unwatched)
def what_moves_does_not_stay(case: Case) -> Iterator[Finding]:
    """No angle both moves and stays, none is judged without a cue, and a full repetition is most of the way.

    An angle that does both would stop every count; one that is judged in silence helps nobody.
    """
    camera = case.exercise.camera
    if camera is None:
        return
    for name in camera.moves:
        if name in camera.steady:
            yield Finding(("camera", "steady"), f"{name} moves and stays at once")
    for i, judged in enumerate(camera.judged):
        if not (judged.over or judged.under):
            yield Finding(("camera", "judged", i), f"{judged.angle} is judged without a cue")
    if not LEAST_REACH <= camera.reach <= 1.0:
        yield Finding(("camera", "reach"), "a full repetition goes from 0.3 to 1 of the way")

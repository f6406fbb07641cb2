"""C090: what the camera needs to coach an exercise."""

from collections.abc import Iterator
from typing import Final

from lumbar.catalogue.rule import Case, Finding, not_yet, rule


@rule("C090", "gold")
def has_key_poses(case: Case) -> Iterator[Finding]:
    """The file gives the key poses as joint angles.

    From them come the moving figure and what the camera expects to see.
    """
    if case.exercise.motion is None:
        yield Finding((), "there is no [motion]", "See the reference of exercise files.")


RECORDING: Final = not_yet(
    "C091",
    "gold",
    """A recording with a known count of repetitions and known angles is counted right.

    Coaching by camera is only promised where it was measured.
    """,
    todo="Films of people are not part of the project; films made from the key poses stand in, in the tests.",
)

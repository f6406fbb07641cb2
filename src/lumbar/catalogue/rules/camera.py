"""C090: what the camera needs to coach an exercise; no exercise has it yet."""

from typing import Final

from lumbar.catalogue.rule import not_yet

KEY_POSES: Final = not_yet(
    "C090",
    "gold",
    """The file gives the key poses as joint angles.

    From them come the moving figure and what the camera expects to see.
    """,
    todo="The file format has no key poses yet.",
)
RECORDING: Final = not_yet(
    "C091",
    "gold",
    """A recording with a known count of repetitions and known angles is counted right.

    Coaching by camera is only promised where it was measured.
    """,
    todo="There is no camera coach yet.",
)

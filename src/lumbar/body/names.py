"""The names of the body: its segments from the pelvis outwards, and the two sides."""

from typing import Final, Literal, get_args

Segment = Literal[
    "pelvis", "abdomen", "thorax", "head",
    "upper_arm_left", "forearm_left", "hand_left", "upper_arm_right", "forearm_right", "hand_right",
    "thigh_left", "shank_left", "foot_left", "toes_left", "thigh_right", "shank_right", "foot_right", "toes_right",
]  # fmt: skip
SEGMENTS: Final[tuple[Segment, ...]] = get_args(Segment)
PLACE: Final[dict[str, int]] = {segment: place for place, segment in enumerate(SEGMENTS)}
SIDES: Final = ("left", "right")


def segment_on(side: str, name: str) -> Segment:
    """Return a segment of one side.

    Raises:
        KeyError: If there is none of this name and side.

    >>> segment_on("left", "thigh")
    'thigh_left'
    """
    return SEGMENTS[PLACE[f"{name}_{side}"]]


def other_side(name: str) -> str:
    """Return the name of the same thing on the other side; a thing in the middle is its own other side.

    >>> other_side("knee_flexion_left"), other_side("lumbar_flexion")
    ('knee_flexion_right', 'lumbar_flexion')
    """
    stem, _, side = name.rpartition("_")
    return f"{stem}_{'right' if side == 'left' else 'left'}" if side in SIDES else name

"""What a camera can make of an exercise: what moves, what stays, what is judged, and what it cannot see."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

View = Literal["side", "front"]
Moment = Literal["peak", "rest"]
VIEWS: Final[tuple[View, ...]] = ("side", "front")
MOMENTS: Final[tuple[Moment, ...]] = ("peak", "rest")
WITHOUT_SIDE: Final = ("trunk", "neck", "head")
ANGLES: Final = ("hip", "knee", "ankle", "shoulder", "elbow", "thigh", "shank", "foot", "arm", *WITHOUT_SIDE)
"""The angles that a camera reads in the picture's plane; docs/reference/camera.md says what each is."""
OTHER: Final = "_other"
"""Behind the name of an angle it means that of the side that does not lead, or of the far side."""
AT_REST: Final = "_at_rest"
"""Behind the name of an angle it means that it was judged at rest, not at the peak."""
ANGLE_NAMES: Final = (*ANGLES, *(f"{name}{OTHER}" for name in ANGLES if name not in WITHOUT_SIDE))


@dataclass(frozen=True, slots=True)
class Judged:
    """An angle that is judged at a moment of the repetition.

    The target is what the key pose has. Beyond `tolerance_deg` [deg] of it on the way from rest to peak the cue `over`
    is given, short of it the cue `under`; an empty code says nothing.
    """

    angle: str
    at: Moment
    tolerance_deg: float
    over: str
    under: str


@dataclass(frozen=True, slots=True)
class Coaching:
    """What the `[camera]` table of a file says.

    `view` is where to watch from. `moves` are the angles that make a repetition: each has to come along. `steady` are
    angles [deg] that stay within so much of the key poses' own way, or it is another exercise. `reach` [ratio] is how
    much of the way a full repetition needs. `alone` says that the other side rests. `short` is the cue for a partial
    repetition, `unseen` what no camera sees. Without `moves` the camera counts nothing, and timer and voice lead.
    """

    view: View
    moves: tuple[str, ...]
    steady: Mapping[str, float]
    reach: float
    alone: bool
    judged: tuple[Judged, ...]
    short: str
    unseen: tuple[str, ...]
    source: str

    @property
    def counts(self) -> bool:
        """Return whether a camera can count this exercise."""
        return bool(self.moves)

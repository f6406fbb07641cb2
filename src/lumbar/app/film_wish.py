"""What is wished of a film."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from lumbar.figure.shot import ViewName

Side = Literal["left", "right"]


@dataclass(frozen=True, slots=True)
class FilmWish:
    """What is filmed; everything that is not said here follows from the seed.

    `side` is the side that works, or works first where they alternate; nothing for that of the file. `partial` lets
    some repetitions turn half-way.
    """

    view: "ViewName" = "side"
    body: str = "woman"
    seed: int = 1
    reps: int = 3
    size_px: tuple[int, int] = (640, 480)
    frames_per_s: float = 30
    partial: bool = False
    side: Side | None = None

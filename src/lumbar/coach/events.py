"""What the coach says while it watches, and what is left when the film is over."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

Side = Literal["left", "right"]
SIDES: Final[tuple[Side, Side]] = ("left", "right")


@dataclass(frozen=True, slots=True)
class RepetitionDone:
    """A repetition is complete: begun at rest, at its peak and back, all on the film's clock [s].

    `end_s` is missing where the film ended first. `side` is the side at work, missing where both work together.
    `full` says whether the peak was reached; what is not full is partial and does not count. `hold_s` [s] is the time
    at the target, `angles` [deg] what was judged, by name: at its peak, or before it where the name ends in `_at_rest`.
    """

    start_s: float
    peak_s: float
    end_s: float | None
    side: Side | None
    full: bool
    hold_s: float
    angles: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class PeakReached:
    """The peak of a repetition was reached: now it counts, and it is the `count`th.

    `side` is what its limbs are called now; where a model calls them otherwise later, `RepetitionDone` says so.
    """

    at_s: float
    side: Side | None
    count: int


@dataclass(frozen=True, slots=True)
class HoldProgress:
    """Another whole second at the target has passed."""

    at_s: float
    seconds: int
    side: Side | None


@dataclass(frozen=True, slots=True)
class HoldDone:
    """The target was left after `seconds` at it."""

    from_s: float
    to_s: float
    seconds: float
    side: Side | None


@dataclass(frozen=True, slots=True)
class CueGiven:
    """Something to put right; `code` names its text."""

    at_s: float
    code: str


@dataclass(frozen=True, slots=True)
class CuePraised:
    """What a cue asked for was put right."""

    at_s: float
    code: str


@dataclass(frozen=True, slots=True)
class RefusalBegan:
    """From here on the coach cannot judge, and counts nothing; `code` names what to change."""

    from_s: float
    code: str


@dataclass(frozen=True, slots=True)
class RefusalEnded:
    """The coach sees again."""

    from_s: float
    to_s: float
    code: str


Event = RepetitionDone | PeakReached | HoldProgress | HoldDone | CueGiven | CuePraised | RefusalBegan | RefusalEnded


@dataclass(frozen=True, slots=True)
class Watched:
    """Everything that was seen in a film: in the order in which it was known.

    `count` is the number of full repetitions. `phases` is where the person stood from rest (0) to peak (1), frame by
    frame, NaN where it was not known; it draws the curve.
    """

    repetitions: tuple[RepetitionDone, ...]
    holds: tuple[HoldDone, ...]
    cues: tuple[CueGiven | CuePraised, ...]
    refusals: tuple[RefusalEnded, ...]
    frames: int
    phases: tuple[float, ...] = ()

    @property
    def count(self) -> int:
        """Return the number of full repetitions."""
        return sum(repetition.full for repetition in self.repetitions)


def gather(events: Iterable[Event], frames: int, phases: tuple[float, ...] = ()) -> Watched:
    """Return what events leave behind."""
    told = tuple(events)
    return Watched(
        repetitions=tuple(event for event in told if isinstance(event, RepetitionDone)),
        holds=tuple(event for event in told if isinstance(event, HoldDone)),
        cues=tuple(event for event in told if isinstance(event, CueGiven | CuePraised)),
        refusals=tuple(event for event in told if isinstance(event, RefusalEnded)),
        frames=frames,
        phases=phases,
    )

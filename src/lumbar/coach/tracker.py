"""Watch one set of one exercise, frame by frame or in whole arrays."""

from collections.abc import Iterable
from typing import Literal

from lumbar.body.physique import Physique
from lumbar.catalogue.exercise import Exercise
from lumbar.coach.events import (
    CueGiven,
    CuePraised,
    Event,
    HoldDone,
    RefusalEnded,
    RepetitionDone,
    Side,
    Watched,
)
from lumbar.coach.frame import Frame, Track


class Tracker:
    """Counts, times and checks one set of one exercise as it is done.

    The events do not depend on how the frames are cut into pieces.
    """

    def __init__(
        self, exercise: Exercise, side: Side | Literal["auto"] | None = "auto", person: Physique | None = None
    ) -> None:
        """Expect `exercise` from `person` (an average one where missing), on one side or on whichever works."""
        self._exercise = exercise
        self._side = side
        self._person = person
        self._frames = 0

    def push(self, frame: Frame) -> tuple[Event, ...]:
        """Take one frame and return what is new."""
        return self.push_track(Track.of(frame))

    def push_track(self, track: Track) -> tuple[Event, ...]:
        """Take many frames and return what is new."""
        self._frames += len(track)
        return ()

    def finish(self) -> tuple[Event, ...]:
        """Say that the film is over, and return what was still open."""
        return ()


def watch(
    exercise: Exercise,
    track: Track,
    side: Side | Literal["auto"] | None = "auto",
    person: Physique | None = None,
) -> Watched:
    """Return everything seen in a whole film."""
    tracker = Tracker(exercise, side, person)
    return gather((*tracker.push_track(track), *tracker.finish()), len(track))


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

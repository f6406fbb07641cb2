"""Watch one set of one exercise, frame by frame or in whole arrays."""

from collections.abc import Iterator
from typing import Literal

import numpy as np

from lumbar.body.physique import Physique
from lumbar.catalogue.exercise import Exercise
from lumbar.coach.events import SIDES, Event, RefusalBegan, RefusalEnded, Side, Watched, gather
from lumbar.coach.expectation import expect
from lumbar.coach.frame import Frame, Track
from lumbar.coach.one_set import OneSet

Watching = Side | Literal["auto"] | None


class Tracker:
    """Counts, times and checks one set of one exercise as it is done.

    The events do not depend on how the frames are cut into pieces.
    """

    def __init__(
        self,
        exercise: Exercise,
        side: Watching = "auto",
        person: Physique | None = None,
        hold_s: float | None = None,
    ) -> None:
        """Expect an exercise.

        Args:
            exercise: What is done.
            side: The side at work, or `auto` where either may.
            person: The body; an average one where missing.
            hold_s: How long each peak is to be held [s]; what the exercise's published dose says where missing.
        """
        expected = expect(exercise, person)
        watched = [side in {None, "auto", name} for name in SIDES]
        asked_s = exercise.rungs[exercise.published_rung()].hold_s if hold_s is None else hold_s
        self._set: OneSet | _Unseen = _Unseen() if expected is None else OneSet(expected, watched, asked_s)
        self._time_s: float | None = None

    @property
    def in_place(self) -> bool:
        """Return whether somebody was in the exercise's position in the last frame, and could be judged."""
        return self._set.in_place

    def push(self, frame: Frame) -> tuple[Event, ...]:
        """Take one frame and return what is new."""
        return self.push_track(Track.of(frame))

    def push_track(self, track: Track) -> tuple[Event, ...]:
        """Take frames and return what is new."""
        return tuple(event for _, events in self.follow(track) for event in events)

    def follow(self, track: Track) -> Iterator[tuple[float, list[Event]]]:
        """Take frames; yield for each where the person stands (NaN where that is not known) and what is new.

        A frame that is not after the last one is passed over.
        """
        if self._time_s is not None and len(track) and track.times_s[0] <= self._time_s:
            late = int(np.searchsorted(track.times_s, self._time_s, side="right"))
            yield from ((np.nan, []) for _ in range(late))
            track = track.part(late, len(track))
        if len(track):
            self._time_s = float(track.times_s[-1])
            yield from self._set.follow(track)

    def finish(self) -> tuple[Event, ...]:
        """Say that the film is over, and return what was still open."""
        return () if self._time_s is None else tuple(self._set.finish(self._time_s))


class _Unseen:
    """A set of an exercise that no camera can count."""

    in_place = False

    def __init__(self) -> None:
        self._first_s: float | None = None

    def follow(self, track: Track) -> Iterator[tuple[float, list[Event]]]:
        for time in track.times_s.tolist():
            yield np.nan, [RefusalBegan(time, "unseen")] if self._first_s is None else []
            self._first_s = time if self._first_s is None else self._first_s

    def finish(self, time_s: float) -> Iterator[Event]:
        if self._first_s is not None:
            yield RefusalEnded(self._first_s, time_s, "unseen")


def watch(exercise: Exercise, track: Track, side: Watching = "auto", person: Physique | None = None) -> Watched:
    """Return everything seen in a whole film."""
    tracker = Tracker(exercise, side, person)
    told = list(tracker.follow(track))
    events = [event for _, found in told for event in found]
    return gather((*events, *tracker.finish()), len(track), tuple(phase for phase, _ in told))

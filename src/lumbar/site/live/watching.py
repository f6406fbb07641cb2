"""One person's sets, watched one after another: messages in, answers out, and no network in between."""

from collections.abc import Callable
from typing import Final

from lumbar.coach.tracker import Tracker
from lumbar.errors import InputError
from lumbar.site.live.message import LONGEST, Watch, read_frame
from lumbar.site.live.told import Told, beat, finished, ready, told

BEAT_S: Final = 0.25  # ours: as often the page hears that it is listened to

Begin = Callable[[Watch], Tracker]
"""From what is asked to what watches it; refuses a session or an exercise that is not there."""


class Watching:
    """What was said so far, and the tracker of the set that runs."""

    def __init__(self, begin: Begin) -> None:
        """Wait for the first set."""
        self._begin = begin
        self._tracker: Tracker | None = None
        self._last_s = self._beat_s = -1.0

    def begin(self, asked: Watch) -> list[Told]:
        """Begin a set; one that runs is forgotten.

        Raises:
            LumbarError: If there is no such session or exercise.
        """
        self._tracker = self._begin(asked)
        self._last_s = self._beat_s = -1.0
        return [ready(asked.exercise)]

    def finish(self) -> list[Told]:
        """End the set that runs."""
        tracker, self._tracker = self._tracker, None
        return [*(told(event) for event in (tracker.finish() if tracker else ())), finished()]

    def see(self, data: bytes) -> list[Told]:
        """Look at a frame; one that comes between two sets is passed over.

        Raises:
            InputError: If it is no frame, or its time is not after that of the frame before.
        """
        if len(data) > LONGEST:
            raise InputError([f"{len(data)} bytes are more than a picture's landmarks."])
        frame = read_frame(data)
        if self._tracker is None:
            return []
        if frame.time_s <= self._last_s:
            raise InputError(["Time goes forward."])
        self._last_s = frame.time_s
        answers = [told(event) for event in self._tracker.push(frame)]
        if frame.time_s - self._beat_s >= BEAT_S:
            self._beat_s = frame.time_s
            answers.append(beat(frame.time_s, in_place=self._tracker.in_place))
        return answers

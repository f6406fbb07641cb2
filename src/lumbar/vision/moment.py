"""What is known at a moment of a film: the count, the hold, and what is said; drawn below the picture."""

from bisect import bisect_right
from dataclasses import dataclass
from gettext import NullTranslations
from typing import Final

from lumbar.app.watch import Outcome, cue_text, refusal_text
from lumbar.coach.events import CueGiven, CuePraised, HoldDone, RepetitionDone
from lumbar.coach.texts import PRAISE

SHOWN_S: Final = 3.0  # a cue stays to be read, as long as nothing newer is said; ours


@dataclass(frozen=True, slots=True)
class Now:
    """A moment: repetitions counted, the seconds of the hold that runs, the way from rest to peak, and the words.

    `phase` [ratio] is NaN where it is not known; `refuses` says that nothing is counted now.
    """

    count: int
    hold_s: float | None
    phase: float
    words: str
    refuses: bool


class Story:
    """The moments of a film that was watched."""

    def __init__(self, outcome: Outcome, words: NullTranslations) -> None:
        """Tell it with `words`."""
        self._watched = outcome.watched
        self._words = words
        self._peaks = sorted(_reached_s(one, outcome.watched.holds) for one in outcome.watched.repetitions if one.full)
        self._cues = sorted(outcome.watched.cues, key=lambda cue: cue.at_s)
        self._times = [cue.at_s for cue in self._cues]

    def at(self, frame: int, time_s: float) -> Now:
        """Return what is known at `time_s`, the time of `frame`."""
        refusal = next((one for one in self._watched.refusals if one.from_s <= time_s <= one.to_s), None)
        hold = next((one for one in self._watched.holds if one.from_s <= time_s <= one.to_s), None)
        phases = self._watched.phases
        return Now(
            count=bisect_right(self._peaks, time_s),
            hold_s=None if hold is None else min(time_s - hold.from_s, hold.seconds),
            phase=phases[frame] if frame < len(phases) else float("nan"),
            words=refusal_text(refusal.code, self._words) if refusal else self._cue(time_s),
            refuses=refusal is not None,
        )

    def _cue(self, time_s: float) -> str:
        place = bisect_right(self._times, time_s) - 1
        if place < 0 or time_s - self._times[place] > SHOWN_S:
            return ""
        last: CueGiven | CuePraised = self._cues[place]
        return cue_text(last.code, self._words) if isinstance(last, CueGiven) else self._words.gettext(PRAISE)


def _reached_s(one: RepetitionDone, holds: tuple[HoldDone, ...]) -> float:
    """Return when the peak was reached [s]: where it is held, its highest moment may come late in the hold."""
    return min((hold.from_s for hold in holds if one.start_s <= hold.from_s <= one.peak_s), default=one.peak_s)

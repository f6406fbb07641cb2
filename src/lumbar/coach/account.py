"""From the ways of a set to what is told of them: counted, timed, judged, and what to put right."""

from collections.abc import Iterator
from typing import Final

import numpy as np

from lumbar.catalogue.coaching import AT_REST
from lumbar.coach.cues import Cues
from lumbar.coach.events import (
    SIDES,
    CueGiven,
    CuePraised,
    Event,
    HoldDone,
    HoldProgress,
    PeakReached,
    RepetitionDone,
    Side,
)
from lumbar.coach.expectation import Expectation
from lumbar.coach.frame import FloatArray
from lumbar.coach.hold import Holding, Sample, Stay, stay_of, target_of
from lumbar.coach.repetition import Way

_AT_PEAK: Final = 0.93  # of the way: the angles of a peak are those from here on; ours
_NEAR_TOP: Final = 90  # of 100 moments of a plateau: noise makes its very top too high a mark; ours
_STOOD: Final = 5  # frames: fewer have no middle; ours
_LEAST_HOLD_S: Final = 0.5


class Account:
    """Tells the repetitions and holds of a set; `count` of them were full, `told` says whether there was any."""

    def __init__(self, expected: Expectation, hold_s: float) -> None:
        """Begin at zero; `hold_s` [s] is how long each peak is to be held."""
        self._expected = expected
        self._held = max(rung.hold_s for rung in expected.exercise.rungs) > 0
        self._sides: tuple[Side | None, ...] = SIDES if expected.sided else (None,)
        self._cues = Cues(expected, hold_s)
        self._holds: list[Holding | None] = [None for _ in self._sides]
        self._named = list(self._sides)  # the side by which the way of each is told, wherever its names go
        self.count = 0
        self.told = False

    def rename(self, *, keeping: bool) -> None:
        """Go on with the way of one side under the other's name, `keeping` the name by which it is told."""
        self._holds.reverse()
        if keeping:
            self._named.reverse()

    def forget(self, place: int) -> None:
        """Know that no way is under way on a side: the next one has its own name."""
        self._named[place] = self._sides[place]

    def leave(self, sample: Sample, way: Way) -> Iterator[CueGiven | CuePraised]:
        """Tell that a side left its rest."""
        return self._cues.at_rest(sample.time_s, way.at_rest_deg)

    def reach(self, sample: Sample, way: Way, place: int) -> PeakReached:
        """Tell that a side reached its peak: it counts."""
        self.count += 1
        self._cues.begin_hold(sample.time_s)
        self._holds[place] = Holding(stay_of(way.samples, way.rest, way.top, back=False).from_s)
        return PeakReached(sample.time_s, self._named[place], self.count)

    def hold(self, sample: Sample, way: Way, place: int) -> Iterator[Event]:
        """Tell the seconds of a hold, and what to put right in it."""
        hold = self._holds[place]
        held_s = hold.seconds(sample, target_of(way.rest, way.top)) if hold and self._held else None
        if hold is None or held_s is None:
            return
        if held_s >= hold.told_s + 1:
            hold.told_s = int(held_s)
            yield HoldProgress(sample.time_s, hold.told_s, self._named[place])
        yield from self._cues.in_hold(sample.time_s, held_s, sample.angles_deg)

    def end(self, way: Way, end_s: float | None, place: int) -> Iterator[Event]:
        """Tell a way that is over, at `end_s` [s] back at rest."""
        self.told = True
        side = self._named[place]
        stay = stay_of(way.samples, way.rest, way.top, back=end_s is not None)
        held_s = stay.seconds if way.full else 0.0
        peak = peak_deg(way, stay)
        yield RepetitionDone(way.start_s, way.top_s, end_s, side, way.full, held_s, self._judged(way, peak))
        if not way.full:
            yield from self._cues.partial(way.samples[-1].time_s)
            return
        if self._held and held_s >= _LEAST_HOLD_S:
            yield HoldDone(stay.from_s, stay.to_s, held_s, side)
        yield from self._cues.at_peak(way.samples[-1].time_s, peak)
        if end_s is not None:
            yield from self._cues.full(end_s, side, way.top, (stay.out_s, stay.back_s))

    def ask_for_position(self, time_s: float) -> Iterator[CueGiven | CuePraised]:
        """Say that the starting position is not taken."""
        return self._cues.position(time_s)

    def _judged(self, way: Way, peak: FloatArray) -> dict[str, float]:
        """Return what is judged [deg], by name, at its moment."""
        told: dict[str, float] = {}
        for judged in self._expected.coaching.judged:
            angles: FloatArray | None = peak if judged.at == "peak" else way.at_rest_deg
            name = judged.angle if judged.at == "peak" else f"{judged.angle}{AT_REST}"
            if angles is not None:
                told[name] = round(float(angles[self._expected.table.names.index(judged.angle)]), 1)
        return told


def peak_deg(way: Way, stay: Stay) -> FloatArray:
    """Return the angles [deg] of a way at its peak, in the middle, shape (angles,)."""
    stood = [sample.phase for sample in way.samples if stay.from_s <= sample.time_s <= stay.to_s]
    top = float(np.percentile(stood, _NEAR_TOP)) if len(stood) >= _STOOD else way.top
    level = way.rest + _AT_PEAK * (top - way.rest)
    return np.asarray(np.median([sample.angles_deg for sample in way.samples if sample.phase >= level], axis=0))

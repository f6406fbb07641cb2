"""Say what to put right: the worst first, one at a time, and praise when it is put right."""

from collections.abc import Iterator, Sequence
from math import isnan
from typing import Final, NamedTuple

import numpy as np

from lumbar.catalogue.coaching import MOMENTS, Judged, Moment
from lumbar.coach.events import CueGiven, CuePraised, Side
from lumbar.coach.expectation import Expectation
from lumbar.coach.frame import FloatArray

_QUIET_S: Final = 3.0  # between two cues; ours
_LASTS_S: Final = 0.7  # in a hold, a fault lasts so long before it is named; ours
_RIGHT_S: Final = 0.3  # and is put right for so long before it is praised; ours
_HURRIED: Final = 0.5  # of the tempo's time: quicker lowering is named; ours
_LEAST_LOWER_S: Final = 2.0  # a tempo that asks for slow lowering; ours
_UNEVEN: Final = 0.25  # of the way: sides that differ more are named; ours
_BOTH: Final = 2  # repetitions on each side, before they are compared


class _Target(NamedTuple):
    """What is judged: a place in the table of angles, what it should be there [deg], and what is said beyond and short.

    `sign` is 1 where the angle rises from rest to peak, and -1 where it falls.
    """

    place: int
    goal_deg: float
    sign: float
    tolerance_deg: float
    over: str
    under: str


def _target(expected: Expectation, judged: Judged) -> _Target:
    place = expected.table.names.index(judged.angle)
    rest, peak = float(expected.rest_deg[place]), float(expected.peak_deg[place])
    goal, sign = peak if judged.at == "peak" else rest, -1.0 if peak < rest else 1.0
    return _Target(place, goal, sign, judged.tolerance_deg, judged.over, judged.under)


class Cues:
    """Remembers what was said, and what was since put right."""

    def __init__(self, expected: Expectation, hold_s: float) -> None:
        """Begin silent; `hold_s` [s] is how long each peak is to be held."""
        self._expected = expected
        self._hold_s = hold_s
        self._open: str | None = None
        self._said_s = -1e9
        self._fault_s: dict[str, float] = {}  # since when
        self._faulty_s: dict[str, float] = {}  # until when
        self._tops: dict[Side | None, list[float]] = {}
        judged = expected.coaching.judged
        self._targets = {at: [_target(expected, one) for one in judged if one.at == at] for at in MOMENTS}
        self._codes = {at: {code for one in judged if one.at == at for code in (one.over, one.under)} for at in MOMENTS}

    def begin_hold(self, time_s: float) -> None:
        """Forget the faults of the hold before; nothing is right yet at `time_s` [s]."""
        self._fault_s, self._faulty_s = {}, dict.fromkeys(self._codes["peak"], time_s)

    def at_peak(self, time_s: float, angles_deg: FloatArray) -> Iterator[CueGiven | CuePraised]:
        """Judge the angles [deg] of a peak that is over: while it is being reached it may still get better."""
        yield from self._judge(time_s, self._faults("peak", angles_deg), self._codes["peak"])

    def at_rest(self, time_s: float, angles_deg: FloatArray | None) -> Iterator[CueGiven | CuePraised]:
        """Judge the angles [deg] of the rest that a repetition leaves."""
        if angles_deg is not None and self._codes["rest"]:
            yield from self._judge(time_s, self._faults("rest", angles_deg), self._codes["rest"])

    def in_hold(self, time_s: float, held_s: float, angles_deg: FloatArray) -> Iterator[CueGiven | CuePraised]:
        """Judge the angles [deg] `held_s` [s] into a hold; its last second stays undisturbed."""
        if self._hold_s - 1.0 <= held_s:
            return
        faults = self._faults("peak", angles_deg)
        self._fault_s = {code: self._fault_s.get(code, time_s) for _, code in faults}
        lasting = [fault for fault in faults if time_s - self._fault_s[fault[1]] >= _LASTS_S]
        self._faulty_s |= dict.fromkeys(self._fault_s, time_s)
        right = {code for code in self._codes["peak"] if time_s - self._faulty_s.get(code, -1e9) >= _RIGHT_S}
        if lasting or self._open in right:
            yield from self._judge(time_s, lasting, right)

    def partial(self, time_s: float) -> Iterator[CueGiven | CuePraised]:
        """Say how to make a partial repetition a full one."""
        yield from self._say(time_s, self._expected.coaching.short)

    def full(
        self, time_s: float, side: Side | None, top: float, ways_s: tuple[float, float]
    ) -> Iterator[CueGiven | CuePraised]:
        """Judge a whole repetition: how far it went, and how long the ways there and back took [s], NaN if not seen."""
        yield from self._judge(time_s, [], {self._expected.coaching.short} - self._codes["peak"])
        tempo = self._expected.exercise.tempo
        lowered_s = ways_s[0] if tempo.first == "lower" else ways_s[1]
        if tempo.lower_s >= _LEAST_LOWER_S and not isnan(lowered_s):
            hurried = lowered_s < _HURRIED * tempo.lower_s
            yield from self._judge(time_s, [(0.5, "slow_lowering")] if hurried else [], {"slow_lowering"})
        self._tops.setdefault(side, []).append(top)
        sides = [tops[-_BOTH:] for tops in self._tops.values() if len(tops) >= _BOTH]
        if len(sides) == len(("left", "right")):
            apart = abs(float(np.mean(sides[0])) - float(np.mean(sides[1])))
            uneven = apart > _UNEVEN + self._expected.slack
            yield from self._judge(time_s, [(0.1, "even_sides")] if uneven else [], {"even_sides"})

    def position(self, time_s: float) -> Iterator[CueGiven | CuePraised]:
        """Say that the starting position is not taken."""
        yield from self._say(time_s, "position")

    def _faults(self, moment: Moment, angles_deg: FloatArray) -> list[tuple[float, str]]:
        """Return how bad each fault is, as a share of its tolerance, and its code; the worst first."""
        angles, found = angles_deg.tolist(), []
        for target in self._targets[moment]:
            beyond = target.sign * (angles[target.place] - target.goal_deg)
            size, code = abs(beyond) / target.tolerance_deg - 1.0, target.over if beyond > 0.0 else target.under
            if size > 0.0 and code:
                found.append((size, code))
        return sorted(found, reverse=True)

    def _judge(
        self, time_s: float, faults: Sequence[tuple[float, str]], asked: set[str]
    ) -> Iterator[CueGiven | CuePraised]:
        """Praise what was put right among what was `asked` about, and name the worst fault."""
        if self._open in asked and self._open not in {code for _, code in faults}:
            yield CuePraised(time_s, self._open or "")
            self._open = None
        elif faults:
            yield from self._say(time_s, faults[0][1])

    def _say(self, time_s: float, code: str) -> Iterator[CueGiven | CuePraised]:
        if code and time_s - self._said_s >= _QUIET_S:
            self._open, self._said_s = code, time_s
            yield CueGiven(time_s, code)

"""How long a person stayed at the peak, from the way there and back.

Where a movement comes to rest cannot be read off a threshold: near the peak it is slow. Its middle is quick and well
seen; from there the corners are told, since people reach smoothly (`body.interpolate`): at 40 and at 90 of 100 of the
way, a minimum-jerk movement is at 0.446 and at 0.754 of its time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np

from lumbar.coach.frame import FloatArray

_LOW: Final = 0.4
_HIGH: Final = 0.9
_ON: Final = (1.0 - 0.754) / (0.754 - 0.446)  # of the time from low to high: from there on to the corner
_WHOLE: Final = 1.0 / (0.754 - 0.446)
_PLATEAU: Final = 0.8  # of the way to the top: above it the first look takes all for the plateau; ours
AT_TARGET: Final = 0.75  # of the way to the peak: lower is no longer held; ours
_SUNK_S: Final = 0.3  # below it for less is noise; ours
_LOOKS: Final = 3  # the first takes some of the ways there and back for the plateau; ours
_FEW: Final = 3  # moments: fewer have no middle; ours


class Sample(NamedTuple):
    """A moment on the way: when [s], how far (0 rest, 1 peak), and the angles [deg], shape (angles,)."""

    time_s: float
    phase: float
    angles_deg: FloatArray


class Stay(NamedTuple):
    """When a movement stood at its peak [s], and how long the ways there and back took [s]; NaN where not seen.

    `below_s` [s] is how long it had sunk below the target meanwhile.
    """

    from_s: float
    to_s: float
    out_s: float
    back_s: float
    below_s: float = 0.0

    @property
    def seconds(self) -> float:
        """Return how long it stood at the target [s], 0 where it turned at once."""
        return max(self.to_s - self.from_s - self.below_s, 0.0)


def target_of(rest: float, top: float) -> float:
    """Return how far a movement from `rest` to `top` must be to be held: beyond the file's peak more is not asked."""
    return rest + AT_TARGET * (min(top, max(1.0, rest + 0.5)) - rest)


@dataclass(slots=True)
class Holding:
    """A hold that goes on, begun at `from_s` [s]: `told_s` [s] of it were told, `below_s` [s] were below the target."""

    from_s: float
    told_s: int = 0
    below_s: float = 0.0
    low_s: float | None = None

    def seconds(self, sample: Sample, target: float) -> float | None:
        """Return how long it has been held by now [s], or nothing while it has sunk below the target."""
        if sample.phase < target:
            self.low_s = sample.time_s if self.low_s is None else self.low_s
            return None
        if self.low_s is not None:
            sunk_s, self.low_s = sample.time_s - self.low_s, None
            self.below_s += sunk_s if sunk_s >= _SUNK_S else 0.0
        return sample.time_s - self.from_s - self.below_s


def stay_of(samples: Sequence[Sample], rest: float, top: float, *, back: bool) -> Stay:
    """Return when a movement stood at its peak.

    Args:
        samples: The movement, one moment at least, from less than 40 of 100 of its way on.
        rest: Where it came from.
        top: The highest it reached.
        back: Whether it came back; if not, it stood to the end.
    """
    phases = np.array([sample.phase for sample in samples])
    times = np.array([sample.time_s for sample in samples])
    level = float(np.median(phases[phases >= rest + _PLATEAU * (top - rest)]))
    stay = _stay_at(level, times, phases, rest, back=back)
    for _ in range(1, _LOOKS):
        there = phases[(times >= stay.from_s) & (times <= stay.to_s)]
        level = float(np.median(there)) if len(there) >= _FEW else max(level, float(np.sort(phases)[-_FEW:][0]))
        stay = _stay_at(level, times, phases, rest, back=back)
    return stay._replace(below_s=_below_s(stay, times, phases, target_of(rest, level)))


def _below_s(stay: Stay, times_s: FloatArray, phases: FloatArray, target: float) -> float:
    """Return how long a movement had sunk below the target while it stood at its peak [s]."""
    within = (times_s >= stay.from_s) & (times_s <= stay.to_s)
    times, low = times_s[within], phases[within] < target
    edges = np.flatnonzero(np.diff(np.concatenate([[False], low, [False]]).astype(np.int8)))
    spans = [times[stop - 1] - times[start] for start, stop in edges.reshape(-1, 2)]
    return float(sum(span for span in spans if span >= _SUNK_S))


def _stay_at(level: float, times_s: FloatArray, phases: FloatArray, rest: float, *, back: bool) -> Stay:
    """Return when a movement stood at a plateau of this `level`."""
    high, low = rest + _HIGH * (level - rest), rest + _LOW * (level - rest)
    above = np.flatnonzero(phases >= high)
    first, last = int(above[0]), int(above[-1])
    up_s = _crossing(times_s, phases, first, high)
    from_s, out_s = up_s, np.nan
    under = np.flatnonzero(phases[:first] <= low)
    begun_s = times_s[0] if not len(under) else _crossing(times_s, phases, int(under[-1]) + 1, low)
    if first > 0:
        from_s, out_s = up_s + _ON * (up_s - begun_s), _WHOLE * (up_s - begun_s)
    if not back or last + 1 >= len(times_s):
        return Stay(float(from_s), float(times_s[-1]), float(out_s), np.nan)
    down_s = _crossing(times_s, phases, last + 1, high)
    after = np.flatnonzero(phases[last:] <= low)
    ended_s = times_s[-1] if not len(after) else _crossing(times_s, phases, last + int(after[0]), low)
    return Stay(
        float(from_s), float(down_s - _ON * (ended_s - down_s)), float(out_s), float(_WHOLE * (ended_s - down_s))
    )


def _crossing(times_s: FloatArray, phases: FloatArray, place: int, level: float) -> float:
    """Return when the way from the sample before `place` to it meets `level` [s]."""
    if place == 0:
        return float(times_s[0])
    before, after = phases[place - 1], phases[place]
    share = 0.0 if after == before else min(max((level - before) / (after - before), 0.0), 1.0)
    return float(times_s[place - 1] + share * (times_s[place] - times_s[place - 1]))

"""The curve of a set as SVG: from rest to peak and back, with what was counted, held, said and not seen.

Lines are stretched to the width of the page; what must keep its shape, dots and words, lies over them in HTML, placed
by shares of width and height.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from gettext import NullTranslations
from html import escape
from itertools import groupby
from math import ceil
from typing import Final

import numpy as np

from lumbar.app.watch import Outcome
from lumbar.coach.events import CueGiven

WIDTH: Final = 1000
HEIGHT: Final = 100
LOW, HIGH = -0.15, 1.3  # of the way from rest to peak: what the chart shows at least
MOST_POINTS: Final = 900
FEW: Final = 12  # repetitions that all get their number
TICKS: Final = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600)  # s between two marks of time
MOST_TICKS: Final = 7


@dataclass(frozen=True, slots=True)
class Level:
    """A line across the chart: its name, the angle there, and how far one may stop short of it or go beyond it.

    `margins` [share of the way], zero where nothing is said; `aim` is the same in words.
    """

    name: str
    angle: str = ""
    margins: tuple[float, float] = (0.0, 0.0)
    aim: str = ""


def chart(outcome: Outcome, rest: Level, peak: Level, words: NullTranslations) -> str:
    """Return the chart of `outcome`, with the lines of `rest` and `peak`; empty where the way was never known."""
    if not np.isfinite(np.array(outcome.watched.phases or [np.nan])).any():
        return ""
    drawn = _Drawing(outcome)
    said = words.gettext("The way from rest to the peak and back, over {seconds} seconds")
    about = escape(said.format(seconds=f"{drawn.length_s:.0f}"))
    return "\n".join(
        (
            '<div class="chart">',
            f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" preserveAspectRatio="none" role="img" aria-label="{about}">',
            *drawn.bands(),
            *drawn.aim(*peak.margins),
            f'<path class="level-line" d="M0 {drawn.down(0)}H{WIDTH}M0 {drawn.down(1)}H{WIDTH}"/>',
            *(f'<path class="way" d="{path}"/>' for path in drawn.ways()),
            *drawn.holds(),
            "</svg>",
            _level("above", drawn.down(1), peak),
            _level("below", drawn.down(0), rest),
            *drawn.peaks(),
            *drawn.cues(),
            *drawn.ticks(),
            "</div>",
        )
    )


def _level(kind: str, down: float, level: Level) -> str:
    return f'<span class="level {kind}" style="top:{down}%"><b>{escape(level.name)}</b>{escape(level.angle)}</span>'


class _Drawing:
    """Places of a set's moments on the chart."""

    def __init__(self, outcome: Outcome) -> None:
        self._watched = outcome.watched
        self._times = outcome.track.times_s
        self._phases = np.array(outcome.watched.phases)
        self._begins_s = float(self._times[0])
        known = self._phases[np.isfinite(self._phases)]
        self._low, self._high = min(LOW, float(known.min()) - 0.1), max(HIGH, 1.15 * float(known.max()))
        self.length_s = max(float(self._times[-1]) - self._begins_s, 0.1)

    def across(self, time_s: float) -> float:
        """Return where a time lies, from 0 to 100."""
        return round(min(100.0, max(0.0, 100 * (time_s - self._begins_s) / self.length_s)), 2)

    def down(self, phase: float) -> float:
        """Return how far down a phase lies, from 0 to 100."""
        return round(100 * (self._high - phase) / (self._high - self._low), 2)

    def ways(self) -> Iterator[str]:
        """Yield a path for every stretch in which the way is known."""
        step = max(1, len(self._phases) // MOST_POINTS)
        points = zip(self._times[::step].tolist(), self._phases[::step].tolist(), strict=True)
        for known, stretch in groupby(points, key=lambda point: bool(np.isfinite(point[1]))):
            if known:
                yield "M" + "L".join(
                    f"{self.across(time) * WIDTH / 100:.1f} {self.down(phase)}" for time, phase in stretch
                )

    def bands(self) -> Iterator[str]:
        """Yield where nothing was counted."""
        for refusal in self._watched.refusals:
            begins, ends = (self.across(time) * WIDTH / 100 for time in (refusal.from_s, refusal.to_s))
            yield f'<rect class="unseen" x="{begins:.1f}" y="0" width="{max(ends - begins, 2):.1f}" height="{HEIGHT}"/>'

    def aim(self, short: float, beyond: float) -> Iterator[str]:
        """Yield the band within which the peak is right."""
        if short > 0 and beyond > 0:
            top, bottom = self.down(min(1 + beyond, self._high)), self.down(max(1 - short, self._low))
            yield f'<rect class="aim" x="0" y="{top}" width="{WIDTH}" height="{bottom - top:.2f}"/>'

    def holds(self) -> Iterator[str]:
        """Yield, along the axis, for how long the target was held."""
        for hold in self._watched.holds:
            begins, ends = (self.across(time) * WIDTH / 100 for time in (hold.from_s, hold.to_s))
            yield f'<path class="held" d="M{begins:.1f} {HEIGHT - 1}H{ends:.1f}"/>'

    def peaks(self) -> Iterator[str]:
        """Yield a dot for every repetition, hollow where it was partial, with its number."""
        full = sorted((one for one in self._watched.repetitions if one.full), key=lambda one: one.peak_s)
        for one in self._watched.repetitions:
            number = full.index(one) + 1 if one.full else 0
            shown = number and (len(full) <= FEW or number in {1, len(full)} or number % 5 == 0)
            high = self.down(self._phase_at(one.peak_s))
            kind = "peak" if one.full else "peak partial"
            place = f"left:{self.across(one.peak_s)}%;top:{high}%"
            yield f'<span class="{kind}" style="{place}">{number if shown else ""}</span>'

    def cues(self) -> Iterator[str]:
        """Yield a mark for every cue."""
        for cue in self._watched.cues:
            if isinstance(cue, CueGiven):
                yield f'<span class="cue" style="left:{self.across(cue.at_s)}%"></span>'

    def ticks(self) -> Iterator[str]:
        """Yield the marks of time."""
        step = next((step for step in TICKS if self.length_s / step <= MOST_TICKS), TICKS[-1])
        first = ceil(self._begins_s / step)
        for number in range(first, int((self._begins_s + self.length_s) // step) + 1):
            time = number * step  # of the film's own clock, as everywhere else on the page
            shown = f"{time} s" if self.length_s < TICKS[6] * 2 else f"{time // 60}:{time % 60:02d}"
            yield f'<span class="tick" style="left:{self.across(time)}%">{shown}</span>'

    def _phase_at(self, time_s: float) -> float:
        phase = float(self._phases[int(np.abs(self._times - time_s).argmin())])
        return phase if np.isfinite(phase) else 1.0

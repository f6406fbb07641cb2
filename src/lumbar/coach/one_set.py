"""One set under way: from frames to what is trusted, counted and told."""

from collections.abc import Iterator
from typing import Final

import numpy as np

from lumbar.coach.account import Account
from lumbar.coach.conditioning import Conditioning, Glance
from lumbar.coach.events import Event, RefusalBegan, RefusalEnded
from lumbar.coach.expectation import Expectation
from lumbar.coach.frame import Track
from lumbar.coach.mixture import Mixture
from lumbar.coach.pair import Pair, sample_of
from lumbar.coach.repetition import Stage
from lumbar.coach.sight import Sight

_AWAY_S: Final = 3.0
_AGAIN_S: Final = 10.0


class OneSet:
    """Remembers what was seen so far of a set; `in_place` says whether somebody is in the exercise's position."""

    def __init__(self, expected: Expectation, watched: list[bool], hold_s: float) -> None:
        """Begin; `watched` says for left and right what is told, `hold_s` [s] how long each peak is to be held."""
        longest_s = max(hold_s, *(rung.hold_s for rung in expected.exercise.rungs))
        self._conditioning = Conditioning(expected)
        self._sight = Sight(from_side=expected.coaching.view == "side", longest_hold_s=longest_s)
        self._pair = Pair(expected, watched)
        self._mixture = Mixture(expected)
        self._account = Account(expected, hold_s)
        self._mixed_until_s = -np.inf
        self._away_s: float | None = None
        self._first_s: float | None = None
        self.in_place = False

    def follow(self, track: Track) -> Iterator[tuple[float, list[Event]]]:
        """Take frames; yield for each where the person stands (NaN where that is not known) and what is new."""
        if self._first_s is None and len(track):
            self._first_s = float(track.times_s[0])
        # A single landmark that is no number would stay in what is remembered.
        found = np.logical_and.reduce(np.isfinite(track.points_px.reshape(len(track), -1)), axis=1)
        if found.all():
            glances = self._conditioning.take(track.points_px, track.times_s, track.size_px)
        elif found.any():
            glances = self._conditioning.take(track.points_px[found], track.times_s[found], track.size_px)
        else:
            glances = iter(())
        for time, seen in zip(track.times_s.tolist(), found.tolist(), strict=True):
            if seen:
                yield self._step(next(glances))
            else:
                self.in_place = False
                told = self._sight.miss(time)
                yield np.nan, [*self._lose(), *told] if told else []

    def finish(self, time_s: float) -> Iterator[Event]:
        """End the set at `time_s` [s]; yield what was still open."""
        for place, counter in enumerate(self._pair.counters):
            announced = counter.stage is Stage.PEAK
            way = counter.finish()
            if way is None or not self._pair.watched[place] or self._pair.is_led(way, place):
                continue
            if way.full and not announced:
                yield self._account.reach(way.samples[-1], way, place)
            yield from self._account.end(way, None, place)
        yield from self._sight.finish(time_s)
        if self._first_s is not None and not self._account.told and not self._sight.ever_refused:
            yield from self._explain(self._first_s, time_s)

    def _explain(self, from_s: float, to_s: float) -> Iterator[Event]:
        """Say why nothing was counted, where the exercise was seen and yet could not be."""
        counters = self._pair.told()
        why = {
            "under_way": any(counter.unseen_start for counter in counters),
            "far_side": any(counter.far_side_stayed for counter in counters),
            "out_of_place": any(counter.out_of_place for counter in counters),
        }
        for code in [code for code, is_so in why.items() if is_so][:1]:
            yield RefusalBegan(from_s, code)
            yield RefusalEnded(from_s, to_s, code)

    def _step(self, glance: Glance) -> tuple[float, list[Event]]:
        good, told = self._sight.look(glance.time_s, glance.seen, bent=self._pair.is_bent(glance))
        if told and any(isinstance(event, RefusalBegan) for event in told):
            told = [*self._lose(), *told]
        if not good:
            self.in_place = False
            return np.nan, told
        if glance.seen.renamed and self._pair.rename():
            self._account.rename(keeping=self._pair.is_named)
        for place, on in enumerate(self._pair.watched):
            if on:
                told += self._count_on(glance, place)
            else:
                self._pair.step(glance, place)
        told += self._ask_for_position(glance)
        return self._pair.stands_at(glance), told

    def _count_on(self, glance: Glance, place: int) -> Iterator[Event]:
        """Take a moment of one side; yield what is new of it."""
        counter = self._pair.counters[place]
        before = counter.stage
        way = self._pair.step(glance, place)
        if counter.way is None and way is None and counter.stage is before:
            return  # at rest, or away, as before
        yield from self._go_on(glance, place, before)
        mixed_s = self._mixed_s(glance, place, before) if self._mixture.possible else None
        if mixed_s is not None:
            yield from self._refuse_mixture(mixed_s, glance.time_s)
        elif way is not None and not self._pair.is_led(way, place):
            yield from self._account.end(way, glance.time_s, place)
        if counter.way is None:
            self._account.forget(place)
            self._pair.forget(place)

    def _go_on(self, glance: Glance, place: int, before: Stage) -> Iterator[Event]:
        """Yield what is new of a way that begins or goes on."""
        counter = self._pair.counters[place]
        if counter.way is None:
            return
        if counter.stage is Stage.PEAK:
            sample = sample_of(glance, place)
            if before is not Stage.PEAK:
                yield self._account.reach(sample, counter.way, place)
            yield from self._account.hold(sample, counter.way, place)
        elif before is not Stage.RISING:
            self._account.forget(place)
            if before is Stage.RESTING:
                yield from self._account.leave(sample_of(glance, place), counter.way)

    def _mixed_s(self, glance: Glance, place: int, before: Stage) -> float | None:
        """Return when a way began that just ended short, and had its other half on the other side."""
        counter = self._pair.counters[place]
        if counter.stage is Stage.RISING and counter.way is not None:
            self._mixture.rise(place, counter.way.start_s, glance.phases[place], glance.angles_deg)
        elif before is Stage.RISING and counter.stage is not Stage.PEAK:
            return self._mixture.found(place)
        return None

    def _refuse_mixture(self, from_s: float, to_s: float) -> Iterator[Event]:
        """Refuse a way of which each side had a half; told by one side, it is not told by the other once more."""
        if from_s >= self._mixed_until_s:
            self._sight.ever_refused = True
            self._mixed_until_s = to_s
            yield RefusalBegan(from_s, "same_side")
            yield RefusalEnded(from_s, to_s, "same_side")

    def _lose(self) -> list[Event]:
        """Forget what was under way; a peak that was reached stays counted."""
        told: list[Event] = []
        for place, counter in enumerate(self._pair.counters):
            way = counter.lose()
            if way is not None and self._pair.watched[place] and not self._pair.is_led(way, place):
                told += self._account.end(way, None, place)
        for place in range(len(self._pair.counters)):
            self._account.forget(place)
            self._pair.forget(place)
        self._away_s = None
        return told

    def _ask_for_position(self, glance: Glance) -> Iterator[Event]:
        """Ask for the starting position while nobody is in it."""
        counters = self._pair.counters
        self.in_place = any(glance.in_place) or any(counter.stage is not Stage.AWAY for counter in counters)
        if self.in_place:
            self._away_s = None
        elif self._away_s is None:
            self._away_s = glance.time_s
        elif glance.time_s - self._away_s >= _AWAY_S:
            self._away_s = glance.time_s + _AGAIN_S - _AWAY_S
            yield from self._account.ask_for_position(glance.time_s)

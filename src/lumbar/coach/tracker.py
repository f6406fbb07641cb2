"""Watch one set of one exercise, frame by frame or in whole arrays."""

from collections.abc import Iterator
from typing import Final, Literal

import numpy as np

from lumbar.body.physique import Physique
from lumbar.catalogue.exercise import Exercise
from lumbar.coach.conditioning import Conditioning, Glance
from lumbar.coach.cues import Cues
from lumbar.coach.events import (
    Event,
    HoldDone,
    HoldProgress,
    PeakReached,
    RefusalBegan,
    RefusalEnded,
    RepetitionDone,
    Side,
    Watched,
    gather,
)
from lumbar.coach.expectation import Expectation, expect
from lumbar.coach.frame import FloatArray, Frame, Track
from lumbar.coach.hold import Holding, Sample, Stay, stay_of, target_of
from lumbar.coach.mixture import Mixture
from lumbar.coach.movers import FAR, Movers
from lumbar.coach.repetition import BEGUN, Counter, Stage, Way
from lumbar.coach.sight import Sight

Watching = Side | Literal["auto"] | None
SIDES: Final[tuple[Side, Side]] = ("left", "right")
TOGETHER: Final = 0.65  # of the way: both sides this far at once make one repetition; ours
ALONE: Final = 0.6  # of one side's way: less than this is rest for the other, or only follows it; ours
_AT_PEAK: Final = 0.93  # of the way: the angles of a peak are those from here on; ours
_STOOD: Final = 5  # frames: fewer have no middle; ours
_LEAST_HOLD_S: Final = 0.5
_AWAY_S: Final = 3.0
_AGAIN_S: Final = 10.0


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
        rung = exercise.rungs[exercise.published_rung()]
        self._exercise = exercise
        self._expected = expect(exercise, person)
        self._watched = [side in {None, "auto", name} for name in SIDES]
        self._set = (
            _Set(self._expected, self._watched, rung.hold_s if hold_s is None else hold_s) if self._expected else None
        )
        self._first_s: float | None = None
        self._time_s = 0.0

    @property
    def in_place(self) -> bool:
        """Return whether somebody was in the exercise's position in the last frame, and could be judged."""
        return self._set is not None and self._set.in_place

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
        if self._first_s is not None:
            late = int(np.searchsorted(track.times_s, self._time_s, side="right"))
            yield from ((np.nan, []) for _ in range(late))
            track = track.part(late, len(track)) if late else track
        for time in track.times_s[:1].tolist():
            if self._first_s is None:
                self._first_s = time
                if self._set is None:
                    yield np.nan, [RefusalBegan(time, "unseen")]
                    track = track.part(1, len(track))
        if self._set is None:
            yield from ((np.nan, []) for _ in track.times_s)
        elif len(track):
            yield from self._set.follow(track)
        if len(track):
            self._time_s = float(track.times_s[-1])

    def finish(self) -> tuple[Event, ...]:
        """Say that the film is over, and return what was still open."""
        if self._first_s is None:
            return ()
        if self._set is None:
            return (RefusalEnded(self._first_s, self._time_s, "unseen"),)
        return tuple(self._set.finish(self._time_s))


class _Set:
    """One set under way: what was seen so far of it."""

    def __init__(self, expected: Expectation, watched: list[bool], hold_s: float) -> None:
        self._expected = expected
        self._conditioning = Conditioning(expected)
        holds_s = [rung.hold_s for rung in expected.exercise.rungs]
        self._held = max(holds_s) > 0
        self._sight = Sight(from_side=expected.coaching.view == "side", longest_hold_s=max((*holds_s, hold_s)))
        sides = SIDES if expected.sided else (None,)
        self._sides: tuple[Side | None, ...] = sides
        self._watched = watched if expected.sided else [True]
        movers = Movers.of(expected)
        self._counters = [Counter(expected.reach, expected.slack, movers) for _ in sides]
        self._mixture = Mixture(expected)
        self._cues = Cues(expected, hold_s)
        self._count = 0
        self._told = False  # of any repetition, full or partial
        self._hold: list[Holding | None] = [None for _ in sides]
        self._beside = [(0.0, 0.0) for _ in sides]  # where the other side stood when each way began, how far it went
        self._full_s = [-np.inf for _ in sides]  # when each side's last full repetition was still going on
        self._away_s: float | None = None
        self._first_s: float | None = None
        self.in_place = False

    def follow(self, track: Track) -> Iterator[tuple[float, list[Event]]]:
        if self._first_s is None and len(track):
            self._first_s = float(track.times_s[0])
        # A sum is a number where every landmark is one; a single one that is not would stay in what is remembered.
        found = np.isfinite(np.add.reduce(track.points_px.reshape(len(track), -1), axis=1))
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
        for place, counter in enumerate(self._counters):
            way = counter.finish()
            if way is not None and self._watched[place]:
                self._count += way.full
                yield from self._done(way, None, place)
        yield from self._sight.finish(time_s)
        if self._first_s is not None and not self._told and not self._sight.ever_refused:
            yield from self._explain(self._first_s, time_s)

    def _explain(self, from_s: float, to_s: float) -> Iterator[Event]:
        """Say why nothing was counted, where the exercise was seen and yet could not be."""
        counters = [counter for counter, on in zip(self._counters, self._watched, strict=True) if on]
        if any(counter.unseen_start for counter in counters):
            yield RefusalEnded(from_s, to_s, "under_way")
        elif any(counter.far_side_stayed for counter in counters):
            yield RefusalEnded(from_s, to_s, "far_side")
        elif any(counter.out_of_place for counter in counters):
            yield RefusalEnded(from_s, to_s, "out_of_place")

    def _step(self, glance: Glance) -> tuple[float, list[Event]]:
        good, told = self._sight.look(glance.time_s, glance.seen, bent=self._is_bent(glance))
        if told and any(isinstance(event, RefusalBegan) for event in told):
            told = [*self._lose(), *told]
        if not good:
            self.in_place = False
            return np.nan, told
        if glance.seen.renamed:
            self._rename()
        for place, counter in enumerate(self._counters):
            if self._watched[place]:
                told += self._count_on(glance, place, counter)
            else:  # followed all the same: whether one side works alone is told by the other
                sample = Sample(glance.time_s, glance.phases[place], glance.angles_deg[place])
                counter.step(sample, in_place=glance.in_place[place], alone=True)
        self._ask_for_position(glance, told)
        watched = [place for place, on in enumerate(self._watched) if on]
        doing = [place for place in watched if glance.in_place[place]]  # a leg that rests bent stands anywhere
        return max(glance.phases[place] for place in doing or watched), told

    def _rename(self) -> None:
        """Let a repetition go on under the other name: the leg in the air is the same, whatever it is called."""
        if sum(counter.way is not None for counter in self._counters) == 1 < len(self._counters):
            for kept in (self._counters, self._hold, self._full_s, self._beside):
                kept.reverse()

    def _is_bent(self, glance: Glance) -> bool:
        """Return whether a limb that matters is none: those of a side at rest do not, while the other's are limbs."""
        sides = [place for place, on in enumerate(self._watched) if on]
        bent = glance.seen.bent
        return all(bent[place] for place in sides) or any(
            bent[place] and glance.in_place[place] and glance.phases[place] > BEGUN for place in sides
        )

    def _count_on(self, glance: Glance, place: int, counter: Counter) -> list[Event]:
        sample = Sample(glance.time_s, glance.phases[place], glance.angles_deg[place])
        before = counter.stage
        alone = before is not Stage.RISING or self._alone(glance, place, counter)
        ease = FAR if self._expected.sided and place != glance.near else 0.0
        way = counter.step(sample, in_place=glance.in_place[place] and not glance.shaky[place], alone=alone, ease=ease)
        told: list[Event] = []
        if counter.stage is Stage.RISING is not before:
            self._beside[place] = (glance.phases[-1 - place], 0.0)
        if counter.stage is Stage.PEAK and counter.way is not None:
            if before is not Stage.PEAK:
                self._count += 1
                told.append(PeakReached(sample.time_s, self._sides[place], self._count))
                self._cues.begin_hold()
                stay = stay_of(counter.way.samples, counter.way.rest, counter.way.top, back=False)
                self._hold[place] = Holding(stay.from_s)
            told += self._hold_on(sample, place, counter.way)
        elif before is Stage.RESTING and counter.stage is Stage.RISING and counter.way is not None:
            told += self._cues.at_rest(sample.time_s, counter.way.at_rest_deg)
        mixed_s = self._mixed_s(glance, place, before) if self._mixture.possible else None
        if mixed_s is not None:
            self._sight.ever_refused = True
            told += [RefusalBegan(mixed_s, "swapped"), RefusalEnded(mixed_s, sample.time_s, "swapped")]
        elif way is not None:
            told += self._done(way, sample.time_s, place)
        return told

    def _mixed_s(self, glance: Glance, place: int, before: Stage) -> float | None:
        """Return when a way began that just ended short, and had its other half on the other side."""
        counter = self._counters[place]
        if counter.stage is Stage.RISING and counter.way is not None:
            self._mixture.rise(place, counter.way.start_s, glance.phases[place], glance.angles_deg)
        elif before is Stage.RISING and counter.stage is not Stage.PEAK:
            return self._mixture.found(place)
        return None

    def _alone(self, glance: Glance, place: int, counter: Counter) -> bool:
        """Return whether this side may count, and let it be the other's shadow where both do the same at once.

        A model lets one limb follow the other for a part of its way: who goes much less far than the other is led.
        """
        if len(self._counters) == 1:
            return True
        other = self._counters[1 - place]
        if self._expected.coaching.alone:
            return other.risen < ALONE * max(counter.risen, 1e-9)
        if other.stage is Stage.PEAK and min(glance.phases) > TOGETHER and self._watched[1 - place]:
            counter.shadow()
        began, most = self._beside[place]
        most = max(most, glance.phases[1 - place] - began)
        self._beside[place] = (began, most)
        return counter.highest >= ALONE * most

    def _hold_on(self, sample: Sample, place: int, way: Way) -> Iterator[Event]:
        """Tell the seconds of a hold, and what to put right in it."""
        hold = self._hold[place]
        held_s = hold.seconds(sample, target_of(way.rest, way.top)) if hold and self._held else None
        if hold is None or held_s is None:
            return
        if held_s >= hold.told_s + 1:
            hold.told_s = int(held_s)
            yield HoldProgress(sample.time_s, hold.told_s, self._sides[place])
        yield from self._cues.in_hold(sample.time_s, held_s, sample.angles_deg)

    def _done(self, way: Way, end_s: float | None, place: int) -> Iterator[Event]:
        if self._led(way, place):
            return
        self._told = True
        side = self._sides[place]
        stay = stay_of(way.samples, way.rest, way.top, back=end_s is not None)
        held_s = stay.seconds if way.full else 0.0
        peak = self._peak(way, stay)
        yield RepetitionDone(way.start_s, way.top_s, end_s, side, way.full, held_s, self._angles(way, peak))
        if not way.full:
            yield from self._cues.partial(way.samples[-1].time_s)
            return
        if self._held and held_s >= _LEAST_HOLD_S:
            yield HoldDone(stay.from_s, stay.to_s, held_s, side)
        yield from self._cues.at_peak(way.samples[-1].time_s, peak)
        if end_s is not None:
            yield from self._cues.full(end_s, side, way.top, (stay.out_s, stay.back_s))

    def _led(self, way: Way, place: int) -> bool:
        """Return whether a way that stopped short went beside a full one: a model lets one limb follow the other."""
        last_s = way.samples[-1].time_s
        if way.full:
            self._full_s[place] = last_s
            return False
        if len(self._counters) == 1:
            return False
        other = self._counters[1 - place]
        return other.stage is Stage.PEAK or self._full_s[1 - place] > way.start_s

    def _peak(self, way: Way, stay: Stay) -> FloatArray:
        """Return the angles [deg] of a way at its peak, in the middle; noise makes its very top too high a mark."""
        stood = [sample.phase for sample in way.samples if stay.from_s <= sample.time_s <= stay.to_s]
        top = float(np.percentile(stood, 90)) if len(stood) >= _STOOD else way.top
        level = way.rest + _AT_PEAK * (top - way.rest)
        return np.asarray(np.median([sample.angles_deg for sample in way.samples if sample.phase >= level], axis=0))

    def _angles(self, way: Way, peak: FloatArray) -> dict[str, float]:
        """Return what is judged [deg], by name, at its moment."""
        told: dict[str, float] = {}
        for judged in self._expected.coaching.judged:
            angles: FloatArray | None = peak if judged.at == "peak" else way.at_rest_deg
            name = judged.angle if judged.at == "peak" else f"{judged.angle}_at_rest"
            if angles is not None:
                told[name] = round(float(angles[self._expected.table.names.index(judged.angle)]), 1)
        return told

    def _lose(self) -> list[Event]:
        """Forget what was under way; a peak that was reached stays counted."""
        told: list[Event] = []
        for place, counter in enumerate(self._counters):
            way = counter.lose()
            if way is not None and self._watched[place]:
                told += self._done(way, None, place)
        self._away_s = None
        return told

    def _ask_for_position(self, glance: Glance, told: list[Event]) -> None:
        """Ask for the starting position while nobody is in it."""
        self.in_place = any(glance.in_place) or any(counter.stage is not Stage.AWAY for counter in self._counters)
        if self.in_place:
            self._away_s = None
        elif self._away_s is None:
            self._away_s = glance.time_s
        elif glance.time_s - self._away_s >= _AWAY_S:
            self._away_s = glance.time_s + _AGAIN_S - _AWAY_S
            told += self._cues.position(glance.time_s)


def watch(exercise: Exercise, track: Track, side: Watching = "auto", person: Physique | None = None) -> Watched:
    """Return everything seen in a whole film."""
    tracker = Tracker(exercise, side, person)
    told = list(tracker.follow(track))
    events = [event for _, found in told for event in found]
    return gather((*events, *tracker.finish()), len(track), tuple(phase for phase, _ in told))

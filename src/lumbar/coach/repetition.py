"""Count repetitions from where a person stands between rest (0) and peak (1).

A repetition is rest, peak, and rest again. Rest is where the person's own rest is; the peak is reached when every
angle that makes the movement has come along and the movement slows down or turns there, in the exercise's position.
What leaves the position on its way was another movement, and is forgotten.
"""

from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from lumbar.coach.frame import FloatArray
from lumbar.coach.hold import Sample
from lumbar.coach.movers import Movers

REST: Final = 0.4  # of the way: this low is rest, wherever the person comes from; ours
STILL_REST: Final = 0.6  # this low is rest for whoever stays there; ours
_STILL: Final = 0.07
_STILL_S: Final = 0.5
BEGUN: Final = 0.3  # of the way above rest: on the way; ours
BACK: Final = 0.35  # of the person's own way: back at rest; ours
PARTIAL: Final = 0.4  # of the way above rest: worth to be called a partial repetition; ours
SHARE: Final = 0.45  # of its own way: the least that each angle has to come along; ours
_DWELL_S: Final = 0.1
_BRIEF_S: Final = 0.4  # a partial repetition takes longer; ours
_SLOW: Final = 0.3  # of the fastest so far
_TURNED: Final = 0.05
_SPEED_S: Final = 0.1
_TRUST: Final = 0.7  # of what landmarks err: a rest below the file's by more does not lower the peak further; ours
_RESTFUL: Final = 0.04  # of the way in a second: slower is rest, and not the slow begin of a movement; ours
_FAR_BELOW: Final = 1.2  # of the way below the file's rest: what begins there is not this exercise; ours
_FAR_BELOW_ERRORS: Final = 4.4  # the same in what landmarks err, 35 degrees; the further of the two
_LEFT_S: Final = 0.4  # out of position for so long is out of the exercise; ours
_STRAYED_S: Final = 2.0  # the same on the way to the peak: people bend before they sit; ours
_BESIDE: Final = 0.15  # further out of position than ever in it: only staying there is a peak; ours
_LOW_SHARE: Final = 0.3  # of a movement far beyond the file's: this low was its rest; ours
_LOW: Final = 0.12


class Stage(Enum):
    """Where a person is in a repetition."""

    AWAY = "away"
    RESTING = "resting"
    RISING = "rising"
    PEAK = "peak"


@dataclass(slots=True)
class Way:
    """One repetition as it goes.

    `rest` is where it came from, `at_rest_deg` [deg] the angles there, `start_s` [s] when it left. `top` is its highest
    moment so far, at `top_s` [s]. `full` says that its peak was reached, `shadow` that it is the other side's.
    """

    rest: float
    start_s: float
    at_rest_deg: FloatArray | None
    top: float
    top_s: float
    samples: list[Sample] = field(default_factory=list)
    full: bool = False
    shadow: bool = False


class Counter:
    """Follows one side through its repetitions."""

    def __init__(self, reach: float, slack: float, movers: Movers) -> None:
        """Begin away from rest; `reach` of the way makes a full repetition, `slack` is what a model's landmarks err."""
        self._reach = reach
        self._slack = slack
        self._movers = movers
        self._floor = -max(_FAR_BELOW, _FAR_BELOW_ERRORS * slack)
        self._comes_from_below = False
        self.unseen_start = self.far_side_stayed = self.out_of_place = False
        self._unit = 1.0
        self.stage = Stage.AWAY
        self.phase = 0.0
        self.way: Way | None = None
        self.in_place_s = 0.0
        self._rest = 0.0
        self._low_s = 0.0
        self._anchor = (-1e9, -1e9)
        self._low_deg: FloatArray | None = None
        self._time_s: float | None = None
        self._speed = self._fastest = 0.0
        self._left_s: float | None = None
        self._high_s: float | None = None
        self._back_s: float | None = None
        self._best = 0.0
        self._lowest = 1e9

    def lose(self) -> Way | None:
        """Forget what was under way; return it where its peak had been reached."""
        ended = self.way if self.stage is Stage.PEAK else None
        self._to_away()
        self._time_s = None
        return ended

    @property
    def risen(self) -> float:
        """Return how far this side is from its rest, 0 while it rests."""
        return 0.0 if self.way is None else self.phase - self.way.rest

    @property
    def highest(self) -> float:
        """Return how far this side has been from its rest on this way, 0 while it rests."""
        return 0.0 if self.way is None else max(self.way.top, self.phase) - self.way.rest

    def shadow(self) -> None:
        """Take what is under way for the shadow of the other side's repetition, which counts alone."""
        if self.stage is Stage.RISING and self.way is not None:
            self.way.shadow = True

    def step(self, sample: Sample, *, in_place: bool, alone: bool, ease: float = 0.0) -> Way | None:
        """Take a moment; return a way that has ended.

        Args:
            sample: The moment.
            in_place: Whether the person is in the exercise's position.
            alone: Whether nothing but this side makes this movement, where that matters.
            ease: How much less of the way is enough, for a side that is seen worse [ratio].
        """
        time_s, phase = sample.time_s, sample.phase
        step = 0.0 if self._time_s is None else time_s - self._time_s
        if step > 0.0:
            part = step / (step + _SPEED_S)
            self._speed += ((phase - self.phase) / step - self._speed) * part
        self._time_s, self.phase = time_s, phase
        if self._has_left(time_s, step, in_place=in_place):
            ended = self.way if self.stage is Stage.PEAK else None
            self._to_away()
            return ended
        if self.stage is Stage.AWAY:
            self._find_rest(sample, in_place=in_place)
        elif self.stage is Stage.RESTING:
            self._stay(sample, step)
        elif self.stage is Stage.RISING:
            self.out_of_place |= not in_place and self._far_enough(sample.phase)
            return self._rise(sample, allowed=in_place and alone, ease=ease)
        else:
            return self._hold(sample)
        return None

    def _has_left(self, time_s: float, step: float, *, in_place: bool) -> bool:
        """Return whether the person has been out of the exercise's position for too long to be still doing it."""
        if in_place:
            self._left_s = None
            self.in_place_s += step
        elif self._left_s is None:
            self._left_s = time_s
        if self._left_s is None or self.stage is Stage.AWAY:
            return False
        return time_s - self._left_s > (_STRAYED_S if self.stage is Stage.RISING else _LEFT_S)

    def finish(self) -> Way | None:
        """Return what is still open at the end of the film."""
        way = self.way
        if self.stage is Stage.RISING and way is not None and self._high_s is not None:
            way.full = True
        self._to_away()
        if way is None or way.shadow:
            return None
        return way if way.full or self._is_partial(way, way.samples[-1].time_s) else None

    def _to_away(self) -> None:
        self.stage, self.way, self._high_s, self._lowest = Stage.AWAY, None, None, 1e9
        self._anchor = (-1e9, -1e9)

    def _find_rest(self, sample: Sample, *, in_place: bool) -> None:
        time_s, phase = sample.time_s, sample.phase
        self._comes_from_below |= phase < self._floor
        if not in_place:
            self._anchor = (time_s, phase)
            return
        if abs(phase - self._anchor[1]) > _STILL:
            self._anchor = (time_s, phase)
        still = time_s - self._anchor[0] >= _STILL_S
        if phase < self._floor:
            return
        coming_up = self._comes_from_below and self._speed > 0.0
        at_rest = phase <= REST + self._slack and not coming_up
        if at_rest or (still and phase <= STILL_REST + self._slack):
            self._settle_down(sample)
            return
        if phase <= self._lowest and not coming_up:
            self._lowest, self._low_s, self._low_deg = phase, time_s, sample.angles_deg
        self.unseen_start |= phase >= 1.0
        if phase - self._lowest >= 1.0 and self._lowest <= _LOW_SHARE * phase:
            self._begin(sample, self._lowest)

    def _stay(self, sample: Sample, step: float) -> None:
        time_s, phase = sample.time_s, sample.phase
        if phase < self._floor:
            self._to_away()
            self._comes_from_below = True
            return
        if phase < self._rest:
            self._rest = phase
        elif abs(self._speed) < _RESTFUL:
            self._rest += (phase - self._rest) * min(1.0, 0.5 * step)
        if phase <= self._rest + _LOW:
            self._low_s, self._low_deg = time_s, sample.angles_deg
        if phase >= self._rest + BEGUN * self._unit:
            self._begin(sample, self._rest)

    def _begin(self, sample: Sample, rest: float) -> None:
        self.stage, self._fastest, self._high_s, self._best = Stage.RISING, self._speed, None, sample.phase
        self.way = Way(rest, self._low_s, self._low_deg, sample.phase, sample.time_s, [sample])

    def _full(self, rest: float) -> float:
        """Return how far a full repetition from `rest` goes; a rest that is off by no more than slack counts as 0."""
        own = max(abs(rest) - self._slack, 0.0) * (1.0 if rest > 0 else -1.0)
        goal = rest + self._reach * (1.0 - min(max(own, -0.3), STILL_REST))
        return max(goal, rest + 0.5 * self._unit, self._reach - _TRUST * self._slack)

    def _far_enough(self, phase: float) -> bool:
        """Return whether a movement under way has come as far as a full one."""
        return self.way is not None and phase >= self._full(self.way.rest)

    def _rise(self, sample: Sample, *, allowed: bool, ease: float) -> Way | None:
        way, time_s, phase = self._follow(sample), sample.time_s, sample.phase
        self._fastest = max(self._fastest, self._speed)
        if way.shadow or not (allowed and phase >= self._full(way.rest) - ease and self._all_come(sample, way)):
            self._high_s = None
        elif self._high_s is None:
            self._high_s = time_s
        if allowed and phase > self._best:
            self._best = phase
        if self._high_s is not None and time_s - self._high_s >= _DWELL_S:
            turned = phase < way.top - max(_TURNED, 0.25 * self._slack) and way.top <= self._best + _BESIDE
            if turned or abs(self._speed) < _SLOW * self._fastest:
                way.full, self.stage, self._back_s = True, Stage.PEAK, None
                return self._hold(sample)
        if phase <= way.rest + BACK * (way.top - way.rest):
            self._settle_down(sample)
            return way if self._is_partial(way, time_s) else None
        return None

    def _is_partial(self, way: Way, time_s: float) -> bool:
        """Return whether a way that stopped short is worth to be told: far, long and of this side alone."""
        return not way.shadow and way.top - way.rest >= PARTIAL * self._unit and time_s - way.start_s >= _BRIEF_S

    def _all_come(self, sample: Sample, way: Way) -> bool:
        """Return whether every angle that makes a repetition has come along, here and on the far side."""
        own, far = self._movers.shares(sample.angles_deg, way.at_rest_deg)
        self.far_side_stayed |= own >= SHARE > far
        return own >= SHARE and far >= SHARE

    def _hold(self, sample: Sample) -> Way | None:
        way = self._follow(sample)
        if sample.phase > way.rest + BACK * (way.top - way.rest):
            self._back_s = None
        elif self._back_s is None:
            self._back_s = sample.time_s
        if self._back_s is None or sample.time_s - self._back_s < _DWELL_S:
            return None
        self._unit = max(1.0, 0.5 * (way.top - way.rest))
        self._settle_down(sample)
        return way

    def _follow(self, sample: Sample) -> Way:
        way = self.way
        if way is None:
            raise RuntimeError("A repetition is under way without its way.")
        if way.samples[-1].time_s < sample.time_s:
            way.samples.append(sample)
        if sample.phase > way.top:
            way.top, way.top_s = sample.phase, sample.time_s
        return way

    def _settle_down(self, sample: Sample) -> None:
        self.stage, self.way, self._high_s, self._comes_from_below = Stage.RESTING, None, None, False
        self._rest, self._low_s, self._low_deg = sample.phase, sample.time_s, sample.angles_deg

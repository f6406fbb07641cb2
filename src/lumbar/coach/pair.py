"""The two sides of an exercise beside each other: which of them makes a repetition, and which is only led along.

A model lets one limb follow the other for a part of its way, and takes one for the other; and who may use one side
alone does nothing with both. Where both sides work together there is one of them here.
"""

from typing import Final

import numpy as np

from lumbar.coach.conditioning import Glance
from lumbar.coach.expectation import Expectation
from lumbar.coach.hold import Sample
from lumbar.coach.movers import FAR, Movers
from lumbar.coach.repetition import BEGUN, Counter, Stage, Way

TOGETHER: Final = 0.65  # of the way: both sides this far at once make one repetition; ours
ALONE: Final = 0.6  # of one side's way: less than this is rest for the other, or only follows it; ours


class Pair:
    """Follows each side through its repetitions; `watched` says which of them are told."""

    def __init__(self, expected: Expectation, watched: list[bool]) -> None:
        """Begin away from rest on either side."""
        self._sided = expected.sided
        self._one_alone = expected.coaching.alone
        movers = Movers.of(expected)
        self._asked = watched if expected.sided else [True]
        self._watch(self._asked)
        self.counters = [Counter(expected.reach, expected.slack, movers) for _ in self.watched]
        self._beside = [(0.0, 0.0) for _ in self.watched]  # where the other stood when a way began, and how far it went
        self._full_s = [-np.inf for _ in self.watched]  # until when the last full repetition of each side went on

    def step(self, glance: Glance, place: int) -> Way | None:
        """Take a moment of one side; return its way where one has ended."""
        counter, sample = self.counters[place], sample_of(glance, place)
        if not self.watched[place]:  # followed all the same: whether one side works alone is told by the other
            return counter.step(sample, in_place=glance.in_place[place], alone=True)
        before = counter.stage
        alone = before is not Stage.RISING or self._alone(glance, place, counter)
        ease = FAR if self._sided and place != glance.near else 0.0
        in_place = glance.in_place[place] and not glance.shaky[place]
        way = counter.step(sample, in_place=in_place, alone=alone, ease=ease)
        if counter.stage is Stage.RISING is not before:
            self._beside[place] = (glance.phases[-1 - place], 0.0)
        return way

    def told(self) -> list[Counter]:
        """Return the counters of the sides that are told."""
        return [counter for counter, on in zip(self.counters, self.watched, strict=True) if on]

    def is_led(self, way: Way, place: int) -> bool:
        """Return whether a way that has ended short went beside a full one of the other side."""
        if way.full:
            self._full_s[place] = way.samples[-1].time_s
            return False
        if len(self.counters) == 1:
            return False
        other = self.counters[1 - place]
        return other.stage is Stage.PEAK or self._full_s[1 - place] > way.start_s

    def rename(self) -> bool:
        """Let a repetition go on under the other name, and return whether one does: the leg in the air is the same."""
        renamed = sum(counter.way is not None for counter in self.counters) == 1 < len(self.counters)
        if renamed:
            for kept in (self.counters, self._full_s, self._beside):
                kept.reverse()
            self._watch(self.watched[::-1])
        return renamed

    @property
    def is_named(self) -> bool:
        """Return whether a way keeps its name, since one side was asked for; else the later name is believed."""
        return not all(self._asked)

    def forget(self, place: int) -> None:
        """Know that no way is under way on a side: what is told goes by its own name again."""
        if self._asked != self.watched and self.counters[1 - place].way is None:
            self._watch(self._asked)

    def is_bent(self, glance: Glance) -> bool:
        """Return whether a limb that matters is none: those of a side at rest do not, while the other's are limbs."""
        bent = glance.seen.bent
        if not any(bent):
            return False
        return all(bent[place] for place in self._places) or any(
            bent[place] and glance.in_place[place] and glance.phases[place] > BEGUN for place in self._places
        )

    def stands_at(self, glance: Glance) -> float:
        """Return how far the side has come that is at work: a leg that rests bent stands anywhere."""
        phases, in_place = glance.phases, glance.in_place
        doing = [phases[place] for place in self._places if in_place[place]]
        return max(doing) if doing else max([phases[place] for place in self._places])

    def _watch(self, watched: list[bool]) -> None:
        self.watched = watched
        self._places = [place for place, on in enumerate(watched) if on]

    def _alone(self, glance: Glance, place: int, counter: Counter) -> bool:
        """Return whether this side may count, and let it be the other's shadow where both do the same at once."""
        if len(self.counters) == 1:
            return True
        other = self.counters[1 - place]
        if self._one_alone:
            return other.risen < ALONE * max(counter.risen, 1e-9)
        if other.stage is Stage.PEAK and min(glance.phases) > TOGETHER and self.watched[1 - place]:
            counter.shadow()
        began, most = self._beside[place]
        most = max(most, glance.phases[1 - place] - began)
        self._beside[place] = (began, most)
        return counter.highest >= ALONE * most


def sample_of(glance: Glance, place: int) -> Sample:
    """Return a moment of one side."""
    return Sample(glance.time_s, glance.phases[place], glance.angles_deg[place])

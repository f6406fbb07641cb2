"""A repetition of which some angles come on one side and the others on the other: arm and leg of the same side.

Either somebody does it that way, as many do at first, or a model named the legs of one side and the arms of the other.
A camera cannot tell the two apart, so it is refused rather than called short, and both are said.
"""

from typing import Final

from lumbar.catalogue.coaching import OTHER
from lumbar.coach.expectation import Expectation
from lumbar.coach.frame import FloatArray
from lumbar.coach.repetition import SHARE

_COME: Final = 0.6  # of its way, each angle on one side or the other; ours


class Mixture:
    """Remembers the highest moment of each side's way."""

    def __init__(self, expected: Expectation) -> None:
        """Begin without a way."""
        moves = expected.coaching.moves
        self.possible = len({name.endswith(OTHER) for name in moves}) > 1
        self._places = expected.moves
        self._rest = expected.rest_deg[expected.moves]
        self._way = expected.peak_deg[expected.moves] - self._rest
        self._tops: dict[int, tuple[float, float, FloatArray]] = {}

    def rise(self, place: int, start_s: float, phase: float, angles_deg: FloatArray) -> None:
        """Take a moment of the way of a side, begun at `start_s` [s]; `angles_deg` [deg], shape (2, angles)."""
        top = self._tops.get(place)
        if top is None or top[0] != start_s or phase > top[1]:
            self._tops[place] = (start_s, phase, angles_deg)

    def found(self, place: int) -> float | None:
        """Return when [s] the way of a side that fell short began, where the other side had what it missed."""
        top = self._tops.pop(place, None)
        if top is None:
            return None
        come = (top[2][:, self._places] - self._rest) / self._way
        mixed = come[place].min() < SHARE and come.max(axis=0).min() >= _COME
        return top[0] if mixed else None

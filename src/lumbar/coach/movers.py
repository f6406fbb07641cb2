"""How far each of the angles that make a repetition has come, and each of the same on the far side."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from lumbar.coach.angles import Places
from lumbar.coach.expectation import Expectation
from lumbar.coach.frame import FloatArray

OWN_DEG: Final = 15.0  # a person's own rest is this close to the file's, bent landmarks included; ours
NOISE_DEG: Final = 2.0  # what is left of noise after the filter; ours
PROPORTION: Final = 0.32  # of the farthest mover's way: hinges bend knees by 0.1 to 0.22, squats by 0.43 and more
FAR: Final = 0.1  # of its way: the far side is seen worse, and may come along so much less; ours


@dataclass(frozen=True, slots=True, eq=False)
class Movers:
    """The angles that make a repetition, and those of the far side behind them; arrays have shape (movers,).

    `rest_deg` [deg] is where they rest, `way_deg` [deg] how far they go, `ease` [ratio] what is added to how far they
    have come, since landmarks err. The first `own` of them are those of the side that is watched.
    """

    places: Places
    rest_deg: FloatArray
    way_deg: FloatArray
    ease: FloatArray
    own: int

    @classmethod
    def of(cls, expected: Expectation) -> "Movers":
        """Return the movers of an exercise."""
        places = np.array([*expected.moves, *expected.twins], dtype=np.intp)
        rest = expected.rest_deg[places]
        way = expected.peak_deg[places] - rest
        way = np.where(np.abs(way) > 1.0, way, 1.0)
        far = np.arange(len(places)) >= len(expected.moves)
        return cls(places, rest, way, NOISE_DEG / np.abs(way) + FAR * far, len(expected.moves))

    def shares(self, angles_deg: FloatArray, at_rest_deg: FloatArray | None) -> tuple[float, float]:
        """Return how far the least of the movers has come, and the least of the far side's [ratio].

        Each is measured from the file's rest or from the person's own near it, whichever says more. Movers that do not
        come along in proportion make another movement: a hinge, not a squat; then nothing has come.

        Args:
            angles_deg: The angles now [deg].
            at_rest_deg: The person's own at rest [deg], where they are known.
        """
        now = angles_deg[self.places]
        come = (now - self.rest_deg) / self.way_deg
        if at_rest_deg is not None:
            own = np.clip(at_rest_deg[self.places], self.rest_deg - OWN_DEG, self.rest_deg + OWN_DEG)
            come = np.maximum(come, (now - own) / self.way_deg)
        come = come + self.ease
        own, far = come[: self.own], float(come[self.own :].min()) if self.own < len(come) else 1.0
        least = float(own.min())
        return least if least >= PROPORTION * own.max() else 0.0, far

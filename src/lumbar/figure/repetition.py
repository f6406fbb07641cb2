"""One repetition in time: where on its way a movement is, at the prescribed tempo, its hold kept."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lumbar.figure.clip import Phase


@dataclass(frozen=True, slots=True)
class Moment:
    """A share of the way, 0 rest to 1 peak, and how long it is shown [s]."""

    share: float
    lasts_s: float


def repetition(phases: Sequence[Phase], hold_s: float, per_s: float) -> tuple[Moment, ...]:
    """Return one repetition, from rest to peak and back, as moments to show.

    Args:
        phases: The parts of the repetition, beginning at rest.
        hold_s: How long it is held, where the phases say [s].
        per_s: How many moments a second of movement has; where nothing moves one moment lasts as long as it takes.
    """
    return tuple(moment for phase in phases for moment in _moments(phase, hold_s, per_s))


def _moments(phase: Phase, hold_s: float, per_s: float) -> Iterator[Moment]:
    end = 1.0 if phase.to == "peak" else 0.0
    if not phase.moves:
        lasts = phase.seconds + (hold_s if phase.held else 0)
        if lasts > 0:
            yield Moment(end, lasts)
        return
    count = max(1, round(phase.seconds * per_s))
    for step in range(count):
        gone = (step + 1) / count
        yield Moment(gone if end else 1 - gone, phase.seconds / count)

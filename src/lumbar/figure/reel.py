"""How a film goes in time: repetitions with their pauses and holds, each a little different, and where they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.random import Generator  # noqa: TID251  one that is handed down

from lumbar.body.arrays import FloatArray
from lumbar.body.interpolate import smooth_share
from lumbar.figure.clip import Phase

_STILL_S: Final = 1.0  # before the first repetition, and after the last
_PARTLY: Final = 0.4  # of repetitions are partial where that is asked for
_GRID: Final = np.linspace(0, 1, 501)


@dataclass(frozen=True, slots=True)
class Repetition:
    """One repetition: when it leaves rest, is at its peak from and to, and is back [s].

    `depth` is how far it goes of the whole way, 0 to 1; `side` is the side that works.
    """

    start_s: float
    peak_from_s: float
    peak_to_s: float
    end_s: float
    depth: float
    side: Literal["left", "right"] | None


@dataclass(frozen=True, slots=True)
class Tempo:
    """What is prescribed: the parts of a repetition, and how long it is held [s]."""

    phases: Sequence[Phase]
    hold_s: float


def choose_reel(
    chance: Generator, tempo: Tempo, sides: Sequence[Literal["left", "right"] | None], *, partial: bool
) -> tuple[Repetition, ...]:
    """Return a repetition for each of `sides`, at about the tempo prescribed; some partial if that is asked for."""
    there, peak, back, rest = tempo.phases
    faster, now = chance.uniform(0.8, 1.25), _STILL_S
    reel = []
    for side in sides:
        part = partial and chance.random() < _PARTLY
        depth = float(chance.uniform(0.35, 0.65) if part else 1 - abs(chance.normal(0, 0.015)))
        own = faster * chance.uniform(0.9, 1.1)
        top = now + max(0.5, there.seconds) * own
        left = top + peak.seconds * own + (tempo.hold_s * chance.uniform(0.95, 1.1) if peak.held else 0)
        end = left + max(0.5, back.seconds) * own
        reel.append(Repetition(now, top, left, end, depth, side))
        held = tempo.hold_s if rest.held else 0.0
        now = end + rest.seconds * own + held + chance.uniform(0.15, 0.8)
    return tuple(reel)


def length_s(reel: Sequence[Repetition]) -> float:
    """Return how long a film of these repetitions is [s]."""
    return (reel[-1].end_s if reel else _STILL_S) + _STILL_S


def shares_at(reel: Sequence[Repetition], times_s: FloatArray) -> FloatArray:
    """Return where on its way in time the movement is, 0 rest to 1 peak, at each of the times [s], shape (times,).

    A partial repetition turns before the peak; it speeds up and slows down as a whole one does.
    """
    shares = np.zeros(len(times_s))
    for one in reel:
        rising = smooth_share((times_s - one.start_s) / (one.peak_from_s - one.start_s))
        falling = smooth_share((times_s - one.peak_to_s) / (one.end_s - one.peak_to_s))
        shares += np.interp(one.depth * (rising - falling), smooth_share(_GRID), _GRID)
    return shares


def working_at(reel: Sequence[Repetition], time_s: float) -> Literal["left", "right"] | None:
    """Return the side that works at a time [s]: that of the repetition that runs or comes next, or else of the last."""
    return next((one.side for one in reel if time_s <= one.end_s), reel[-1].side if reel else None)

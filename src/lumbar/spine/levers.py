"""What a person can change: the low-back moment over depth, load, bar path and tempo, everything else the same."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from lumbar.body.arrays import FloatArray
from lumbar.body.motion import Motion
from lumbar.body.path import Path, solve_path
from lumbar.body.physique import Physique
from lumbar.catalogue.exercise import Exercise
from lumbar.spine.course import depths, is_free_above, moving_nm, still_nm

SeriesKind = Literal["depth", "load", "bar", "tempo"]

DEPTHS: Final = 9  # points of the series; with these, 5 kg and 5 cm steps a small chart is smooth; ours
LOADS_KG: Final = (0.0, 0.5, 1.0, 1.5, 2.0)  # of what is lifted now, or of 20 kg; ours
AHEAD_CM: Final = (-5.0, 0.0, 5.0, 10.0, 15.0)  # of where the file has the bar; ours
SECONDS_A_REP: Final = (1.2, 1.5, 2.0, 3.0, 4.0, 6.0)  # down and up, without pauses; ours
GAP: Final = 0.25  # of the way: over a wider one nobody knows what lies between two points; ours
FRAMES: Final = 25


@dataclass(frozen=True, slots=True)
class LoadSeries:
    """How the moment at L5/S1 goes with one thing that can be changed.

    `points` are pairs of the thing, in `unit`, and the moment [Nm], rising in the thing; `now` is where the person is.
    `depth` [%] is the share of the way from rest to peak, held still; `load` [kg] what is lifted; `bar` [cm] how much
    further ahead of the body the load hangs; `tempo` [s] how long a repetition takes, and its moment the largest on
    the way.
    """

    kind: SeriesKind
    unit: str
    points: tuple[tuple[float, float], ...]
    now: float


def load_series(
    exercise: Exercise, physique: Physique, external_kg: float = 0, rep_s: float | None = None
) -> tuple[LoadSeries, ...]:
    """Return the series that exist for an exercise, none where its file has no key poses.

    Those whose way can be held still all along have a depth, and only they a tempo: of a way that leaves balance (an
    end not held, two points further apart than `GAP`) neither is known. Those with a load have a load; those whose load
    hangs from the hands have a bar path. A tempo also needs that only the spine carries what is above L5/S1.

    Args:
        exercise: The exercise.
        physique: The person's body.
        external_kg: What is lifted now [kg].
        rep_s: How long a repetition takes now [s], down and up without pauses; by the file where it is not told.
    """
    motion = exercise.motion
    if motion is None:
        return ()
    path = solve_path(physique, motion, FRAMES)
    depth = _over_depth(path, motion, external_kg)
    is_known = _is_known(depth)
    found = [*([depth] if is_known else []), _over_load(path, motion, external_kg)]
    if any(point.startswith("grip") for pull in motion.pulls for point in pull.points):
        found.append(_over_bar(path, motion, external_kg))
    if is_known and is_free_above(physique, motion):
        found.append(_over_tempo(path, motion, external_kg, rep_s or exercise.tempo.lower_s + exercise.tempo.lift_s))
    return tuple(series for series in found if len(series.points) > 1)


def _over_depth(path: Path, motion: Motion, load_kg: float) -> LoadSeries:
    even = np.linspace(0, 1, DEPTHS)
    here = path.at(np.interp(even, depths(path), path.shares))
    return _series("depth", "%", 100 * even, still_nm(here, motion, load_kg), 100)


def _is_known(depth: LoadSeries) -> bool:
    """Return whether the way is held from end to end, no two points of it further apart than `GAP`."""
    shares = np.array([share for share, _ in depth.points]) / 100
    ends = {0.0, 1.0} <= set(shares.tolist())
    return ends and bool((np.diff(shares) <= GAP).all())


def _over_load(path: Path, motion: Motion, load_kg: float) -> LoadSeries:
    peak = path.at(np.array([1.0]))
    loads = (load_kg or 20) * np.array(LOADS_KG) if motion.pulls else np.zeros(0)
    return _series("load", "kg", loads, [still_nm(peak, motion, kg)[0] for kg in loads], load_kg)


def _over_bar(path: Path, motion: Motion, load_kg: float) -> LoadSeries:
    peak, ahead = path.at(np.array([1.0])), AHEAD_CM if load_kg else ()
    moments = [still_nm(peak, motion, load_kg, ahead_m=cm / 100)[0] for cm in ahead]
    return _series("bar", "cm", np.array(ahead), moments, 0)


def _over_tempo(path: Path, motion: Motion, load_kg: float, rep_s: float) -> LoadSeries:
    seconds = np.array(sorted({*SECONDS_A_REP, rep_s}))
    moments = [moving_nm(path, motion, load_kg, rep / 2).max() for rep in seconds]
    return _series("tempo", "s", seconds, moments, rep_s)


def _series(kind: SeriesKind, unit: str, told: FloatArray, moments: Iterable[float], now: float) -> LoadSeries:
    pairs = ((float(x), float(y)) for x, y in zip(told, moments, strict=True) if np.isfinite(y))
    return LoadSeries(kind, unit, tuple(pairs), float(now))

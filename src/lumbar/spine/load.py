"""The load of an exercise on the low back of one person: moment, multiple of standing, compression range, band."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

import numpy as np

from lumbar.body.forces import find_support, pushes_of
from lumbar.body.kinematics import place
from lumbar.body.physique import Physique, measure
from lumbar.body.pose import Pose
from lumbar.body.solve import solve_motion
from lumbar.catalogue.exercise import Exercise, ExerciseId, Position
from lumbar.spine.balance import is_held
from lumbar.spine.cut import Cut, cut_low_back

Evidence = Literal["measured", "model", "model, at least", "secondary"]
Band = Literal[1, 2, 3, 4, 5]

LEVERS_M: Final = (0.06, 0.05)  # of the back muscles; 6 cm Cholewicki et al. 1991 (WATBAK), 5 cm Guengoer's review
BAND_EDGES_N: Final = (1000.0, 2000.0, 3500.0, 5000.0)  # between the bands; ours
_UPRIGHT: Final = frozenset({Position.STANDING, Position.STANDING_AT_WALL, Position.ROMAN_CHAIR})


@dataclass(frozen=True, slots=True)
class Load:
    """What an exercise asks of the low back at its peak.

    `moment_nm` [Nm] is the size of the net moment at L5/S1. `times_standing` is what presses on L5/S1, by the evidence
    of the band, as a multiple of what does in quiet standing by the model. `compression_n` [N] is the range that one
    back muscle with a lever of 6 to 5 cm would give, for standing, hinge and cantilever exercises only. `band` is one
    of five, and `evidence` says where the band comes from: the model (`at least` where muscles that work against each
    other add to it), or a published figure, measured or told at second hand.
    """

    exercise: ExerciseId
    moment_nm: float
    times_standing: float
    compression_n: tuple[float, float] | None
    band: Band
    evidence: Evidence
    source: str


def find_load(exercise: Exercise, physique: Physique, external_kg: float = 0) -> Load | None:
    """Return the load of an exercise; nothing where its file has no key poses, or its contacts cannot hold the body.

    Args:
        exercise: The exercise.
        physique: The person's body.
        external_kg: What is held, carried or pulled at [kg].

    Raises:
        ValueError: If a load is given to an exercise that carries none, or it is below zero.
    """
    motion = exercise.motion
    if motion is None:
        return None
    if external_kg < 0 or (external_kg and not motion.pulls):
        message = "A load is not below zero, and only for exercises that carry one."
        raise ValueError(message)
    peak = solve_motion(physique, motion)[-1]
    body = peak.placed(physique)
    loads = pushes_of(body, motion.pulls, external_kg)
    support = find_support(body, motion.in_pose(peak.name), loads)
    if not is_held(support):
        return None
    cut = cut_low_back(body, (*loads, *support.contacts.values()))
    span = compression_n(cut)
    band, evidence, source = _band(exercise, span)
    upright = exercise.position in _UPRIGHT
    times = _times_standing(exercise, span, physique)
    return Load(exercise.id, cut.size_nm, times, span if upright else None, band, evidence, source)


@lru_cache(maxsize=64)
def standing_n(physique: Physique) -> float:
    """Return what presses on L5/S1 in quiet standing, by the model, in the middle of its range [N]."""
    return _middle(compression_n(standing_cut(physique)))


def standing_cut(physique: Physique) -> Cut:
    """Return the cut through L5/S1 in quiet standing, arms hanging."""
    return cut_low_back(place(physique, Pose().as_row()[np.newaxis], np.zeros((1, 3))), ())


def compression_n(cut: Cut) -> tuple[float, float]:
    """Return what presses on L5/S1 [N] if one muscle with a lever of 6 to 5 cm holds the moment, low and high.

    Turning about the spine is left out: no muscle of such a lever holds it.

    >>> from lumbar.spine.cut import Cut
    >>> compression_n(Cut(np.array([0.0, -60.0, 5.0]), np.array([0.0, 0.0, 300.0])))
    (1300.0, 1500.0)
    """
    axial = max(float(cut.force_n[2]), 0.0)
    bending = float(np.hypot(cut.moment_nm[0], cut.moment_nm[1]))
    low, high = (axial + bending / lever for lever in LEVERS_M)
    return low, high


def band_of(force_n: float) -> Band:
    """Return the band of a compression [N].

    >>> [band_of(force) for force in (600, 1500, 2000, 4000, 9000)]
    [1, 2, 3, 4, 5]
    """
    bands: tuple[Band, ...] = (1, 2, 3, 4, 5)
    return bands[sum(force_n >= edge for edge in BAND_EDGES_N)]


def _times_standing(exercise: Exercise, span: tuple[float, float], physique: Physique) -> float:
    """Return the multiple of standing: by the same evidence as the band, each over the standing of its own body."""
    published = exercise.published_load
    if published:
        return published.compression_n / standing_n(_measured())
    return _middle(span) / standing_n(physique)


@lru_cache(maxsize=1)
def _measured() -> Physique:
    """Return the body that published figures are for: the mean man of Callaghan and others 1998; for others, ours."""
    return measure(1.76, 77, "male")


def _middle(span: tuple[float, float]) -> float:
    return sum(span) / 2


def _band(exercise: Exercise, span: tuple[float, float]) -> tuple[Band, Evidence, str]:
    """Return the band: of the published figure where there is one, else of the middle of the model's range."""
    published = exercise.published_load
    if published:
        return band_of(published.compression_n), published.evidence, published.source
    return band_of(_middle(span)), "model" if exercise.position in _UPRIGHT else "model, at least", "ours"

"""How far the moment at the peak goes when what is put in is a little different: what a person's number is worth."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from lumbar.body.motion import KeyPose, Motion
from lumbar.body.path import solve_path
from lumbar.body.physique import Physique, measure
from lumbar.body.pose import Pose
from lumbar.body.tree import JOINT_PLACE
from lumbar.catalogue.exercise import Exercise
from lumbar.spine.course import is_free_above, moving_nm, still_nm
from lumbar.spine.load import LEVERS_M

TRUNK_DEG, AHEAD_M, SIZE_RATIO = 5.0, 0.05, 0.05  # small differences, as a camera, an eye or a scale makes them; ours
REPS_S: Final = (4.0, 2.0)


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is put in differently, and the moment [Nm] with less and with more of it; NaN where it tips over."""

    what: str
    less_nm: float
    more_nm: float


def doubts(exercise: Exercise, physique: Physique, external_kg: float = 0) -> tuple[Doubt, ...]:
    """Return what the moment at the peak becomes for small differences, one at a time.

    The trunk leans by 5 degrees less or more from the hips, and everything the file asks for is met again: the feet
    stay, the bar stays over them. The load hangs 5 cm nearer or further, the body as it is. Height and mass are 5 %
    less or more. A repetition takes 4 or 2 s, where only the spine carries what is above it.

    Args:
        exercise: The exercise.
        physique: The person's body.
        external_kg: What is lifted [kg].

    Raises:
        ValueError: If the exercise has no key poses.
    """
    motion = exercise.motion
    if motion is None:
        raise ValueError("An exercise without key poses has no moment to doubt.")
    return tuple(_doubts(physique, motion, external_kg))


def lever_doubt() -> tuple[float, float]:
    """Return the share of the muscle's part of the compression at the longest and the shortest lever, to the middle."""
    long, short = (1 / lever for lever in LEVERS_M)
    return 2 * long / (long + short) - 1, 2 * short / (long + short) - 1


def _doubts(physique: Physique, motion: Motion, kg: float) -> Iterator[Doubt]:
    def peak_nm(body: Physique = physique, way: Motion = motion, ahead_m: float = 0) -> float:
        return float(still_nm(solve_path(body, way, 2), way, kg, ahead_m)[-1])

    def sized(ratio: float, part: str) -> float:
        height, mass = physique.height_m, physique.mass_kg
        told = (height * ratio, mass) if part == "height" else (height, mass * ratio)
        return peak_nm(measure(*told, physique.sex))

    yield _of("trunk 5° less or more", TRUNK_DEG, lambda deg: peak_nm(way=_leaning(motion, deg)))
    if motion.pulls and kg:
        yield _of("load 5 cm nearer or further ahead", AHEAD_M, lambda ahead: peak_nm(ahead_m=ahead))
    yield _of("height 5 % less or more", SIZE_RATIO, lambda share: sized(1 + share, "height"))
    yield _of("mass 5 % less or more", SIZE_RATIO, lambda share: sized(1 + share, "mass"))
    if is_free_above(physique, motion):
        path = solve_path(physique, motion)
        slow, fast = (float(moving_nm(path, motion, kg, rep_s / 2).max()) for rep_s in REPS_S)
        yield Doubt("a repetition in 4 or 2 s", slow, fast)


def _of(what: str, size: float, moment: Callable[[float], float]) -> Doubt:
    return Doubt(what, moment(-size), moment(size))


def _leaning(motion: Motion, more_deg: float) -> Motion:
    """Return a motion whose peak leans further from the hips, the legs as they are and the arms as they hang."""
    *before, peak = motion.key_poses
    row = peak.pose.as_row()
    turned = ("pelvis_tilt", "hip_flexion_left", "hip_flexion_right", "shoulder_flexion_left", "shoulder_flexion_right")
    row[[JOINT_PLACE[name] for name in turned]] += more_deg
    return replace(motion, key_poses=(*before, KeyPose(peak.name, peak.at, Pose.from_row(row))))

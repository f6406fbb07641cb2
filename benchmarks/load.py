"""The load on the low back: exercises a second, from a file's key poses to Nm, and each step of the way by itself."""

from collections.abc import Callable, Mapping
from statistics import median
from time import perf_counter

from lumbar.app.shelf import load_catalogue
from lumbar.body.forces import find_support
from lumbar.body.physique import measure
from lumbar.body.solve import solve_motion
from lumbar.catalogue.exercise import Exercise
from lumbar.spine.levers import load_series
from lumbar.spine.load import find_load

MAN = measure(1.76, 77, "male")
RUNS = 5


def run() -> Mapping[str, float | str]:
    """Return exercises a second over the whole catalogue, and milliseconds of the slowest and the middle one."""
    exercises = [exercise for exercise in load_catalogue() if exercise.motion]
    times = {exercise.id: _best_ms(lambda exercise=exercise: find_load(exercise, MAN)) for exercise in exercises}  # type: ignore[misc]
    slowest = max(times, key=lambda name: times[name])
    return {
        "exercises": float(len(times)),
        "whole catalogue [exercises/s]": 1000 * len(times) / sum(times.values()),
        "one exercise, median [ms]": median(times.values()),
        f"slowest, {slowest} [ms]": times[slowest],
        "poses put down, median [ms]": median(_best_ms(lambda e=e: _stances(e)) for e in exercises),  # type: ignore[misc]
        "contacts of a peak, median [ms]": median(_support_ms(e) for e in exercises),
        "all series of a deadlift [ms]": _best_ms(
            lambda: load_series(load_catalogue().exercise("romanian-deadlift"), MAN, 40)
        ),
    }


def _stances(exercise: Exercise) -> object:
    return solve_motion(MAN, exercise.motion) if exercise.motion else ()


def _support_ms(exercise: Exercise) -> float:
    if exercise.motion is None:
        return 0
    motion, peak = exercise.motion, solve_motion(MAN, exercise.motion)[-1]
    here = peak.placed(MAN)
    return _best_ms(lambda: find_support(here, motion.in_pose(peak.name), ()))


def _best_ms(work: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        begun = perf_counter()
        work()
        times.append((perf_counter() - begun) * 1000)
    return min(times)

"""The moments of the reference bodies: what the build solved, and what has to be solved here.

Solving every exercise takes a good second, which a command does not have. So the build keeps the moments, each under a
key of all it follows from: the exercise's motion, the body, and the code that solves. Where the key is not there,
because a file is newer than the build or its own, the moment is solved when it is asked for.
"""

import json
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from itertools import islice
from pathlib import Path
from typing import Final

from lumbar.app.content_key import code_key, content_key
from lumbar.app.figures import MADE
from lumbar.app.whole_file import write_whole
from lumbar.catalogue.exercise import Exercise
from lumbar.journal.profile import Sex
from lumbar.training.low_back import Moment

REFERENCES: Final[Mapping[Sex, tuple[float, float]]] = {"female": (1.65, 62.0), "male": (1.76, 77.0)}
"""Height [m] and mass [kg] of the bodies that are solved, and that stand in for what a profile does not tell: ours."""

SAMPLES_KG: Final = (0.0, 20.0, 10.0, 5.0, 40.0)
"""Loads [kg]; what a kilogram adds is taken between the first two at which the body is in balance: ours."""

KEPT: Final = MADE / "moments.json"
SOLVERS: Final = ("lumbar.body", "lumbar.spine")
REMEMBERED: Final = 1024


def moment_of(exercise: Exercise, sex: Sex) -> Moment | None:
    """Return the moment of an exercise for the reference body of `sex`; None where statics cannot say."""
    return _moment(Same(exercise), sex)


def keep(exercises: Iterable[Exercise], path: Path = KEPT) -> None:
    """Solve the moments of `exercises` for every reference body, and keep them in the file `path`."""
    told = {moment_key(exercise, sex): _solve(exercise, sex) for exercise in exercises for sex in REFERENCES}
    write_whole(path, json.dumps(told, indent=0).encode())


def moment_key(exercise: Exercise, sex: Sex) -> str:
    """Return what a moment follows from, as one short word."""
    others = (sex, str(REFERENCES[sex]), str(SAMPLES_KG), code_key(*SOLVERS))
    return content_key(exercise, ("motion", "load", "position"), *others)


class Same:
    """An exercise as a key: the same only as itself, since another catalogue may have another file of its name."""

    __slots__ = ("exercise",)

    def __init__(self, exercise: Exercise) -> None:
        """Hold `exercise`."""
        self.exercise = exercise

    def __eq__(self, other: object) -> bool:
        """Return whether both hold one and the same exercise."""
        return isinstance(other, Same) and other.exercise is self.exercise

    def __hash__(self) -> int:
        """Return a number that follows from the exercise's id."""
        return hash(self.exercise.id)


@lru_cache(maxsize=REMEMBERED)
def _moment(same: Same, sex: Sex) -> Moment | None:
    exercise = same.exercise
    if exercise.motion is None:
        return None
    key, kept = moment_key(exercise, sex), _kept()
    if key not in kept:
        return _solve(exercise, sex)
    told = kept[key]
    return None if told is None else Moment(*told)


@cache
def _kept() -> Mapping[str, tuple[float, float] | None]:
    """Return what the build kept; nothing where it kept nothing that can be read."""
    try:
        found: Mapping[str, tuple[float, float] | None] = json.loads(KEPT.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found


def _solve(exercise: Exercise, sex: Sex) -> Moment | None:
    """Return the line through the moments at the first two loads at which the reference body is in balance."""
    from lumbar.body.physique import measure
    from lumbar.spine.load import find_load

    motion = exercise.motion
    if motion is None:
        return None
    physique = measure(*REFERENCES[sex], sex)
    samples = SAMPLES_KG if exercise.load is not None and motion.pulls else SAMPLES_KG[:1]
    solved = ((kg, find_load(exercise, physique, kg)) for kg in samples)
    held = list(islice(((kg, load.moment_nm) for kg, load in solved if load is not None), 2))
    if not held:
        return None
    (kg, moment_nm), (more_kg, more_nm) = held[0], held[-1]
    per_kg_nm = (more_nm - moment_nm) / (more_kg - kg) if more_kg > kg else 0.0
    return Moment(moment_nm - per_kg_nm * kg, per_kg_nm)

"""The low back of one person: what each exercise asks of it, worked out once and scaled to the person's body.

Lengths of the body grow with height and weights with mass, so that a pose turns the low back with a moment that grows
with both, and what is carried with height alone. Hence each exercise is solved for one body of each sex, once in a
process, and every person's moments follow from that.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType
from typing import Final

from lumbar.catalogue.catalogue import Catalogue
from lumbar.catalogue.exercise import Exercise, ExerciseId
from lumbar.journal.profile import Profile, Sex
from lumbar.training.low_back import LowBackLoads, Moment

REFERENCES: Final[Mapping[Sex, tuple[float, float]]] = {"female": (1.65, 62.0), "male": (1.76, 77.0)}
"""Height [m] and mass [kg] of the bodies that are solved, and that stand in for what a profile does not tell: ours."""

REFERENCE_SEX: Final[Sex] = "male"  # ours: where it is not told, the body that a load moves more
SAMPLES_KG: Final = (0.0, 20.0, 10.0, 5.0, 40.0)
"""Loads [kg]; what a kilogram adds is taken between the first two at which the body is in balance: ours."""

MOMENT_DECIMALS: Final = 2  # finer than any body is known; rounded, a plan is the same on every machine


@dataclass(frozen=True, slots=True)
class Stature:
    """A body as far as the low back's load needs it; `told` is false where any of it stands in for the profile's."""

    height_m: float
    mass_kg: float
    sex: Sex
    told: bool


def stature_of(profile: Profile | None) -> Stature:
    """Return the body of a profile, a reference where it does not say."""
    if profile is None:
        return Stature(*REFERENCES[REFERENCE_SEX], REFERENCE_SEX, told=False)
    sex = profile.sex or REFERENCE_SEX
    height_m, mass_kg = REFERENCES[sex]
    told = None not in {profile.height_m, profile.mass_kg, profile.sex}
    return Stature(profile.height_m or height_m, profile.mass_kg or mass_kg, sex, told)


def loads_for(profile: Profile | None, catalogue: Catalogue) -> LowBackLoads:
    """Return the moments of a person by exercise; exercises without key poses are not in it."""
    stature = stature_of(profile)
    height_m, mass_kg = REFERENCES[stature.sex]
    taller = stature.height_m / height_m
    heavier = taller * stature.mass_kg / mass_kg
    solved = ((exercise.id, _moment(exercise, stature.sex)) for exercise in catalogue)
    return MappingProxyType(
        {
            name: Moment(round(one.base_nm * heavier, MOMENT_DECIMALS), round(one.per_kg_nm * taller, MOMENT_DECIMALS))
            for name, one in solved
            if one is not None
        }
    )


_MOMENTS: Final[dict[tuple[ExerciseId, Sex], tuple[Exercise, Moment | None]]] = {}
"""What was solved in this process, beside the exercise it was solved for: another catalogue may change a file."""


def _moment(exercise: Exercise, sex: Sex) -> Moment | None:
    """Return the moment of an exercise for the reference body of `sex`; None where its file has no key poses."""
    known = _MOMENTS.get((exercise.id, sex))
    if known is not None and known[0] is exercise:
        return known[1]
    moment = _solve(exercise, sex)
    _MOMENTS[exercise.id, sex] = exercise, moment
    return moment


def _solve(exercise: Exercise, sex: Sex) -> Moment | None:
    """Return the line through the moments at the two lowest loads at which the exercise is in balance."""
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

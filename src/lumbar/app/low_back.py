"""The low back of one person: what each exercise asks of it, for the planner and for the eye.

Lengths of the body grow with height and weights with mass, so that a pose turns the low back with a moment that grows
with both, and what is carried with height alone. Hence the planner's moments are solved for one body of each sex, and
every person's follow from them. What a page shows is solved for the person's own body and load, in some hundredths of a
second, and kept for as long as the process lives.
"""

from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from lumbar.app.moments import REFERENCES, Same, moment_of
from lumbar.catalogue.catalogue import Catalogue
from lumbar.catalogue.exercise import Exercise
from lumbar.journal.profile import Profile, Sex
from lumbar.training.low_back import LowBackLoads, Moment

if TYPE_CHECKING:
    from lumbar.spine.levers import LoadSeries
    from lumbar.spine.load import Load

REFERENCE_SEX: Final[Sex] = "male"  # ours: where it is not told, the body that a load moves more
MOMENT_DECIMALS: Final = 2  # finer than any body is known; rounded, a plan is the same on every machine
KEPT: Final = 1024  # every exercise for some dozens of bodies and loads


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
    """Return the moments of a person by exercise; those that statics cannot tell are not in it."""
    stature = stature_of(profile)
    height_m, mass_kg = REFERENCES[stature.sex]
    taller = stature.height_m / height_m
    heavier = taller * stature.mass_kg / mass_kg
    solved = ((exercise.id, moment_of(exercise, stature.sex)) for exercise in catalogue)
    return MappingProxyType(
        {
            name: Moment(round(one.base_nm * heavier, MOMENT_DECIMALS), round(one.per_kg_nm * taller, MOMENT_DECIMALS))
            for name, one in solved
            if one is not None
        }
    )


def warm(catalogue: Catalogue) -> None:
    """Solve what every plan needs, so that no one waits for it."""
    for sex in REFERENCES:
        for exercise in catalogue:
            moment_of(exercise, sex)


def load_of(exercise: Exercise, stature: Stature, kg: float | None = None) -> "Load | None":
    """Return what an exercise asks of this body's low back at its peak with `kg` [kg]; None where statics cannot say.

    A load that the key poses do not carry is left out.
    """
    carries = exercise.motion is not None and bool(exercise.motion.pulls)
    return _load(Same(exercise), stature, (kg or 0.0) if carries else 0.0)


def series_of(exercise: Exercise, stature: Stature, kg: float | None = None) -> "tuple[LoadSeries, ...]":
    """Return what depth, load, bar path and tempo change for this body with `kg` [kg]; empty where nothing is known."""
    carries = exercise.motion is not None and bool(exercise.motion.pulls)
    return _series(Same(exercise), stature, (kg or 0.0) if carries else 0.0)


@lru_cache(maxsize=KEPT)
def _load(same: Same, stature: Stature, kg: float) -> "Load | None":
    from lumbar.body.physique import measure
    from lumbar.spine.load import find_load

    return find_load(same.exercise, measure(stature.height_m, stature.mass_kg, stature.sex), kg)


@lru_cache(maxsize=KEPT)
def _series(same: Same, stature: Stature, kg: float) -> "tuple[LoadSeries, ...]":
    from lumbar.body.physique import measure
    from lumbar.spine.levers import load_series

    return load_series(same.exercise, measure(stature.height_m, stature.mass_kg, stature.sex), kg)

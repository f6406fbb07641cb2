"""A profile and a screening in their tables."""

from collections.abc import Mapping
from typing import Any, Final

from lumbar.catalogue.exercise import Equipment
from lumbar.journal.event import ProfileSaved, Screened
from lumbar.journal.profile import Lifts, Profile, RepSet, Screening, Weights
from lumbar.site.models import ProfileSavedRow, ScreenedRow
from lumbar.site.rows.codec import Base, Codec, Values

_OWN: Final = (
    "experience",
    "age",
    "days_per_week",
    "minutes",
    "sessions_per_day",
    "height_m",
    "mass_kg",
    "sex",
    "usual_pain",
)
_WEIGHTS: Final = ("bar_kg", "plates_kg", "dumbbells_kg", "step_kg")
_LIFTS: Final = ("clean_kg", "deadlift_kg")
_SETS: Final = ("clean_set_kg", "clean_set_reps", "deadlift_set_kg", "deadlift_set_reps")
_COLUMNS: Final = ("equipment", *_OWN, *_WEIGHTS, "has_lifts", *_LIFTS, *_SETS, "main_days")


def _write_profile(saved: ProfileSaved) -> Mapping[str, object]:
    profile, weights, lifts = saved.profile, saved.profile.weights, saved.profile.lifts
    told = lifts or Lifts()
    return {
        "equipment": sorted(profile.equipment),
        **{name: getattr(profile, name) for name in _OWN},
        "bar_kg": weights.bar_kg,
        "plates_kg": list(weights.plates_kg),
        "dumbbells_kg": list(weights.dumbbells_kg),
        "step_kg": weights.step_kg,
        "has_lifts": lifts is not None,
        "clean_kg": told.clean_kg,
        "deadlift_kg": told.deadlift_kg,
        "clean_set_kg": told.clean_set.kg if told.clean_set else None,
        "clean_set_reps": told.clean_set.reps if told.clean_set else None,
        "deadlift_set_kg": told.deadlift_set.kg if told.deadlift_set else None,
        "deadlift_set_reps": told.deadlift_set.reps if told.deadlift_set else None,
        "main_days": list(told.main_days),
    }


def _read_profile(base: Base, values: Values) -> ProfileSaved:
    row: dict[str, Any] = dict(zip(_COLUMNS, values, strict=True))
    profile = Profile(
        **{name: row[name] for name in _OWN},
        equipment=frozenset(Equipment(thing) for thing in row["equipment"]),
        weights=Weights(
            bar_kg=row["bar_kg"],
            plates_kg=tuple(row["plates_kg"]),
            dumbbells_kg=tuple(row["dumbbells_kg"]),
            step_kg=row["step_kg"],
        ),
        lifts=_lifts(row) if row["has_lifts"] else None,
    )
    return ProfileSaved(**base, profile=profile)


def _lifts(row: Mapping[str, Any]) -> Lifts:
    return Lifts(
        clean_kg=row["clean_kg"],
        deadlift_kg=row["deadlift_kg"],
        clean_set=_rep_set(row["clean_set_kg"], row["clean_set_reps"]),
        deadlift_set=_rep_set(row["deadlift_set_kg"], row["deadlift_set_reps"]),
        main_days=tuple(row["main_days"]),
    )


def _rep_set(kg: float | None, reps: int | None) -> RepSet | None:
    return None if kg is None or reps is None else RepSet(kg, reps)


def _write_screening(screened: Screened) -> Mapping[str, object]:
    return {"flags": sorted(screened.screening.flags), "cleared_on": screened.screening.cleared_on}


def _read_screening(base: Base, values: Values) -> Screened:
    flags, cleared_on = values
    return Screened(**base, screening=Screening(frozenset(flags), cleared_on))


PROFILE_SAVED: Final = Codec(ProfileSavedRow, _COLUMNS, _write_profile, _read_profile)
SCREENED: Final = Codec(ScreenedRow, ("flags", "cleared_on"), _write_screening, _read_screening)

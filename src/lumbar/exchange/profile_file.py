"""The profile file: TOML that a person writes, and the same keys as plain data.

Its keys are those of `ProfileFile`; only `experience` and `age` must be there. Every fault is told at once, each
with its key, what was found, and what would have worked.
"""

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from datetime import date
from types import MappingProxyType
from typing import Final, cast

from lumbar.catalogue.exercise import Equipment, FlagId
from lumbar.catalogue.flags import FLAG_IDS
from lumbar.catalogue.near import hint
from lumbar.errors import ProfileError
from lumbar.exchange.from_plain import Reader
from lumbar.exchange.limits import FIELD_LIMITS, Limits
from lumbar.exchange.slips import PROFILE_SLIPS
from lumbar.exchange.to_plain import Plain, to_plain
from lumbar.journal.profile import Experience, Lifts, Person, Profile, Screening, Sex, Weights

IGNORED: Final = ("units",)  # how a person likes to read numbers; the file itself is in kilograms and metres


@dataclass(frozen=True, slots=True)
class OwnedWeights:
    """The weights listed in the file [kg]."""

    bar_kg: float | None = None
    plates_kg: tuple[float, ...] = ()
    dumbbells_kg: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class ProfileFile:
    """The keys of a profile file. What is not there is None and takes the default of the profile."""

    experience: Experience
    age: int
    days_per_week: int | None = None
    minutes: int | None = None
    sessions_per_day: int | None = None
    equipment: frozenset[Equipment] | None = None
    height_m: float | None = None
    mass_kg: float | None = None
    sex: Sex | None = None
    smallest_step_kg: float | None = None
    usual_pain: int | None = None
    flags: frozenset[FlagId] | None = None
    cleared_on: date | None = None
    weights: OwnedWeights | None = None
    lifts: Lifts | None = None


OF_PROFILE: Final = frozenset(f.name for f in fields(Profile)) - {"weights"}
LIMITS: Final[Mapping[tuple[type, str], Limits]] = MappingProxyType(
    {
        **FIELD_LIMITS,
        **{(ProfileFile, name): limits for (cls, name), limits in FIELD_LIMITS.items() if cls is Profile},
        **{(OwnedWeights, name): limits for (cls, name), limits in FIELD_LIMITS.items() if cls is Weights},
        (ProfileFile, "smallest_step_kg"): FIELD_LIMITS[Weights, "step_kg"],
    }
)


def parse_profile(text: str, known_flags: Collection[str] = FLAG_IDS) -> Person:
    """Return the person that a profile file describes.

    Args:
        text: The file, TOML.
        known_flags: The ids of the screening's questions.

    Raises:
        ProfileError: If anything is wrong; it holds every fault.
    """
    try:
        data = tomllib.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:  # TOMLDecodeError is a ValueError, and so is an endless number
        raise ProfileError([f"This is not TOML: {_one_line(error)}."]) from None
    return profile_from_dict(data, known_flags)


def profile_from_dict(data: object, known_flags: Collection[str] = FLAG_IDS) -> Person:
    """Return the person that plain data with the keys of the profile file describes.

    Raises:
        ProfileError: If anything is wrong; it holds every fault.
    """
    reader = Reader(checks={Lifts: _lifts_fault}, slips=PROFILE_SLIPS, limits=LIMITS)
    known = {k: v for k, v in data.items() if k not in IGNORED} if isinstance(data, Mapping) else data
    read = reader.record(ProfileFile, known, "")
    flags = data.get("flags") if isinstance(data, Mapping) else None
    for number, flag in enumerate(flags if isinstance(flags, list) else ()):
        if isinstance(flag, str) and flag not in known_flags:
            reader.refuse(
                f"flags[{number}]", f"“{flag[:40]}” is not a question of the screening. {hint(flag, known_flags)}"
            )
    if reader.faults:
        raise ProfileError(dict.fromkeys(reader.faults))
    return _person(cast("ProfileFile", read))


def profile_to_dict(person: Person) -> dict[str, Plain]:
    """Return a person as plain data with the keys of the profile file; what is not known is left out."""
    profile, weights = person.profile, person.profile.weights
    written = ProfileFile(
        **{name: getattr(profile, name) for name in OF_PROFILE},
        smallest_step_kg=weights.step_kg,
        flags=person.screening.flags,
        cleared_on=person.screening.cleared_on,
        weights=OwnedWeights(weights.bar_kg, weights.plates_kg, weights.dumbbells_kg),
    )
    return cast("dict[str, Plain]", _known(to_plain(written)))


def _person(file: ProfileFile) -> Person:
    given = {name: value for name in OF_PROFILE if (value := getattr(file, name)) is not None}
    owned = file.weights or OwnedWeights()
    step = {} if file.smallest_step_kg is None else {"step_kg": file.smallest_step_kg}
    weights = Weights(owned.bar_kg, owned.plates_kg, owned.dumbbells_kg, **step)
    return Person(Profile(**given, weights=weights), Screening(file.flags or frozenset(), file.cleared_on))


def _known(plain: Plain) -> Plain:
    """Return plain data without the keys that hold nothing; TOML has no word for nothing."""
    if not isinstance(plain, dict):
        return plain
    return {key: _known(value) for key, value in plain.items() if value is not None}


def _lifts_fault(lifts: Lifts) -> str:
    twice = [
        f"give {name}_kg or {name}_set, not both"
        for name in ("clean", "deadlift")
        if getattr(lifts, f"{name}_kg") is not None and getattr(lifts, f"{name}_set") is not None
    ]
    return "; ".join(twice)


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split()) or "it is nested too deeply"

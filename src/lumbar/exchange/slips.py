"""Likely slips: what a refused value of a profile may have been meant as.

Each function gets what was written and returns a hint, or "" where nothing comes to mind.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from lumbar.units import kg_from, m_from

CENTIMETRES: Final = (100, 260)
INCHES: Final = (48, 99)
GRAMS: Final = (20_000, 400_000)
BIRTH_YEARS: Final = (1900, 2100)
SECONDS: Final = (600, 1800)


def _within(value: object, ends: tuple[int, int]) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if ends[0] <= value <= ends[1] else None


def height_slip(value: object) -> str:
    """Guess at a height given in centimetres or inches."""
    if (cm := _within(value, CENTIMETRES)) is not None:
        return f"that looks like centimetres: {m_from(cm, 'cm'):.2f}"
    if (inches := _within(value, INCHES)) is not None:
        return f"that looks like inches: {m_from(inches, 'in'):.2f}"
    return "in metres, such as 1.70"


def mass_slip(value: object) -> str:
    """Guess at a mass given in grams; pounds cannot be told from kilograms, so say the unit."""
    if (grams := _within(value, GRAMS)) is not None:
        return f"that looks like grams: {grams / 1000:g}"
    return pound_slip(value)


def pound_slip(_: object) -> str:
    """Say the unit and how pounds are turned into it."""
    return f"in kilograms; 100 lb are {kg_from(100, 'lb'):.1f} kg"


def age_slip(value: object) -> str:
    """Guess at a year of birth."""
    return "that looks like a year of birth; say the age in years" if _within(value, BIRTH_YEARS) is not None else ""


def minutes_slip(value: object) -> str:
    """Guess at seconds, or say what the minutes are of."""
    if (seconds := _within(value, SECONDS)) is not None:
        return f"that looks like seconds: {seconds / 60:g}"
    return "minutes of one session; more of them a day are sessions_per_day"


def list_slip(value: object) -> str:
    """Say how a single name becomes a list."""
    return f'write ["{value[:40]}"]' if isinstance(value, str) else ""


PROFILE_SLIPS: Final[Mapping[str, Callable[[object], str]]] = MappingProxyType(
    {
        "height_m": height_slip,
        "mass_kg": mass_slip,
        "age": age_slip,
        "minutes": minutes_slip,
        "equipment": list_slip,
        "flags": list_slip,
        "clean_kg": pound_slip,
        "deadlift_kg": pound_slip,
        "kg": pound_slip,
        "main_days": list_slip,
    }
)
"""By key of the profile file."""

"""Single values that come in: numbers, text, days, times, ids. Each function returns the value, or what is wrong."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final
from uuid import UUID

from lumbar.catalogue.near import hint
from lumbar.exchange.limits import FIRST_DAY, LAST_DAY, Limits

LONGEST_TEXT: Final = 1000
LONGEST_ID: Final = 60  # as long as the tables have room for
LONGEST_SHOWN: Final = 40
LARGEST_SHOWN: Final = 1e15
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)", re.ASCII)
_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Wrong:
    """Say why a value cannot be taken, and what would have been."""

    what: str


def read_truth(data: object) -> bool | Wrong:
    """Return true or false."""
    return data if isinstance(data, bool) else Wrong(f"{shown(data)} is not true or false")


def read_whole(data: object, limits: Limits) -> int | Wrong:
    """Return a whole number within `limits`."""
    if isinstance(data, bool) or not isinstance(data, int):
        return Wrong(f"{shown(data)} is not a whole number")
    return data if limits.hold(data) else _out_of(limits, data)


def read_number(data: object, limits: Limits) -> float | Wrong:
    """Return a number within `limits`; neither infinite nor NaN."""
    if isinstance(data, bool) or not isinstance(data, int | float):
        return Wrong(f"{shown(data)} is not a number")
    return float(data) if limits.hold(data) else _out_of(limits, data)


def read_text(data: object) -> str | Wrong:
    """Return text that a database and a file can store."""
    if not isinstance(data, str):
        return Wrong(f"{shown(data)} is not text")
    if len(data) > LONGEST_TEXT:
        return Wrong(f"is longer than {LONGEST_TEXT} characters")
    whole = not any("\ud800" <= letter <= "\udfff" or letter == "\0" for letter in data)
    return data if whole else Wrong("holds a character that no file can store")


def read_name(data: object) -> str | Wrong:
    """Return the id of an exercise, a flag or a source: kebab case."""
    if isinstance(data, str) and len(data) <= LONGEST_ID and _ID.fullmatch(data):
        return data
    return Wrong(f"{shown(data)} is not an id such as bird-dog (small letters, digits, hyphens)")


def read_uuid(data: object) -> UUID | Wrong:
    """Return a UUID written with its hyphens."""
    if isinstance(data, str) and _UUID.fullmatch(data):
        return UUID(data)
    return Wrong(f"{shown(data)} is not an id such as 123e4567-e89b-42d3-a456-426614174000")


def read_day(data: object) -> date | Wrong:
    """Return a day, from ISO text or from the date that TOML gives."""
    day = data if isinstance(data, date) and not isinstance(data, datetime) else _parsed(date.fromisoformat, _DAY, data)
    if not isinstance(day, date):
        return Wrong(f"{shown(data)} is not a day such as 2026-01-05")
    return day if FIRST_DAY <= day <= LAST_DAY else Wrong(f"{day} is not between {FIRST_DAY} and {LAST_DAY}")


def read_time(data: object) -> datetime | Wrong:
    """Return an aware time in UTC."""
    at = _parsed(datetime.fromisoformat, _TIME, data)
    if not isinstance(at, datetime):
        return Wrong(f"{shown(data)} is not a time in UTC such as 2026-01-05T18:30:00Z")
    if not FIRST_DAY <= at.date() <= LAST_DAY:
        return Wrong(f"{at.date()} is not between {FIRST_DAY} and {LAST_DAY}")
    return at.astimezone(UTC)


def read_choice(data: object, choices: Iterable[object]) -> object:
    """Return the one of `choices` that `data` is; text matches text and numbers match numbers."""
    kept = tuple(choices)
    for choice in kept:
        if isinstance(data, bool) is isinstance(choice, bool) and data == choice:
            return choice
    names = [str(choice) for choice in kept]
    near = hint(data.lower(), names) if isinstance(data, str) else ""
    meant = f". {near}" if near.startswith("Did") else ""
    return Wrong(f"{shown(data)} is not one of {', '.join(names)}{meant}")


def shown_name(name: object) -> str:
    """Return a key cut to a length that can be read."""
    return "".join(letter if letter.isprintable() else "?" for letter in str(name)[:LONGEST_SHOWN])


def shown(data: object) -> str:
    """Return what was given, as one short piece of text."""
    if data is None:
        return "nothing"
    if isinstance(data, str):
        return f"“{shown_name(data)}”"
    if isinstance(data, bool):
        return str(data).lower()
    if isinstance(data, int | float):
        return _shown_number(data)
    return "a list" if isinstance(data, list) else "a group" if isinstance(data, Mapping) else shown_name(data)


def _shown_number(number: float) -> str:
    return f"{number:.10g}" if abs(number) < LARGEST_SHOWN else "that number"  # NaN is not smaller either


def _out_of(limits: Limits, number: float) -> Wrong:
    return Wrong(f"{_shown_number(number)} is not between {limits.low:g} and {limits.high:g}")


def _parsed(parse: Callable[[str], date], form: re.Pattern[str], data: object) -> date | None:
    if not isinstance(data, str) or not form.fullmatch(data):
        return None
    try:
        return parse(data)
    except ValueError:  # 2026-02-30 has the form of a day and is none
        return None

"""Values to plain data: dicts, lists, text, numbers and None, ready for JSON.

Keys are the fields' own names in their own order; sets come sorted, so that equal values give equal text.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cache
from typing import cast
from uuid import UUID

Plain = dict[str, "Plain"] | list["Plain"] | str | int | float | bool | None


@cache
def _names(cls: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(cls))


def utc_text(at: datetime) -> str:
    """Return an aware time as ISO 8601 in UTC, ending in Z."""
    return at.astimezone(UTC).isoformat().removesuffix("+00:00") + "Z"


def to_plain(value: object) -> Plain:
    """Return `value`, a frozen dataclass of the journal or anything in one, as plain data.

    Raises:
        TypeError: If it holds something that no archive knows, which is a bug.
    """
    for kind, write in _WRITERS:
        if isinstance(value, kind):
            return write(value)
    if hasattr(value, "__dataclass_fields__"):
        return {name: to_plain(getattr(value, name)) for name in _names(cast("type", type(value)))}
    message = f"no plain form for {type(value).__name__}"
    raise TypeError(message)


def _list(value: tuple[object, ...]) -> Plain:
    return [to_plain(item) for item in value]


def _set(value: frozenset[object]) -> Plain:
    return [to_plain(item) for item in sorted(value, key=str)]


def _mapping(value: Mapping[str, object]) -> Plain:
    return {str(key): to_plain(item) for key, item in value.items()}


# The first that fits writes: a datetime is a date and an enum is a str, so the narrower stands first.
_WRITERS: tuple[tuple[type | tuple[type, ...], Callable[..., Plain]], ...] = (
    (StrEnum, lambda value: str(value.value)),
    ((str, bool, int, float, type(None)), lambda value: value),
    (tuple, _list),
    (datetime, utc_text),
    (date, date.isoformat),
    (UUID, str),
    (frozenset, _set),
    (Mapping, _mapping),
)

"""Plain data to values: one reader for every frozen dataclass of the journal, which finds every fault.

The reader walks the type hints. What does not fit is noted with its place (`plan.items[2].reps`) and what would
have worked, and reading goes on; only a value without a fault is ever made.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Final, Literal, NewType, Union, cast, get_args, get_origin, get_type_hints
from uuid import UUID

from lumbar.catalogue.exercise import ExerciseId, FlagId, SourceId
from lumbar.catalogue.near import hint
from lumbar.exchange.limits import ANY, FIELD_LIMITS, Limits
from lumbar.exchange.scalars import (
    Wrong,
    read_choice,
    read_day,
    read_name,
    read_number,
    read_text,
    read_time,
    read_truth,
    read_uuid,
    read_whole,
    shown,
    shown_name,
)

Field = tuple[type, str]
Slip = Callable[[object], str]
Check = Callable[..., str]


class Unreadable:
    """Stand for a value that could not be read; its fault has been noted."""


UNREADABLE: Final = Unreadable()
NO_ALIASES: Final[Mapping[str, str]] = MappingProxyType({})
SCALARS: Final[dict[object, Callable[[object], object]]] = {
    bool: read_truth,
    str: read_text,
    date: read_day,
    datetime: read_time,
    UUID: read_uuid,
    ExerciseId: read_name,
    FlagId: read_name,
    SourceId: read_name,
}


@cache
def _shape(cls: type) -> tuple[tuple[str, object, bool], ...]:
    """Return each field of a dataclass: its name, its type, and whether it must be given."""
    hints = get_type_hints(cls)
    return tuple((f.name, hints[f.name], f.default is MISSING and f.default_factory is MISSING) for f in fields(cls))


class Reader:
    """Read values and collect `faults`.

    Args:
        checks: By class, what is wrong with a whole value whose fields are right ("" where nothing is).
        slips: By key, what to add when its value is refused (a likely slip of units).
        limits: By class and field, the range of a number.
    """

    def __init__(
        self,
        checks: Mapping[type, Check] = MappingProxyType({}),
        slips: Mapping[str, Slip] = MappingProxyType({}),
        limits: Mapping[Field, Limits] = FIELD_LIMITS,
    ) -> None:
        """Begin without faults."""
        self.faults: list[str] = []
        self._slips = slips
        self._limits = limits
        self._checks = checks

    def refuse(self, place: str, what: str) -> Unreadable:
        """Note that what stands at `place` cannot be taken, and why."""
        self.faults.append(f"{place}: {what}" if place else what)
        return UNREADABLE

    def unknown_keys(self, data: Mapping[str, object], known: list[str], place: str) -> None:
        """Note every key of `data` that is not `known`, with the nearest that is."""
        for key in data:
            if key not in known:
                self.refuse(_under(place, shown_name(key)), f"unknown key. {hint(str(key), known)}")

    def record(self, cls: type, data: object, place: str, aliases: Mapping[str, str] = NO_ALIASES) -> object:
        """Return a `cls` from a plain dict whose keys are its fields, or their `aliases`."""
        if not isinstance(data, Mapping):
            return self.refuse(place, f"{shown(data)} is not a group of named values")
        shape = [(name, aliases.get(name, name), expected, needed) for name, expected, needed in _shape(cls)]
        self.unknown_keys(data, [key for _, key, _, _ in shape], place)
        read = {
            name: self._field((cls, name), expected, data, key, place)
            for name, key, expected, needed in shape
            if needed or key in data
        }
        if any(value is UNREADABLE for value in read.values()):
            return UNREADABLE
        made = cls(**read)
        wrong = self._checks[cls](made) if cls in self._checks else ""
        return self.refuse(place, wrong) if wrong else made

    def value(self, expected: object, data: object, place: str, limits: Limits = ANY) -> object:
        """Return the value of type `expected` that `data` stands for; numbers lie within `limits`."""
        origin, args = get_origin(expected), get_args(expected)
        if origin in (Union, UnionType):
            return self._either(args, data, place, limits)
        if origin in (tuple, frozenset):
            return self._many(origin, args[0], data, place, limits)
        if isinstance(origin, type) and issubclass(origin, Mapping):
            return self._mapping(args[1], data, place)
        scalar = _scalar(expected, data, limits)
        if isinstance(scalar, Wrong):
            return self.refuse(place, scalar.what)
        return self.record(cast("type", expected), data, place) if scalar is None else scalar

    def _field(self, field: Field, expected: object, data: Mapping[str, object], key: str, place: str) -> object:
        place = _under(place, key)
        if key not in data:
            return self.refuse(place, "is missing")
        before = len(self.faults)
        value = self.value(expected, data[key], place, self._limits.get(field, ANY))
        slip = self._slips.get(key)
        if slip and len(self.faults) > before and (more := slip(data[key])):
            self.faults[-1] += f"; {more}"
        return value

    def _either(self, options: tuple[object, ...], data: object, place: str, limits: Limits) -> object:
        if data is None and NoneType in options:
            return None
        rest = [option for option in options if option is not NoneType]
        fitting = rest if len(rest) == 1 else [option for option in rest if type(data) is option]
        if not fitting:
            return self.refuse(place, f"{shown(data)} is neither text nor a number")
        return self.value(fitting[0], data, place, limits)

    def _many(self, kind: type, expected: object, data: object, place: str, limits: Limits) -> object:
        if not isinstance(data, list):
            return self.refuse(place, f"{shown(data)} is not a list")
        read = [self.value(expected, item, f"{place}[{i}]", limits) for i, item in enumerate(data)]
        return UNREADABLE if any(item is UNREADABLE for item in read) else kind(read)

    def _mapping(self, expected: object, data: object, place: str) -> object:
        if not isinstance(data, Mapping):
            return self.refuse(place, f"{shown(data)} is not a group of named values")
        read = {str(key): self.value(expected, item, _under(place, shown_name(key))) for key, item in data.items()}
        return UNREADABLE if any(item is UNREADABLE for item in read.values()) else MappingProxyType(read)


def _scalar(expected: object, data: object, limits: Limits) -> object:
    """Return the single value that `data` stands for, what is wrong with it, or None for a type of many fields."""
    if get_origin(expected) is Literal:
        return read_choice(data, get_args(expected))
    if isinstance(expected, type) and issubclass(expected, StrEnum):
        return read_choice(data, expected)
    if expected in (int, float):
        return read_whole(data, limits) if expected is int else read_number(data, limits)
    if isinstance(expected, NewType) and expected not in SCALARS:
        expected = expected.__supertype__
    return SCALARS[expected](data) if expected in SCALARS else None


def _under(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name

"""The kinds of value a catalogue file may hold, and how a person calls them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Generic, TypeGuard, TypeVar

LARGEST: Final = 1_000_000  # beyond every second, repetition and kilogram; keeps odd numbers out of arithmetic

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Kind(Generic[T_co]):
    """A kind of value: what a person calls it, how it is recognised, and what stands in for it."""

    name: str
    fits: Callable[[object], TypeGuard[T_co]]
    stand_in: T_co


def is_text(value: object) -> TypeGuard[str]:
    """Return whether `value` is text."""
    return isinstance(value, str)


def _is_whole(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) <= LARGEST


def _is_number(value: object) -> TypeGuard[float]:
    return _is_whole(value) or (isinstance(value, float) and abs(value) <= LARGEST)  # inf and nan are not


def _is_flag(value: object) -> TypeGuard[bool]:
    return isinstance(value, bool)


def _is_list(value: object) -> TypeGuard[list[object]]:
    return isinstance(value, list)


def _is_pair(value: object) -> TypeGuard[list[float]]:
    match value:
        case [low, high]:
            return _is_number(low) and _is_number(high)
        case _:
            return False


def _is_direction(value: object) -> TypeGuard[list[float]]:
    match value:
        case [x, y, z]:
            return _is_number(x) and _is_number(y) and _is_number(z) and any((x, y, z))
        case _:
            return False


def _is_table(value: object) -> TypeGuard[dict[str, object]]:
    return isinstance(value, dict)


TEXT: Final = Kind("text", is_text, "")
WHOLE: Final = Kind("a whole number", _is_whole, 0)
NUMBER: Final[Kind[float]] = Kind("a number", _is_number, 0.0)
FLAG: Final = Kind("true or false", _is_flag, stand_in=False)
LIST: Final[Kind[list[object]]] = Kind("a list", _is_list, [])
PAIR: Final[Kind[list[float]]] = Kind("a pair of numbers like [6, 12]", _is_pair, [0.0, 0.0])
TRIPLE: Final[Kind[list[float]]] = Kind("three numbers, not all zero, like [0, 0, -1]", _is_direction, [0.0, 0.0, -1.0])
TABLE: Final[Kind[dict[str, object]]] = Kind("a table", _is_table, {})


def describe(value: object) -> str:
    """Return a short name of a value of any size, for a message."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return f"the text “{value[:40]}{'…' if len(value) > len(value[:40]) else ''}”"
        case int() | float():
            return f"the number {value}" if abs(value) <= LARGEST else "a number that large"
        case list():
            return "a list"
        case dict():
            return "a table"
        case _:
            return "a date or a time"

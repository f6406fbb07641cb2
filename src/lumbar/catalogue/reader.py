"""A typed reader over one TOML table: it notes what is wrong and reads on, instead of raising.

Where a value is missing or of the wrong kind the reader notes a fault and returns a stand-in, so that one pass
finds everything. Whoever reads must therefore throw the result away when there are faults.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeGuard, TypeVar

from lumbar.catalogue.locate import KeyPath
from lumbar.catalogue.near import hint
from lumbar.catalogue.reading import MISSING_KEY, UNKNOWN_KEY, UNKNOWN_WORD, WRONG_KIND
from lumbar.catalogue.rule import Finding, Rule

LARGEST: Final = 1_000_000  # beyond every second, repetition and kilogram; keeps odd numbers out of arithmetic

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
W = TypeVar("W", bound=str | int)


@dataclass(frozen=True, slots=True)
class Kind(Generic[T_co]):
    """A kind of value: what a person calls it, how it is recognised, and what stands in for it."""

    name: str
    fits: Callable[[object], TypeGuard[T_co]]
    stand_in: T_co


def _is_text(value: object) -> TypeGuard[str]:
    return isinstance(value, str)


def _is_whole(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) <= LARGEST


def _is_number(value: object) -> TypeGuard[float]:
    return _is_whole(value) or (isinstance(value, float) and math.isfinite(value) and abs(value) <= LARGEST)


def _is_flag(value: object) -> TypeGuard[bool]:
    return isinstance(value, bool)


def _is_list(value: object) -> TypeGuard[list[object]]:
    return isinstance(value, list)


def _is_pair(value: object) -> TypeGuard[list[float]]:
    return isinstance(value, list) and len(value) == len(("low", "high")) and all(map(_is_number, value))


def _is_table(value: object) -> TypeGuard[dict[str, object]]:
    return isinstance(value, dict)


TEXT: Final = Kind("text", _is_text, "")
WHOLE: Final = Kind("a whole number", _is_whole, 0)
NUMBER: Final[Kind[float]] = Kind("a number", _is_number, 0.0)
FLAG: Final = Kind("true or false", _is_flag, stand_in=False)
LIST: Final[Kind[list[object]]] = Kind("a list", _is_list, [])
PAIR: Final[Kind[list[float]]] = Kind("a pair of numbers like [6, 12]", _is_pair, [0.0, 0.0])
TABLE: Final[Kind[dict[str, object]]] = Kind("a table", _is_table, {})


class Reader:
    """Reads one table, key by key, and remembers which keys were asked for."""

    def __init__(
        self,
        table: Mapping[str, object],
        path: KeyPath = (),
        notes: list[tuple[Rule, Finding]] | None = None,
    ) -> None:
        """Read `table`, found at `path` of its file, into `notes`."""
        self.notes: list[tuple[Rule, Finding]] = [] if notes is None else notes
        self.values = table
        self._path = path
        self._asked: set[str] = set()
        self._inner: list[Reader] = []

    def has(self, key: str) -> bool:
        """Return whether an optional key is there."""
        self._asked.add(key)
        return key in self.values

    def holds_list(self, key: str) -> bool:
        """Return whether the value of `key` is a list, where a list is one of two permitted forms."""
        return isinstance(self.values.get(key), list)

    def blame(self, rule: Rule, path: KeyPath, message: str, tip: str = "") -> None:
        """Note that something at `path` inside this table breaks `rule`."""
        self.notes.append((rule, Finding((*self._path, *path), message, tip)))

    def read(self, key: str, kind: Kind[T], default: T | None = None) -> T:
        """Return the value of `key`; without a default the key is required."""
        self._asked.add(key)
        if key not in self.values:
            if default is None:
                self.blame(MISSING_KEY, (), f"“{self._dotted(key)}” is missing", f"It is {kind.name}.")
            return kind.stand_in if default is None else default
        return self._fit((key,), self.values[key], kind)

    def word(self, key: str, words: Sequence[W]) -> W:
        """Return the value of `key`, which must be one of `words`: all texts, or all whole numbers."""
        noted = len(self.notes)
        value = self.read(key, TEXT) if isinstance(words[0], str) else self.read(key, WHOLE)
        if len(self.notes) == noted and value not in words:
            self._blame_word((key,), value, words)
        return next((word for word in words if word == value), words[0])

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """Return a list of texts."""
        fallback: list[object] | None = None if default is None else [*default]
        entries = self.read(key, LIST, fallback)
        return tuple(self._fit((key, place), entry, TEXT) for place, entry in enumerate(entries))

    def words(self, key: str, words: Sequence[W]) -> tuple[W, ...]:
        """Return a list of texts, each of which must be one of `words`."""
        return self._pick((key,), self.read(key, LIST), words)

    def word_lists(self, key: str, words: Sequence[W]) -> tuple[tuple[W, ...], ...]:
        """Return a list of lists of texts, each of which must be one of `words`."""
        lists = enumerate(self.read(key, LIST))
        return tuple(self._pick((key, place), self._fit((key, place), entry, LIST), words) for place, entry in lists)

    def pair(self, key: str) -> tuple[float, float] | None:
        """Return an optional pair of numbers."""
        if not self.has(key):
            return None
        low, high = self.read(key, PAIR)
        return float(low), float(high)

    def table(self, key: str) -> "Reader":
        """Return a reader of the table at `key`; of an empty one where it is missing, which is noted."""
        if self.has(key):
            return self._enter((key,), self.read(key, TABLE))
        self.blame(MISSING_KEY, (), f"the table [{self._dotted(key)}] is missing")
        return Reader({})

    def tables(self, key: str, *, required: bool = True) -> tuple["Reader", ...]:
        """Return a reader of each `[[key]]`; at least one where `required`."""
        entries = self.read(key, LIST, []) if self.has(key) else []
        if required and not entries:
            self.blame(MISSING_KEY, (key,), f"there is no [[{self._dotted(key)}]]", "At least one is needed.")
        tables = ((i, self._fit((key, i), entry, TABLE)) for i, entry in enumerate(entries))
        return tuple(self._enter((key, i), table) for i, table in tables)

    def finish(self) -> None:
        """Note every key of this table, and of those read inside it, that nobody asked for."""
        for key in self.values:
            if key not in self._asked:
                self.blame(
                    UNKNOWN_KEY, (key,), f"“{self._dotted(key)}” is not a key that is known", hint(key, self._asked)
                )
        for reader in self._inner:
            reader.finish()

    def asked(self) -> Iterator[str]:
        """Yield the dotted name of every key that was asked for, here and inside."""
        yield from map(self._dotted, self._asked)
        for reader in self._inner:
            yield from reader.asked()

    def _enter(self, path: KeyPath, table: Mapping[str, object]) -> "Reader":
        reader = Reader(table, (*self._path, *path), self.notes)
        self._inner.append(reader)
        return reader

    def _fit(self, path: KeyPath, value: object, kind: Kind[T]) -> T:
        if kind.fits(value):
            return value
        self.blame(WRONG_KIND, path, f"“{self._dotted(str(path[0]))}” must be {kind.name}, not {_describe(value)}")
        return kind.stand_in

    def _pick(self, path: KeyPath, entries: Iterable[object], words: Sequence[W]) -> tuple[W, ...]:
        picked: list[W] = []
        for place, entry in enumerate(entries):
            found = next((word for word in words if word == entry), None)
            if found is not None:
                picked.append(found)
            elif _is_text(entry):
                self._blame_word((*path, place), entry, words)
            else:
                self._fit((*path, place), entry, TEXT)
        return tuple(picked)

    def _blame_word(self, path: KeyPath, value: str | int, words: Iterable[W]) -> None:
        name = self._dotted(str(path[0]))
        message = f"“{name}” cannot be {_describe(value)}"
        self.blame(UNKNOWN_WORD, path, message, hint(str(value), map(str, words)))

    def _dotted(self, key: str) -> str:
        return ".".join((*(part for part in self._path if isinstance(part, str)), key))


def _describe(value: object) -> str:
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

"""A typed reader over one TOML table: it notes what is wrong and reads on, instead of raising.

Where a value is missing or of the wrong kind the reader notes a fault and returns a stand-in, so that one pass
finds everything. Whoever reads must therefore throw the result away when there are faults.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from lumbar.catalogue.kind import LIST, NUMBER, PAIR, TABLE, TEXT, TRIPLE, WHOLE, Kind, describe, is_text
from lumbar.catalogue.locate import KeyPath
from lumbar.catalogue.near import hint
from lumbar.catalogue.reading import MISSING_KEY, UNKNOWN_KEY, UNKNOWN_WORD, WRONG_KIND
from lumbar.catalogue.rule import Finding, Rule

T = TypeVar("T")
W = TypeVar("W", bound=str | int)


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

    def numbers(self, key: str) -> dict[str, float]:
        """Return a table whose every value is a number, by its own names."""
        return {name: self._fit((key, name), value, NUMBER) for name, value in self.read(key, TABLE).items()}

    def direction(self, key: str, default: list[float]) -> tuple[float, float, float]:
        """Return three numbers made one long, or `default`."""
        x, y, z = (float(value) for value in self.read(key, TRIPLE, default))
        length = (x * x + y * y + z * z) ** 0.5
        return (x / length, y / length, z / length)

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
        self.blame(WRONG_KIND, path, f"“{self._dotted(str(path[0]))}” must be {kind.name}, not {describe(value)}")
        return kind.stand_in

    def _pick(self, path: KeyPath, entries: Iterable[object], words: Sequence[W]) -> tuple[W, ...]:
        picked: list[W] = []
        for place, entry in enumerate(entries):
            found = next((word for word in words if word == entry), None)
            if found is not None:
                picked.append(found)
            elif is_text(entry):
                self._blame_word((*path, place), entry, words)
            else:
                self._fit((*path, place), entry, TEXT)
        return tuple(picked)

    def _blame_word(self, path: KeyPath, value: str | int, words: Iterable[W]) -> None:
        name = self._dotted(str(path[0]))
        message = f"“{name}” cannot be {describe(value)}"
        self.blame(UNKNOWN_WORD, path, message, hint(str(value), map(str, words)))

    def _dotted(self, key: str) -> str:
        return ".".join((*(part for part in self._path if isinstance(part, str)), key))

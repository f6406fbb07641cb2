"""A document: one TOML text of the catalogue, read or not, and its faults with their lines."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass

from lumbar.catalogue.fault import Fault
from lumbar.catalogue.locate import Lines
from lumbar.catalogue.reader import Reader
from lumbar.catalogue.reading import NOT_TOML
from lumbar.catalogue.rule import Finding, Rule


@dataclass(frozen=True, slots=True)
class Document:
    """A TOML text that was read, or the one fault that kept it from being read."""

    text: str
    file: str
    reader: Reader
    broken: Fault | None = None

    def faults(self) -> tuple[Fault, ...]:
        """Return every fault noted so far, unknown keys included, in order of line."""
        if self.broken:
            return (self.broken,)
        self.reader.finish()
        return place(self.reader.notes, self.text, self.file)


def parse_document(text: str, file: str) -> Document:
    """Return `text` as a table to read from; never raises, whatever the text."""
    try:
        text.encode()
        table: dict[str, object] = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        return Document("", file, Reader({}), _not_toml(error, file))
    return Document(text, file, Reader(table))


def place(notes: Iterable[tuple[Rule, Finding]], text: str, file: str) -> tuple[Fault, ...]:
    """Return findings as faults with their lines in `text`, in order of line."""
    found = tuple(notes)
    if not found:
        return ()
    lines = Lines(text)
    return tuple(sorted(Fault(file, lines.line(f.path), rule.code, f"{f.message}.", f.hint) for rule, f in found))


def _not_toml(error: Exception, file: str) -> Fault:
    """Return the fault of a text that is not TOML."""
    said = "it is nested too deeply" if isinstance(error, RecursionError) else str(error)
    line = re.search(r"at line (\d+)", said)
    message = f"The file is not TOML: {said[:120].rstrip('.')}."
    return Fault(file, int(line[1]) if line else 0, NOT_TOML.code, message, "Write one key a line, text in quotes.")

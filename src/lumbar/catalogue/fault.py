"""A fault in an exercise file: what is wrong, where, and what would have worked."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing wrong with a catalogue file.

    `code` is stable (`C001` …), `file` the file's name, `line` 1-based (0 where no line is to blame).
    """

    file: str
    line: int
    code: str
    message: str
    hint: str

    def __str__(self) -> str:
        """Return `file:line: code message hint` on one line."""
        return f"{self.file}:{self.line}: {self.code} {self.message} {self.hint}".rstrip()

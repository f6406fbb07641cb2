"""The rules that the reader keeps while it reads a file: its shape, before its meaning."""

from typing import Final

from lumbar.catalogue.rule import Rule, kept_by_reader

NOT_TOML: Final = kept_by_reader(
    "C001",
    """The file is UTF-8 text in TOML.

    A file that cannot be read is left out; the others stand.
    """,
)
UNKNOWN_KEY: Final = kept_by_reader(
    "C002",
    """Every key is known.

    A misspelt key would otherwise be lost in silence, and with it a caution or a dose.
    """,
)
MISSING_KEY: Final = kept_by_reader(
    "C003",
    """Every required key is there.

    A default that nobody wrote is a number without a source.
    """,
)
WRONG_KIND: Final = kept_by_reader(
    "C004",
    """Every value is of its kind: text, whole number, number, yes or no, list, table.

    A number in quotes or a list of one would fail later, far from its cause.
    """,
)
UNKNOWN_WORD: Final = kept_by_reader(
    "C005",
    """Every word from a fixed list is on that list.

    Groups, positions, patterns, sides, equipment and stages are known to the planner by these words alone.
    """,
)
SOURCE_TWICE: Final = kept_by_reader(
    "C006",
    """No two sources in the list of sources share an id.

    A number must lead to one source.
    """,
)
READING: Final[tuple[Rule, ...]] = (NOT_TOML, UNKNOWN_KEY, MISSING_KEY, WRONG_KIND, UNKNOWN_WORD, SOURCE_TWICE)

"""The journal as CSV tables, for a spreadsheet or a notebook.

Times are UTC in ISO 8601 and say so in their column; every quantity has its unit in the name of its column; a set
has a row for each side, with what was asked beside what was done. A corrected entry stands as corrected: the
archive beside the tables keeps both. Text is quoted after RFC 4180.
"""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import Final

from lumbar.exchange.row import Row
from lumbar.exchange.rows_done import ChangeRow, SessionRow, SetRow, change_rows, session_rows, set_rows
from lumbar.exchange.rows_told import (
    MorningRow,
    ProfileRow,
    ScreeningRow,
    morning_rows,
    profile_rows,
    screening_rows,
)
from lumbar.journal.corrections import resolve
from lumbar.journal.event import AnyEvent


@dataclass(frozen=True, slots=True)
class Table:
    """One table: the class of its rows, whose fields are the columns, and what makes them of a journal."""

    row: type[Row]
    rows: Callable[[Sequence[AnyEvent]], Iterable[Row]]

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the names of the columns, in their order."""
        return tuple(field.name for field in fields(self.row))


TABLES: Final[Mapping[str, Table]] = MappingProxyType(
    {
        "sets": Table(SetRow, set_rows),
        "sessions": Table(SessionRow, session_rows),
        "changes": Table(ChangeRow, change_rows),
        "mornings": Table(MorningRow, morning_rows),
        "screenings": Table(ScreeningRow, screening_rows),
        "profile": Table(ProfileRow, profile_rows),
    }
)
"""Every table by its name."""


def build_tables(events: Iterable[AnyEvent]) -> dict[str, str]:
    """Return the CSV text of every table by its file name, rows in the order of their days."""
    standing = resolve(events)
    return {f"{name}.csv": _csv(table, standing) for name, table in TABLES.items()}


def _csv(table: Table, events: Sequence[AnyEvent]) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(table.columns)
    writer.writerows([getattr(row, name) for name in table.columns] for row in table.rows(events))
    return text.getvalue()

"""Ink: how the command line prints. Two inks, as everywhere: plain text, bold for rank, one blue for “now”.

Colour is left out where NO_COLOR is set or the output is no terminal. Nothing printed is read as markup.
"""

import json
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

BLUE: Final = "bright_blue"
STRONG: Final = "bold"
WIDE: Final = 76  # columns of a terminal from which on a table is shown whole


def paper() -> "Console":
    """Return a console on standard output."""
    from rich.console import Console

    return Console(highlight=False, markup=False, emoji=False)


def table(columns: Sequence[str], rows: Iterable[Sequence[str]], *, first: str = STRONG) -> "Table":
    """Return a table without boxes: its first column in the style `first`, only the first two on a narrow terminal."""
    from rich.table import Table
    from rich.text import Text

    made = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    kept = len(columns) if paper().width >= WIDE else 2
    for number, name in enumerate(columns[:kept]):
        made.add_column(name, overflow="fold", no_wrap=number == 0, style=first if number == 0 else "")
    for row in rows:
        made.add_row(*(Text(cell) for cell in row[:kept]))
    return made


def print_json(data: object) -> None:
    """Print plain data as JSON, indented; a read-only mapping is printed as what it shows."""
    is_utf = (sys.stdout.encoding or "").lower().startswith("utf")
    sys.stdout.write(json.dumps(data, ensure_ascii=not is_utf, indent=2, default=dict) + "\n")

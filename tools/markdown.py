"""Markdown as the made pages write it."""

import re
from collections.abc import Iterable, Sequence


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table, with a line end after its last row; a bar in a cell becomes a slash."""
    cells = [[cell.replace("|", "/") for cell in row] for row in rows]
    lines = [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}"]
    lines += [re.sub(r" +\|", " |", f"| {' | '.join(row)} |") for row in cells]
    return "\n".join(lines) + "\n"

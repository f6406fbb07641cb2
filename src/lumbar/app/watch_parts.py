"""The parts of a report as HTML."""

from collections.abc import Iterable
from html import escape


def begin(title: str, kind: str = "part") -> str:
    """Return how a part of the page with this title begins; `</section>` ends it."""
    return f'<section class="{kind}"><h2>{escape(title)}</h2>'


def paragraph(text: str) -> str:
    """Return a paragraph."""
    return f"<p>{escape(text)}</p>"


def note(text: str) -> str:
    """Return a remark in smaller print."""
    return f'<p class="note">{escape(text)}</p>'


def rows_of(rows: Iterable[tuple[str, str]]) -> str:
    """Return a list: of each row when, and what."""
    lines = "".join(f"<li><span>{escape(when)}</span>{escape(what)}</li>" for when, what in rows)
    return f'<ul class="list">{lines}</ul>'

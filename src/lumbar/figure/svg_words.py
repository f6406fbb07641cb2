"""The words of a vector drawing, apart from it: a drawing is the same in every language."""

from html import escape
from typing import Final

NO_WORDS: Final = "<title></title><desc></desc>"


def worded(svg: str, words: tuple[str, str]) -> str:
    """Return a drawing that has no words yet with its own: what it shows in a few, and for those who do not see it."""
    title, about = map(escape, words)
    return svg.replace(NO_WORDS, f"<title>{title}</title><desc>{about}</desc>", 1)

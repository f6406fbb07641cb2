"""The nearest names: what someone probably meant when a name is not known."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

MOST_LISTED: Final = 30  # a longer list of names helps nobody


def near_hint(name: str, known: Iterable[str]) -> str:
    """Return “did you mean …?” for the nearest of `known`, or the list of them where none is near."""
    names = sorted(known)
    near = get_close_matches(name[:60].lower(), names, n=2, cutoff=0.6)
    if near:
        return f"did you mean {' or '.join(near)}?"
    return f"known are: {', '.join(names)}" if len(names) <= MOST_LISTED else ""

"""Near names: what somebody may have meant."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

MOST: Final = 15  # names in a list that a person still reads


def hint(name: str, known: Iterable[str]) -> str:
    """Return “Did you mean …?” for the nearest names, or the list of all of them.

    >>> hint("stnading", ["standing", "prone"])
    'Did you mean “standing”?'
    """
    names = sorted(known)
    near = get_close_matches(name[:80], names, n=2, cutoff=0.6)
    if near:
        return f"Did you mean {' or '.join(f'“{n}”' for n in near)}?"
    more = f" and {len(names) - MOST} more" if len(names) > MOST else ""
    return f"There are: {', '.join(names[:MOST])}{more}." if names else ""


def quoted(name: object) -> str:
    """Return a short form of `name` in quotation marks.

    >>> quoted("bird-dog")
    '“bird-dog”'
    """
    text = str(name)
    return f"“{text[:40]}…”" if len(text) > len(text[:40]) else f"“{text}”"

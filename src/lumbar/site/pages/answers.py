"""Answers of short forms: read from what was posted, with nothing chosen beforehand."""

from collections.abc import Mapping

PAINS = tuple(str(n) for n in range(11))
YES_NO = ("yes", "no")


def one_of(posted: Mapping[str, str], name: str, allowed: tuple[str, ...]) -> str:
    """Return the answer to `name` if it is one of those allowed, else an empty text."""
    told = posted.get(name, "")
    return told if told in allowed else ""

"""The errors of Lumbar, one tree with stable codes.

    LumbarError
    ├── InputError          what came in is wrong; says what would have worked
    │   ├── ProfileError        a profile file or form
    │   ├── ArchiveError        a journal archive
    │   └── CatalogueError      the exercise files cannot make a catalogue
    ├── NotFoundError       the named thing is not there; lists what is
    ├── ConflictError       it fights with what is already stored
    └── UnavailableError    a database, a port or a folder cannot be used now

`InputError` and its children carry every fault that was found, not only the first. Anything else that is
raised is a bug and is not caught below the rim.
"""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import ClassVar


class LumbarError(Exception):
    """Stand above everything that Lumbar raises on purpose; `code` is stable, the message is for a person."""

    code: ClassVar[str] = "lumbar"


class InputError(LumbarError):
    """Say that what came in is wrong, and what would have worked.

    Args:
        faults: One sentence for each fault, with its place.
    """

    code = "input"

    def __init__(self, faults: Iterable[str]) -> None:
        """Keep every fault; the message is all of them, a line each."""
        self.faults = tuple(faults)
        super().__init__("\n".join(self.faults))


class ProfileError(InputError):
    """Say what is wrong with a profile."""

    code = "profile"


class ArchiveError(InputError):
    """Say what is wrong with a journal archive."""

    code = "archive"


class CatalogueError(InputError):
    """Say why the exercise files do not make a catalogue."""

    code = "catalogue"


class NotFoundError(LumbarError):
    """Say that `name` is not among `known`, with the nearest names first."""

    code = "not-found"

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        """Keep what was asked for and what there is."""
        names = sorted(known)
        near = get_close_matches(name.casefold(), names, n=3, cutoff=0.5)
        hint = f"Did you mean {' or '.join(near)}?" if near else f"There are: {', '.join(names)}."
        self.kind, self.name, self.known, self.near = kind, name, tuple(names), tuple(near)
        super().__init__(f"There is no {kind} “{name}”. {hint}")


class ConflictError(LumbarError):
    """Say that a request fights with what is stored."""

    code = "conflict"


class UnavailableError(LumbarError):
    """Say that something outside Lumbar cannot be used now, and the remedy."""

    code = "unavailable"

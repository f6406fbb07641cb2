"""The journal as the uses see it: a thing to add to and to read from, wherever it is kept.

Every method is told whose journal it is, and never sees another's. Sequence numbers only grow and are never used
again; a later event always has the larger one.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Protocol

from lumbar.catalogue.exercise import ExerciseId
from lumbar.journal.event import AnyEvent, EventId, SessionId


class JournalStore(Protocol):
    """Keep journals, each under its owner's number."""

    def append(self, owner: int, events: Sequence[AnyEvent]) -> tuple[bool, ...]:
        """Add events, all or none, each once; return for each whether it was new.

        An event whose id is already there is left out, and so is the start of a session that is already there.
        """
        ...

    def events(self, owner: int, after: int = 0) -> Sequence[tuple[int, AnyEvent]]:
        """Return the events added after sequence number `after`, each with its own, in their order."""
        ...

    def head(self, owner: int) -> int:
        """Return the largest sequence number, 0 for an empty journal."""
        ...

    def kinds(self, owner: int, ids: Collection[EventId]) -> Mapping[EventId, str]:
        """Return the kind of each of these events that is there."""
        ...

    def asked_for(self, owner: int, sessions: Collection[SessionId]) -> Mapping[SessionId, frozenset[ExerciseId]]:
        """Return the exercises that each of these sessions began with; a session never begun is not in it."""
        ...

    def swapped_in(self, owner: int, days: Collection[date]) -> Mapping[date, frozenset[ExerciseId]]:
        """Return the exercises swapped in on each of these days; a day without a swap is not in it."""
        ...

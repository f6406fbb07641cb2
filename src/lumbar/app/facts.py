"""What is already there that new events lean on: sessions begun, exercises swapped in, events to correct."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from lumbar.app.store import JournalStore
from lumbar.catalogue.exercise import ExerciseId
from lumbar.journal.event import (
    AnyEvent,
    EventId,
    Hurt,
    SessionEnded,
    SessionId,
    SessionStarted,
    SetDone,
    Skipped,
    Swapped,
    kind_of,
)


class Facts:
    """Know what is stored and what came earlier in the same batch.

    `sessions` maps a session begun to the exercises it began with.
    """

    def __init__(
        self,
        sessions: dict[SessionId, frozenset[ExerciseId]],
        swaps: dict[date, set[ExerciseId]],
        kinds: dict[EventId, str],
    ) -> None:
        """Begin with what is stored."""
        self.sessions = sessions
        self._swaps = swaps
        self._kinds = kinds

    def add(self, event: AnyEvent) -> None:
        """Count `event` as there for those after it."""
        self._kinds[event.id] = kind_of(event)
        if isinstance(event, SessionStarted):
            self.sessions.setdefault(event.session, frozenset(item.exercise for item in event.plan.items))
        elif isinstance(event, Swapped):
            self._swaps[event.on].add(event.new)

    def swapped_in(self, day: date) -> frozenset[ExerciseId]:
        """Return what has been swapped in on `day`."""
        return frozenset(self._swaps.get(day, ()))

    def kind(self, event: EventId) -> str | None:
        """Return the kind of an event that is there, or None."""
        return self._kinds.get(event)


def read_facts(store: JournalStore, owner: int, events: Sequence[AnyEvent]) -> Facts:
    """Return what is stored of all that `events` lean on; it asks only for what is needed."""
    in_session = [e for e in events if isinstance(e, SetDone | Hurt | Skipped)]
    ended = [e for e in events if isinstance(e, SessionEnded)]
    sessions = dict(_sessions(store, owner, [e.session for e in (*in_session, *ended)]))
    strange = {e.on for e in in_session if e.exercise not in sessions.get(e.session, ())}
    swaps: dict[date, set[ExerciseId]] = defaultdict(set)
    for day, names in (store.swapped_in(owner, strange) if strange else {}).items():
        swaps[day].update(names)
    corrected = [e.supersedes for e in events if e.supersedes is not None]
    return Facts(sessions, swaps, dict(store.kinds(owner, corrected)) if corrected else {})


def _sessions(
    store: JournalStore, owner: int, sessions: Iterable[SessionId]
) -> Iterable[tuple[SessionId, frozenset[ExerciseId]]]:
    wanted = set(sessions)
    return store.asked_for(owner, wanted).items() if wanted else ()

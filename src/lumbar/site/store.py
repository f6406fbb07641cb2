"""The journal in the tables. It takes and gives events, never rows."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Final
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Max

from lumbar.catalogue.exercise import ExerciseId
from lumbar.exchange.archive import kind_of
from lumbar.journal.event import AnyEvent, EventId, SessionId, SessionStarted
from lumbar.site.models import Entry, Owner, SessionItem, SessionStartedRow, SwappedRow
from lumbar.site.rows.codec import Codec, base_of
from lumbar.site.rows.kinds import CODECS
from lumbar.site.rows.session import item_rows, read_items, started_codec

CHUNK: Final = 500  # ids in one question; SQLite takes at most 32,766

_HEAD: Final = ("entry_id", "entry__uid", "entry__at", "entry__on", "entry__supersedes")


class TableStore:
    """Keep journals in the tables of the site; a `JournalStore`."""

    def append(self, owner: int, events: Sequence[AnyEvent]) -> tuple[bool, ...]:
        """Add events, all or none, each once; return for each whether it was new.

        One writer at a time: SQLite's transactions are exclusive, elsewhere the owner's row is locked, so that
        sequence numbers come to light in their order.
        """
        with transaction.atomic():
            if connection.features.has_select_for_update:
                Owner.objects.select_for_update().values_list("id").get(id=owner)
            fresh = self._fresh(owner, events)
            _insert(owner, [event for event, new in zip(events, fresh, strict=True) if new])
        return fresh

    def events(self, owner: int, after: int = 0) -> Sequence[tuple[int, AnyEvent]]:
        """Return the events added after sequence number `after`, each with its own, in their order."""
        there = Entry.objects.filter(owner_id=owner, id__gt=after).values_list("kind", flat=True).distinct()
        found = [pair for kind in there for pair in _read(_codec(kind, owner, after), owner, after)]
        return sorted(found, key=lambda pair: pair[0])

    def head(self, owner: int) -> int:
        """Return the largest sequence number, 0 for an empty journal."""
        return Entry.objects.filter(owner_id=owner).aggregate(head=Max("id"))["head"] or 0

    def kinds(self, owner: int, ids: Collection[EventId]) -> Mapping[EventId, str]:
        """Return the kind of each of these events that is there."""
        found: dict[EventId, str] = {}
        for some in _chunks(ids):
            there = Entry.objects.filter(owner_id=owner, uid__in=some).values_list("uid", "kind")
            found.update((EventId(uid), kind) for uid, kind in there)
        return found

    def asked_for(self, owner: int, sessions: Collection[SessionId]) -> Mapping[SessionId, frozenset[ExerciseId]]:
        """Return the exercises that each of these sessions began with; a session never begun is not in it."""
        found: dict[SessionId, set[ExerciseId]] = defaultdict(set)
        for some in _chunks(sessions):
            rows = SessionItem.objects.filter(owner_id=owner, started__owner_id=owner, started__session__in=some)
            for session, exercise in rows.values_list("started__session", "exercise"):
                found[SessionId(session)].add(ExerciseId(exercise))
        return {session: frozenset(exercises) for session, exercises in found.items()}

    def swapped_in(self, owner: int, days: Collection[date]) -> Mapping[date, frozenset[ExerciseId]]:
        """Return the exercises swapped in on each of these days; a day without a swap is not in it."""
        rows = SwappedRow.objects.filter(entry__owner_id=owner, entry__kind="swapped", entry__on__in=set(days))
        found: dict[date, set[ExerciseId]] = defaultdict(set)
        for day, new in rows.values_list("entry__on", "new"):
            found[day].add(ExerciseId(new))
        return {day: frozenset(exercises) for day, exercises in found.items()}

    def _fresh(self, owner: int, events: Sequence[AnyEvent]) -> tuple[bool, ...]:
        """Return for each event whether neither it nor the session it begins is there, or earlier in `events`."""
        seen: set[UUID] = set(self.kinds(owner, [event.id for event in events]))
        begun = _begun(owner, [session for event in events if (session := _begins(event))])
        fresh = []
        for event in events:
            session = _begins(event)
            new = event.id not in seen and session not in begun
            fresh.append(new)
            seen.add(event.id)
            if new and session is not None:
                begun.add(session)
        return tuple(fresh)


def _begins(event: AnyEvent) -> SessionId | None:
    """Return the session that an event begins; a correction begins none."""
    return event.session if isinstance(event, SessionStarted) and event.supersedes is None else None


def _begun(owner: int, sessions: Collection[SessionId]) -> set[SessionId]:
    found: set[SessionId] = set()
    for some in _chunks(sessions):
        there = SessionStartedRow.objects.filter(owner_id=owner, session__in=some)
        found.update(SessionId(session) for session in there.values_list("session", flat=True))
    return found


def _insert(owner: int, events: Sequence[AnyEvent]) -> None:
    """Add new events: their entries in their order, then the rows of each kind."""
    entries = Entry.objects.bulk_create(_entry(owner, event) for event in events)
    kinds: dict[str, list[tuple[int, AnyEvent]]] = defaultdict(list)
    for entry, event in zip(entries, events, strict=True):
        kinds[entry.kind].append((entry.id, event))
    for kind, numbered in kinds.items():
        codec = CODECS[kind]
        codec.model._default_manager.bulk_create(  # noqa: SLF001 - a model known only by its kind
            codec.model(entry_id=seq, owner_id=owner, **codec.write(event)) for seq, event in numbered
        )
    starts = [(seq, event) for seq, event in kinds["session-started"] if isinstance(event, SessionStarted)]
    SessionItem.objects.bulk_create(item for seq, event in starts for item in item_rows(event, seq, owner))


def _entry(owner: int, event: AnyEvent) -> Entry:
    return Entry(
        owner_id=owner,
        uid=event.id,
        kind=kind_of(event),
        at=event.at,
        on=event.on,
        supersedes=event.supersedes,
    )


def _codec(kind: str, owner: int, after: int) -> Codec:
    return started_codec(read_items(owner, after)) if kind == "session-started" else CODECS[kind]


def _read(codec: Codec, owner: int, after: int) -> Iterator[tuple[int, AnyEvent]]:
    rows = codec.model._default_manager.filter(entry__owner_id=owner, entry_id__gt=after)  # noqa: SLF001 - as above
    for seq, uid, at, on, supersedes, *values in rows.values_list(*_HEAD, *codec.columns).iterator():
        yield seq, codec.read(base_of(uid, at, on, supersedes), values)


def _chunks(ids: Collection[UUID]) -> Iterator[list[UUID]]:
    once = list(dict.fromkeys(ids))
    for start in range(0, len(once), CHUNK):
        yield once[start : start + CHUNK]

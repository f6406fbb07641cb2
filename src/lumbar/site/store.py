"""The journal in the tables. It takes and gives events, never rows."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from django.db import connection, transaction
from django.db.models import UUIDField

from lumbar.catalogue.exercise import ExerciseId
from lumbar.journal.event import AnyEvent, EventId, SessionId, SessionStarted, kind_of
from lumbar.site.models import Entry, Owner, SessionItem, SessionStartedRow, SwappedRow
from lumbar.site.rows.codec import Codec, base_of
from lumbar.site.rows.insert import insert_entry, insert_rows
from lumbar.site.rows.kinds import CODECS
from lumbar.site.rows.session import item_rows, read_items, started_codec

_UID: Final["UUIDField[UUID, UUID]"] = UUIDField()
CHUNK: Final = 500  # ids in one question; SQLite takes at most 32,766

_LAST: Final = "SELECT max(id) FROM lumbar_entry WHERE owner_id = %s"
_ITEMS: Final = """SELECT began.session, item.exercise
FROM lumbar_session_started began JOIN lumbar_session_item item ON item.started_id = began.entry_id
WHERE began.owner_id = %s AND began.session IN ({})"""
# Written out, because they are asked with every page and every set; Django takes longer to write them than
# the database to answer.

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
            begun = _begun(owner, [session for event in events if (session := _begins(event))])
            added = tuple(_add(owner, event, begun) for event in events)
            _add_rows(owner, [(seq, event) for seq, event in zip(added, events, strict=True) if seq is not None])
        return tuple(seq is not None for seq in added)

    def events(self, owner: int, after: int = 0) -> Sequence[tuple[int, AnyEvent]]:
        """Return the events added after sequence number `after`, each with its own, in their order."""
        since = Entry.objects.filter(owner_id=owner, id__gt=after)
        there = since.values_list("kind", flat=True).distinct() if after else CODECS  # at first, most kinds are there
        found = [pair for kind in there for pair in _read(_codec(kind, owner, after), owner, after)]
        return sorted(found, key=lambda pair: pair[0])

    def head(self, owner: int) -> int:
        """Return the largest sequence number, 0 for an empty journal."""
        return int(_asked(_LAST, [owner])[0][0] or 0)

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
            for session, exercise in _asked(_ITEMS, [owner], some):
                found[SessionId(UUID(str(session)))].add(ExerciseId(exercise))
        return {session: frozenset(exercises) for session, exercises in found.items()}

    def swapped_in(self, owner: int, days: Collection[date]) -> Mapping[date, frozenset[ExerciseId]]:
        """Return the exercises swapped in on each of these days; a day without a swap is not in it."""
        rows = SwappedRow.objects.filter(entry__owner_id=owner, entry__kind="swapped", entry__on__in=set(days))
        found: dict[date, set[ExerciseId]] = defaultdict(set)
        for day, new in rows.values_list("entry__on", "new"):
            found[day].add(ExerciseId(new))
        return {day: frozenset(exercises) for day, exercises in found.items()}


def _begins(event: AnyEvent) -> SessionId | None:
    """Return the session that an event begins; a correction begins none."""
    return event.session if isinstance(event, SessionStarted) and event.supersedes is None else None


def _begun(owner: int, sessions: Collection[SessionId]) -> set[SessionId]:
    found: set[SessionId] = set()
    for some in _chunks(sessions):
        there = SessionStartedRow.objects.filter(owner_id=owner, session__in=some)
        found.update(SessionId(session) for session in there.values_list("session", flat=True))
    return found


def _add(owner: int, event: AnyEvent, begun: set[SessionId]) -> int | None:
    """Add the head of an event; return its number, or None where it, or the session it begins, is there."""
    session = _begins(event)
    if session in begun:
        return None
    seq = insert_entry(
        {
            "owner_id": owner,
            "uid": event.id,
            "kind": kind_of(event),
            "at": event.at,
            "on": event.on,
            "supersedes": event.supersedes,
        }
    )
    if seq is not None and session is not None:
        begun.add(session)
    return seq


def _add_rows(owner: int, numbered: Sequence[tuple[int, AnyEvent]]) -> None:
    """Add what each kind of event has beside its head."""
    kinds: dict[str, list[tuple[int, AnyEvent]]] = defaultdict(list)
    for seq, event in numbered:
        kinds[kind_of(event)].append((seq, event))
    for kind, found in kinds.items():
        codec = CODECS[kind]
        insert_rows(codec.model, ({"entry_id": seq, "owner_id": owner, **codec.write(event)} for seq, event in found))
    starts = [(seq, event) for seq, event in numbered if isinstance(event, SessionStarted)]
    insert_rows(SessionItem, (item for seq, event in starts for item in item_rows(event, seq, owner)))


def _codec(kind: str, owner: int, after: int) -> Codec:
    return started_codec(read_items(owner, after)) if kind == "session-started" else CODECS[kind]


def _read(codec: Codec, owner: int, after: int) -> Iterator[tuple[int, AnyEvent]]:
    rows = codec.model._default_manager.filter(entry__owner_id=owner, entry_id__gt=after)  # noqa: SLF001 - as above
    for seq, uid, at, on, supersedes, *values in rows.values_list(*_HEAD, *codec.columns).iterator():
        yield seq, codec.read(base_of(uid, at, on, supersedes), values)


def _asked(statement: str, given: list[Any], ids: Sequence[UUID] = ()) -> list[tuple[Any, ...]]:
    """Return what the database answers; `ids` fill the braces of the statement, after what is `given`."""
    prepared = [_UID.get_db_prep_value(uid, connection) for uid in ids]
    with connection.cursor() as cursor:
        cursor.execute(statement.format(", ".join("%s" for _ in ids)), [*given, *prepared])
        return list(cursor.fetchall())


def _chunks(ids: Collection[UUID]) -> Iterator[list[UUID]]:
    once = list(dict.fromkeys(ids))
    for start in range(0, len(once), CHUNK):
        yield once[start : start + CHUNK]

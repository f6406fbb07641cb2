"""A session begun, in two tables: its head, and one row for each exercise asked for."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, Final

from lumbar.catalogue.exercise import SideMode
from lumbar.exchange.to_plain import to_plain
from lumbar.journal.event import SessionStarted
from lumbar.journal.prescription import Prescription, Reason, SessionPlan, WarmUpSet
from lumbar.site.models import SessionItem, SessionStartedRow
from lumbar.site.rows.codec import Base, Codec, Values

Items = Mapping[int, tuple[Prescription, ...]]
"""The items of each session, by the sequence number of its start."""

_ASKED: Final = ("session", "pain", "readiness", "new_symptom")
_PLAN: Final = ("day", "number", "place", "stage", "seconds", "get_ups")
_COLUMNS: Final = ("entry_id", *_ASKED, *_PLAN, "relaxed")
_ITEM: Final = (
    "exercise",
    "stage",
    "rung",
    "sets",
    "reps",
    "reps_top",
    "hold_s",
    "side",
    "load_kg",
    "comfortable",
    "rest_s",
    "light",
    "seconds",
)
_ITEM_COLUMNS: Final = ("started_id", *_ITEM, "warm_up", "why")


def _write(started: SessionStarted) -> Mapping[str, object]:
    asked = {name: getattr(started, name) for name in _ASKED}
    plan = {name: getattr(started.plan, name) for name in _PLAN}
    return {**asked, **plan, "relaxed": to_plain(started.plan.relaxed)}


def item_rows(started: SessionStarted, seq: int, owner: int) -> Iterator[Mapping[str, object]]:
    """Yield the rows of a session's items; `seq` is the sequence number of its start."""
    for position, item in enumerate(started.plan.items):
        yield {
            "started_id": seq,
            "owner_id": owner,
            "position": position,
            **{name: getattr(item, name) for name in _ITEM},
            "warm_up": to_plain(item.warm_up),
            "why": to_plain(item.why),
        }


def started_codec(items: Items) -> Codec:
    """Return the codec of sessions begun, whose `items` have been read; for writing none are needed."""

    def read(base: Base, values: Values) -> SessionStarted:
        return _session(base, values, items)

    return Codec(SessionStartedRow, _COLUMNS, _write, read)


def read_items(owner: int, after: int) -> Items:
    """Return the items of every session of `owner` begun after sequence number `after`, in one question."""
    rows = (
        SessionItem.objects.filter(owner_id=owner, started_id__gt=after)
        .order_by("started_id", "position")
        .values_list(*_ITEM_COLUMNS)
    )
    return {seq: tuple(_item(row) for row in group) for seq, group in groupby(rows.iterator(), key=lambda row: row[0])}


def _session(base: Base, values: Values, items: Items) -> SessionStarted:
    seq, session, pain, readiness, new_symptom, day, number, place, stage, seconds, get_ups, relaxed = values
    plan = SessionPlan(
        day=day,
        number=number,
        place=place,
        stage=stage,
        items=items.get(seq, ()),
        seconds=seconds,
        get_ups=get_ups,
        relaxed=_reasons(relaxed),
    )
    return SessionStarted(**base, session=session, plan=plan, pain=pain, readiness=readiness, new_symptom=new_symptom)


def _item(row: Sequence[Any]) -> Prescription:
    named = dict(zip(_ITEM, row[1:-2], strict=True))
    named["side"] = SideMode(named["side"])
    warm_up = tuple(WarmUpSet(**warm) for warm in row[-2])
    return Prescription(**named, warm_up=warm_up, why=_reasons(row[-1]))


def _reasons(kept: Sequence[Mapping[str, Any]]) -> tuple[Reason, ...]:
    return tuple(Reason(told["rule"], told["topic"], told["text"], told["source"], told["values"]) for told in kept)

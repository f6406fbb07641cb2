"""A codec: how one kind of event stands in its table.

Values are read straight from the columns, in their order; no row object leaves this package.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any, TypedDict
from uuid import UUID

from lumbar.journal.event import AnyEvent, Event
from lumbar.site.models import Row

Values = Sequence[Any]
"""The columns of one row, in the order of `Codec.columns`; what is in them is the table's promise."""


class Base(TypedDict):
    """What every event has, ready to be given to its class."""

    id: Any
    at: datetime
    on: date
    supersedes: Any


@dataclass(frozen=True, slots=True)
class Codec:
    """The table of one kind, and the two ways between its columns and the event."""

    model: type[Row]
    columns: tuple[str, ...]
    write: Callable[[Any], Mapping[str, object]]
    read: Callable[[Base, Values], AnyEvent]


def base_of(uid: UUID, at: datetime, on: date, supersedes: UUID | None) -> Base:
    """Return what every event has, from its entry."""
    return {"id": uid, "at": at, "on": on, "supersedes": supersedes}


def own_fields(event: type[Event]) -> tuple[str, ...]:
    """Return the fields that this kind of event has beside those of every event."""
    of_all = {field.name for field in fields(Event)}
    return tuple(field.name for field in fields(event) if field.name not in of_all)


def plain_codec(model: type[Row], event: type[AnyEvent]) -> Codec:
    """Return the codec of a kind whose columns are its fields."""
    columns = own_fields(event)
    make: Callable[..., AnyEvent] = event

    def write(done: object) -> Mapping[str, object]:
        return {name: getattr(done, name) for name in columns}

    def read(base: Base, values: Values) -> AnyEvent:
        return make(**base, **dict(zip(columns, values, strict=True)))

    return Codec(model, columns, write, read)

"""A row of a table: a frozen dataclass whose fields are the columns, in their order."""

from dataclasses import dataclass
from typing import TypedDict

from lumbar.exchange.to_plain import utc_text
from lumbar.journal.event import AnyEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What the rows of every table begin with: when an event was told, in UTC, and the local day it counts for."""

    at_utc: str
    day: str


class Stamp(TypedDict):
    """The first two columns, ready to be given to a row."""

    at_utc: str
    day: str


def stamp(event: AnyEvent) -> Stamp:
    """Return the first two columns of an event's row."""
    return {"at_utc": utc_text(event.at), "day": event.on.isoformat()}


def yes_no(value: bool) -> str:  # noqa: FBT001 - a truth becomes a word
    """Return a truth as the tables write it."""
    return "yes" if value else "no"

"""What every view needs of a request: how to show things, which day it is, and how to write to the journal."""

import datetime as dt
from typing import TypedDict
from uuid import uuid4

from django.utils.translation import get_language

from lumbar.app.record import record as record_events
from lumbar.errors import ConflictError
from lumbar.journal.event import AnyEvent, EventId
from lumbar.site import clock
from lumbar.site.pages.desk import desk
from lumbar.site.pages.shown import Shown, shown_to
from lumbar.site.request import OwnedRequest
from lumbar.site.shelf import catalogue


class Stamp(TypedDict):
    """The id, the time and the day of an event."""

    id: EventId
    at: dt.datetime
    on: dt.date


def stamp() -> Stamp:
    """Return the stamp of an event that happens now, on the site's own clock."""
    return {"id": EventId(uuid4()), "at": clock.now(), "on": clock.today()}


def shown_for(request: OwnedRequest) -> Shown:
    """Return how things are shown to this request's person."""
    return shown_to(request.owner, get_language() or "en", catalogue())


def record(request: OwnedRequest, *events: AnyEvent) -> None:
    """Write events into the journal of this request's person.

    Raises:
        ConflictError: If one fights with what is there; the message says why.
    """
    request.seen = None
    receipt = record_events(desk().store, request.owner.pk, events, clock.today(), catalogue())
    if receipt.refused:
        raise ConflictError("\n".join(fault for refusal in receipt.refused for fault in refusal.faults))

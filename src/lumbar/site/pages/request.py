"""What every view needs of a request: whose journal, which day, how to show it, and how to write to it."""

from datetime import date
from uuid import uuid4

from django.http import HttpRequest
from django.utils.translation import get_language

from lumbar.app.shelf import load_catalogue
from lumbar.journal.event import AnyEvent, EventId
from lumbar.site.clock import now, today
from lumbar.site.models.owner import Owner
from lumbar.site.pages.shown import Shown, shown_to
from lumbar.site.store import TableStore


def owner_of(request: HttpRequest) -> Owner:
    """Return whose journal this request is about."""
    owner: Owner = request.owner  # type: ignore[attr-defined]  # set by middleware.LocalOwner
    return owner


def shown_for(request: HttpRequest) -> Shown:
    """Return how things are shown to this request's person."""
    return shown_to(owner_of(request), get_language() or "en", load_catalogue())


def day_of(_: HttpRequest) -> date:
    """Return the local day of the request."""
    return today()


def new_id() -> EventId:
    """Return a fresh id for an event that the server records itself."""
    return EventId(uuid4())


def record(request: HttpRequest, *events: AnyEvent) -> None:
    """Append events to the journal of this request's person."""
    TableStore().append(owner_of(request).pk, events)


def stamp() -> dict[str, object]:
    """Return the id, the time and the day of an event that happens now."""
    return {"id": new_id(), "at": now(), "on": today()}

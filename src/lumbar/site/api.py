"""The interface for programs: events in, everything out, and whether the site is well."""

import json
from collections.abc import Mapping
from typing import Final

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_GET, require_POST

from lumbar.app.record import Receipt, record
from lumbar.errors import ArchiveError, InputError
from lumbar.exchange.archive import event_from_dict
from lumbar.journal.event import AnyEvent
from lumbar.site import clock
from lumbar.site.request import OwnedRequest
from lumbar.site.shelf import catalogue
from lumbar.site.store import TableStore

MOST_EVENTS: Final = 2000  # our choice: weeks of training without a network; the player sends fewer at once


@require_POST
def events(request: OwnedRequest) -> HttpResponse:
    """Store a batch of events and say what became of each: stored, known or refused.

    Raises:
        InputError: If the body is no batch; nothing of it is stored then.
    """
    good, bad = _read(_batch(_body(request)))
    receipt = record(TableStore(), request.owner.pk, good, clock.today(), catalogue())
    return JsonResponse(_answer(receipt, bad))


@require_GET
def export(request: OwnedRequest) -> HttpResponse:
    """Return everything of one person as a zip."""
    from lumbar.site.export import export_zip

    name = f"lumbar-{clock.today()}.zip"
    answer = HttpResponse(export_zip(request.owner), content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@require_GET
def health(request: HttpRequest) -> HttpResponse:
    """Say that the site answers and its database too."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"program": "lumbar", "status": "ok"})


def _body(request: HttpRequest) -> bytes:
    try:
        return request.body
    except RequestDataTooBig:
        most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE // 1024
        raise InputError([f"the body is too long; send at most {most} kB at once, the rest after it"]) from None


def _batch(body: bytes) -> list[object]:
    try:
        data = json.loads(body)
    except (ValueError, RecursionError):
        raise InputError(['the body is not JSON; send {"events": [...]}']) from None
    sent = data.get("events") if isinstance(data, Mapping) else None
    if not isinstance(sent, list):
        raise InputError(['the body has no list of events; send {"events": [...]}'])
    if len(sent) > MOST_EVENTS:
        raise InputError([f"{len(sent)} events at once; send at most {MOST_EVENTS}, the rest after them"])
    return sent


def _read(sent: list[object]) -> tuple[list[AnyEvent], list[dict[str, object]]]:
    """Return the events that can be read, and a refusal for each that cannot."""
    good: list[AnyEvent] = []
    bad: list[dict[str, object]] = []
    for data in sent:
        try:
            good.append(event_from_dict(data))
        except ArchiveError as error:
            named = data.get("id") if isinstance(data, Mapping) else None
            bad.append({"id": named if isinstance(named, str) else None, "faults": list(error.faults)})
    return good, bad


def _answer(receipt: Receipt, unreadable: list[dict[str, object]]) -> dict[str, object]:
    refused = [{"id": str(refusal.id), "faults": list(refusal.faults)} for refusal in receipt.refused]
    return {
        "stored": [str(event) for event in receipt.stored],
        "known": [str(event) for event in receipt.known],
        "refused": [*refused, *unreadable],
    }

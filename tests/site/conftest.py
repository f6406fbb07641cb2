"""A browserless client, and the one person of a local site."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from lumbar.exchange.archive import event_to_dict
from lumbar.journal.event import AnyEvent
from lumbar.site.models.owner import Owner, local_owner
from lumbar.site.store import TableStore

Post = Callable[..., Any]


@pytest.fixture
def owner(db: None) -> Owner:  # noqa: ARG001 - asks for the database
    return local_owner()


@pytest.fixture
def store(db: None) -> TableStore:  # noqa: ARG001 - the same
    return TableStore()


@pytest.fixture
def post(owner: Owner, monkeypatch: pytest.MonkeyPatch) -> Post:  # noqa: ARG001 - the owner is there
    """Send events as the player does, on the first day of the samples; return what was answered."""
    monkeypatch.setenv("LUMBAR_TODAY", "2026-01-05")

    def send(*events: AnyEvent | dict[str, object]) -> Any:  # noqa: ANN401 - JSON
        dicts = [event if isinstance(event, dict) else event_to_dict(event) for event in events]
        answer = Client().post("/api/events", {"events": dicts}, content_type="application/json")
        assert answer.status_code == 200, answer.content
        return json.loads(answer.content)

    return send

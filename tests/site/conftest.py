"""A browserless client, and the one person of a local site."""

import json
import re
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from lumbar.exchange.archive import event_to_dict
from lumbar.journal.event import AnyEvent
from lumbar.site.models.owner import Owner, local_owner
from lumbar.site.store import TableStore
from tests.site.serving import SERVE
from tests.store.programs import begin

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


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """Start Lumbar on a free port; give its address, and stop it afterwards."""
    with begin(tmp_path, SERVE.format(port=0, browser=False)) as served:
        assert served.stdout is not None
        line = served.stdout.readline()
        found = re.search(r"http://\S+", line)
        assert found, line
        yield found[0]
        served.send_signal(signal.SIGINT)
        _, said = served.communicate()
        assert (served.returncode, said) == (0, "")

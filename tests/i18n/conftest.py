"""People at different points of their training, and a browser that asks for Spanish."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from lumbar.journal.event import AnyEvent
from lumbar.site.models.owner import local_owner
from lumbar.site.pages.desk import desk
from tests.builders import FIRST_DAY, Scribe

Tell = Callable[..., None]


@pytest.fixture
def spanish(db: None, monkeypatch: pytest.MonkeyPatch) -> Client:  # noqa: ARG001 - asks for the database
    """Return a browser that asks for Spanish, on the first day."""
    monkeypatch.setenv("LUMBAR_TODAY", FIRST_DAY.isoformat())
    desk.cache_clear()
    return Client(headers={"accept-language": "es"})


@pytest.fixture
def tell(spanish: Client) -> Tell:  # noqa: ARG001 - the day is set there
    """Write events into the journal of the one person there is."""

    def write(*events: AnyEvent) -> None:
        assert all(desk().store.append(local_owner().pk, events))

    return write


@pytest.fixture
def newcomer(tell: Tell) -> Callable[..., None]:
    """Answer every question as a healthy person with this profile would; `flags` are answered with yes."""

    def answer(*flags: str, on: date = FIRST_DAY, **profile: Any) -> None:  # noqa: ANN401 - fields of many kinds
        scribe = Scribe()
        tell(scribe.screened(on, *flags), scribe.profile(on, **profile))

    return answer

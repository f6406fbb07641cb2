"""Someone at the pages, known or not, on a day that is set."""

from collections.abc import Callable

import pytest
from django.test import Client

from lumbar.journal.event import AnyEvent
from lumbar.site.models.owner import local_owner
from lumbar.site.pages.desk import desk
from tests.builders import FIRST_DAY, Scribe

Tell = Callable[..., None]


@pytest.fixture
def client(db: None, monkeypatch: pytest.MonkeyPatch) -> Client:  # noqa: ARG001 - asks for the database
    """Return a browser that asks for English, on the first day."""
    monkeypatch.setenv("LUMBAR_TODAY", FIRST_DAY.isoformat())
    desk.cache_clear()
    return Client(headers={"accept-language": "en"})


@pytest.fixture
def tell(client: Client) -> Tell:  # noqa: ARG001 - the day is set there
    """Write events into the journal of the one person there is."""

    def write(*events: AnyEvent) -> None:
        assert all(desk().store.append(local_owner().pk, events))

    return write


@pytest.fixture
def scribe(tell: Tell) -> Scribe:
    """Return a writer of events, after a healthy beginner has answered every question on the first day."""
    writer = Scribe()
    tell(writer.screened(FIRST_DAY), writer.profile(FIRST_DAY))
    return writer

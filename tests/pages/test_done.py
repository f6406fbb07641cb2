"""The page after a session says how it ended."""

import re
from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from lumbar.app.begin import Answers, begin
from lumbar.journal.event import Counter, EndReason, EventId, SessionEnded
from lumbar.site import clock
from lumbar.site.models.owner import local_owner
from lumbar.site.pages.desk import desk
from lumbar.site.pages.done import done_page
from lumbar.site.pages.shown import shown_to
from lumbar.site.shelf import catalogue
from tests.builders import FIRST_DAY, Scribe
from tests.pages.conftest import Tell
from tests.store.samples import set_done

TALK = "If it was new, sharp or down a leg, talk to a doctor first."


def end(client: Client, scribe: Scribe, tell: Tell, reason: EndReason) -> Any:  # noqa: ANN401 - the client's answer
    begun = begin(desk(), local_owner().pk, FIRST_DAY, clock.now(), Answers(0, "usual", new_symptom=False))
    tell(SessionEnded(**scribe.head(FIRST_DAY), session=begun.session, reason=reason))
    return client.get(f"/session/{begun.session}/done/")


def test_a_session_without_a_set_shows_no_empty_table(client: Client, scribe: Scribe, tell: Tell) -> None:
    html = end(client, scribe, tell, "stopped").content.decode()
    assert "<h1>Ended</h1>" in html
    assert "<table" not in html
    assert "most pain" not in html
    assert TALK not in html


def test_a_session_ended_by_pain_says_whom_to_talk_to(client: Client, scribe: Scribe, tell: Tell) -> None:
    assert TALK in end(client, scribe, tell, "pain").content.decode()


@pytest.mark.usefixtures("scribe")
@pytest.mark.parametrize(
    ("language", "counters", "told"),
    [
        ("en", ("camera", "camera"), "counted by the camera"),
        ("en", ("timer",), "counted by the timer"),
        ("en", ("camera", "person"), "set 1 counted by the camera, set 2 put right by you"),
        ("en", (None, "timer"), "set 2 counted by the timer"),
        ("en", (None,), ""),
        ("es", ("camera", "person"), "serie 1 contada por la cámara, serie 2 corregida por ti"),
        ("es", ("timer",), "contada por el reloj"),
    ],
)
def test_every_set_says_who_counted_it(
    client: Client, tell: Tell, language: str, counters: tuple[Counter | None, ...], told: str
) -> None:
    begun = begin(desk(), local_owner().pk, FIRST_DAY, clock.now(), Answers(0, "usual", new_symptom=False))
    one = replace(set_done(FIRST_DAY, begun.plan.items[0].exercise), session=begun.session)
    tell(*(replace(one, id=EventId(uuid4()), number=n, counted_by=by) for n, by in enumerate(counters, 1)))
    html = client.get(f"/session/{begun.session}/done/", headers={"accept-language": language}).content.decode()
    assert re.findall(r'<td>[^<]+<span class="note">(.*?)</span>', html) == ([told] if told else [])


def test_a_corrected_set_is_told_once_as_corrected(scribe: Scribe, tell: Tell) -> None:
    begun = begin(desk(), local_owner().pk, FIRST_DAY, clock.now(), Answers(0, "usual", new_symptom=False))
    first = replace(set_done(FIRST_DAY, begun.plan.items[0].exercise), session=begun.session)
    tell(first, replace(first, id=EventId(uuid4()), supersedes=first.id, pain=7))
    tell(SessionEnded(**scribe.head(FIRST_DAY), session=begun.session, reason="done"))
    page = done_page(
        desk().session(local_owner().pk, FIRST_DAY, begun.session), shown_to(local_owner(), "en", catalogue())
    )
    assert (page.sets, [row.pain for row in page.rows]) == (1, ["7"])

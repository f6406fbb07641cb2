"""Events sent by the player: stored once, known ever after, refused with a reason."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from lumbar.catalogue.exercise import ExerciseId
from lumbar.exchange.archive import event_to_dict
from lumbar.journal.event import AnyEvent, DayChosen, EventId, MorningAnswered, SessionId, Swapped
from lumbar.site.models.owner import Owner, local_owner
from lumbar.site.store import TableStore
from tests.store.samples import FIRST, at, ended, set_done, started, told, trained, uid, years

pytestmark = pytest.mark.django_db

Post = Callable[..., Any]
NEXT = FIRST + timedelta(days=1)


def swap(new: str) -> Swapped:
    return Swapped(
        id=EventId(uid(f"swap{new}")),
        at=at(FIRST),
        on=FIRST,
        old=ExerciseId("bird-dog"),
        new=ExerciseId(new),
        kind="easier",
    )


def in_journal(store: TableStore, owner: Owner) -> list[AnyEvent]:
    return [event for _, event in store.events(owner.pk)]


def test_a_session_sent_as_one_batch_is_stored_in_its_order(post: Post, store: TableStore, owner: Owner) -> None:
    events = [*told(), *trained()]
    answer = post(*events)
    assert answer == {"stored": [str(event.id) for event in events], "known": [], "refused": []}
    assert in_journal(store, owner) == events


def test_a_batch_sent_again_is_known_and_changes_nothing(post: Post, store: TableStore, owner: Owner) -> None:
    events = list(trained())
    post(*events)
    assert post(*events) == {"stored": [], "known": [str(event.id) for event in events], "refused": []}
    assert in_journal(store, owner) == events


def test_a_set_of_a_session_never_begun_is_refused_and_the_rest_is_stored(post: Post) -> None:
    stray = replace(set_done(), session=SessionId(uuid4()), id=EventId(uuid4()))
    answer = post(started(), stray, set_done())
    assert answer["stored"] == [str(started().id), str(set_done().id)]
    assert [refused["id"] for refused in answer["refused"]] == [str(stray.id)]
    assert "never begun" in answer["refused"][0]["faults"][0]


def test_a_set_of_an_exercise_outside_the_session_is_refused_until_it_is_swapped_in(post: Post) -> None:
    strange = set_done(exercise="heel-raise")
    assert post(started(), strange)["refused"][0]["id"] == str(strange.id)
    assert post(swap("heel-raise"))["stored"]
    assert post(strange)["stored"] == [str(strange.id)]


def test_a_swap_and_its_set_may_come_in_one_batch(post: Post) -> None:
    assert post(started(), swap("heel-raise"), set_done(exercise="heel-raise"))["refused"] == []


def test_a_swap_to_an_exercise_that_does_not_exist_is_refused(post: Post) -> None:
    assert "no exercise" in post(swap("moon-walk"))["refused"][0]["faults"][0]


def test_what_was_stored_is_known_even_where_it_would_now_be_refused(post: Post) -> None:
    stray = set_done()
    assert post(started(), stray)["stored"]
    elsewhere = replace(stray, session=SessionId(uuid4()))  # the same id, garbled on its way
    assert post(elsewhere) == {"stored": [], "known": [str(stray.id)], "refused": []}


def test_an_offline_queue_drains_the_day_after(
    post: Post, store: TableStore, owner: Owner, monkeypatch: pytest.MonkeyPatch
) -> None:
    post(started())
    monkeypatch.setenv("LUMBAR_TODAY", "2026-01-06")
    late = [set_done(), set_done(number=2), ended()]
    assert len(post(*late)["stored"]) == 3
    assert in_journal(store, owner) == [started(), *late]


def test_an_event_of_a_day_far_ahead_is_refused_but_a_choice_about_it_is_not(post: Post) -> None:
    far = FIRST + timedelta(days=5)
    choice = DayChosen(id=EventId(uid("choice")), at=at(FIRST), on=far, choice="rest")
    answer = post(started(), replace(set_done(), on=far), choice, replace(set_done(number=2), on=NEXT))
    assert [refused["id"] for refused in answer["refused"]] == [str(set_done().id)]
    assert "has not come yet" in answer["refused"][0]["faults"][0]


def test_a_morning_is_about_an_earlier_day(post: Post) -> None:
    morning = MorningAnswered(
        id=EventId(uid("m")), at=at(FIRST), on=FIRST, about=FIRST, pain=1, woke=False, settled=True
    )
    assert "about" in post(morning)["refused"][0]["faults"][0]
    assert post(replace(morning, on=NEXT))["stored"]


def test_a_correction_names_an_event_of_its_kind(post: Post) -> None:
    first = set_done()
    post(started(), first)
    right = replace(first, id=EventId(uuid4()), rir=2, supersedes=first.id)
    wrong = replace(first, id=EventId(uuid4()), rir=2, supersedes=EventId(started().id))
    answer = post(right, wrong)
    assert answer["stored"] == [str(right.id)]
    assert "supersedes" in answer["refused"][0]["faults"][0]


def test_an_event_that_cannot_be_read_is_refused_with_every_fault(post: Post) -> None:
    broken = {**event_to_dict(set_done()), "pain": 11, "rir": "many"}
    answer = post(started(), broken)
    assert answer["refused"][0]["id"] == str(set_done().id)
    assert len(answer["refused"][0]["faults"]) == 2


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(order=st.data())
def test_however_a_session_is_cut_and_repeated_every_event_is_there_once(post: Post, order: st.DataObject) -> None:
    name = str(uuid4())
    events = [replace(event, id=EventId(uuid4())) for event in trained(name=name)]
    start, rest = events[0], events[1:]
    post(start)
    sent: list[AnyEvent] = []
    while len({event.id for event in sent}) < len(rest):
        batch = order.draw(st.lists(st.sampled_from(rest), min_size=1, max_size=6))
        post(*batch)
        sent += batch
        if len(sent) > 40:
            post(*rest)
            break
    kept = [
        event
        for event in in_journal(TableStore(), local_owner())
        if getattr(event, "session", None) == uid(f"{name}session{FIRST}")
    ]
    assert sorted(event.id for event in kept) == sorted(event.id for event in events)


@pytest.mark.parametrize(
    ("body", "said"),
    [(b"", "not JSON"), (b"[]", "no list"), (b'{"events": 3}', "no list"), (b"{" * 9000, "not JSON")],
    ids=["empty", "list", "number", "deep"],
)
def test_a_body_that_is_no_batch_is_answered_with_what_would_work(body: bytes, said: str) -> None:
    answer = Client().post("/api/events", body, content_type="application/json")
    assert answer.status_code == 400
    error = json.loads(answer.content)["error"]
    assert error["code"] == "input"
    assert said in error["message"]
    assert '{"events": [...]}' in error["message"]


def test_too_many_events_at_once_are_refused_whole(owner: Owner, store: TableStore) -> None:
    body = json.dumps({"events": [event_to_dict(started())] * 2001})
    answer = Client().post("/api/events", body, content_type="application/json")
    assert answer.status_code == 400
    assert store.head(owner.pk) == 0


def test_a_body_beyond_the_size_limit_is_refused() -> None:
    answer = Client().post("/api/events", b" " * (2 * 1024 * 1024 + 1), content_type="application/json")
    assert answer.status_code == 400
    assert "at most 2048 kB" in answer.json()["error"]["message"]


def test_events_without_the_token_are_refused() -> None:
    answer = Client(enforce_csrf_checks=True).post("/api/events", {"events": []}, content_type="application/json")
    assert answer.status_code == 403
    assert answer.json()["error"]["code"] == "token"


def test_events_are_not_read_by_get() -> None:
    assert Client().get("/api/events").status_code == 405


def test_a_logged_set_takes_at_most_eight_questions_however_long_the_journal(
    post: Post, store: TableStore, owner: Owner, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    store.append(owner.pk, years(600, FIRST))
    post(started())
    with django_assert_max_num_queries(8):
        assert post(set_done())["stored"]

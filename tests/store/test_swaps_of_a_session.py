"""A session that is opened again knows which exercise took another one's place in it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from lumbar.app.shelf import load_catalogue
from lumbar.app.today import Desk
from lumbar.catalogue.exercise import ExerciseId
from lumbar.journal.event import AnyEvent, EventId, SessionId, Swapped
from lumbar.site.store import TableStore
from tests.store.samples import FIRST, at, ended, set_done, started, told, uid

pytestmark = pytest.mark.django_db


def swap(name: str) -> Swapped:
    return Swapped(
        id=EventId(uid(name)),
        at=at(FIRST, 10),
        on=FIRST,
        old=ExerciseId("bird-dog"),
        new=ExerciseId("abdominal-contraction"),
        kind="easier",
    )


def kept(store: TableStore, owner: int, events: list[AnyEvent]) -> list[AnyEvent]:
    store.append(owner, [*told(), *events])
    found = Desk(store, load_catalogue()).session(owner, FIRST, SessionId(uid(f"session{FIRST}")))
    return [event for event in found if isinstance(event, Swapped)]


def test_a_swap_in_the_middle_of_a_session_belongs_to_it(store: TableStore, owner: int) -> None:
    inside = swap("inside")
    assert kept(store, owner, [started(), set_done(), inside, set_done(number=2)]) == [inside]


def test_swaps_before_and_after_a_session_do_not(store: TableStore, owner: int) -> None:
    tomorrow = replace(swap("tomorrow"), on=FIRST + timedelta(days=1))
    assert kept(store, owner, [swap("before"), started(), tomorrow, ended(), swap("after")]) == []

"""The journal's tables keep what they are given, once, in order, and each person's apart.

Set LUMBAR_DATABASE_URL to run the same tests on another database.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lumbar.app.store import JournalStore
from lumbar.catalogue.exercise import ExerciseId
from lumbar.journal.event import KINDS, AnyEvent, EventId, SessionId, Swapped
from lumbar.site.erase import erase_owner
from lumbar.site.guard import guarded_tables
from lumbar.site.models import Entry, Erasing, Owner
from lumbar.site.store import TableStore
from tests.exchange.event_strategies import events as any_events
from tests.exchange.event_strategies import records
from tests.store.samples import EXERCISES, FIRST, at, set_done, started, told, trained, uid

pytestmark = pytest.mark.django_db


def kept(store: JournalStore, owner: int, after: int = 0) -> list[AnyEvent]:
    return [event for _, event in store.events(owner, after)]


class TestKeeping:
    @pytest.mark.parametrize("kind", KINDS)
    @settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
    @given(data=st.data())
    def test_an_event_of_every_kind_comes_back_as_it_was(self, kind: str, data: st.DataObject) -> None:
        store, owner = TableStore(), Owner.objects.create(username=str(uuid4())).pk
        event = data.draw(records(KINDS[kind]))
        assert store.append(owner, [event]) == (True,)
        assert kept(store, owner) == [event]

    @settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
    @given(events=st.lists(any_events(), max_size=12, unique_by=lambda event: event.id))
    def test_events_come_back_in_the_order_they_were_added(self, events: list[AnyEvent]) -> None:
        store, owner = TableStore(), Owner.objects.create(username=str(uuid4())).pk
        fresh = store.append(owner, events)
        assert kept(store, owner) == [event for event, new in zip(events, fresh, strict=True) if new]

    @settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
    @given(events=st.lists(any_events(), max_size=8), cut=st.integers(0, 8))
    def test_events_added_twice_in_any_pieces_are_there_once(self, events: list[AnyEvent], cut: int) -> None:
        store, owner = TableStore(), Owner.objects.create(username=str(uuid4())).pk
        store.append(owner, events[:cut])
        store.append(owner, events)
        once = kept(store, owner)
        assert store.append(owner, events) == (False,) * len(events)
        assert kept(store, owner) == once
        assert len({event.id for event in once}) == len(once)

    def test_sequence_numbers_grow_and_the_last_is_the_head(self, store: TableStore, owner: int) -> None:
        store.append(owner, list(trained()))
        numbers = [number for number, _ in store.events(owner)]
        assert numbers == sorted(set(numbers))
        assert store.head(owner) == numbers[-1]

    def test_events_after_a_number_are_the_later_ones(self, store: TableStore, owner: int) -> None:
        store.append(owner, list(trained()))
        head = store.head(owner)
        later = list(trained(FIRST + timedelta(days=2)))
        store.append(owner, later)
        assert kept(store, owner, head) == later

    def test_an_empty_journal_has_head_zero(self, store: TableStore, owner: int) -> None:
        assert store.head(owner) == 0
        assert list(store.events(owner)) == []

    def test_a_session_is_begun_once_whatever_the_event_is_called(self, store: TableStore, owner: int) -> None:
        first = started()
        again = replace(first, id=EventId(uuid4()), pain=4)
        assert store.append(owner, [first, again]) == (True, False)
        assert store.append(owner, [again]) == (False,)
        assert kept(store, owner) == [first]

    def test_a_corrected_start_is_added_beside_the_old_one(self, store: TableStore, owner: int) -> None:
        first = started()
        correction = replace(first, id=EventId(uuid4()), pain=4, supersedes=first.id)
        assert store.append(owner, [first, correction]) == (True, True)
        assert kept(store, owner) == [first, correction]

    def test_a_batch_that_cannot_be_stored_whole_leaves_nothing(self, store: TableStore, owner: int) -> None:
        good, broken = set_done(), replace(set_done(number=2), rir=None)  # type: ignore[arg-type]  # on purpose
        with pytest.raises(DatabaseError), transaction.atomic():
            store.append(owner, [good, broken])
        assert store.head(owner) == 0

    def test_many_events_at_once_are_recognised(self, store: TableStore, owner: int) -> None:
        events = [replace(set_done(), id=EventId(uid(i))) for i in range(1200)]
        assert all(store.append(owner, events))
        assert not any(store.append(owner, events))


class TestFacts:
    def test_a_session_tells_the_exercises_it_began_with(self, store: TableStore, owner: int) -> None:
        begun = started()
        store.append(owner, [begun])
        missing = SessionId(uuid4())
        assert store.asked_for(owner, [begun.session, missing]) == {begun.session: frozenset(EXERCISES)}

    def test_a_day_tells_what_was_swapped_in(self, store: TableStore, owner: int) -> None:
        swap = Swapped(
            id=EventId(uid("swap")),
            at=at(FIRST),
            on=FIRST,
            old=ExerciseId("bird-dog"),
            new=ExerciseId("heel-raise"),
            kind="equal",
        )
        store.append(owner, [swap])
        days = [FIRST, FIRST + timedelta(days=1)]
        assert store.swapped_in(owner, days) == {FIRST: frozenset({"heel-raise"})}

    def test_an_event_that_is_there_tells_its_kind(self, store: TableStore, owner: int) -> None:
        events = told()
        store.append(owner, events)
        asked = [event.id for event in events] + [EventId(uuid4())]
        assert store.kinds(owner, asked) == {events[0].id: "profile-saved", events[1].id: "screened"}


READS: dict[str, Callable[[JournalStore, int], object]] = {
    "events": lambda store, owner: list(store.events(owner)),
    "head": lambda store, owner: store.head(owner),
    "kinds": lambda store, owner: store.kinds(owner, [event.id for event in trained()]),
    "asked_for": lambda store, owner: store.asked_for(owner, [started().session]),
    "swapped_in": lambda store, owner: store.swapped_in(owner, [FIRST]),
    "append": lambda store, owner: store.append(owner, []),
}


class TestApart:
    def test_every_method_of_the_store_is_tried(self) -> None:
        methods = {name for name in vars(JournalStore) if not name.startswith("_")}
        assert set(READS) == methods

    @pytest.mark.parametrize("method", READS)
    def test_nothing_of_another_person_is_seen(self, method: str, store: TableStore, owner: int, other: int) -> None:
        before = READS[method](store, other)
        swap = Swapped(
            id=EventId(uid("swap")),
            at=at(FIRST),
            on=FIRST,
            old=ExerciseId("bird-dog"),
            new=ExerciseId("heel-raise"),
            kind="equal",
        )
        store.append(owner, [*told(), *trained(), swap])
        assert READS[method](store, other) == before

    def test_the_same_ids_of_another_person_are_their_own_events(
        self, store: TableStore, owner: int, other: int
    ) -> None:
        events = list(trained())
        store.append(owner, events)
        assert all(store.append(other, events))
        assert kept(store, other) == events
        assert kept(store, owner) == events

    def test_erasing_one_person_leaves_the_other_whole(self, store: TableStore, owner: int, other: int) -> None:
        events = [*told(), *trained()]
        store.append(owner, events)
        store.append(other, events)
        erase_owner(owner)
        assert kept(store, owner) == []
        assert kept(store, other) == events

    def test_a_number_is_never_used_again_after_erasing(self, store: TableStore, owner: int) -> None:
        store.append(owner, list(trained()))
        head = store.head(owner)
        erase_owner(owner)
        store.append(owner, list(told()))
        assert min(number for number, _ in store.events(owner)) > head


class TestGuard:
    @pytest.fixture(autouse=True)
    def journal(self, store: TableStore, owner: int) -> None:
        store.append(owner, [*told(), *trained()])

    @pytest.mark.parametrize("table", ["lumbar_entry", "lumbar_set_done", "lumbar_session_item", "lumbar_screened"])
    @pytest.mark.parametrize(
        "change", ["UPDATE {} SET owner_id = owner_id", "DELETE FROM {}"], ids=["update", "delete"]
    )
    def test_a_row_is_neither_changed_nor_deleted(self, table: str, change: str) -> None:
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(change.format(table))
        assert Entry.objects.count() == len([*told(), *trained()])

    def test_one_person_erasing_opens_no_other_journal(self, owner: int, other: int) -> None:
        Erasing.objects.create(owner_id=other)
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("DELETE FROM lumbar_entry WHERE owner_id = %s", [owner])

    def test_after_erasing_the_guard_stands_again(self, store: TableStore, owner: int) -> None:
        erase_owner(owner)
        store.append(owner, list(told()))
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("DELETE FROM lumbar_entry")

    def test_every_journal_table_is_guarded(self) -> None:
        free = {"lumbar_owner", "lumbar_erasing", "lumbar_owner_groups", "lumbar_owner_user_permissions"}
        tables = {model._meta.db_table for model in apps.get_app_config("lumbar").get_models(include_auto_created=True)}  # noqa: SLF001 - Django's own way to ask
        assert set(guarded_tables()) == tables - free

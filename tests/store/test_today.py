"""The desk answers from memory what reading the whole journal would answer."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from lumbar.app.begin import Answers, begin
from lumbar.app.shelf import load_catalogue
from lumbar.app.today import Desk
from lumbar.errors import ConflictError
from lumbar.journal.event import (
    AnyEvent,
    DayChosen,
    EventId,
    MorningAnswered,
    SessionId,
    SessionStarted,
    SetDone,
)
from lumbar.site.erase import erase_owner
from lumbar.site.models import Owner
from lumbar.site.store import TableStore
from tests.store.samples import FIRST, at, ended, set_done, told, trained, uid, years

pytestmark = pytest.mark.django_db

LATER = FIRST + timedelta(days=40)
ANSWERS = Answers(pain=1, readiness="usual", new_symptom=False)


def day_of(number: int) -> date:
    return FIRST + timedelta(days=number)


def happenings(number: int) -> list[list[AnyEvent]]:
    """Return what may be sent on one day, each a batch."""
    day = day_of(number)
    yesterday = day - timedelta(days=1)
    morning = MorningAnswered(
        id=EventId(uuid4()), at=at(day), on=day, about=yesterday, pain=2, woke=False, settled=True
    )
    correction = replace(set_done(day), id=EventId(uuid4()), rir=1, supersedes=set_done(day).id)
    return [
        list(trained(day)),
        [morning],
        [correction],
        [replace(set_done(yesterday), id=EventId(uuid4()))],  # an offline queue drains late
        [DayChosen(id=EventId(uuid4()), at=at(day), on=day + timedelta(days=2), choice="rest")],
        [replace(set_done(day, number=4), on=day + timedelta(days=1))],  # a device a zone ahead
        list(told(day, name=str(uuid4()))),
    ]


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_desk_that_watched_every_event_knows_what_a_new_one_reads(data: st.DataObject) -> None:
    store, owner = TableStore(), Owner.objects.create(username=str(uuid4())).pk
    watching = Desk(store, load_catalogue())
    day = 0
    for _ in range(data.draw(st.integers(1, 8))):
        day += data.draw(st.sampled_from([0, 0, 1, 2, 9]))
        store.append(owner, data.draw(st.sampled_from(happenings(day))))
        seen = watching.view(owner, day_of(day))
        read = Desk(store, load_catalogue()).view(owner, day_of(day))
        assert seen.since == read.since
        assert seen.state == read.state
        assert seen == read
        assert watching.today(owner, day_of(day)) == Desk(store, load_catalogue()).today(owner, day_of(day))


def test_there_is_no_plan_before_profile_and_screening(store: TableStore, owner: int) -> None:
    desk = Desk(store, load_catalogue())
    profile, screening = told()
    assert desk.today(owner, FIRST) is None
    store.append(owner, [profile])
    assert desk.today(owner, FIRST) is None
    store.append(owner, [screening])
    plan = desk.today(owner, FIRST)
    assert plan is not None
    assert plan.sessions


def test_an_erased_journal_is_forgotten_by_the_desk_too(store: TableStore, owner: int) -> None:
    desk = Desk(store, load_catalogue())
    store.append(owner, [*told(), *trained()])
    assert desk.today(owner, FIRST) is not None
    erase_owner(owner)
    assert desk.today(owner, FIRST) is None
    assert desk.state(owner, FIRST).person is None


def test_going_back_a_day_answers_for_that_day(store: TableStore, owner: int) -> None:
    desk = Desk(store, load_catalogue())
    store.append(owner, years(36, LATER))
    desk.view(owner, LATER)
    earlier = LATER - timedelta(days=7)
    assert desk.view(owner, earlier) == Desk(store, load_catalogue()).view(owner, earlier)


def test_today_asks_one_question_once_it_is_known(
    store: TableStore, owner: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    store.append(owner, years(60, LATER))
    desk = Desk(store, load_catalogue())
    plan = desk.today(owner, LATER)
    with django_assert_num_queries(1):
        assert desk.today(owner, LATER) is plan


def test_today_asks_at_most_twelve_questions_at_first(
    store: TableStore, owner: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    store.append(owner, years(60, LATER))
    with django_assert_max_num_queries(12):
        assert Desk(store, load_catalogue()).today(owner, LATER) is not None


class TestBeginning:
    def desk(self, store: TableStore, owner: int) -> Desk:
        store.append(owner, told())
        return Desk(store, load_catalogue())

    def test_a_session_begun_records_its_targets(self, store: TableStore, owner: int) -> None:
        desk = self.desk(store, owner)
        begun = begin(desk, owner, FIRST, at(FIRST), ANSWERS)
        (start,) = desk.session(owner, FIRST, begun.session)
        assert isinstance(start, SessionStarted)
        assert begun.fresh
        assert start.plan == begun.plan

    def test_beginning_again_goes_on_with_the_same_session(self, store: TableStore, owner: int) -> None:
        desk = self.desk(store, owner)
        first = begin(desk, owner, FIRST, at(FIRST), ANSWERS)
        again = begin(desk, owner, FIRST, at(FIRST, 9), ANSWERS)
        assert (again.session, again.plan, again.fresh) == (first.session, first.plan, False)

    def test_two_tabs_that_saw_nothing_of_each_other_begin_one_session(self, store: TableStore, owner: int) -> None:
        one = self.desk(store, owner)
        first = begin(one, owner, FIRST, at(FIRST), ANSWERS)
        stored = store.events(owner)
        erase_owner(owner)  # the second tab looks at the journal as it was before the first one's press
        store.append(owner, told())
        two = Desk(LateStore([event for _, event in stored]), one.catalogue)
        second = begin(two, owner, FIRST, at(FIRST, 1), ANSWERS)
        assert second.session == first.session
        assert not second.fresh
        assert second.plan == first.plan
        assert sum(isinstance(event, SessionStarted) for _, event in store.events(owner)) == 1

    def test_a_finished_day_has_nothing_to_begin(self, store: TableStore, owner: int) -> None:
        desk = self.desk(store, owner)
        begun = begin(desk, owner, FIRST, at(FIRST), ANSWERS)
        store.append(owner, [replace(ended(), session=begun.session)])
        with pytest.raises(ConflictError, match="nothing left"):
            begin(desk, owner, FIRST, at(FIRST), ANSWERS)

    def test_without_a_profile_there_is_nothing_to_begin(self, store: TableStore, owner: int) -> None:
        with pytest.raises(ConflictError, match="no plan yet"):
            begin(Desk(store, load_catalogue()), owner, FIRST, at(FIRST), ANSWERS)

    def test_a_session_of_yesterday_is_found_with_its_corrections_made(self, store: TableStore, owner: int) -> None:
        desk = self.desk(store, owner)
        store.append(owner, list(trained()))
        right = replace(set_done(), id=EventId(uuid4()), rir=1, supersedes=set_done().id)
        store.append(owner, [right])
        found = desk.session(owner, FIRST + timedelta(days=1), ended().session)
        sets = [event for event in found if isinstance(event, SetDone)]
        assert len(sets) == 12
        assert right in sets
        assert desk.session(owner, FIRST, SessionId(uid("never"))) == ()


class LateStore(TableStore):
    """A store in which the events of another tab arrive just before the first thing is added."""

    def __init__(self, arriving: Sequence[AnyEvent]) -> None:
        self._arriving = list(arriving)

    def append(self, owner: int, events: Sequence[AnyEvent]) -> tuple[bool, ...]:
        arriving, self._arriving = self._arriving, []
        super().append(owner, arriving)
        return super().append(owner, events)

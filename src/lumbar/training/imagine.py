"""Imagining: a training day as it goes well, as events; what the twelve weeks ahead are planned upon.

Every target is reached, with three repetitions in reserve, without discomfort, and the morning after is calm.
A load the person is to pick stays unknown. Ids are made from the day and the number of the event, so that the same
plan imagines the same events.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Final
from uuid import NAMESPACE_OID, uuid5

from lumbar.catalogue.exercise import SideMode
from lumbar.journal.event import (
    AnyEvent,
    EventId,
    MorningAnswered,
    ProfileSaved,
    Screened,
    SessionEnded,
    SessionId,
    SessionStarted,
    SetDone,
    Work,
)
from lumbar.journal.prescription import Prescription, SessionPlan
from lumbar.journal.profile import Person

RESERVE: Final = 3  # repetitions in reserve on an imagined good day
IMAGINED: Final = uuid5(NAMESPACE_OID, "lumbar-imagined")
"""The space of imagined ids; no event in a real journal has one."""


def beginning(person: Person, day: date) -> tuple[AnyEvent, ...]:
    """Return the events that make a person known: their profile and their screening, as they stand."""
    at = _noon(day)
    return (
        ProfileSaved(id=_id(day, "profile"), at=at, on=day, profile=person.profile),
        Screened(id=_id(day, "screening"), at=at, on=day, screening=person.screening),
    )


def good_day(sessions: Sequence[SessionPlan]) -> tuple[AnyEvent, ...]:
    """Return the events of these sessions, all of one day, done as asked, and of the calm morning after."""
    return tuple(_good_day(sessions))


def _good_day(sessions: Sequence[SessionPlan]) -> Iterator[AnyEvent]:
    for plan in sessions:
        yield from _session(plan)
    if sessions:
        about = sessions[0].day
        on = about + timedelta(days=1)
        yield MorningAnswered(id=_id(on, "morning"), at=_noon(on), on=on, about=about, pain=0, woke=False, settled=True)


def _session(plan: SessionPlan) -> Iterator[AnyEvent]:
    day, at = plan.day, _noon(plan.day)
    session = SessionId(_id(day, f"session {plan.number}"))
    yield SessionStarted(
        id=_id(day, f"start {plan.number}"),
        at=at,
        on=day,
        session=session,
        plan=plan,
        pain=0,
        readiness="usual",
        new_symptom=False,
    )
    for item in plan.items:
        yield from _sets(plan, session, item, at)
    yield SessionEnded(id=_id(day, f"end {plan.number}"), at=at, on=day, session=session, reason="done")


def _sets(plan: SessionPlan, session: SessionId, item: Prescription, at: datetime) -> Iterator[SetDone]:
    work = Work(item.reps, item.hold_s)
    both = work if item.side is SideMode.BOTH else None
    side = None if both else work
    for number in range(1, item.sets + 1):
        yield SetDone(
            id=_id(plan.day, f"set {plan.number} {item.exercise} {number}"),
            at=at,
            on=plan.day,
            session=session,
            exercise=item.exercise,
            number=number,
            target_reps=item.reps,
            target_hold_s=item.hold_s,
            target_load_kg=item.load_kg,
            both=both,
            left=side,
            right=side,
            load_kg=item.load_kg,
            rir=RESERVE,
            pain=0,
        )


@cache
def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def _id(day: date, what: str) -> EventId:
    return EventId(uuid5(IMAGINED, f"{day.isoformat()} {what}"))

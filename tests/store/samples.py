"""Days of training as events, made without chance: the same arguments make the same ids."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TypedDict
from uuid import NAMESPACE_OID, UUID, uuid5

from lumbar.catalogue.exercise import ExerciseId, SideMode, SourceId
from lumbar.journal.event import (
    AnyEvent,
    DayChosen,
    EventId,
    Hurt,
    MorningAnswered,
    ProfileSaved,
    Screened,
    SessionEnded,
    SessionId,
    SessionStarted,
    SetDone,
    Skipped,
    Swapped,
    Work,
)
from lumbar.journal.prescription import Prescription, Reason, SessionPlan
from lumbar.journal.profile import Profile, Screening

FIRST = date(2026, 1, 5)
EXERCISES = ("knee-to-chest", "bird-dog", "heel-slide", "wall-squat")
WHY = Reason("dose-first", "dose", "Starts with {reps} repetitions.", SourceId("ours"), {"reps": 8})


class Head(TypedDict):
    """What every event has."""

    id: EventId
    at: datetime
    on: date


def uid(name: object) -> UUID:
    """Return the id that belongs to `name`."""
    return uuid5(NAMESPACE_OID, str(name))


def at(day: date, minute: int = 0) -> datetime:
    """Return a time on `day`, nine o'clock and some minutes."""
    return datetime.combine(day, time(9), UTC) + timedelta(minutes=minute)


def told(day: date = FIRST, name: str = "") -> tuple[AnyEvent, ...]:
    """Return what everybody tells first: a profile and a screening without a flag."""
    profile = Profile("beginner", 45)
    return (
        ProfileSaved(id=EventId(uid(f"{name}profile{day}")), at=at(day), on=day, profile=profile),
        Screened(id=EventId(uid(f"{name}screened{day}")), at=at(day, 1), on=day, screening=Screening()),
    )


def asked(exercise: str) -> Prescription:
    """Return what is asked of one exercise: three sets of eight."""
    return Prescription(
        exercise=ExerciseId(exercise),
        stage=1,
        rung=0,
        sets=3,
        reps=8,
        reps_top=8,
        hold_s=5,
        side=SideMode.LEFT_RIGHT,
        load_kg=None,
        comfortable=False,
        rest_s=30,
        light=False,
        warm_up=(),
        seconds=240,
        why=(WHY,),
    )


def started(day: date = FIRST, name: str = "") -> SessionStarted:
    """Return the start of the one session of `day`."""
    items = tuple(asked(exercise) for exercise in EXERCISES)
    plan = SessionPlan(day, 1, "alone", 1, items, 960, 2, ())
    return SessionStarted(
        id=EventId(uid(f"{name}started{day}")),
        at=at(day, 2),
        on=day,
        session=SessionId(uid(f"{name}session{day}")),
        plan=plan,
        pain=1,
        readiness="usual",
        new_symptom=False,
    )


def set_done(day: date = FIRST, exercise: str = "bird-dog", number: int = 1, name: str = "") -> SetDone:
    """Return one set of the session of `day`, done as asked, left and right."""
    return SetDone(
        id=EventId(uid(f"{name}set{day}{exercise}{number}")),
        at=at(day, 2 + number),
        on=day,
        session=SessionId(uid(f"{name}session{day}")),
        exercise=ExerciseId(exercise),
        number=number,
        target_reps=8,
        target_hold_s=5,
        target_load_kg=None,
        both=None,
        left=Work(8, 5.0),
        right=Work(8, 5.0),
        load_kg=None,
        rir=3,
        pain=1,
    )


def ended(day: date = FIRST, name: str = "") -> SessionEnded:
    """Return the end of the session of `day`."""
    session = SessionId(uid(f"{name}session{day}"))
    return SessionEnded(id=EventId(uid(f"{name}ended{day}")), at=at(day, 30), on=day, session=session, reason="done")


def trained(day: date = FIRST, name: str = "") -> Iterator[AnyEvent]:
    """Yield a whole session: its start, twelve sets and its end."""
    yield started(day, name)
    for exercise in EXERCISES:
        for number in (1, 2, 3):
            yield set_done(day, exercise, number, name)
    yield ended(day, name)


def rare(day: date = FIRST, name: str = "") -> tuple[AnyEvent, ...]:
    """Return one of each kind of event that most days do not have; they belong to the session of `day`."""
    heads = [Head(id=EventId(uid(f"{name}rare{day}{i}")), at=at(day, 40 + i), on=day) for i in range(5)]
    session, exercise = SessionId(uid(f"{name}session{day}")), ExerciseId("bird-dog")
    return (
        Swapped(**heads[0], old=exercise, new=ExerciseId("heel-raise"), kind="equal"),
        DayChosen(**heads[1], choice="train"),
        Hurt(**heads[2], session=session, exercise=exercise, feel="usual", pain=4),
        Skipped(**heads[3], session=session, exercise=exercise),
        MorningAnswered(**heads[4], about=day - timedelta(days=1), pain=1, woke=False, settled=True),
    )


def years(sets: int, until: date, name: str = "") -> list[AnyEvent]:
    """Return a journal of at least `sets` sets, one session every other day, and the screening of yesterday."""
    sessions = -(-sets // 12)
    days = [until - timedelta(days=2 * back) for back in range(sessions, 0, -1)]
    sessions_done = (event for day in days for event in trained(day, name))
    return [*told(days[0], name), *sessions_done, *told(until - timedelta(days=1), f"{name}again")]

"""The rows of what was done: sets, sessions, and what changed a day or a session."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lumbar.exchange.row import Row, stamp, yes_no
from lumbar.exchange.to_plain import utc_text
from lumbar.journal.event import (
    AnyEvent,
    DayChosen,
    Hurt,
    SessionEnded,
    SessionId,
    SessionStarted,
    SetDone,
    Skipped,
    Swapped,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetRow(Row):
    """One side of one set, with what was asked beside what was done."""

    session: str
    exercise: str
    set_number: int
    side: str
    target_reps: int
    reps: int
    target_hold_s: int
    hold_s: float
    target_load_kg: float | None
    load_kg: float | None
    reps_in_reserve: int
    pain_0_to_10: int
    counted_by: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRow(Row):
    """One session, from the three questions before it to its end."""

    ended_at_utc: str | None
    session: str
    number_of_day: int
    place: str
    stage: int
    planned_minutes: int
    planned_sets: int
    sets: int
    pain_before_0_to_10: int
    readiness: str
    new_symptom: str
    ended: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow(Row):
    """What went another way than planned: a stop, a skip, a swap, or a choice about the day."""

    what: str
    session: str | None = None
    exercise: str | None = None
    new_exercise: str | None = None
    detail: str | None = None
    pain_0_to_10: int | None = None


def set_rows(events: Sequence[AnyEvent]) -> Iterator[SetRow]:
    """Yield a row for each side of each set."""
    for event in events:
        if isinstance(event, SetDone):
            yield from _sides(event)


def _sides(done: SetDone) -> Iterator[SetRow]:
    for side, work in (("both", done.both), ("left", done.left), ("right", done.right)):
        if work is not None:
            yield SetRow(
                **stamp(done),
                session=str(done.session),
                exercise=done.exercise,
                set_number=done.number,
                side=side,
                target_reps=done.target_reps,
                reps=work.reps,
                target_hold_s=done.target_hold_s,
                hold_s=work.hold_s,
                target_load_kg=done.target_load_kg,
                load_kg=done.load_kg,
                reps_in_reserve=done.rir,
                pain_0_to_10=done.pain,
                counted_by=done.counted_by,
            )


def session_rows(events: Sequence[AnyEvent]) -> Iterator[SessionRow]:
    """Yield a row for each session that was begun."""
    ended = {event.session: event for event in events if isinstance(event, SessionEnded)}
    done: dict[SessionId, int] = {}
    for event in events:
        if isinstance(event, SetDone):
            done[event.session] = done.get(event.session, 0) + 1
    for event in events:
        if isinstance(event, SessionStarted):
            yield _session(event, ended.get(event.session), done.get(event.session, 0))


def _session(started: SessionStarted, ended: SessionEnded | None, sets: int) -> SessionRow:
    return SessionRow(
        **stamp(started),
        ended_at_utc=utc_text(ended.at) if ended else None,
        session=str(started.session),
        number_of_day=started.plan.number,
        place=started.plan.place,
        stage=started.plan.stage,
        planned_minutes=started.plan.minutes,
        planned_sets=sum(item.sets for item in started.plan.items),
        sets=sets,
        pain_before_0_to_10=started.pain,
        readiness=started.readiness,
        new_symptom=yes_no(started.new_symptom),
        ended=ended.reason if ended else None,
    )


def change_rows(events: Sequence[AnyEvent]) -> Iterator[ChangeRow]:
    """Yield a row for each stop, skip, swap and choice."""
    for event in events:
        row = _change(event)
        if row is not None:
            yield row


def _change(event: AnyEvent) -> ChangeRow | None:
    at = stamp(event)
    match event:
        case Hurt():
            return ChangeRow(
                **at,
                what="hurt",
                session=str(event.session),
                exercise=event.exercise,
                detail=event.feel,
                pain_0_to_10=event.pain,
            )
        case Skipped():
            return ChangeRow(**at, what="skipped", session=str(event.session), exercise=event.exercise)
        case Swapped():
            return ChangeRow(**at, what="swapped", exercise=event.old, new_exercise=event.new, detail=event.kind)
        case DayChosen():
            return ChangeRow(**at, what="day-chosen", detail=event.choice)
        case _:
            return None

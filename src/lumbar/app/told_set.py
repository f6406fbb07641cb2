"""A set told in words rather than done in the player: what it becomes in the journal.

It goes into the session of the day that is open and holds the exercise; without one, the first planned session
that holds it is begun. What is not told is taken from the target. Left and right told one after the other become one
set: the second corrects the first.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal
from uuid import UUID

from lumbar.app.sessions import open_sessions, waiting_sessions
from lumbar.catalogue.catalogue import Catalogue
from lumbar.catalogue.exercise import ExerciseId
from lumbar.errors import ConflictError, InputError, NotFoundError
from lumbar.journal.corrections import resolve
from lumbar.journal.event import AnyEvent, EventId, SessionEnded, SessionId, SessionStarted, SetDone, Work
from lumbar.journal.prescription import Prescription, SessionPlan
from lumbar.training.plan import DayPlan

Side = Literal["left", "right"]


@dataclass(frozen=True, slots=True)
class ToldSet:
    """What a person says of a set; None is “as asked for”.

    `reps` and `hold_s` are of each side that was done; `rir` repetitions in reserve, 0 to 4; `pain` during the set and
    `before` the session, each 0 to 10.
    """

    exercise: ExerciseId
    reps: int | None
    hold_s: float | None
    load_kg: float | None
    side: Side | None
    rir: int
    pain: int
    before: int


@dataclass(frozen=True, slots=True)
class Moment:
    """When something is told, and where new ids come from."""

    now: datetime
    new_id: Callable[[], UUID]


def events_of(
    told: ToldSet, done: Sequence[AnyEvent], plan: DayPlan, catalogue: Catalogue, moment: Moment
) -> tuple[AnyEvent, ...]:
    """Return the events that a told set becomes: the set, before it the start of its session, after it its end.

    Args:
        told: What was said.
        done: The events of the day so far.
        plan: The plan of the day.
        catalogue: The exercises.
        moment: When, and new ids.

    Raises:
        NotFoundError: If there is no such exercise, or today's sessions do not hold it.
        ConflictError: If there is no session today.
        InputError: If a side is told of an exercise that works both together.
    """
    catalogue.exercise(told.exercise)
    standing = resolve(done)
    started, is_new = _session_for(told, standing, plan, moment)
    item = next(item for item in started.plan.items if item.exercise == told.exercise)
    done_set = _set(told, item, started, standing, moment)
    end = (_end(started, plan, moment),) if _is_whole(started, resolve([*standing, done_set])) else ()
    return (*((started,) if is_new else ()), done_set, *end)


def _session_for(
    told: ToldSet, standing: Sequence[AnyEvent], plan: DayPlan, moment: Moment
) -> tuple[SessionStarted, bool]:
    """Return the session that a told set goes into, and whether it begins with it."""
    opened, planned = open_sessions(standing), waiting_sessions(standing, plan)
    for event in reversed(opened):
        if told.exercise in _names(event.plan):
            return event, False
    for session in planned:
        if told.exercise in _names(session):
            return _start(session, told.before, moment), True
    held = set().union(*(_names(session) for session in (*(event.plan for event in opened), *planned)))
    if held:
        raise NotFoundError("exercise in today's session", told.exercise, held)
    why = f" {plan.why_not}" if plan.why_not else " Today's sessions are done." if plan.sessions else ""
    raise ConflictError(f"There is no session to log into today.{why}")


def _names(session: SessionPlan) -> set[ExerciseId]:
    return {item.exercise for item in session.items}


def _start(session: SessionPlan, pain: int, moment: Moment) -> SessionStarted:
    return SessionStarted(
        id=EventId(moment.new_id()),
        at=moment.now,
        on=session.day,
        session=SessionId(moment.new_id()),
        plan=session,
        pain=pain,
        readiness="usual",
        new_symptom=False,
    )


def _end(started: SessionStarted, plan: DayPlan, moment: Moment) -> SessionEnded:
    return SessionEnded(id=EventId(moment.new_id()), at=moment.now, on=plan.day, session=started.session, reason="done")


def _set(
    told: ToldSet, item: Prescription, started: SessionStarted, standing: Sequence[AnyEvent], moment: Moment
) -> SetDone:
    sides = item.side.sides
    if told.side is not None and sides == 1:
        raise InputError([f"{told.exercise} works both sides together: leave out --{told.side}."])
    before = _sets(started, standing, told.exercise)
    work = Work(item.reps if told.reps is None else told.reps, item.hold_s if told.hold_s is None else told.hold_s)
    made = SetDone(
        id=EventId(moment.new_id()),
        at=moment.now,
        on=started.on,
        session=started.session,
        exercise=told.exercise,
        number=1 + max((one.number for one in before), default=0),
        target_reps=item.reps,
        target_hold_s=item.hold_s,
        target_load_kg=item.load_kg,
        both=work if sides == 1 else None,
        left=work if sides > 1 and told.side != "right" else None,
        right=work if sides > 1 and told.side != "left" else None,
        load_kg=item.load_kg if told.load_kg is None else told.load_kg,
        rir=told.rir,
        pain=told.pain,
    )
    return _joined(before[-1], made) if before else made


def _joined(last: SetDone, made: SetDone) -> SetDone:
    """Return one set of both sides where `made` is the other side of `last`, else `made`."""
    sides = ((last.left or made.left), (last.right or made.right))
    halves = (last.left is None) != (last.right is None) and (made.left is None) != (made.right is None)
    if not halves or None in sides:
        return made
    return replace(
        made,
        supersedes=last.id,
        number=last.number,
        left=sides[0],
        right=sides[1],
        rir=min(last.rir, made.rir),
        pain=max(last.pain, made.pain),
    )


def _sets(started: SessionStarted, standing: Sequence[AnyEvent], exercise: ExerciseId) -> list[SetDone]:
    return [
        event
        for event in standing
        if isinstance(event, SetDone) and event.session == started.session and event.exercise == exercise
    ]


def _is_whole(started: SessionStarted, standing: Sequence[AnyEvent]) -> bool:
    """Return whether every planned set is done, on both sides where there are two."""
    for item in started.plan.items:
        done = _sets(started, standing, item.exercise)
        whole = [one for one in done if item.side.sides == 1 or (one.left and one.right)]
        if len(whole) < item.sets:
            return False
    return True

"""Beginning a session: the three questions answered, and today's targets written down.

From then on the session's sets are judged by these targets, whatever the plan says later. Beginning again is safe:
the ids follow from the day and from how many sessions it has seen, so that two tabs, or the same press sent twice,
begin the same one.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid5

from lumbar.app.low_back import loads_for
from lumbar.app.sessions import open_sessions, sessions_begun, waiting_sessions
from lumbar.app.today import Desk, View
from lumbar.errors import ConflictError
from lumbar.journal.event import EventId, Readiness, SessionId, SessionStarted
from lumbar.journal.prescription import SessionPlan
from lumbar.training.deload import ease_today
from lumbar.training.plan import DayPlan, plan_day

_SESSIONS = UUID("1d7d3f7b-8c64-4d5e-9c52-4f0b3f3d7a10")  # the name space of our own sessions; any would do


@dataclass(frozen=True, slots=True)
class Answers:
    """The three questions before a session: pain now (0 to 10), readiness, and whether anything is new."""

    pain: int
    readiness: Readiness
    new_symptom: bool


@dataclass(frozen=True, slots=True)
class Begun:
    """A session under way; `fresh` is False where it had been begun before and goes on."""

    session: SessionId
    plan: SessionPlan
    fresh: bool


def begin(desk: Desk, owner: int, day: date, at: datetime, answers: Answers) -> Begun:
    """Begin the next session of `day`, or go on with the one under way.

    Args:
        desk: Where the journal is read and written.
        owner: Whose.
        day: The local day.
        at: Now, aware and in UTC.
        answers: The three questions.

    Raises:
        ConflictError: If there is nothing to begin today.
    """
    view = desk.view(owner, day)
    under_way = open_session(view)
    if under_way is not None:
        return Begun(under_way.session, under_way.plan, fresh=False)
    plan = _next_plan(desk, owner, view, answers)
    session = SessionId(uuid5(_SESSIONS, f"{owner}/{day}/{len(begun_today(view))}"))
    start = SessionStarted(
        id=EventId(uuid5(session, "started")),
        at=at,
        on=day,
        session=session,
        plan=plan,
        pain=answers.pain,
        readiness=answers.readiness,
        new_symptom=answers.new_symptom,
    )
    (fresh,) = desk.store.append(owner, [start])
    if fresh:
        return Begun(session, plan, fresh=True)
    stored = open_session(desk.view(owner, day)) or start  # another tab was first: its targets hold
    return Begun(stored.session, stored.plan, fresh=False)


def begun_today(view: View) -> tuple[SessionStarted, ...]:
    """Return the sessions begun on the view's day, in their order."""
    return sessions_begun(view.of_day)


def open_session(view: View) -> SessionStarted | None:
    """Return the session of the view's day that was begun and has not ended; None if there is none."""
    return next((start for start in open_sessions(view.since) if start.on == view.day), None)


def _next_plan(desk: Desk, owner: int, view: View, answers: Answers) -> SessionPlan:
    plan = desk.plan(owner, view) if answers.readiness == "usual" else _eased(desk, view, answers.readiness)
    if plan is None:
        raise ConflictError("There is no plan yet: tell about yourself and answer the questions about health first.")
    waiting = waiting_session(view, plan)
    if waiting is None:
        raise ConflictError("There is nothing left to do today." if plan.sessions else "There is no session today.")
    return waiting


def waiting_session(view: View, plan: DayPlan) -> SessionPlan | None:
    """Return the first session of the day's plan that is still to be begun; None if there is none."""
    return next(iter(waiting_sessions(view.of_day, plan)), None)


def _eased(desk: Desk, view: View, readiness: Readiness) -> DayPlan | None:
    """Return the day's plan as it is for someone who feels below their usual; None where there is none yet."""
    person = view.state.planned_for
    if person is None:
        return None
    eased = ease_today(view.state, view.day, readiness)
    return plan_day(person, eased, desk.catalogue, view.day, loads=loads_for(person.profile, desk.catalogue))

"""The sessions of a day, read off its events: begun, still open, or waiting to be begun."""

from collections.abc import Iterable, Sequence

from lumbar.journal.corrections import resolve
from lumbar.journal.event import AnyEvent, SessionEnded, SessionStarted
from lumbar.journal.prescription import SessionPlan
from lumbar.training.plan import DayPlan


def sessions_begun(events: Iterable[AnyEvent]) -> tuple[SessionStarted, ...]:
    """Return the sessions that were begun, in their order, as corrected."""
    return tuple(event for event in resolve(events) if isinstance(event, SessionStarted))


def open_sessions(events: Sequence[AnyEvent]) -> tuple[SessionStarted, ...]:
    """Return the sessions that were begun and have not ended, in their order."""
    ended = {event.session for event in events if isinstance(event, SessionEnded)}
    return tuple(start for start in sessions_begun(events) if start.session not in ended)


def waiting_sessions(events: Iterable[AnyEvent], plan: DayPlan) -> tuple[SessionPlan, ...]:
    """Return the sessions of the day's plan that were not begun; one that a new symptom stopped never was."""
    begun = {start.plan.number for start in sessions_begun(events) if not start.new_symptom}
    return tuple(session for session in plan.sessions if session.number not in begun)

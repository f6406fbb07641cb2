"""Planning without a database: a person, a history and a day become the outlook of the coming weeks.

The profile counts as saved, and the screening as answered, on the day that is planned. What the history asks for
on its own, such as answering the screening again after two hard days, is told as advice.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from lumbar.app.low_back import loads_for
from lumbar.app.low_back_days import DayLoad, day_loads, low_back_to_dict
from lumbar.catalogue.catalogue import Catalogue
from lumbar.errors import InputError
from lumbar.exchange.plan_json import day_to_dict, reasons_to_list
from lumbar.exchange.to_plain import Plain
from lumbar.journal.event import AnyEvent, ProfileSaved
from lumbar.journal.prescription import Reason, SessionPlan
from lumbar.journal.profile import Person
from lumbar.training.fold import fold, settle
from lumbar.training.horizon import plan_weeks
from lumbar.training.imagine import beginning
from lumbar.training.low_back import NO_LOADS, LowBackLoads
from lumbar.training.screening import NO_PLAN, Status, Verdict, screen
from lumbar.training.standing import State

WEEKS: Final = (1, 52)
FIRST_TIME: Final = "rescreen-first"
EXPIRED: Final = "clearance-expired"


@dataclass(frozen=True, slots=True)
class Outlook:
    """The coming weeks: what the screening says, what had to be relaxed, and the days with sessions.

    `loads` are the person's moments at the low back by exercise; `low_back` what each training day asks of it, those
    that were done before the first.
    """

    status: Status
    advice: tuple[Reason, ...]
    relaxed: tuple[Reason, ...]
    days: tuple[tuple[date, tuple[SessionPlan, ...]], ...]
    loads: LowBackLoads = field(default_factory=lambda: NO_LOADS)
    low_back: tuple[DayLoad, ...] = ()


def plan_outlook(person: Person, journal: Sequence[AnyEvent], catalogue: Catalogue, day: date, weeks: int) -> Outlook:
    """Return the plan of `weeks` weeks from `day` on.

    Args:
        person: The profile and the screening as answered on `day`.
        journal: What happened until then, in the order it was written; what lies after `day` is left out.
        catalogue: The exercises.
        day: The first day planned.
        weeks: How many weeks, 1 to 52.

    Raises:
        InputError: If `weeks` is out of its range.
    """
    past = [event for event in journal if event.on <= day]
    asked = settle(fold(past, catalogue), day, catalogue).rescreen if past else None
    state = settle(fold(_told(person, past, day), catalogue), day, catalogue)
    return _outlook(person, state, None if asked is None or asked.rule == FIRST_TIME else asked, catalogue, day, weeks)


def journal_outlook(journal: Sequence[AnyEvent], catalogue: Catalogue, day: date, weeks: int) -> Outlook | None:
    """Return the plan of `weeks` weeks as a journal alone says; None until it holds a profile and a screening.

    Where the screening has to be answered again there are no days, and the advice says so.

    Raises:
        InputError: If `weeks` is out of its range.
    """
    state = settle(fold([event for event in journal if event.on <= day], catalogue), day, catalogue)
    if state.planned_for is None:
        return None
    return _outlook(state.planned_for, state, state.rescreen, catalogue, day, weeks)


def outlook_to_dict(outlook: Outlook, catalogue: Catalogue) -> dict[str, Plain]:
    """Return an outlook as plain data, ready for JSON."""
    return {
        "status": outlook.status,
        "advice": reasons_to_list(outlook.advice, catalogue),
        "relaxed": reasons_to_list(outlook.relaxed, catalogue),
        "days": [_day_to_dict(day, sessions, outlook, catalogue) for day, sessions in outlook.days],
    }


def _day_to_dict(
    day: date, sessions: Sequence[SessionPlan], outlook: Outlook, catalogue: Catalogue
) -> dict[str, Plain]:
    told = low_back_to_dict(day, sessions, outlook.loads, outlook.low_back)
    return {**day_to_dict(day, sessions, catalogue), "low_back": told}


def _told(person: Person, past: Sequence[AnyEvent], day: date) -> list[AnyEvent]:
    """Return the history with the profile and the screening told; a history without a profile begins with it."""
    has_profile = any(isinstance(event, ProfileSaved) for event in past)
    begun = min((event.on for event in past), default=day)
    before = () if has_profile else beginning(person, begun)
    return [*before, *past, *beginning(person, day)]


def _outlook(  # noqa: PLR0913, PLR0917 -- a plan hangs on all of these
    person: Person, state: State, asked: Reason | None, catalogue: Catalogue, day: date, weeks: int
) -> Outlook:
    if not WEEKS[0] <= weeks <= WEEKS[1]:
        raise InputError([f"weeks: {weeks} is not between {WEEKS[0]} and {WEEKS[1]}"])
    verdict = screen(person, day)
    loads = loads_for(person.profile, catalogue)
    planned = plan_weeks(person, state, catalogue, day, weeks, loads=loads)
    days = tuple((one.day, one.sessions) for one in planned if one.sessions)
    relaxed = _once(reason for _, sessions in days for session in sessions for reason in session.relaxed)
    advice = (*verdict.advice, *_running_out(person, verdict, day + timedelta(weeks=weeks, days=-1)))
    told = (*advice, *((asked,) if asked else ()))
    return Outlook(verdict.status, told, relaxed, days, loads, day_loads(state, days, catalogue, loads))


def _running_out(person: Person, now: Verdict, last: date) -> Iterator[Reason]:
    """Yield why the days end before `last`, where a professional's yes holds today and no longer then."""
    if now.status in NO_PLAN:
        return
    yield from (reason for reason in screen(person, last).advice if reason.rule == EXPIRED)


def _once(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    return tuple({(reason.rule, str(reason)): reason for reason in reasons}.values())

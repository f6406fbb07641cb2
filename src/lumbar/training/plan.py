"""The plan of a day: today's sessions, as a pure function of the person, the state, the catalogue and the day.

Screening decides whether there is a plan; the calendar whether today is a training day; then every candidate gets
its dose, the solver chooses, swaps are made, a day may be split into sessions, and the items are put in order.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from lumbar.catalogue.catalogue import Catalogue
from lumbar.journal.prescription import Prescription, Reason, SessionPlan
from lumbar.journal.profile import Person
from lumbar.training.calendar import DayKind, kind_of
from lumbar.training.candidates import Candidate, candidates, stage_of
from lumbar.training.day_reasons import why_not, why_today
from lumbar.training.duration import item_s
from lumbar.training.low_back import NO_LOADS, LowBackLoads
from lumbar.training.order import get_ups, ordered
from lumbar.training.prescribe import is_heavy
from lumbar.training.relax import Chosen, fit
from lumbar.training.rules import reason
from lumbar.training.screening import NO_PLAN, Status, Verdict, screen
from lumbar.training.situation import Day, Situation
from lumbar.training.split import split
from lumbar.training.standing import State
from lumbar.training.stretch import stretch
from lumbar.training.swap import Spare, swapped
from lumbar.training.thresholds import SHORT_DAY_MINUTES


@dataclass(frozen=True, slots=True)
class DayPlan:
    """What a day holds.

    `status` and `advice` come from the screening. `training_day` is the calendar's word; `why_not` says why there
    is no session, where there is none.
    """

    day: date
    status: Status
    advice: tuple[Reason, ...]
    training_day: bool
    sessions: tuple[SessionPlan, ...]
    why_not: Reason | None


def plan_day(
    person: Person, state: State, catalogue: Catalogue, day: date, *, loads: LowBackLoads = NO_LOADS
) -> DayPlan:
    """Return the plan of `day`.

    Args:
        person: Profile and screening.
        state: Where the person stands, settled to `day`.
        catalogue: The exercises.
        day: The local day.
        loads: The person's moments at the low back by exercise; the growth of the load is bound where they are known.
    """
    verdict, kind = screen(person, day), kind_of(person.profile, state, day)
    blocked = _blocked(verdict, state)
    if blocked is not None or verdict.status in NO_PLAN:
        return DayPlan(day, verdict.status, verdict.advice, kind.trains, (), blocked)
    if not kind.trains:
        return DayPlan(day, verdict.status, verdict.advice, kind.trains, (), why_not(kind.because))
    today = _today(Situation(person, state, catalogue, day, loads=loads), verdict, kind)
    sessions = plan_sessions(today, wanted=_sessions_wanted(person, kind))
    reason_for_none = None if sessions else reason("nothing-fits", "today")
    return DayPlan(day, verdict.status, verdict.advice, kind.trains, sessions, reason_for_none)


def _blocked(verdict: Verdict, state: State) -> Reason | None:
    if verdict.status in NO_PLAN:
        return next(iter(verdict.advice), None)
    return state.rescreen


def _today(now: Situation, verdict: Verdict, kind: DayKind) -> Day:
    minutes_s = now.person.profile.minutes * 60
    return Day(
        person=now.person,
        state=now.state,
        catalogue=now.catalogue,
        on=now.on,
        stage=stage_of(now.person, now.state, verdict.stage_cap),
        place=kind.place,
        budget_s=min(minutes_s, SHORT_DAY_MINUTES * 60) if kind.short else minutes_s,
        because=kind.because,
        loads=now.loads,
    )


def _sessions_wanted(person: Person, kind: DayKind) -> int:
    return 1 if kind.short or kind.place == "assistance" else person.profile.sessions_per_day


def plan_sessions(today: Day, *, wanted: int) -> tuple[SessionPlan, ...]:
    """Return the sessions of a training day, `wanted` of them where the day's volume fills them."""
    found = candidates(today)
    chosen = fit(found, today)
    if not chosen.opening and not chosen.items:
        return ()
    by_id = {one.exercise.id: one for one in found}
    spare_s = today.budget_s - sum(one.seconds for one in (*chosen.opening, *chosen.items))
    items = swapped(chosen.items, found, today, Spare(max(0, spare_s), max(0.0, chosen.spare_load)))
    parts = split(items, by_id, wanted)
    opening = chosen.opening if len(parts) == 1 else stretch(today, "short", split=True)
    relaxed = _relaxed(chosen, len(parts), wanted)
    return tuple(_session(today, i, opening, part, found, relaxed) for i, part in enumerate(parts, start=1))


def _relaxed(chosen: Chosen, parts: int, wanted: int) -> tuple[Reason, ...]:
    missing = () if chosen.opening else (reason("relaxed-no-stretch", "today"),)
    fewer = (reason("relaxed-sessions", "today", sessions=parts, wanted=wanted),) if parts < wanted else ()
    return (*chosen.relaxed, *missing, *fewer)


def _session(  # noqa: PLR0913, PLR0917 - a session is made of all these
    today: Day,
    number: int,
    opening: Sequence[Prescription],
    items: Sequence[Prescription],
    found: Sequence[Candidate],
    relaxed: tuple[Reason, ...],
) -> SessionPlan:
    by_id = {one.exercise.id: one.exercise for one in found}
    triples = [(by_id[item.exercise], item, is_heavy(by_id[item.exercise], item)) for item in items]
    bar_first = today.place == "assistance" or any(heavy for _, _, heavy in triples)
    work = ordered(triples, bar_first=bar_first)
    reasoned = [replace(i, why=(*i.why, *why_today(e, today, heavy=is_heavy(e, i)))) for e, i in work]
    every = _last_without_rest(today, (*opening, *reasoned))
    return SessionPlan(
        day=today.on,
        number=number,
        place=today.place,
        stage=today.stage,
        items=every,
        seconds=sum(item.seconds for item in every),
        get_ups=get_ups([today.catalogue.exercises[item.exercise] for item in every]),
        relaxed=relaxed,
    )


def _last_without_rest(today: Day, items: tuple[Prescription, ...]) -> tuple[Prescription, ...]:
    """Return the items with the rest after the last one left out."""
    if not items:
        return ()
    last = items[-1]
    exercise = today.catalogue.exercises[last.exercise]
    seconds = item_s(exercise, last.sets, last.reps, last.hold_s, warm_up=last.warm_up, last=True)
    return (*items[:-1], replace(last, seconds=seconds))

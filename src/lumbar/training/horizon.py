"""The horizon: the weeks ahead, from the same function as today.

A day is planned, imagined to go well, folded into the state, and the next one follows from that. Nothing is
promised: whatever really happens, the days after it are planned anew.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from lumbar.catalogue.catalogue import Catalogue
from lumbar.journal.profile import Person
from lumbar.training.calendar import kind_of
from lumbar.training.fold import extend, settle
from lumbar.training.history import WEEK_DAYS
from lumbar.training.imagine import beginning, good_day
from lumbar.training.low_back import NO_LOADS, LowBackLoads
from lumbar.training.plan import DayPlan, plan_day
from lumbar.training.screening import NO_PLAN
from lumbar.training.situation import Situation
from lumbar.training.standing import State


def plan_weeks(  # noqa: PLR0913 - what a plan hangs on
    person: Person,
    state: State,
    catalogue: Catalogue,
    day: date,
    weeks: int,
    *,
    loads: LowBackLoads = NO_LOADS,
) -> tuple[DayPlan, ...]:
    """Return the days with sessions among the `weeks` weeks from `day` on, in order.

    Where screening allows no plan today, or asks its questions again, that one day is returned with its advice and
    no session.

    Args:
        person: Profile and screening.
        state: Where the person stands, settled to `day`.
        catalogue: The exercises.
        day: The first local day.
        weeks: How many weeks, at least 1.
        loads: The person's moments at the low back by exercise.
    """
    today = plan_day(person, state, catalogue, day, loads=loads)
    if today.status in NO_PLAN or state.rescreen is not None:
        return (today,)
    known = _known(person, state, catalogue, day)
    return tuple(_days(Situation(person, known, catalogue, day, loads=loads), weeks * WEEK_DAYS))


def _known(person: Person, state: State, catalogue: Catalogue, day: date) -> State:
    """Return a state that knows the person, as a journal's does."""
    if state.person == person and state.screened_on is not None:
        return state
    return extend(state, beginning(person, day), catalogue)


def _days(start: Situation, count: int) -> Iterator[DayPlan]:
    person, state, catalogue = start.person, start.state, start.catalogue
    for day in (start.on + timedelta(days=i) for i in range(count)):
        if not kind_of(person.profile, state, day).trains:
            continue
        state = settle(state, day, catalogue)
        if state.rescreen is not None:  # the answers are a year old: imagined to be the same again
            state = extend(state, beginning(person, day), catalogue)
        plan = plan_day(person, state, catalogue, day, loads=start.loads)
        if plan.sessions:
            yield plan
            state = extend(state, good_day(plan.sessions), catalogue)

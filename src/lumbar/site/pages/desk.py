"""The one desk of the server: where a person stands, what they do today, and what the weeks may look like."""

from datetime import date
from functools import cache, lru_cache

from lumbar.app.low_back import Stature, loads_for, stature_of
from lumbar.app.today import Desk, View
from lumbar.catalogue.exercise import Equipment
from lumbar.journal.profile import Screening
from lumbar.site import clock
from lumbar.site.request import OwnedRequest
from lumbar.site.shelf import catalogue
from lumbar.site.store import TableStore
from lumbar.training.horizon import plan_weeks
from lumbar.training.low_back import LowBackLoads
from lumbar.training.plan import DayPlan
from lumbar.training.standing import State


@cache
def desk() -> Desk:
    """Return the desk; there is one, so that what it remembers serves every request."""
    return Desk(TableStore(), catalogue())


def view_of(request: OwnedRequest) -> View:
    """Return what is known of this request's person today; the desk is asked once a request."""
    if request.seen is None or request.seen.day != clock.today():
        request.seen = desk().view(request.owner.pk, clock.today())
    return request.seen


def state_of(request: OwnedRequest) -> State:
    """Return where this request's person stands."""
    return view_of(request).state


def plan_of(request: OwnedRequest) -> DayPlan | None:
    """Return today's plan, or None until profile and screening are both there."""
    return desk().plan(request.owner.pk, view_of(request))


def owned_by(request: OwnedRequest) -> frozenset[Equipment]:
    """Return the equipment that this request's person owns."""
    person = state_of(request).person
    return frozenset() if person is None else person.profile.equipment


def loads_of(request: OwnedRequest) -> LowBackLoads:
    """Return the moments of this request's person at the low back, by exercise; of a reference before they told."""
    person = state_of(request).person
    return loads_for(None if person is None else person.profile, catalogue())


def stature_here(request: OwnedRequest) -> Stature:
    """Return the body of this request's person as far as the low back's load needs it."""
    person = state_of(request).person
    return stature_of(None if person is None else person.profile)


def screening_of(request: OwnedRequest) -> Screening | None:
    """Return the latest answers about health, also before there is a profile; None if never asked."""
    state = state_of(request)
    return None if state.screened_on is None else state.screening


def outlook_of(request: OwnedRequest, weeks: int) -> tuple[DayPlan, ...]:
    """Return the days of the coming weeks, worked out once for each head of the journal."""
    view = view_of(request)
    if view.state.person is None:
        return ()
    return _outlook(request.owner.pk, view.head, view.day, weeks)


@lru_cache(maxsize=64)
def _outlook(owner: int, head: int, day: date, weeks: int) -> tuple[DayPlan, ...]:
    state = desk().state(owner, day)
    if state.person is None:
        return ()
    return plan_weeks(state.person, state, catalogue(), day, weeks, loads=loads_for(state.person.profile, catalogue()))

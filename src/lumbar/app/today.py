"""Today: what the journal says about a day, kept in memory as far as it can be carried on.

For each owner the desk keeps where the person stands and the events of the day. A new event is added to that,
whatever the length of the journal; one that is late or corrects another, an earlier day, or an erased journal make
the desk read everything again. The plan is made once for each head of the journal.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from threading import Lock

from lumbar.app.low_back import loads_for
from lumbar.app.store import JournalStore
from lumbar.catalogue.catalogue import Catalogue
from lumbar.journal.corrections import resolve
from lumbar.journal.event import AnyEvent, DayChosen, SessionEnded, SessionId, SessionStarted, Swapped
from lumbar.training.fold import extend, fold, is_late, settle
from lumbar.training.plan import DayPlan, plan_day
from lumbar.training.standing import State


@dataclass(frozen=True, slots=True)
class View:
    """What is known of one owner on one day, up to event number `head`.

    `state` is settled to `day`. `since` holds every event of `day` and those of later days (a device may be a zone
    ahead); these count when their day has come, but for a choice about a day, which counts as soon as it is made.
    """

    day: date
    head: int
    state: State
    since: tuple[AnyEvent, ...]

    @property
    def of_day(self) -> tuple[AnyEvent, ...]:
        """Return the events of the day itself, in the order they were added."""
        return tuple(event for event in self.since if event.on == self.day)


class Desk:
    """Answer for each owner where they stand and what they do today; safe to be asked from many threads."""

    def __init__(self, store: JournalStore, catalogue: Catalogue) -> None:
        """Begin with nothing in memory."""
        self.store = store
        self.catalogue = catalogue
        self._views: dict[int, View] = {}
        self._plans: dict[int, tuple[View, DayPlan]] = {}
        self._locks: dict[int, Lock] = {}

    def view(self, owner: int, day: date) -> View:
        """Return what is known of `owner` on `day`, every stored event counted."""
        with self._lock(owner):
            return self._view(owner, day)

    def state(self, owner: int, day: date) -> State:
        """Return where `owner` stands on `day`; `person` is None in it until a profile is there."""
        return self.view(owner, day).state

    def today(self, owner: int, day: date) -> DayPlan | None:
        """Return the plan of `day`, or None until profile and screening are both there."""
        return self.plan(owner, self.view(owner, day))

    def plan(self, owner: int, view: View) -> DayPlan | None:
        """Return the plan that follows from a view of `owner`; no question is asked for it."""
        with self._lock(owner):
            kept = self._plans.get(owner)
            if kept is not None and kept[0] is view:
                return kept[1]
            person = view.state.planned_for
            if person is None:
                return None
            loads = loads_for(person.profile, self.catalogue)
            plan = plan_day(person, view.state, self.catalogue, view.day, loads=loads)
            self._plans[owner] = (view, plan)
            return plan

    def session(self, owner: int, day: date, session: SessionId) -> tuple[AnyEvent, ...]:
        """Return what holds of one session, its start first, corrections made; nothing if it was never begun."""
        found = in_session(self.view(owner, day).since, session)
        if not any(isinstance(event, SessionStarted) for event in found):  # begun on an earlier day
            found = in_session((event for _, event in self.store.events(owner)), session)
        return tuple(resolve(found))

    def _lock(self, owner: int) -> Lock:
        return self._locks.setdefault(owner, Lock())

    def _view(self, owner: int, day: date) -> View:
        old = self._views.get(owner)
        head = self.store.head(owner) if old is not None else 0
        if old is not None and old.day == day and old.head == head:
            return old
        view = self._carried(owner, old, day, head) or self._read(owner, day)
        self._views[owner] = view
        return view

    def _carried(self, owner: int, old: View | None, day: date, head: int) -> View | None:
        """Return `old` carried on to `day` with the events that are new, or None where all must be read again."""
        if old is None or day < old.day or head < old.head:
            return None
        numbered = self.store.events(owner, old.head) if head > old.head else ()
        new = [event for _, event in numbered]
        if any(event.on < old.day or is_late(old.state, event) for event in new):
            return None
        waiting = [event for event in old.since if not counts(event, old.day)]
        due = sorted((e for e in (*waiting, *new) if counts(e, day)), key=lambda event: event.on)
        state = extend(old.state, due, self.catalogue) if due else old.state
        since = tuple(event for event in (*old.since, *new) if event.on >= day)
        return View(day, numbered[-1][0] if numbered else old.head, settle(state, day, self.catalogue), since)

    def _read(self, owner: int, day: date) -> View:
        """Return the view made from the whole journal."""
        numbered = self.store.events(owner)
        events = [event for _, event in numbered]
        folded = fold([event for event in events if counts(event, day)], self.catalogue)
        since = tuple(event for event in events if event.on >= day)
        return View(day, numbered[-1][0] if numbered else 0, settle(folded, day, self.catalogue), since)


def counts(event: AnyEvent, day: date) -> bool:
    """Return whether an event counts by `day`: its day has come, or it is a choice about a day."""
    return event.on <= day or isinstance(event, DayChosen)


def in_session(events: Iterable[AnyEvent], session: SessionId) -> tuple[AnyEvent, ...]:
    """Return the events of one session, and the swaps that were made while it was open, in the order they came."""
    found: list[AnyEvent] = []
    for event in events:
        if getattr(event, "session", None) == session or (isinstance(event, Swapped) and _is_open_on(found, event.on)):
            found.append(event)
    return tuple(found)


def _is_open_on(session: Sequence[AnyEvent], day: date) -> bool:
    """Return whether a session that holds these events was begun on `day` and has not been ended."""
    begun = {event.on for event in session if isinstance(event, SessionStarted)}
    return day in begun and not any(isinstance(event, SessionEnded) for event in session)

"""Here and now: the journal of this machine, its owner's desk, and the day."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from lumbar.errors import ConflictError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lumbar.app.low_back_days import DayLoad
    from lumbar.app.store import JournalStore
    from lumbar.app.today import Desk
    from lumbar.catalogue.catalogue import Catalogue
    from lumbar.catalogue.exercise import ExerciseId
    from lumbar.journal.prescription import SessionPlan
    from lumbar.training.low_back import LowBackLoads
    from lumbar.training.plan import DayPlan

NO_PROFILE: Final = "There is no profile yet. Run `lumbar serve` and answer the questions there."


@dataclass(frozen=True, slots=True)
class Here:
    """What the commands that read or write the journal work with."""

    store: "JournalStore"
    owner: int
    catalogue: "Catalogue"
    desk: "Desk"
    day: date

    def plan(self) -> "DayPlan":
        """Return the plan of the day.

        Raises:
            ConflictError: If there is no profile or no screening yet.
        """
        plan = self.desk.today(self.owner, self.day)
        if plan is None:
            raise ConflictError(NO_PROFILE)
        return plan

    def loads(self) -> "LowBackLoads":
        """Return the owner's moments at the low back by exercise."""
        from lumbar.app.low_back import loads_for

        person = self.desk.state(self.owner, self.day).person
        return loads_for(None if person is None else person.profile, self.catalogue)

    def low_back_days(self) -> "tuple[DayLoad, ...]":
        """Return what the training days until now asked of the low back, and what the day's plan asks."""
        from lumbar.app.low_back_days import day_loads

        state, plan = self.desk.state(self.owner, self.day), self.plan()
        return day_loads(state, ((plan.day, plan.sessions),), self.catalogue, self.loads())

    def sets_done(self, session: "SessionPlan") -> "Mapping[ExerciseId, int]":
        """Return how many sets of each exercise are done in a session of the day; nothing where it was not begun."""
        from lumbar.journal.corrections import resolve
        from lumbar.journal.event import SessionStarted, SetDone

        done = resolve(self.desk.view(self.owner, self.day).since)
        begun = {e.session for e in done if isinstance(e, SessionStarted) and e.plan.number == session.number}
        return Counter(e.exercise for e in done if isinstance(e, SetDone) and e.session in begun)


def open_here(told: str | None = None) -> Here:
    """Return the journal of this machine on the day `told`, or today.

    Raises:
        UnavailableError: If the journal cannot be used now.
        InputError: If `told` is no day.
    """
    from lumbar.app.shelf import load_catalogue
    from lumbar.app.today import Desk
    from lumbar.cli.reading import day_of
    from lumbar.site.local import open_store

    day = day_of(told)
    store, owner = open_store()
    catalogue = load_catalogue()
    return Here(store, owner, catalogue, Desk(store, catalogue), day)

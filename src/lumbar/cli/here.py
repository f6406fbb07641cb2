"""Here and now: the journal of this machine, its owner's desk, and the day."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from lumbar.errors import ConflictError

if TYPE_CHECKING:
    from lumbar.app.store import JournalStore
    from lumbar.app.today import Desk
    from lumbar.catalogue.catalogue import Catalogue
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

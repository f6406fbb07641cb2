"""Lumbar as a library: the plan, the exercises and the fold, without a site and without a database.

>>> import lumbar
>>> lumbar.exercise("bird-dog").texts["en"].name
'Bird dog'

Nothing heavy is imported before it is asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lumbar.app.library import exercise, exercises, fold, plan
    from lumbar.app.shelf import load_catalogue
    from lumbar.catalogue.catalogue import Catalogue
    from lumbar.catalogue.exercise import Exercise
    from lumbar.errors import LumbarError
    from lumbar.exchange.archive import dump_archive, parse_archive
    from lumbar.exchange.profile_file import parse_profile
    from lumbar.journal.event import AnyEvent
    from lumbar.journal.prescription import Prescription, Reason, SessionPlan
    from lumbar.journal.profile import Person, Profile, Screening
    from lumbar.training.standing import State

_WHERE: Final = {
    "AnyEvent": "lumbar.journal.event",
    "Catalogue": "lumbar.catalogue.catalogue",
    "Exercise": "lumbar.catalogue.exercise",
    "LumbarError": "lumbar.errors",
    "Person": "lumbar.journal.profile",
    "Prescription": "lumbar.journal.prescription",
    "Profile": "lumbar.journal.profile",
    "Reason": "lumbar.journal.prescription",
    "Screening": "lumbar.journal.profile",
    "SessionPlan": "lumbar.journal.prescription",
    "State": "lumbar.training.standing",
    "dump_archive": "lumbar.exchange.archive",
    "exercise": "lumbar.app.library",
    "load_catalogue": "lumbar.app.shelf",
    "exercises": "lumbar.app.library",
    "fold": "lumbar.app.library",
    "parse_archive": "lumbar.exchange.archive",
    "parse_profile": "lumbar.exchange.profile_file",
    "plan": "lumbar.app.library",
}

__all__ = [
    "AnyEvent",
    "Catalogue",
    "Exercise",
    "LumbarError",
    "Person",
    "Prescription",
    "Profile",
    "Reason",
    "Screening",
    "SessionPlan",
    "State",
    "dump_archive",
    "exercise",
    "exercises",
    "fold",
    "load_catalogue",
    "parse_archive",
    "parse_profile",
    "plan",
]


def __getattr__(name: str) -> object:
    """Return a name of the library, importing what it needs only now."""
    if name not in _WHERE:
        raise AttributeError(f"module “lumbar” has no attribute “{name}”")
    return getattr(import_module(_WHERE[name]), name)


def __dir__() -> list[str]:
    """Return the names of the library."""
    return sorted(__all__)

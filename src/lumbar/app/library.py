"""The library's face: what `import lumbar` offers, on the shipped catalogue."""

from collections.abc import Iterable, Sequence
from datetime import date

from lumbar.app.shelf import load_catalogue
from lumbar.catalogue.catalogue import Catalogue
from lumbar.catalogue.exercise import Exercise
from lumbar.exchange.archive import parse_archive
from lumbar.exchange.profile_file import parse_profile
from lumbar.exchange.to_plain import Plain
from lumbar.journal.event import AnyEvent
from lumbar.journal.profile import Person
from lumbar.training.standing import State


def exercises() -> tuple[Exercise, ...]:
    """Return every shipped exercise, in order of id."""
    return tuple(load_catalogue())


def exercise(name: str) -> Exercise:
    """Return the shipped exercise with the id `name`.

    Raises:
        NotFoundError: If there is none; it names the nearest.
    """
    return load_catalogue().exercise(name)


def plan(
    profile: Person | str, weeks: int, day: date, journal: str | Sequence[AnyEvent] | None = None
) -> dict[str, Plain]:
    """Return the plan of `weeks` weeks from `day` on, as `lumbar plan --json` prints it.

    Args:
        profile: A person, or the text of a profile file.
        weeks: How many weeks, 1 to 52.
        day: The first day planned; nothing asks what day it is now.
        journal: What happened before: events, or the text of an archive.

    Raises:
        InputError: If the profile, the archive or the weeks are wrong; it holds every fault.
    """
    from lumbar.app.planning import outlook_to_dict, plan_outlook

    person = parse_profile(profile) if isinstance(profile, str) else profile
    events = parse_archive(journal) if isinstance(journal, str) else journal or ()
    found = load_catalogue()
    return outlook_to_dict(plan_outlook(person, events, found, day, weeks), found)


def fold(events: Iterable[AnyEvent], catalogue: Catalogue | None = None) -> State:
    """Return the state that a journal leaves: where the person stands on every exercise."""
    from lumbar.training.fold import fold as fold_journal

    return fold_journal(events, catalogue or load_catalogue())

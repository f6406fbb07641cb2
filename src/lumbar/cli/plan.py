"""`lumbar plan`: the coming weeks, from a profile file or from the journal of this machine."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lumbar.cli.ink import print_json

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from lumbar.app.planning import Outlook
    from lumbar.catalogue.catalogue import Catalogue
    from lumbar.journal.event import AnyEvent
    from lumbar.journal.profile import Person

ProfileFile = Annotated[
    Path | None, typer.Option(help="A profile file (TOML); without it, the journal of this machine.")
]
JournalFile = Annotated[Path | None, typer.Option(help="An archive (JSON) to plan on from; needs --profile.")]
Weeks = Annotated[int, typer.Option(help="How many weeks, 1 to 52.")]
Day = Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="The first day; without it, today.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def plan(
    profile: ProfileFile = None, journal: JournalFile = None, weeks: Weeks = 12, day: Day = None, as_json: Json = False
) -> None:
    """Plan the coming weeks.

    With a profile file it needs no database, and the same input gives the same plan.

    Example: lumbar plan --profile me.toml --weeks 12 --day 2026-01-05 --json
    """
    from lumbar.app.planning import outlook_to_dict, plan_outlook
    from lumbar.app.shelf import load_catalogue
    from lumbar.cli.reading import day_of

    first = day_of(day)
    catalogue = load_catalogue()
    if profile is not None:
        person, events = from_files(profile, journal)
        _tell_unknown(events, catalogue, journal)
        outlook = plan_outlook(person, events, catalogue, first, weeks)
    else:
        outlook = _from_journal(journal, catalogue, first, weeks)
    if as_json:
        print_json(outlook_to_dict(outlook, catalogue))
    else:
        _print_outlook(outlook, catalogue)


def from_files(profile: Path, journal: Path | None) -> "tuple[Person, Sequence[AnyEvent]]":
    """Return who a profile file describes, and the history that an archive holds.

    Raises:
        ProfileError: If the profile has faults.
        ArchiveError: If the archive has.
        InputError: If either cannot be read.
    """
    from lumbar.cli.reading import read_text
    from lumbar.errors import ArchiveError, ProfileError
    from lumbar.exchange.archive import parse_archive
    from lumbar.exchange.profile_file import parse_profile

    try:
        person = parse_profile(read_text(profile))
    except ProfileError as error:
        raise ProfileError([f"{profile}: {fault}" for fault in error.faults]) from None
    try:
        return person, parse_archive(read_text(journal)) if journal is not None else ()
    except ArchiveError as error:
        raise ArchiveError([f"{journal}: {fault}" for fault in error.faults]) from None


def _tell_unknown(events: "Sequence[AnyEvent]", catalogue: "Catalogue", journal: Path | None) -> None:
    """Say on standard error which exercises of the history there are not; what was done of them counts for nothing."""
    from lumbar.errors import NotFoundError

    named = {str(name) for event in events for key in ("exercise", "old", "new") if (name := getattr(event, key, None))}
    for name in sorted(named - {str(known) for known in catalogue.exercises}):
        sys.stderr.write(f"lumbar: {journal}: {NotFoundError('exercise', name, catalogue.exercises)} It is left out.\n")


def _from_journal(journal: Path | None, catalogue: "Catalogue", first: "date", weeks: int) -> "Outlook":
    from lumbar.app.planning import journal_outlook
    from lumbar.cli.here import NO_PROFILE
    from lumbar.errors import ConflictError, InputError
    from lumbar.site.local import open_store

    if journal is not None:
        raise InputError(["--journal: give --profile too; without it, the journal of this machine is read."])
    store, owner = open_store()
    outlook = journal_outlook([event for _, event in store.events(owner)], catalogue, first, weeks)
    if outlook is None:
        raise ConflictError(f"{NO_PROFILE} Or plan from a file: lumbar plan --profile FILE.")
    return outlook


def _print_outlook(outlook: "Outlook", catalogue: "Catalogue") -> None:
    from lumbar.cli.ink import BLUE, STRONG, paper, table
    from lumbar.cli.session_lines import overview_rows, print_reasons

    out = paper()
    if not outlook.days:
        out.print("There is no plan for now.", style=STRONG)
    print_reasons(outlook.advice, catalogue)
    if outlook.days:
        rows = overview_rows(outlook.days, catalogue, outlook.loads)
        out.print(table(["day", "what", "low back", "length"], rows, first=BLUE))
    if outlook.relaxed:
        out.print("\nWhat could not all be met:", style=STRONG)
        print_reasons(outlook.relaxed, catalogue)

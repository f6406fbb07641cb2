"""`lumbar handout`: a session on one or two sheets of paper."""

import sys
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, Literal

import typer

from lumbar.site.local import words_in

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from lumbar.catalogue.catalogue import Catalogue
    from lumbar.catalogue.exercise import Equipment, Exercise, ExerciseId, Language
    from lumbar.journal.prescription import Reason, SessionPlan
    from lumbar.journal.profile import Person
    from lumbar.units import MassUnit

_LOOK_AHEAD_WEEKS: Final = 2
_NAMED: Final = 3  # days that are named where nothing is planned
_PAGES: Final = {".html", ".htm"}
Output = Annotated[Path, typer.Option("--output", "-o", help="The file to write.")]
ProfileFile = Annotated[
    Path | None, typer.Option(help="A profile file (TOML); without it, the journal of this machine.")
]
Day = Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="The day of the session; without it, today.")]
Number = Annotated[int, typer.Option("--session", help="Which session, on a day with more than one.", min=1)]
Words = Annotated[Literal["en", "es"], typer.Option("--language", help="English or Spanish.")]
Body = Annotated[
    Literal["woman", "man", "elder"] | None,
    typer.Option("--body", help="Who is drawn; without it, a man where the profile says male, else a woman."),
]


def handout(  # noqa: PLR0917 -- typer names them all
    output: Output = Path("handout.html"),
    profile: ProfileFile = None,
    day: Day = None,
    number: Number = 1,
    language: Words = "en",
    body: Body = None,
) -> None:
    """Write a day's session as a file to print, for beside the mat or for somebody else.

    Start and peak of every exercise, its dose, its steps, boxes to tick. The file needs nothing else: open it in a
    browser and print it, on A4 or Letter.

    Example: lumbar handout --day 2026-01-05 --profile me.toml -o handout.html
    """
    from lumbar.app.handouts import style
    from lumbar.cli.figure import write
    from lumbar.errors import InputError
    from lumbar.figure.handout import page

    check_writable(output)
    if output.suffix.lower() not in _PAGES:
        raise InputError(["--output: the file must end in .html: open it in a browser, which also saves as PDF."])
    asked = asked_by_file(profile, day) if profile is not None else _from_journal(day)
    plan = chosen(asked, number)
    drawn = _drawn([asked.catalogue.exercise(item.exercise) for item in plan.items], language, body or asked.body)
    with words_in(language):
        from lumbar.site.pages.handout import handout_of
        from lumbar.site.pages.shown import Shown

        shown = Shown(language, asked.mass, "cm", asked.catalogue)
        made = handout_of(plan, shown, asked.owned, lambda exercise: drawn.get(exercise.id))
    write(output, page(made, style()).encode())


def _drawn(exercises: "Sequence[Exercise]", language: "Language", body: str) -> "Mapping[ExerciseId, tuple[str, str]]":
    """Return the drawings of exercises; where nothing can be drawn, say so once."""
    from lumbar.app.figures import body_key
    from lumbar.app.handouts import all_kept, drawings
    from lumbar.cli.progress import told_progress
    from lumbar.errors import UnavailableError

    try:
        body_key(body)
    except UnavailableError as error:
        sys.stderr.write(f"lumbar: {error} The handout has no drawings.\n")
        return {}
    with nullcontext() if all_kept(exercises, body) else told_progress("Drawing") as tell:
        return drawings(exercises, language, body, tell=tell)


@dataclass(frozen=True, slots=True)
class Asked:
    """A day and what is planned on it: `why_not` says why it is nothing, `next_days` when there is something again."""

    day: "date"
    catalogue: "Catalogue"
    sessions: "Sequence[SessionPlan]"
    owned: "frozenset[Equipment]"
    mass: "MassUnit" = "kg"
    body: Literal["woman", "man"] = "woman"
    why_not: "Sequence[Reason]" = ()
    next_days: "Sequence[date]" = ()


def asked_by_file(profile: Path, told: str | None) -> Asked:
    """Return what a profile file asks for on a day."""
    from lumbar.app.planning import plan_outlook
    from lumbar.app.shelf import load_catalogue
    from lumbar.cli.plan import from_files
    from lumbar.cli.reading import day_of

    day, catalogue = day_of(told), load_catalogue()
    person, _ = from_files(profile, None)
    outlook = plan_outlook(person, (), catalogue, day, _LOOK_AHEAD_WEEKS)
    sessions = next((planned for on, planned in outlook.days if on == day), ())
    why_not, days = () if outlook.days else outlook.advice, [on for on, _ in outlook.days]
    return Asked(day, catalogue, sessions, person.profile.equipment, "kg", _body(person), why_not, days)


def _from_journal(told: str | None) -> Asked:
    """Return what the journal of this machine asks for on a day."""
    from lumbar.app.planning import journal_outlook
    from lumbar.cli.here import open_here

    here = open_here(told)
    from lumbar.site.models.owner import local_owner  # the tables are known from here on

    plan = here.plan()
    person = here.desk.state(here.owner, here.day).person
    owned = frozenset() if person is None else person.profile.equipment
    reasons = (*plan.advice, *((plan.why_not,) if plan.why_not else ()))
    ahead = None
    if not plan.sessions:
        events = [event for _, event in here.store.events(here.owner)]
        ahead = journal_outlook(events, here.catalogue, here.day, _LOOK_AHEAD_WEEKS)
    days = [on for on, _ in ahead.days if on > here.day] if ahead else []
    mass: MassUnit = "lb" if local_owner().mass_unit == "lb" else "kg"
    return Asked(here.day, here.catalogue, plan.sessions, owned, mass, _body(person), reasons, days)


def _body(person: "Person | None") -> Literal["woman", "man"]:
    """Return who is drawn for a person, as the pages choose it."""
    return "man" if person is not None and person.profile.sex == "male" else "woman"


def check_writable(output: Path) -> None:
    """Complain before anything is drawn where the file cannot be written.

    Raises:
        UnavailableError: If its folder is not there, or it is a folder itself.
    """
    from lumbar.errors import UnavailableError

    if output.is_dir():
        raise UnavailableError(f"{output} cannot be written: it is a folder. Name a file in it.")
    if not output.parent.is_dir():
        raise UnavailableError(f"{output} cannot be written: there is no folder {output.parent}.")


def chosen(asked: Asked, number: int) -> "SessionPlan":
    """Return a session of the day, `number` counted from 1.

    Raises:
        InputError: If there is none; it says why, and what would have worked.
    """
    from lumbar.app.words import sentence
    from lumbar.errors import InputError

    count = len(asked.sessions)
    if number <= count:
        return asked.sessions[number - 1]
    if count:
        raise InputError([f"--session: {asked.day} has {count}, so there is no session {number}."])
    why = " ".join(dict.fromkeys(sentence(reason, "en", asked.catalogue, str) for reason in asked.why_not))
    days = ", ".join(map(str, asked.next_days[:_NAMED]))
    instead = f"A session is planned on {days}." if days else ""
    raise InputError([" ".join(filter(None, (f"Nothing is planned on {asked.day}.", why, instead)))])

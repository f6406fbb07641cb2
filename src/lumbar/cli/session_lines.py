"""A session as lines of text: what to do, how much of it, and why."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from lumbar.app.words import sentence
from lumbar.catalogue.exercise import ExerciseId
from lumbar.cli.ink import BLUE, STRONG, paper, table
from lumbar.journal.prescription import Prescription, Reason, SessionPlan

if TYPE_CHECKING:
    from lumbar.catalogue.catalogue import Catalogue
    from lumbar.training.low_back import LowBackLoads


NOTHING: Final[Mapping[ExerciseId, int]] = MappingProxyType({})


def day_name(day: date) -> str:
    """Return a day as `Mon 5 Jan 2026`, the same in every locale."""
    weekdays, months = "Mon Tue Wed Thu Fri Sat Sun", "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"
    return f"{weekdays.split()[day.weekday()]} {day.day} {months.split()[day.month - 1]} {day.year}"


def dose(item: Prescription) -> str:
    """Return a dose as `2 × 10 each side, hold 10 s, 20 kg`."""
    side = " each side" if item.side.sides > 1 else ""
    hold = f", hold {item.hold_s} s" if item.hold_s else ""
    load = f", {item.load_kg:g} kg" if item.load_kg else ", a comfortable load" if item.comfortable else ""
    return f"{item.sets} × {item.reps}{side}{hold}{load}"


def print_session(
    session: SessionPlan,
    catalogue: "Catalogue",
    loads: "LowBackLoads",
    done: Mapping[ExerciseId, int] = NOTHING,
    *,
    why: bool,
) -> None:
    """Print one session: a line an exercise, with the sets `done` where any are, and the reasons below where `why`.

    `loads` are the person's moments at the low back by exercise.
    """
    from lumbar.app.low_back_days import sessions_load

    out = paper()
    where = "after the main lifts" if session.place == "assistance" else "on its own"
    out.print(f"Session {session.number}: {session.minutes} minutes, stage {session.stage}, {where}", style=STRONG)
    rows = [
        (i.exercise, dose(i), f"{i.rest_s} s", _moment(i, loads), f"{done.get(i.exercise, 0)} of {i.sets}")
        for i in session.items
    ]
    columns = ("exercise", "dose", "rest", "low back", "done")[: 5 if done else 4]
    out.print(table(columns, [row[: len(columns)] for row in rows]))
    out.print(f"  Load on the low back: {sessions_load([session], catalogue, loads):.0f} Nm min")
    for item in session.items:
        for warm in item.warm_up:
            out.print(f"  warm up for {item.exercise}: {warm.reps} × {warm.load_kg:g} kg")
    if why:
        for item in session.items:
            out.print(f"\n{catalogue.exercise(item.exercise).texts['en'].name}", style=BLUE)
            print_reasons(item.why, catalogue)


def _moment(item: Prescription, loads: "LowBackLoads") -> str:
    """Return the moment of an item at its peak as `41 Nm`; empty where it is unknown."""
    moment = loads.get(item.exercise)
    return "" if moment is None else f"{moment.at(item.load_kg):.0f} Nm"


def print_reasons(reasons: Iterable[Reason], catalogue: "Catalogue") -> None:
    """Print each reason in its sentence."""
    out = paper()
    for reason in reasons:
        out.print(f"  {sentence(reason, 'en', catalogue, str)}")


def overview_rows(
    days: Iterable[tuple[date, Sequence[SessionPlan]]], catalogue: "Catalogue", loads: "LowBackLoads"
) -> list[tuple[str, str, str, str]]:
    """Return a row for each session of the coming weeks: the day, what is done, its load, and its minutes."""
    from lumbar.app.low_back_days import sessions_load

    return [
        (
            day_name(day),
            "\n".join(f"{item.exercise} {dose(item)}" for item in session.items),
            f"{sessions_load([session], catalogue, loads):.0f} Nm min",
            f"{session.minutes} min",
        )
        for day, sessions in days
        for session in sessions
    ]

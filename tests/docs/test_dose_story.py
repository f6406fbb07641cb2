"""The three weeks told in `how-a-dose-moves.md` are what really follows: they are lived here, day by day."""

from datetime import date, timedelta
from typing import Any, Final, NamedTuple

from lumbar.app.shelf import load_catalogue
from lumbar.journal.event import AnyEvent
from lumbar.journal.prescription import Prescription
from lumbar.journal.profile import Person, Profile
from lumbar.training.fold import fold, settle
from lumbar.training.prescribe import prescribe
from lumbar.training.standing import State
from tests.builders import FIRST_DAY, Scribe
from tools.layout import ROOT

PAGE: Final = ROOT / "docs" / "explanation" / "how-a-dose-moves.md"
PERSON: Final = Person(Profile("beginner", 45))
HEAD: Final = "| day | asked | what happened | what follows, in Lumbar's words |\n|---|---|---|---|\n"


class Lived(NamedTuple):
    """One training day: which day after the first, what happened in words, and as fields of its events."""

    day: int
    told: str
    sets: dict[str, Any]
    start: dict[str, Any]
    morning: dict[str, Any] | None


CALM: Final[dict[str, Any]] = {}
WEEKS: Final = (
    Lived(0, "all done, 3 in reserve; a calm morning", {}, {}, CALM),
    Lived(2, "the same", {}, {}, CALM),
    Lived(4, "the same", {}, {}, CALM),
    Lived(7, "the same", {}, {}, CALM),
    Lived(9, "all done; discomfort rose from 2 to 4", {"pain": 4}, {"pain": 2}, CALM),
    Lived(11, "all done, but only 1 in reserve", {"rir": 1}, {}, CALM),
    Lived(14, "all done; the morning was not answered", {}, {}, None),
    Lived(16, "all done; discomfort rose from 1 to 6", {"pain": 6}, {"pain": 1}, CALM),
    Lived(18, "the lighter dose, all done; a calm morning", {}, {}, CALM),
)


def dose(item: Prescription) -> str:
    """Return the dose as the page writes it."""
    return f"{item.sets} × {item.reps}, hold {item.hold_s} s"


def stand(events: list[AnyEvent], day: date) -> State:
    """Return where the person stands on `day`."""
    catalogue = load_catalogue()
    return settle(fold(events, catalogue), day, catalogue)


def asked(events: list[AnyEvent], day: date) -> Prescription:
    """Return what is asked of the wall squat on `day`."""
    catalogue, state = load_catalogue(), stand(events, day)
    squat = catalogue.exercise("wall-squat")
    return prescribe(squat, state.standings.get(squat.id), PERSON, state, catalogue, day)


def story() -> str:
    """Live through the weeks and return their table."""
    scribe, rows = Scribe(), []
    events: list[AnyEvent] = [scribe.profile(FIRST_DAY, experience="beginner"), scribe.screened(FIRST_DAY)]
    for lived in WEEKS:
        on = FIRST_DAY + timedelta(days=lived.day)
        item = asked(events, on)
        events += scribe.session(on, item, start=lived.start, **lived.sets)
        if lived.morning is not None:
            events.append(scribe.morning(on, **lived.morning))
        because = stand(events, on + timedelta(days=2)).standings[item.exercise].because
        rows.append(f"| {on:%a} {on.day} {on:%b} | {dose(item)} | {lived.told} | {because} |")
    last = FIRST_DAY + timedelta(days=21)
    rows.append(f"| {last:%a} {last.day} {last:%b} | {dose(asked(events, last))} | | |")
    return HEAD + "\n".join(rows) + "\n"


def test_the_weeks_of_the_page_are_what_follows() -> None:
    told = story()
    assert told in PAGE.read_text(encoding="utf-8"), told

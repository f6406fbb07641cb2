"""Weeks of training that went well, with a little discomfort here and there, as a journal."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from lumbar.app.shelf import load_catalogue
from lumbar.catalogue.exercise import Equipment
from lumbar.journal.event import AnyEvent, MorningAnswered, SetDone
from lumbar.journal.profile import Lifts, Person, Profile, Screening, Weights
from lumbar.training.horizon import plan_weeks
from lumbar.training.imagine import beginning, good_day
from lumbar.training.standing import State

FIRST: Final = date(2026, 1, 5)  # a Monday
BEGINNER: Final = Person(Profile("beginner", 45), Screening())
BAND: Final = Person(
    Profile("returning", 38, equipment=frozenset({Equipment.BAND, Equipment.STAND_IN}), usual_pain=1), Screening()
)
LIFTER: Final = Person(
    Profile(
        "lifter",
        30,
        equipment=frozenset({Equipment.BARBELL, Equipment.PLATE, Equipment.ROMAN_CHAIR, Equipment.BENCH}),
        height_m=1.78,
        mass_kg=82.5,
        sex="male",
        weights=Weights(20, (20, 20, 15, 15, 10, 10, 5, 5, 2.5, 2.5, 1.25, 1.25)),
        lifts=Lifts(80, 140, None, None, ("mon", "thu")),
    ),
    Screening(),
)


def journal(person: Person, weeks: int) -> list[AnyEvent]:
    """Return the journal of `weeks` weeks from the first Monday on; none of them: only who they are."""
    days = plan_weeks(person, State(), load_catalogue(), FIRST, weeks) if weeks else ()
    return [*beginning(person, FIRST), *(event for day in days for event in _felt(good_day(day.sessions)))]


def _felt(events: tuple[AnyEvent, ...]) -> Iterator[AnyEvent]:
    """Yield the events of a day as somebody might have felt it; never so much that the dose would change."""
    for event in events:
        day = event.on.toordinal()
        if isinstance(event, SetDone):
            yield replace(event, pain=day % 3 % 2, rir=2 + day % 2)
        elif isinstance(event, MorningAnswered):
            yield replace(event, pain=day % 5 % 2)
        else:
            yield event

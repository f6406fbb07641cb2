"""The outlook plans on from a history: what went well, what hurt, and what was asked."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from lumbar.app.planning import Outlook, journal_outlook, outlook_to_dict, plan_outlook
from lumbar.app.shelf import load_catalogue
from lumbar.catalogue.exercise import FlagId
from lumbar.errors import InputError
from lumbar.exchange.archive import dump_archive, parse_archive
from lumbar.journal.event import AnyEvent, SetDone
from lumbar.journal.profile import Person, Profile, Screening
from lumbar.training.imagine import beginning, good_day

MONDAY = date(2026, 1, 5)
BEGINNER = Person(Profile("beginner", 45))


def outlook(journal: list[AnyEvent], day: date = MONDAY, weeks: int = 4, person: Person = BEGINNER) -> Outlook:
    return plan_outlook(person, journal, load_catalogue(), day, weeks)


def done(weeks: Outlook, until: date) -> list[AnyEvent]:
    """Return the history of these weeks, all done as asked, until the day `until`."""
    return [event for day, sessions in weeks.days if day < until for event in good_day(sessions)]


def sore(journal: list[AnyEvent]) -> list[AnyEvent]:
    """Return a history in which every set hurt."""
    return [replace(event, pain=8) if isinstance(event, SetDone) else event for event in journal]


def test_weeks_done_as_imagined_lead_to_the_plan_that_was_foreseen() -> None:
    foreseen = outlook([])
    later = MONDAY + timedelta(weeks=2)
    history = parse_archive(dump_archive(done(foreseen, later)))
    assert outlook(list(history), later, 2).days == tuple(day for day in foreseen.days if day[0] >= later)


def test_nothing_after_the_first_day_counts() -> None:
    later = done(outlook([]), MONDAY + timedelta(weeks=3))
    assert outlook(later, MONDAY - timedelta(days=7)).days == outlook([], MONDAY - timedelta(days=7)).days


def test_two_hard_days_are_told_as_advice_and_the_plan_is_another() -> None:
    later = MONDAY + timedelta(weeks=1)
    well = done(outlook([]), later)
    hard = outlook(sore(well), later)
    assert [reason.rule for reason in hard.advice] == ["rescreen-red"]
    assert hard.days != outlook(well, later).days
    assert hard.days


def test_a_journal_by_itself_waits_for_the_answers_it_asks_for() -> None:
    later = MONDAY + timedelta(weeks=1)
    told = [*beginning(BEGINNER, MONDAY), *sore(done(outlook([]), later))]
    asking = journal_outlook(told, load_catalogue(), later, 2)
    assert asking is not None
    assert (asking.status, asking.days) == ("ok", ())
    assert [reason.rule for reason in asking.advice] == ["rescreen-red"]
    answered = journal_outlook([*told, *beginning(BEGINNER, later)], load_catalogue(), later, 2)
    assert answered is not None
    assert answered.days
    assert answered.advice == ()


def test_a_journal_without_a_profile_has_no_outlook() -> None:
    assert journal_outlook([], load_catalogue(), MONDAY, 2) is None


def test_a_journal_foresees_what_a_file_foresees() -> None:
    told = list(beginning(BEGINNER, MONDAY))
    assert journal_outlook(told, load_catalogue(), MONDAY, 4) == outlook([])


def test_a_long_break_is_told_as_advice() -> None:
    history = done(outlook([]), MONDAY + timedelta(weeks=1))
    assert "rescreen-break" in [reason.rule for reason in outlook(history, date(2026, 4, 6)).advice]


def test_the_profile_given_counts_whatever_the_history_says() -> None:
    later = MONDAY + timedelta(weeks=1)
    history = done(outlook([]), later)
    seldom = outlook(history, later, person=Person(Profile("beginner", 45, days_per_week=1)))
    assert len(seldom.days) == 4


def test_what_was_relaxed_is_listed_once_for_all_weeks() -> None:
    short = outlook([], weeks=8, person=Person(Profile("beginner", 45, minutes=10, sessions_per_day=3)))
    told = outlook_to_dict(short, load_catalogue())["relaxed"]
    assert isinstance(told, list)
    assert told
    assert len({str(reason) for reason in told}) == len(told)


@pytest.mark.parametrize("weeks", [0, 53])
def test_weeks_out_of_range_are_refused(weeks: int) -> None:
    with pytest.raises(InputError, match=f"weeks: {weeks} is not between 1 and 52"):
        outlook([], weeks=weeks)


def test_a_yes_that_runs_out_on_the_way_is_told() -> None:
    said = MONDAY - timedelta(days=350)
    person = replace(BEGINNER, screening=Screening(frozenset({FlagId("pregnant")}), said))
    ends = outlook([], weeks=12, person=person)
    assert ends.days
    assert max(day for day, _ in ends.days) <= said + timedelta(days=365)
    assert [reason.rule for reason in ends.advice] == ["clearance-expired"]
    assert outlook([], weeks=2, person=person).advice == ()

"""Corrections: what was told later is read where the first telling stood."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from lumbar.journal.corrections import resolve
from lumbar.journal.event import DayChosen, EventId

FIRST = date(2026, 1, 5)


def chosen(number: int, corrects: int | None = None, days: int = 0) -> DayChosen:
    supersedes = None if corrects is None else EventId(UUID(int=corrects))
    at = datetime(2026, 1, 5, 9, tzinfo=UTC)
    on = FIRST + timedelta(days=days)
    return DayChosen(id=EventId(UUID(int=number)), at=at, on=on, supersedes=supersedes, choice="rest")


def test_a_correction_stands_in_the_place_of_what_it_corrects() -> None:
    first, second, fixed = chosen(1), chosen(2), chosen(3, corrects=1)
    assert resolve([first, second, fixed]) == [fixed, second]


def test_of_a_chain_of_corrections_the_last_one_stands() -> None:
    chain = [chosen(1), chosen(2, corrects=1), chosen(3, corrects=2)]
    assert resolve([*chain, chosen(9)]) == [chain[-1], chosen(9)]


def test_of_two_corrections_of_one_event_the_later_one_stands() -> None:
    again = chosen(3, corrects=1)
    assert resolve([chosen(1), chosen(2, corrects=1), again]) == [again]


def test_a_correction_of_something_unknown_stands_where_it_is() -> None:
    stray = chosen(2, corrects=7)
    assert resolve([chosen(1), stray, chosen(3)]) == [chosen(1), stray, chosen(3)]


def test_what_comes_late_is_put_among_its_days() -> None:
    later, earlier = chosen(1, days=2), chosen(2)
    assert resolve([later, earlier]) == [earlier, later]
    assert resolve([later, replace(earlier, supersedes=later.id)]) == [replace(earlier, supersedes=later.id)]

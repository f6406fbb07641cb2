"""The morning after a training day is asked for as long as its answer can count."""

from datetime import date, timedelta

import pytest

from lumbar.app.morning import ASKED_FOR_DAYS, morning_due
from lumbar.app.shelf import load_catalogue
from lumbar.app.today import View
from lumbar.journal.event import AnyEvent, EventId, MorningAnswered
from lumbar.training.fold import fold, settle
from tests.store.samples import FIRST, at, set_done, started, told, uid

TOMORROW = FIRST + timedelta(days=1)
TRAINED = (*told(), started(), set_done())


def view(day: date, *events: AnyEvent) -> View:
    """Return what is known on `day` of someone to whom these events happened."""
    state = settle(fold([event for event in events if event.on <= day], load_catalogue()), day, load_catalogue())
    return View(day, len(events), state, tuple(event for event in events if event.on >= day))


def morning(on: date) -> MorningAnswered:
    return MorningAnswered(
        id=EventId(uid(f"morning{on}")), at=at(on), on=on, about=FIRST, pain=1, woke=False, settled=True
    )


@pytest.mark.parametrize("days", [1, ASKED_FOR_DAYS])
def test_it_is_asked_the_next_day_and_some_days_after(days: int) -> None:
    assert morning_due(view(FIRST + timedelta(days=days), *TRAINED)) == FIRST


@pytest.mark.parametrize("days", [0, ASKED_FOR_DAYS + 1, 30])
def test_it_is_not_asked_on_the_day_itself_nor_when_nobody_remembers(days: int) -> None:
    assert morning_due(view(FIRST + timedelta(days=days), *TRAINED)) is None


@pytest.mark.parametrize("on", [TOMORROW, TOMORROW + timedelta(days=1)])
def test_once_told_it_is_not_asked_again_even_from_a_device_a_day_ahead(on: date) -> None:
    assert morning_due(view(TOMORROW, *TRAINED, morning(on))) is None


def test_a_session_that_has_begun_ends_the_asking() -> None:
    assert morning_due(view(TOMORROW, *TRAINED, started(TOMORROW))) is None


def test_without_a_training_day_there_is_no_morning_after() -> None:
    assert morning_due(view(TOMORROW, *told())) is None
    assert morning_due(view(TOMORROW, *told(), started())) is None  # begun, and nothing done

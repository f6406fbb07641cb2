"""What a state tells of today, and how little of the past it keeps."""

from datetime import timedelta

import pytest

from lumbar.errors import ConflictError
from lumbar.journal.event import DayChosen, Swapped
from lumbar.training.fold import advance, fold, is_late
from lumbar.training.standing import State
from tests.builders import FIRST_DAY, FLAT, RANGE, SHELF, prescription
from tests.training.adaptation.diary import Diary


def test_nothing_written_is_nothing_known() -> None:
    assert fold([], SHELF) == State()


def test_a_swap_holds_for_its_day() -> None:
    diary = Diary()
    diary.write(Swapped(**diary.scribe.head(diary.day), old=FLAT.id, new=RANGE.id, kind="equal"))
    assert (dict(diary.state.swaps), diary.state.swaps_on) == ({FLAT.id: RANGE.id}, diary.day)
    diary.pass_days()
    assert (dict(diary.state.swaps), diary.state.swaps_on) == ({}, None)


def test_a_choice_about_a_later_day_does_not_end_today() -> None:
    diary = Diary()
    tomorrow = diary.day + timedelta(days=1)
    diary.write(DayChosen(**diary.scribe.head(tomorrow), choice="rest"))
    assert (diary.state.settled_to, dict(diary.state.choices)) == (FIRST_DAY, {tomorrow: "rest"})
    diary.pass_days(9)
    assert dict(diary.state.choices) == {}


def test_the_plans_of_today_are_those_begun_today() -> None:
    diary = Diary()
    item = prescription(FLAT)
    diary.write(diary.scribe.started(diary.day, item))
    assert [plan.items for plan in diary.state.open_plans] == [(item,)]
    assert diary.state.last_on is None
    diary.pass_days()
    assert diary.state.open_plans == ()


def test_eight_weeks_of_training_days_are_remembered() -> None:
    diary = Diary()
    for _ in range(70):
        diary.train(FLAT)
    assert [day.on for day in diary.state.recent] == [FIRST_DAY + timedelta(days=n) for n in range(13, 70)]


def test_an_event_of_a_closed_day_is_late_and_refused_with_the_remedy() -> None:
    diary = Diary().train(FLAT)
    late = diary.scribe.session(FIRST_DAY, prescription(FLAT))[1]
    assert is_late(diary.state, late)
    with pytest.raises(ConflictError, match="fold the whole journal again"):
        advance(diary.state, late, SHELF)


def test_a_journal_out_of_order_is_read_in_the_order_of_its_days() -> None:
    diary = Diary().train(FLAT).train(FLAT)
    first, rest = diary.events[:2], diary.events[2:]
    shuffled = [*first, *(e for e in rest if e.on != FIRST_DAY), *(e for e in rest if e.on == FIRST_DAY)]
    assert fold(shuffled, SHELF) == fold(diary.events, SHELF)


def test_questions_answered_before_there_is_a_profile_are_kept() -> None:
    diary = Diary()
    assert diary.state.person is not None
    only = fold(diary.events[:1], SHELF)
    assert (only.person, only.screened_on) == (None, FIRST_DAY)
    assert diary.state.person.screening == only.screening


def test_an_exercise_that_left_the_catalogue_is_passed_over() -> None:
    diary = Diary().train(FLAT)
    gone = prescription(FLAT, exercise="gone")
    diary.write(*diary.scribe.session(diary.day, gone))
    diary.pass_days()
    assert set(diary.state.standings) == {FLAT.id}

"""Answering the health questions again after two hard days settles the matter: they are not asked for ever."""

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from lumbar.training.fold import fold, settle
from tests.builders import FIRST_DAY, FLAT, SHELF, Scribe, prescription

if TYPE_CHECKING:
    from lumbar.journal.event import AnyEvent


@pytest.mark.parametrize("mornings", [True, False], ids=["answered", "unanswered"])
def test_two_hard_days_ask_until_the_questions_are_answered(*, mornings: bool) -> None:
    scribe = Scribe()
    second = FIRST_DAY + timedelta(days=2)
    journal: list[AnyEvent] = [scribe.profile(FIRST_DAY), scribe.screened(FIRST_DAY)]
    for day in (FIRST_DAY, second):
        journal += scribe.session(day, prescription(FLAT), pain=8)
        journal += [scribe.morning(day)] if mornings else []
    after = second + timedelta(days=2)
    asked = settle(fold(journal, SHELF), after, SHELF).rescreen
    assert asked is not None
    assert asked.rule == "rescreen-red"
    answered = settle(fold([*journal, scribe.screened(after)], SHELF), after, SHELF)
    assert answered.rescreen is None
    assert settle(answered, after + timedelta(days=3), SHELF).rescreen is None

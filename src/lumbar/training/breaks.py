"""Breaks: what days off do to the doses.

A week off repeats the last dose, two weeks lower it by one step, four weeks lower the stage and ask for the
health questions again. Each happens once in a break, on the day it has lasted that long.
"""

from datetime import date, timedelta
from typing import Final

from lumbar.training.draft import Draft
from lumbar.training.ladder import lower_rung
from lumbar.training.rules import reason
from lumbar.training.stages import set_stage
from lumbar.training.thresholds import (
    BREAK_LOAD_DROP_RATIO,
    BREAK_LOWER_DAYS,
    BREAK_REPEAT_DAYS,
    BREAK_STAGE_DAYS,
)

NONE, REPEAT, LOWER, STAGE = range(4)
DAY_A_WEEK: Final = 1


def break_level(days_off: int, days_per_week: int) -> int:
    """Return how far a break has gone: 0 none, 1 repeat, 2 lower, 3 a stage down.

    Args:
        days_off: Days since the last training day.
        days_per_week: How often the person means to train; once a week makes seven days no break.
    """
    first = BREAK_REPEAT_DAYS + (days_per_week <= DAY_A_WEEK)
    return (days_off >= first) + (days_off >= BREAK_LOWER_DAYS) + (days_off >= BREAK_STAGE_DAYS)


def apply_break(draft: Draft, day: date) -> None:
    """Let the days off before `day` have their effect, as far as they have not had it yet."""
    if draft.trained_on is None:
        return
    weekly = 3 if draft.person is None else draft.person.profile.days_per_week
    level = break_level((day - draft.trained_on).days, weekly)
    while draft.break_level < level:
        draft.break_level += 1
        _EFFECTS[draft.break_level](draft, draft.trained_on)


def _repeat(draft: Draft, _trained_on: date) -> None:
    draft.block_since = None
    draft.last_decision = reason("break-week", "dose")
    for place in draft.places.values():
        place.good = place.missed = 0
        place.trend = "repeat"
        place.because = "break-week"


def _lower(draft: Draft, _trained_on: date) -> None:
    draft.last_decision = reason("break-fortnight", "dose")
    for name, place in draft.places.items():
        exercise = draft.catalogue.exercises.get(name)
        if exercise is None:
            continue
        if place.load_kg is not None and exercise.rungs[place.rung].loaded:
            place.load_kg *= 1 - BREAK_LOAD_DROP_RATIO
        else:
            lower_rung(place, exercise.rungs)
        place.because = "break-fortnight"


def _stage_down(draft: Draft, trained_on: date) -> None:
    draft.rescreen = reason("rescreen-break", "today")
    if draft.stage is not None and draft.stage > 1:
        set_stage(draft, draft.stage - 1, trained_on + timedelta(days=BREAK_STAGE_DAYS), "stage-down-break")


_EFFECTS: Final = {REPEAT: _repeat, LOWER: _lower, STAGE: _stage_down}

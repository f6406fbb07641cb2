"""The growth of the low back's load: how much a training day may ask of it.

A day, and the seven days that end with it, may ask more than the busiest such day and week of the four weeks trained
before: a tenth more, or one set for each training day, whichever is more. In the first week there is nothing to
compare with; until the second is over, the whole first week stands for those before. Days off do not move what is
compared with, so that after a break one may go back to what was done. In a lighter week the day leaves out the share
of the lighter week, and the week does not grow. Two sets always fit, so that every training day has a session.
What is remembered ends eight weeks before the last training day: after a longer break a first week begins anew.

Source: evidence for a slow rise of weekly work; counting it in newton-metre minutes is ours.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import inf

from lumbar.training.candidates import Candidate
from lumbar.training.history import WEEK_DAYS
from lumbar.training.low_back import day_load, item_load
from lumbar.training.situation import Day
from lumbar.training.standing import State
from lumbar.training.thresholds import (
    DELOAD_SET_CUT,
    LOW_BACK_BASE_DAYS,
    LOW_BACK_GROWTH_RATIO,
    LOW_BACK_GROWTH_SETS,
    LOW_BACK_LEAST_SETS,
)


@dataclass(frozen=True, slots=True)
class Past:
    """What was asked of the low back before a day [Nm min].

    `week` is the sum of the six days before it, `days` how many of them were trained; `busiest_day` and
    `busiest_week` are the most of the weeks it is held against, None where there is nothing to compare with.
    """

    week: float
    days: int
    busiest_day: float | None
    busiest_week: float | None


def most_load(found: Sequence[Candidate], today: Day) -> float:
    """Return the most that today may ask of the low back [Nm min]; infinite where nothing bounds it.

    Args:
        found: Today's candidates; the costliest set among their doses is what "one set" may add.
        today: The day.
    """
    one_set = max((item_load(c.dose, c.exercise, today.loads) / c.dose.sets for c in found), default=0.0)
    past = past_of(today)
    if one_set <= 0 or past.busiest_day is None or past.busiest_week is None:
        return inf
    return max(LOW_BACK_LEAST_SETS * one_set, _bound(past, one_set, light=today.is_light))


def _bound(past: Past, one_set: float, *, light: bool) -> float:
    """Return what the busiest day and week before leave for today [Nm min]; it may be below zero."""
    day, week = past.busiest_day or 0.0, past.busiest_week or 0.0
    more = LOW_BACK_GROWTH_SETS * one_set
    if light:
        return min((1 - DELOAD_SET_CUT) * day + more, week - past.week)
    return min(grown(day, more), grown(week, more * (past.days + 1)) - past.week)


def grown(before: float, sets: float) -> float:
    """Return what may follow after `before` [Nm min]: a tenth more, or `sets` [Nm min] more.

    >>> grown(300, 50), grown(900, 50)
    (350.0, 990.0)
    """
    return before + max(LOW_BACK_GROWTH_RATIO * before, float(sets))


def past_of(today: Day) -> Past:
    """Return what was asked of the low back before `today`."""
    state, on = today.state, today.on
    done = [(one.on, day_load(one, today.catalogue, today.loads)) for one in state.recent if one.on < on]
    lately = [load for day, load in done if (on - day).days < WEEK_DAYS]
    base = base_days(state, on)
    busiest = max((load for day, load in done if day in base), default=None)
    weeks = (sum(load for day, load in done if 0 <= (end - day).days < WEEK_DAYS) for end in base)
    return Past(sum(lately), len(lately), busiest, max(weeks, default=None))


def base_days(state: State, on: date) -> frozenset[date]:
    """Return the training days that `on` is held against; none in the first week of those that are remembered.

    They are those of four weeks: the last ones that were trained before the six days that lead up to `on`.
    """
    done = [one.on for one in state.recent if one.on < on]
    if not done or (on - done[0]).days < WEEK_DAYS:
        return frozenset()
    over = on - timedelta(days=WEEK_DAYS)
    first_week = done[0] + timedelta(days=WEEK_DAYS - 1)
    before = [day for day in done if day <= max(over, first_week)]
    last = before[-1]
    return frozenset(day for day in before if (last - day).days < LOW_BACK_BASE_DAYS)

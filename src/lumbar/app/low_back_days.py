"""The low back's load by day and by week: what was done, then what is planned."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from lumbar.catalogue.catalogue import Catalogue
from lumbar.exchange.to_plain import Plain
from lumbar.journal.prescription import SessionPlan
from lumbar.training.history import WEEK_DAYS
from lumbar.training.low_back import LowBackLoads, day_load, item_load
from lumbar.training.standing import State


@dataclass(frozen=True, slots=True)
class DayLoad:
    """What a training day asks of the low back [Nm min], and whether it was done or is planned."""

    on: date
    load: float
    done: bool


@dataclass(frozen=True, slots=True)
class WeekLoad:
    """A week from Monday on: the sum of its days [Nm min], and the largest rise from one training day to the next.

    `rise` is None where no day of the week asks more than the training day before it.
    """

    monday: date
    load: float
    rise: float | None
    rise_on: date | None
    done: bool


def sessions_load(sessions: Iterable[SessionPlan], catalogue: Catalogue, loads: LowBackLoads) -> float:
    """Return what sessions ask of the low back [Nm min]."""
    items = (item for session in sessions for item in session.items if item.exercise in catalogue.exercises)
    return sum(item_load(item, catalogue.exercises[item.exercise], loads) for item in items)


def day_loads(
    state: State, planned: Iterable[tuple[date, Sequence[SessionPlan]]], catalogue: Catalogue, loads: LowBackLoads
) -> tuple[DayLoad, ...]:
    """Return the training days that the state remembers, then those that are planned, in order."""
    coming = [(on, sessions) for on, sessions in planned if sessions]
    first = min((on for on, _ in coming), default=date.max)
    done = [DayLoad(one.on, day_load(one, catalogue, loads), done=True) for one in state.recent if one.on < first]
    return (*done, *(DayLoad(on, sessions_load(sessions, catalogue, loads), done=False) for on, sessions in coming))


def low_back_to_dict(
    day: date, sessions: Sequence[SessionPlan], loads: LowBackLoads, days: Sequence[DayLoad]
) -> dict[str, Plain]:
    """Return what `day` asks of the low back as plain data: its sum, that of the seven days it ends, its moments.

    Args:
        day: The day.
        sessions: Its sessions.
        loads: The person's moments by exercise.
        days: The training days around it, it among them.
    """
    week = sum(one.load for one in days if 0 <= (day - one.on).days < WEEK_DAYS)
    items = {item.exercise: item for session in sessions for item in session.items if item.exercise in loads}
    return {
        "load_nm_min": round(sum(one.load for one in days if one.on == day), 1),
        "week_nm_min": round(week, 1),
        "moments_nm": {name: round(loads[name].at(item.load_kg), 1) for name, item in items.items()},
    }


def week_loads(days: Sequence[DayLoad]) -> tuple[WeekLoad, ...]:
    """Return every week from the first day to the last; one without training days is there with a sum of zero."""
    if not days:
        return ()
    first, last = _monday(days[0].on), _monday(days[-1].on)
    mondays = (first + timedelta(days=n) for n in range(0, (last - first).days + 1, WEEK_DAYS))
    return tuple(_week(monday, days) for monday in mondays)


def _week(monday: date, days: Sequence[DayLoad]) -> WeekLoad:
    inside = [(n, day) for n, day in enumerate(days) if 0 <= (day.on - monday).days < WEEK_DAYS]
    rises = [(day.load - days[n - 1].load, day.on) for n, day in inside if n and day.load > days[n - 1].load]
    rise, on = max(rises, default=(None, None), key=lambda pair: pair[0] or 0.0)
    return WeekLoad(monday, sum(day.load for _, day in inside), rise, on, all(day.done for _, day in inside))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())

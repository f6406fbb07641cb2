"""The calendar: which days are training days.

A week's training days are spread as evenly as they can be, counted from the anchor, the first day ever trained
(or the day asked about, before there is one): who starts on a Thursday trains on that Thursday. A lifter's main
days come first, with Lumbar's work in their assistance part; the rest of the week's days stand as far from them as
can be, "alone". There are never more days than the person asked for, and never seven in a row.

A planned day on which nothing was done moves to the next free day, as long as that day is at least two days before
the next planned one (or one day, where the plan itself has days in a row) and the last seven days hold fewer
training days than the person asked for.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from lumbar.journal.prescription import Place
from lumbar.journal.profile import WEEKDAYS, Profile
from lumbar.training.history import WEEK_DAYS, days_within
from lumbar.training.standing import State
from lumbar.training.thresholds import MOST_IN_A_ROW_DAYS, MOVED_GAP_DAYS

Because = Literal["planned", "chosen", "moved", "rest", "rest-chosen", "rest-needed"]


@dataclass(frozen=True, slots=True)
class DayKind:
    """What a day is: whether it is trained, where, whether shortened, and which rule says so."""

    trains: bool
    place: Place
    short: bool
    because: Because


def spread(count: int, *, start: int = 0) -> tuple[int, ...]:
    """Return `count` weekdays (0 is Monday), evenly spread over the week from `start` on."""
    return tuple(sorted((start + i * WEEK_DAYS // count) % WEEK_DAYS for i in range(count)))


def training_weekdays(profile: Profile, anchor: date) -> tuple[int, ...]:
    """Return the week's training days as weekdays, Monday 0, rising."""
    mains = main_weekdays(profile)
    if not mains:
        return spread(profile.days_per_week, start=anchor.weekday())
    chosen = list(mains)
    while len(chosen) < profile.days_per_week:
        free = [day for day in range(WEEK_DAYS) if day not in chosen]
        chosen.append(max(free, key=lambda day: (_gap(day, chosen), -((day - anchor.weekday()) % WEEK_DAYS))))
    return tuple(sorted(chosen))


def main_weekdays(profile: Profile) -> tuple[int, ...]:
    """Return the main-lift days that carry assistance work: all, or as many, evenly, as the week may hold."""
    names = profile.lifts.main_days if profile.lifts else ()
    days = tuple(sorted({WEEKDAYS.index(name) for name in names}))
    count = min(len(days), profile.days_per_week)
    return tuple(days[i * len(days) // count] for i in range(count)) if count else ()


def _gap(day: int, taken: Sequence[int]) -> int:
    return min(min((day - one) % WEEK_DAYS, (one - day) % WEEK_DAYS) for one in taken)


def kind_of(profile: Profile, state: State, day: date) -> DayKind:
    """Return what `day` is for this person."""
    anchor = state.first_on or day
    weekdays = training_weekdays(profile, anchor)
    place: Place = "assistance" if day.weekday() in main_weekdays(profile) else "alone"
    because = _because(profile, state, day, weekdays)
    trains = because in {"planned", "chosen", "moved"}
    return DayKind(trains, place, state.choices.get(day) == "short", because)


def _because(profile: Profile, state: State, day: date, weekdays: Sequence[int]) -> Because:
    choice = state.choices.get(day)
    if choice == "rest":
        return "rest-chosen"
    if _in_a_row(state, day) >= MOST_IN_A_ROW_DAYS:
        return "rest-needed"
    if day.weekday() in weekdays:
        return "planned"
    if choice is not None:
        return "chosen"
    return "moved" if _takes_a_missed_day(profile, state, day, weekdays) else "rest"


def _in_a_row(state: State, day: date) -> int:
    trained = {one.on for one in days_within(state, day, WEEK_DAYS)}
    return next((i for i in range(WEEK_DAYS) if day - timedelta(days=i + 1) not in trained), WEEK_DAYS)


def _takes_a_missed_day(profile: Profile, state: State, day: date, weekdays: Sequence[int]) -> bool:
    """Return whether the last planned day was missed and `day` may stand in for it."""
    since = next(i for i in range(1, WEEK_DAYS + 1) if (day.weekday() - i) % WEEK_DAYS in weekdays)
    missed_on = day - timedelta(days=since)
    if state.first_on is None or missed_on <= state.first_on:
        return False
    ahead = next(i for i in range(1, WEEK_DAYS + 1) if (day.weekday() + i) % WEEK_DAYS in weekdays)
    done = [one.on for one in days_within(state, day, WEEK_DAYS - 1)]
    return all(on < missed_on for on in done) and ahead >= _spacing(weekdays) and len(done) < profile.days_per_week


def _spacing(weekdays: Sequence[int]) -> int:
    """Return the days that must lie between a moved session and the next planned one."""
    after = [*weekdays[1:], weekdays[0] + WEEK_DAYS]
    return min(MOVED_GAP_DAYS, *(b - a for a, b in zip(weekdays, after, strict=True)))

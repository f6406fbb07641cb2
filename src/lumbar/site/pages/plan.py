"""The plan: what was done lately and the next twelve weeks, worked out afresh at every look."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import get_format
from django.utils.translation import gettext, gettext_noop, ngettext

from lumbar.app.begin import open_session
from lumbar.app.low_back_days import day_loads
from lumbar.catalogue.exercise import ExerciseId
from lumbar.journal.corrections import resolve
from lumbar.journal.event import SetDone
from lumbar.journal.prescription import SessionPlan
from lumbar.site import clock
from lumbar.site.pages.desk import loads_of, outlook_of, state_of, view_of
from lumbar.site.pages.low_back_sum import week_sums
from lumbar.site.pages.request import shown_for
from lumbar.site.pages.shown import Shown
from lumbar.site.request import OwnedRequest
from lumbar.training.plan import DayPlan
from lumbar.training.stages import STANDINGS, gates
from lumbar.training.standing import State

WEEKS: Final = 12
PAST_WEEKS: Final = 3  # our choice: enough to see that the plan follows from what was done
STAGE_WORDS: Final = {
    1: gettext_noop("Floor, short holds"),
    2: gettext_noop("Floor, longer levers"),
    3: gettext_noop("Band and dumbbell"),
    4: gettext_noop("Barbell assistance"),
}
Kind = Literal["off", "done", "now", "plan", "light", "miss"]


@dataclass(frozen=True, slots=True)
class Square:
    """One day of the calendar: what kind of day, its minutes or sets, and what a reader hears."""

    on: date
    kind: Kind
    value: str
    spoken: str


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days, what changes in them, and whether it is this week; this week is number 1, those before are below."""

    number: int
    monday: date
    days: tuple[Square, ...]
    note: str
    is_now: bool


@dataclass(frozen=True, slots=True)
class StageWeeks:
    """The weeks of one stage."""

    stage: int
    words: str
    weeks: tuple[Week, ...]


def monday_of(day: date) -> date:
    """Return the Monday of the week of `day`."""
    return day - timedelta(days=day.weekday())


def weeks_of(
    plans: Sequence[DayPlan], state: State, today: date, shown: Shown, *, sets_today: int = 0
) -> tuple[StageWeeks, ...]:
    """Return the calendar, its weeks gathered by stage; a week has the stage of its last planned session."""
    by_day = {plan.day: plan.sessions for plan in plans if plan.sessions}
    done = {d.on: d.sets for d in state.recent if d.sets} | {today: sets_today}
    earliest = min(
        [d for d, sets in done.items() if sets and d >= monday_of(today) - timedelta(weeks=PAST_WEEKS)], default=today
    )
    first, last = monday_of(min(earliest, today)), monday_of(today) + timedelta(weeks=WEEKS - 1)
    stage, groups, known = int(state.stage or 1), list[StageWeeks](), set[ExerciseId](state.standings)
    for number in range((last - first).days // 7 + 1):
        monday = first + timedelta(weeks=number)
        days = [monday + timedelta(days=n) for n in range(7)]
        sessions = [s for day in days for s in by_day.get(day, ())]
        stage = sessions[-1].stage if sessions else stage
        squares = tuple(_square(day, by_day.get(day, ()), done.get(day), today) for day in days)
        week = Week(
            (monday - monday_of(today)).days // 7 + 1,
            monday,
            squares,
            _note(sessions, known, shown),
            monday == monday_of(today),
        )
        known |= {item.exercise for s in sessions for item in s.items}
        if groups and groups[-1].stage == stage:
            groups[-1] = StageWeeks(stage, groups[-1].words, (*groups[-1].weeks, week))
        else:
            groups.append(StageWeeks(stage, gettext(STAGE_WORDS[stage]), (week,)))
    return tuple(groups)


def _square(day: date, sessions: Sequence[SessionPlan], sets_done: int | None, today: date) -> Square:
    if sets_done:
        spoken = ngettext("{n} set done", "{n} sets done", sets_done).format(n=sets_done)
        return Square(day, "done", str(sets_done), spoken)
    if not sessions:
        return Square(day, "off", "", "")
    minutes = sum(session.minutes for session in sessions)
    light = all(item.light for session in sessions for item in session.items[1:])
    kind: Kind = "now" if day == today else "light" if light else "plan"
    return Square(day, kind, str(minutes), ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes))


def _note(sessions: Iterable[SessionPlan], known: set[ExerciseId], shown: Shown) -> str:
    items = [item for session in sessions for item in session.items]
    new = dict.fromkeys(item.exercise for item in items if item.exercise not in known)
    if new and not known:
        return gettext("First tries")
    if new:
        names = [shown.name(name) for name in new]
        more = f" +{len(names) - 2}" if len(names) > 2 else ""  # noqa: PLR2004 - two names fill the column
        return gettext("New: {names}").format(names=", ".join(names[:2]) + more)
    if items and all(item.light for item in items[1:]):
        return gettext("Lighter: fewer sets")
    return ""


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of the next stage as a line: what it asks and how it stands."""

    text: str
    standing: str
    met: bool


def conditions(state: State, shown: Shown) -> tuple[Condition, ...]:
    """Return what the next stage asks for, in words."""
    if state.person is None:
        return ()
    found = gates(state, shown.catalogue, state.person)
    return tuple(Condition(gettext(g.text).format(**g.values), standing_words(g.standing), g.met) for g in found)


def standing_words(standing: str) -> str:
    """Return how a condition stands: a word, or a number as the language writes it."""
    if standing in STANDINGS:
        return gettext(standing)
    return standing.replace(".", str(get_format("DECIMAL_SEPARATOR")))


def plan(request: OwnedRequest) -> HttpResponse:
    """Show the plan."""
    shown, state, today = shown_for(request), state_of(request), clock.today()
    if state.person is None:
        return redirect("today")
    plans = outlook_of(request, WEEKS)
    profile = state.person.profile
    days = ngettext("{n} day a week", "{n} days a week", profile.days_per_week).format(n=profile.days_per_week)
    context = {
        "section": "plan",
        "day": today,
        "stages": weeks_of(plans, state, today, shown, sets_today=_sets_today(request)),
        "lede": gettext("{days}, about {minutes} minutes.").format(days=days, minutes=profile.minutes),
        "advice": [shown.sentence(reason) for reason in plans[0].advice] if plans else [],
        "conditions": conditions(state, shown),
        "next_stage": min(4, int(state.stage or 1) + 1),
        "empty": not any(p.sessions for p in plans),
        "weekdays": weekday_letters(),
        "load": week_sums(
            day_loads(state, ((one.day, one.sessions) for one in plans), shown.catalogue, loads_of(request)),
            today,
            PAST_WEEKS,
        ),
    }
    return render(request, "lumbar/plan.html", context)


def _sets_today(request: OwnedRequest) -> int:
    """Return how many sets today has seen; none while its session is under way."""
    view = view_of(request)
    return 0 if open_session(view) else sum(isinstance(event, SetDone) for event in resolve(view.of_day))


def weekday_letters() -> tuple[str, ...]:
    """Return the short names of the days, Monday first."""
    return tuple(gettext(d) for d in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"))

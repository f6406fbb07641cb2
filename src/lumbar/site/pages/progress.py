"""Progress: small multiples of what was done, each with one large value and one sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext

from lumbar.app.history import DayDone, History, Point, history
from lumbar.journal.profile import Profile
from lumbar.site import clock
from lumbar.site.pages.chart import Bar, Line, bars, lines
from lumbar.site.pages.desk import desk, state_of
from lumbar.site.pages.request import shown_for
from lumbar.site.pages.shown import Shown, number
from lumbar.site.request import OwnedRequest

MOST_POINTS: Final = 60  # our choice: what a chart 320 units wide can show
ADHERENCE_WEEKS: Final = 12
MOST_PAIN: Final = 10.0


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart: its name, its large value, its lines or bars, the ends of its axis, and its sentence."""

    id: str
    name: str
    value: str
    unit: str
    spoken: str
    lines: tuple[Line, ...]
    bars: tuple[Bar, ...]
    start: str
    end: str
    caption: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One training day as a row of the table."""

    on: date
    stage: int
    done: str
    pain: str
    morning: str


def progress(request: OwnedRequest) -> HttpResponse:
    """Show the progress page; `?as=table` shows the days as a table."""
    state = state_of(request)
    if state.person is None:
        return redirect("today")
    shown, today = shown_for(request), clock.today()
    told = trained(history([event for _, event in desk().store.events(request.owner.pk)]))
    context = {
        "section": "progress",
        "day": today,
        "title": gettext("Stronger where it counts") if told.days else gettext("Nothing done yet"),
        "lede": lede(told),
        "charts": charts(told, state.person.profile, today, shown),
        "rows": rows(told.days) if request.GET.get("as") == "table" else (),
        "table": request.GET.get("as") == "table",
        "stage": state.stage or 1,
    }
    return render(request, "lumbar/progress.html", context)


def trained(told: History) -> History:
    """Return a history without the days on which a session was begun and nothing done."""
    return History(tuple(day for day in told.days if day.done), told.exercises)


def lede(told: History) -> str:
    """Return one sentence about the whole."""
    if not told.days:
        return gettext("After your first session this page shows what grows.")
    calm = [d for d in told.days if d.morning is not None]
    days = ngettext("{n} training day", "{n} training days", len(told.days)).format(n=len(told.days))
    since = date_format(told.days[0].on, gettext("j F Y"))
    if not calm:
        return gettext("{days} since {since}.").format(days=days, since=since)
    mornings = ngettext("{n} morning answered", "{n} mornings answered", len(calm)).format(n=len(calm))
    return gettext("{days} since {since}, {mornings}.").format(days=days, since=since, mornings=mornings)


def charts(told: History, profile: Profile, today: date, shown: Shown) -> tuple[Chart, ...]:
    """Return every chart: sessions kept, pain, then each exercise, the latest first."""
    if not told.days:
        return ()
    by_last = sorted(told.exercises, key=lambda pair: (pair[1][-1].on, pair[0]), reverse=True)
    return (
        _kept(told.days, profile, today),
        _pain(told.days),
        *(_exercise(name, points, shown) for name, points in by_last),
    )


def _kept(days: Sequence[DayDone], profile: Profile, today: date) -> Chart:
    monday = today - timedelta(days=today.weekday())
    first = max(days[0].on - timedelta(days=days[0].on.weekday()), monday - timedelta(weeks=ADHERENCE_WEEKS - 1))
    weeks = [first + timedelta(weeks=n) for n in range((monday - first).days // 7 + 1)]
    counts = [sum(d.done > 0 and w <= d.on < w + timedelta(weeks=1) for d in days) for w in weeks]
    meant = profile.days_per_week
    whole = sum(counts)
    asked = meant * len(weeks)
    return Chart(
        id="kept",
        name=gettext("Days trained"),
        value=str(whole),
        unit=gettext("of {n}").format(n=asked),
        spoken=gettext("Days trained in each week: {values}").format(values=", ".join(map(str, counts))),
        lines=(),
        bars=bars(counts, max(7, meant)),
        start=date_format(weeks[0], gettext("j M")),
        end=gettext("this week"),
        caption=gettext("Days trained in each week; you meant to train {n}.").format(n=meant),
    )


def _pain(days: Sequence[DayDone]) -> Chart:
    some = days[-MOST_POINTS:]
    told = [d.pain for d in some]
    latest = next((p for p in reversed(told) if p is not None), 0)
    return Chart(
        id="pain",
        name=gettext("Pain in sessions"),
        value=str(latest),
        unit=gettext("of 10"),
        spoken=gettext("Most pain on each training day: {values}").format(
            values=", ".join("–" if p is None else str(p) for p in told)
        ),
        lines=(),
        bars=bars(told, MOST_PAIN),
        start=date_format(some[0].on, gettext("j M")),
        end=gettext("latest"),
        caption=gettext("The most you felt on each training day. From 6 on, the next session gets lighter."),
    )


def _exercise(name: str, points: Sequence[Point], shown: Shown) -> Chart:
    some = points[-MOST_POINTS:]
    first, last = some[0], some[-1]
    sided = any(p.left or p.right for p in some)
    if any(p.load_kg for p in some):
        values = [float(shown.load_value(p.load_kg).replace(",", ".")) if p.load_kg else 0.0 for p in some]
        value, began, unit, what = number(values[-1]), number(values[0]), str(shown.mass), gettext("Load on each day.")
        drawn = lines([("", values)])
    elif sided:
        unit = gettext("s each") if any(p.held_s for p in some) else gettext("each")
        value, began = (f"{number(p.left, 0)} / {number(p.right, 0)}" for p in (last, first))
        lefts, rights = [p.left for p in some], [p.right for p in some]
        if lefts == rights:  # one line would hide the other
            what = gettext("Left and right are the same: all of a day’s sets together.")
            drawn = lines([(gettext("Left and right"), lefts)])
        else:
            what = gettext("Left in ink, right in blue: all of a day’s sets together.")
            drawn = lines([(gettext("Left"), lefts), (gettext("Right"), rights)])
    else:
        held = any(p.held_s for p in some)
        values = [p.held_s if held else float(p.reps) for p in some]
        value, began = number(values[-1], 0), number(values[0], 0)
        unit = gettext("s held") if held else gettext("reps")
        what = gettext("All of a day’s sets together.")
        drawn = lines([("", values)])
    return Chart(
        id=name,
        name=shown.name(name),
        value=value,
        unit=unit,
        spoken=gettext("{name}: from {first} to {last} {unit}").format(
            name=shown.name(name), first=began, last=value, unit=unit
        ),
        lines=drawn,
        bars=(),
        start=date_format(some[0].on, gettext("j M")),
        end=date_format(last.on, gettext("j M")),
        caption=what,
        link=name if name in shown.catalogue.exercises else "",
    )


def rows(days: Sequence[DayDone]) -> tuple[Row, ...]:
    """Return the training days as rows, the latest first."""
    return tuple(
        Row(
            on=d.on,
            stage=d.stage,
            done=gettext("{done} of {asked}").format(done=d.done, asked=d.asked) if d.asked else str(d.done),
            pain="–" if d.pain is None else str(d.pain),
            morning="–" if d.morning is None else str(d.morning),
        )
        for d in reversed(days)
    )

"""The sum on the low back: of a session on Today, of the weeks on the plan, with the rise from day to day."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext

from lumbar.app.low_back_days import DayLoad, WeekLoad, week_loads
from lumbar.site.pages.chart import Bar, Mark, bars, marks
from lumbar.site.pages.shown import number
from lumbar.training.history import WEEK_DAYS


@dataclass(frozen=True, slots=True)
class WeekRow:
    """One week of the table: its Monday, its sum, the change from the week before, and the largest rise in it."""

    monday: date
    load: str
    change: str
    rise: str
    is_now: bool


@dataclass(frozen=True, slots=True)
class WeekSums:
    """The weekly sums as a chart and a table."""

    value: str
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]
    start: str
    end: str
    spoken: str
    sentences: tuple[str, ...]
    rows: tuple[WeekRow, ...]


def total(load: float) -> str:
    """Return a sum [Nm min] as the language writes it, whole."""
    return number(load, 0)


def today_words(days: Sequence[DayLoad], day: date) -> str:
    """Return what the sessions of `day` ask of the low back, beside the training day before; empty where unknown."""
    now = next((one for one in days if one.on == day), None)
    if now is None or not now.load:
        return ""
    return f"{_sum_words(now, [one for one in days if one.on < day])} {unit_words()}"


def unit_words() -> str:
    """Return what the unit of the sums is, in one short line."""
    return gettext("Nm·min: the turning force on it times how long it lasts, in minutes. More is more work.")


def _sum_words(now: DayLoad, before: Sequence[DayLoad]) -> str:
    if not before:
        return gettext("Low back today: {load} Nm·min.").format(load=total(now.load))
    return gettext("Low back today: {load} Nm·min, {change} on {day}.").format(
        load=total(now.load),
        change=_beside(now.load - before[-1].load),
        day=date_format(before[-1].on, gettext("l j F")),
    )


def _beside(change: float) -> str:
    more = total(abs(change))
    if more == "0":
        return gettext("as much as")
    return (gettext("{n} more than") if change > 0 else gettext("{n} less than")).format(n=more)


def week_sums(days: Sequence[DayLoad], today: date, weeks_before: int) -> WeekSums | None:
    """Return the weekly sums, the last `weeks_before` weeks that were done among them; None where nothing is known."""
    monday = today - timedelta(days=today.weekday())
    every = week_loads(days)
    shown = [week for week in every if week.monday >= monday - timedelta(days=WEEK_DAYS * weeks_before)]
    now = next((week for week in shown if week.monday == monday), None)
    if now is None or not any(week.load for week in shown):
        return None
    highest = max(week.load for week in shown)
    here = shown.index(now)
    drawn = [replace(bar, hollow=n > here) for n, bar in enumerate(bars([w.load for w in shown], highest, now=here))]
    return WeekSums(
        value=total(now.load),
        bars=tuple(drawn),
        marks=marks(drawn, [total(week.load) for week in shown]),
        start=date_format(shown[0].monday, gettext("j M")),
        end=date_format(shown[-1].monday, gettext("j M")),
        spoken=gettext("Load on the low back in each week, in newton-metre minutes: {values}").format(
            values=", ".join(total(week.load) for week in shown)
        ),
        sentences=tuple(_sentences(now)),
        rows=tuple(_row(week, every, monday) for week in shown),
    )


def _sentences(now: WeekLoad) -> list[str]:
    told = []
    if now.rise is not None and now.rise_on is not None:
        told.append(
            gettext("The largest rise from one training day to the next is {rise}, on {day}.").format(
                rise=total(now.rise), day=date_format(now.rise_on, gettext("l j F"))
            )
        )
    told.append(
        gettext(
            "The plan lets this grow slowly. Compared with the hardest day and the hardest week of the four weeks "
            "before, a day and a week may ask a tenth more, or one more set in each session."
        )
    )
    told.append(
        gettext(
            "Newton-metre minutes are the turning force on the lower back times how long it lasts: "
            "our unit, to compare your weeks. It says nothing about harm."
        )
    )
    return told


def _row(week: WeekLoad, every: Sequence[WeekLoad], now: date) -> WeekRow:
    place = every.index(week)
    change = week.load - every[place - 1].load if place else None
    return WeekRow(
        monday=week.monday,
        load=total(week.load),
        change="" if change is None else signed(change),
        rise="" if week.rise is None else signed(week.rise),
        is_now=week.monday == now,
    )


def signed(change: float) -> str:
    """Return a change as the language writes it, whole, with its sign; zero has none."""
    whole = total(abs(change))
    return whole if whole == "0" else f"{'+' if change > 0 else '−'}{whole}"

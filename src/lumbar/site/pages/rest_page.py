"""A day without a session, or after it: why, and what comes next."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext

from lumbar.app.begin import begun_today
from lumbar.app.morning import morning_due
from lumbar.app.today import View
from lumbar.journal.prescription import Prescription
from lumbar.site.pages.dose import reps_word
from lumbar.site.pages.shown import Shown
from lumbar.training.plan import DayPlan


@dataclass(frozen=True, slots=True)
class RestPage:
    """A day without a session (or after it): why, and what comes next."""

    title: str
    lines: tuple[str, ...]
    morning_url: str
    screening: bool
    may_train: bool
    next_heading: str
    next_minutes: int
    next: tuple["NextItem", ...]


@dataclass(frozen=True, slots=True)
class NextItem:
    """One exercise of the next session: its name and its dose in a line."""

    id: str
    name: str
    dose: str


def rest_page(
    view: View, plan: DayPlan, following: DayPlan | None, shown: Shown, *, told_why: bool = False
) -> RestPage:
    """Return the page of a day on which there is nothing (more) to do; `following` is the next training day.

    `told_why` says that the page opens with another reason, which no invitation to train all the same should follow.
    """
    trained = any(not start.new_symptom for start in begun_today(view))
    rescreen = view.state.rescreen is not None
    session = following.sessions[0] if following and not rescreen else None
    return RestPage(
        title=_title(trained=trained, rescreen=rescreen),
        lines=() if told_why else _lines(plan, shown, trained=trained),
        morning_url=reverse("morning") if morning_due(view) else "",
        screening=rescreen,
        may_train=not trained and not rescreen and not told_why,
        next_heading=_heading(following) if session and following else "",
        next_minutes=session.minutes if session else 0,
        next=tuple(_next_item(item, shown) for item in session.items) if session else (),
    )


def _title(*, trained: bool, rescreen: bool) -> str:
    if trained:
        return gettext("Done for today")
    return gettext("Questions first") if rescreen else gettext("A day off")


def _lines(plan: DayPlan, shown: Shown, *, trained: bool) -> tuple[str, ...]:
    if trained:
        return (gettext("Tomorrow morning you are asked how your back is. That answer decides what comes next."),)
    return (shown.sentence(plan.why_not),) if plan.why_not else ()


def _heading(following: DayPlan) -> str:
    return gettext("Next: {day}").format(day=date_format(following.day, gettext("l j F")))


def _next_item(item: Prescription, shown: Shown) -> NextItem:
    return NextItem(item.exercise, shown.name(item.exercise), f"{item.sets} × {item.reps} {reps_word(item.side)}")

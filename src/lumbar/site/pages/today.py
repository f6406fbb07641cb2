"""Today: the session, or why there is none and what to do next."""

from typing import Final, cast

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext

from lumbar.app.begin import begun_today, open_session, waiting_session
from lumbar.app.low_back_days import day_loads
from lumbar.app.morning import morning_due
from lumbar.journal.event import DayChoice, DayChosen
from lumbar.journal.profile import Person, Profile, Screening
from lumbar.site import clock
from lumbar.site.pages.answers import one_of
from lumbar.site.pages.blocked import blocked, clear
from lumbar.site.pages.desk import (
    loads_of,
    outlook_of,
    owned_by,
    plan_of,
    screening_of,
    state_of,
    stature_here,
    view_of,
)
from lumbar.site.pages.form_only import form_of
from lumbar.site.pages.low_back_sum import today_words
from lumbar.site.pages.pictures import picture_of
from lumbar.site.pages.request import record, shown_for, stamp
from lumbar.site.pages.rest_page import rest_page
from lumbar.site.pages.shown import Shown
from lumbar.site.pages.today_page import Setting, page_of
from lumbar.site.request import OwnedRequest
from lumbar.training.plan import DayPlan
from lumbar.training.screening import NO_PLAN, Verdict, screen
from lumbar.training.thresholds import ADULT_YEARS

OUTLOOK_WEEKS: Final = 3  # our choice: how far the next session is looked for


def today(request: OwnedRequest) -> HttpResponse:
    """Show today."""
    fault = ""
    screening = screening_of(request)
    if screening is None:
        return _welcome(request)
    if request.method == "POST":
        fault = clear(request, screening)
        if not fault:
            return redirect("today")
    verdict = _verdict(request, screening)
    if verdict.status in NO_PLAN:
        return blocked(request, verdict, fault)
    if state_of(request).person is None:
        return redirect("profile")
    return show_today(request, notice=_rested(request))


def _verdict(request: OwnedRequest, screening: Screening) -> Verdict:
    """Return what the answers mean; before there is a profile they are taken as an adult's."""
    person = state_of(request).person
    profile = Profile("beginner", ADULT_YEARS) if person is None else person.profile
    return screen(Person(profile, screening), clock.today())


def _welcome(request: OwnedRequest) -> HttpResponse:
    shown = shown_for(request)
    alt = shown.text("bird-dog").picture if "bird-dog" in shown.catalogue.exercises else ""
    return render(request, "lumbar/welcome.html", {"picture": picture_of("bird-dog"), "alt": alt})


def show_today(request: OwnedRequest, *, notice: str = "") -> HttpResponse:
    """Show today of a person who is known and may train; `notice` is said first."""
    shown, view, plan = shown_for(request), view_of(request), plan_of(request)
    if plan is None:
        return redirect("screening")
    under_way = open_session(view)
    coming = under_way.plan if under_way else waiting_session(view, plan)
    context: dict[str, object] = {"section": "today", "day": view.day, "notice": notice}
    if coming is None:
        context["page"] = rest_page(view, plan, following_day(request), shown, told_why=bool(notice))
        return render(request, "lumbar/rest.html", context)
    setting = Setting(
        sessions=max([len(plan.sessions), *(start.plan.number for start in begun_today(view))]),
        run=under_way,
        morning_url=reverse("morning") if morning_due(view) else "",
        is_short=view.state.choices.get(view.day) == "short",
        owned=owned_by(request),
        advice=plan.advice,
        stature=stature_here(request),
        load=_load_words(request, plan, shown),
    )
    context["page"] = page_of(coming, shown, setting)
    return render(request, "lumbar/today.html", context)


def _load_words(request: OwnedRequest, plan: DayPlan, shown: Shown) -> str:
    """Return what the day asks of the low back, in words."""
    days = day_loads(state_of(request), ((plan.day, plan.sessions),), shown.catalogue, loads_of(request))
    return today_words(days, plan.day)


def following_day(request: OwnedRequest) -> DayPlan | None:
    """Return the next day after today that has a session, within three weeks."""
    day = clock.today()
    return next((plan for plan in outlook_of(request, OUTLOOK_WEEKS) if plan.sessions and plan.day > day), None)


def _rested(request: OwnedRequest) -> str:
    """Return why the questions before a session ended in a day of rest."""
    return {
        "pain": gettext(
            "That is too much to train on. Rest, or walk as far as is easy; if it stays, ask a professional."
        ),
        "unwell": gettext("Get well first. The plan waits and goes on from where it was."),
    }.get(request.GET.get("rested", ""), "")


@form_of("today")
def choose_day(request: OwnedRequest) -> HttpResponse:
    """Write down a choice about today: train, rest, or only ten minutes."""
    choice = one_of(request.POST, "choice", ("train", "rest", "short"))
    if choice:
        record(request, DayChosen(choice=cast("DayChoice", choice), **stamp()))
    return redirect("today")

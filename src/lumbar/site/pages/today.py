"""Today: the session, or why there is none and what to do next."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST

from lumbar.catalogue.exercise import Equipment
from lumbar.journal.event import AnyEvent, DayChosen, SessionEnded, SessionStarted
from lumbar.journal.prescription import Prescription, SessionPlan
from lumbar.journal.profile import Person, Profile, Screening
from lumbar.site import clock
from lumbar.site.pages.desk import outlook_of, owned_by, plan_of, screening_of, state_of, view_of
from lumbar.site.pages.morning import morning_due
from lumbar.site.pages.pictures import picture_of
from lumbar.site.pages.request import record, shown_for, stamp
from lumbar.site.pages.screening import clear
from lumbar.site.pages.session_view import Chapter, chapters, things_needed, title
from lumbar.site.pages.shown import Shown
from lumbar.site.request import OwnedRequest
from lumbar.training.plan import DayPlan
from lumbar.training.screening import FLAGS, Verdict, screen
from lumbar.training.thresholds import ADULT_YEARS

SHORT_MINUTES: Final = 10
CHANGES: Final = frozenset(
    {
        "reps-up",
        "rung-up",
        "load-up",
        "range-wider",
        "rung-up-at-cap",
        "load-down",
        "rung-down",
        "red-once",
        "tries-done",
    }
)
"""The rules whose sentence is worth saying before a session: the dose is not what it was."""


@dataclass(frozen=True, slots=True)
class Running:
    """A session of today: its id, its recorded plan, and whether it has ended."""

    session: str
    plan: SessionPlan
    ended: bool


@dataclass(frozen=True, slots=True)
class TodayPage:
    """Today's session as it is shown."""

    title: str
    minutes: int
    count: int
    get_ups: int
    start_url: str
    first_name: str
    resuming: bool
    part: str
    morning_url: str
    place: str
    notes: tuple[str, ...]
    can_shorten: bool
    is_short: bool
    chapters: tuple[Chapter, ...]


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


def running(events: tuple[AnyEvent, ...], day: date) -> tuple[Running, ...]:
    """Return the sessions begun on `day`, in their order; one that a new symptom kept from beginning is none."""
    ended = {e.session for e in events if isinstance(e, SessionEnded)}
    started = [e for e in events if isinstance(e, SessionStarted) and e.on == day and not e.new_symptom]
    return tuple(Running(str(e.session), e.plan, e.session in ended) for e in started)


def next_up(plan: DayPlan, begun: tuple[Running, ...]) -> SessionPlan | None:
    """Return the first of the day's sessions that has not been begun."""
    numbers = {run.plan.number for run in begun}
    return next((s for s in plan.sessions if s.number not in numbers), None)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a session's page depends on besides the session: the day's other sessions, and what is due."""

    sessions: int
    run: Running | None
    morning_url: str
    is_short: bool
    owned: frozenset[Equipment]


def page_of(plan: SessionPlan, shown: Shown, setting: Setting) -> TodayPage:
    """Return the page of a session that is to be done, or that is under way."""
    work = [item for item in plan.items if shown.catalogue.exercise(item.exercise).short_reps is None]
    run = setting.run
    return TodayPage(
        title=title(plan, shown),
        minutes=plan.minutes,
        count=len(work),
        get_ups=plan.get_ups,
        start_url=reverse("session", args=[run.session]) if run else reverse("ready"),
        first_name=shown.name(plan.items[0].exercise),
        resuming=run is not None,
        part=_part(plan, setting.sessions),
        morning_url=setting.morning_url,
        place=plan.place,
        notes=tuple(_notes(plan, shown, setting.owned)),
        can_shorten=plan.minutes > SHORT_MINUTES and not setting.is_short,
        is_short=setting.is_short,
        chapters=chapters(plan, shown),
    )


def _part(plan: SessionPlan, of: int) -> str:
    if of == 1:
        return ""
    return gettext("Session {number} of {of} today. They share one day’s work.").format(number=plan.number, of=of)


def _notes(plan: SessionPlan, shown: Shown, owned: frozenset[Equipment]) -> Iterator[str]:
    """Yield what to know before starting: where it belongs, what is needed, what changed, what was left out."""
    if plan.place == "assistance":
        yield gettext("Your main lifts come first. The low-back work follows when they are done.")
    yield things_needed(plan, shown, owned)
    for item in plan.items:
        for reason in item.why:
            if reason.rule in CHANGES:
                yield f"{shown.name(item.exercise)}: {shown.sentence(reason)}"
    for reason in plan.relaxed:
        yield shown.sentence(reason)


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
    if verdict.status in {"blocked", "clearance"}:
        return _blocked(request, screening, verdict, fault)
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


def _blocked(request: OwnedRequest, screening: Screening, verdict: Verdict, fault: str) -> HttpResponse:
    shown = shown_for(request)
    by_id = {flag.id: flag for flag in FLAGS}
    flags = verdict.flags
    emergency = any(f.tier == "emergency" for f in flags)
    may_clear = not emergency and all(f.id != "under-18" for f in flags)
    if emergency:
        heading, lede = (
            gettext("Stop: get help now"),
            gettext("You said yes to a sign that needs people who can look at you at once. There is no plan."),
        )
    elif not may_clear:
        heading, lede = gettext("Not yet"), gettext("Lumbar is made for adults.")
    else:
        heading, lede = (
            gettext("Not yet: ask first"),
            gettext("What you answered needs a person who can look at it, so there is no plan today."),
        )
    steps = [shown.sentence(reason) for reason in verdict.advice]
    context = {
        "title": heading,
        "lede": lede,
        "signs": [gettext(by_id[f.id].sign) for f in flags],
        "steps": list(dict.fromkeys(steps)),
        "may_clear": may_clear,
        "told": request.POST.get("cleared_on", ""),
        "max": clock.today().isoformat(),
        "fault": fault,
        "screening": screening,
    }
    return render(request, "lumbar/blocked.html", context, status=422 if fault else 200)


def show_today(request: OwnedRequest, *, notice: str = "") -> HttpResponse:
    """Show today of a person who is known and may train; `notice` is said first."""
    shown, view, plan = shown_for(request), view_of(request), plan_of(request)
    if plan is None:
        return redirect("screening")
    begun = running(view.since, view.day)
    open_run = next((run for run in begun if not run.ended), None)
    coming = open_run.plan if open_run else next_up(plan, begun)
    due = morning_due(view)
    morning_url = reverse("morning") if due else ""
    context: dict[str, object] = {"section": "today", "day": view.day, "notice": notice}
    if coming is None:
        context["page"] = _rest(request, plan, begun, morning_url)
        return render(request, "lumbar/rest.html", context)
    is_short = view.state.choices.get(view.day) == "short"
    of = max([len(plan.sessions), *(run.plan.number for run in begun)])
    setting = Setting(of, open_run, morning_url, is_short, owned_by(request))
    context["page"] = page_of(coming, shown, setting)
    return render(request, "lumbar/today.html", context)


def _rested(request: OwnedRequest) -> str:
    """Return why the questions before a session ended in a day of rest."""
    return {
        "pain": gettext(
            "That is too much to train on. Rest, or walk as far as is easy; if it stays, ask a professional."
        ),
        "unwell": gettext("Get well first. The plan waits and goes on from where it was."),
    }.get(request.GET.get("rested", ""), "")


def _rest(request: OwnedRequest, plan: DayPlan, begun: tuple[Running, ...], morning_url: str) -> RestPage:
    shown = shown_for(request)
    rescreen = state_of(request).rescreen
    heading = gettext("Done for today") if begun else gettext("Questions first") if rescreen else gettext("A day off")
    lines = [shown.sentence(plan.why_not)] if plan.why_not and not begun else []
    if begun:
        lines = [gettext("Tomorrow morning you are asked how your back is. That answer decides what comes next.")]
    following = (
        next((p for p in outlook_of(request, 3) if p.sessions and p.day > plan.day), None) if not rescreen else None
    )
    session = following.sessions[0] if following else None
    items = tuple(_next_item(item, shown) for item in session.items) if session else ()
    return RestPage(
        title=heading,
        lines=tuple(lines),
        morning_url=morning_url,
        screening=rescreen is not None,
        may_train=not begun and rescreen is None,
        next_heading=gettext("Next: {day}").format(day=date_format(following.day, gettext("l j F")))
        if following
        else "",
        next_minutes=session.minutes if session else 0,
        next=items,
    )


def _next_item(item: Prescription, shown: Shown) -> NextItem:
    sets = ngettext("{n} set", "{n} sets", item.sets).format(n=item.sets)
    return NextItem(item.exercise, shown.name(item.exercise), f"{sets} · {item.reps}")


@require_POST
def choose_day(request: OwnedRequest) -> HttpResponse:
    """Write down a choice about today: train, rest, or only ten minutes."""
    choice = request.POST.get("choice")
    if choice == "train":
        record(request, DayChosen(choice="train", **stamp()))
    elif choice == "rest":
        record(request, DayChosen(choice="rest", **stamp()))
    elif choice == "short":
        record(request, DayChosen(choice="short", **stamp()))
    return redirect("today")

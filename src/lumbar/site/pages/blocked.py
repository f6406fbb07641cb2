"""No plan yet: what was answered, what to do about it, and the day someone said yes."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from lumbar.journal.event import Screened
from lumbar.journal.profile import Screening
from lumbar.site import clock
from lumbar.site.pages.request import record, shown_for, stamp
from lumbar.site.request import OwnedRequest
from lumbar.training.flags import UNDER_18
from lumbar.training.screening import Verdict


def blocked(request: OwnedRequest, verdict: Verdict, fault: str) -> HttpResponse:
    """Show why there is no plan; `fault` is what was wrong with a day just given."""
    shown = shown_for(request)
    heading, lede = _words(verdict)
    context = {
        "title": heading,
        "lede": lede,
        "signs": [gettext(flag.sign) for flag in verdict.flags],
        "steps": list(dict.fromkeys(shown.sentence(reason) for reason in verdict.advice)),
        "may_clear": _may_clear(verdict),
        "told": request.POST.get("cleared_on", ""),
        "max": clock.today().isoformat(),
        "fault": fault,
    }
    return render(request, "lumbar/blocked.html", context, status=422 if fault else 200)


def _is_emergency(verdict: Verdict) -> bool:
    return any(flag.tier == "emergency" for flag in verdict.flags)


def _may_clear(verdict: Verdict) -> bool:
    return not _is_emergency(verdict) and all(flag.id != UNDER_18 for flag in verdict.flags)


def _words(verdict: Verdict) -> tuple[str, str]:
    if _is_emergency(verdict):
        lede = gettext("You said yes to a sign that needs people who can look at you at once. There is no plan.")
        return gettext("Stop: get help now"), lede
    if not _may_clear(verdict):
        return gettext("Not yet"), gettext("Lumbar is made for adults.")
    lede = gettext("What you answered needs a person who can look at it, so there is no plan today.")
    return gettext("Not yet: ask first"), lede


def clear(request: OwnedRequest, screening: Screening) -> str:
    """Write down the day a professional said yes; return a fault where the day cannot be."""
    told = request.POST.get("cleared_on", "").strip()
    try:
        day = date.fromisoformat(told)
    except ValueError:
        return gettext("Enter the day they said yes as year-month-day, for example {example}.").format(
            example=clock.today().isoformat()
        )
    if day > clock.today():
        return gettext("That day has not come yet. Enter the day they said yes, today at the latest.")
    record(request, Screened(screening=Screening(screening.flags, day), **stamp()))
    return ""

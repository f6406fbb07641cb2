"""The morning after: three answers about the last training day."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from lumbar.app.morning import morning_due
from lumbar.journal.event import MorningAnswered
from lumbar.site.pages.answers import PAINS, YES_NO, one_of
from lumbar.site.pages.desk import view_of
from lumbar.site.pages.profile import plain
from lumbar.site.pages.request import record, stamp
from lumbar.site.request import OwnedRequest


def morning(request: OwnedRequest) -> HttpResponse:
    """Ask, or write down, how the back was on the morning after."""
    onward = "ready" if request.GET.get("next") == "ready" else "today"
    about = morning_due(view_of(request))
    if about is None:
        return redirect(onward)
    told = {
        "pain": one_of(request.POST, "pain", PAINS),
        "woke": one_of(request.POST, "woke", YES_NO),
        "settled": one_of(request.POST, "settled", YES_NO),
    }
    if request.method == "POST" and all(told.values()):
        woke, settled = told["woke"] == "yes", told["settled"] == "yes"
        record(request, MorningAnswered(about=about, pain=int(told["pain"]), woke=woke, settled=settled, **stamp()))
        return redirect(onward)
    fault = gettext("Please answer all three.") if request.method == "POST" else ""
    view = view_of(request)
    context = {
        "about": about,
        "day": view.day,
        "is_this_morning": (view.day - about).days == 1,
        "onward": onward,
        "pain": plain(range(11), told["pain"]),
        "woke": told["woke"],
        "settled": told["settled"],
        "fault": fault,
    }
    return render(request, "lumbar/morning.html", context, status=422 if fault else 200)

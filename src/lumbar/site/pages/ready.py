"""The three questions before a session; answering them begins it."""

from collections.abc import Mapping
from typing import Final, cast

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, gettext_noop

from lumbar.app.begin import Answers, begin, open_session, waiting_session
from lumbar.app.morning import morning_due
from lumbar.journal.event import DayChosen, Readiness, SessionEnded
from lumbar.site import clock
from lumbar.site.pages.answers import PAINS, YES_NO, one_of
from lumbar.site.pages.desk import desk, plan_of, state_of, view_of
from lumbar.site.pages.profile import choices, plain
from lumbar.site.pages.request import record, stamp
from lumbar.site.request import OwnedRequest
from lumbar.training.pain import red_from

READINESS: Final = (
    ("usual", gettext_noop("As usual"), gettext_noop("Slept and rested more or less as always")),
    ("less", gettext_noop("Less than usual"), gettext_noop("Tired, sore or short of sleep: today gets lighter")),
    ("unwell", gettext_noop("Unwell"), gettext_noop("A cold, a fever, or not right: no session today")),
)
READY: Final = tuple(value for value, _, _ in READINESS)


def ready(request: OwnedRequest) -> HttpResponse:
    """Ask the three questions, or begin the session with their answers."""
    plan, view = plan_of(request), view_of(request)
    under_way = open_session(view)
    if under_way is not None:
        return redirect("session", str(under_way.session))
    if plan is None or waiting_session(view, plan) is None:
        return redirect("today")
    if morning_due(view) is not None and "later" not in request.GET and request.method == "GET":
        return redirect(f"{reverse('morning')}?next=ready")
    told = {
        "pain": one_of(request.POST, "pain", PAINS),
        "readiness": one_of(request.POST, "readiness", READY),
        "new_symptom": one_of(request.POST, "new_symptom", YES_NO),
    }
    if request.method == "POST" and all(told.values()):
        return _answered(request, told)
    fault = gettext("Please answer all three.") if request.method == "POST" else ""
    context = {
        "day": clock.today(),
        "pain": plain(range(11), told["pain"]),
        "readiness": choices(((v, gettext(t), gettext(n)) for v, t, n in READINESS), told["readiness"]),
        "new_symptom": told["new_symptom"],
        "fault": fault,
    }
    return render(request, "lumbar/ready.html", context, status=422 if fault else 200)


def _answered(request: OwnedRequest, told: Mapping[str, str]) -> HttpResponse:
    """Begin the session, or say why it does not begin today."""
    readiness, pain = cast("Readiness", told["readiness"]), int(told["pain"])
    usual = usual_pain(request)
    if told["new_symptom"] == "no" and (readiness == "unwell" or pain >= red_from(usual)):
        record(request, DayChosen(choice="rest", **stamp()))
        return redirect(f"{reverse('today')}?rested={'unwell' if readiness == 'unwell' else 'pain'}")
    answers = Answers(pain, readiness, told["new_symptom"] == "yes")
    begun = begin(desk(), request.owner.pk, clock.today(), clock.now(), answers)
    if answers.new_symptom:
        record(request, SessionEnded(session=begun.session, reason="stopped", **stamp()))
        return redirect("today")
    return redirect("session", str(begun.session))


def usual_pain(request: OwnedRequest) -> int:
    """Return the person's ordinary discomfort, 0 to 10."""
    person = state_of(request).person
    return 0 if person is None else person.profile.usual_pain

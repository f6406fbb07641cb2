"""Swapping: one press puts an equal or an easier exercise in another's place, for today."""

from typing import cast

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext

from lumbar.app.begin import waiting_session
from lumbar.catalogue.exercise import ExerciseId
from lumbar.journal.event import SwapKind, Swapped
from lumbar.site.pages.answers import one_of
from lumbar.site.pages.desk import loads_of, plan_of, state_of, view_of
from lumbar.site.pages.form_only import form_of
from lumbar.site.pages.request import record, shown_for, stamp
from lumbar.site.pages.today import show_today
from lumbar.site.request import OwnedRequest
from lumbar.site.shelf import catalogue
from lumbar.training.swap import stand_ins


@form_of("today")
def swap(request: OwnedRequest) -> HttpResponse:
    """Put another exercise in the place of `old`, or say that there is none."""
    kind = cast("SwapKind", one_of(request.POST, "kind", ("easier", "equal")) or "equal")
    old = ExerciseId(request.POST.get("old", ""))
    view, plan = view_of(request), plan_of(request)
    session = waiting_session(view, plan) if plan is not None else None
    if session is None or old not in {item.exercise for item in session.items}:
        return redirect("today")
    easier, equal = stand_ins(session, state_of(request), catalogue(), loads=loads_of(request)).get(old, (None, None))
    new = easier if kind == "easier" else equal
    if new is None:
        return show_today(request, notice=_none(kind, shown_for(request).name(old)))
    record(request, Swapped(old=old, new=new.exercise, kind=kind, **stamp()))
    return HttpResponseRedirect(f"{reverse('today')}#{new.exercise}")


def _none(kind: SwapKind, name: str) -> str:
    if kind == "easier":
        return gettext("Nothing easier than {name} fits today. In the session you can do fewer, or skip it.").format(
            name=name
        )
    return gettext("Nothing like {name} fits today. In the session you can skip it.").format(name=name)

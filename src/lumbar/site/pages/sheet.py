"""Today's sheet: the session as a handout, to be printed on one or two sheets of paper."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from lumbar.app.begin import open_session, waiting_session
from lumbar.catalogue.exercise import Exercise
from lumbar.figure.handout import article
from lumbar.site.pages.desk import owned_by, plan_of, view_of
from lumbar.site.pages.handout import handout_of
from lumbar.site.pages.pictures import picture_of
from lumbar.site.pages.request import shown_for
from lumbar.site.pages.shown import Shown
from lumbar.site.request import OwnedRequest


def sheet(request: OwnedRequest) -> HttpResponse:
    """Show today's session as a sheet to print."""
    shown, view, plan = shown_for(request), view_of(request), plan_of(request)
    under_way = open_session(view)
    waiting = waiting_session(view, plan) if plan is not None else None
    session = under_way.plan if under_way else waiting
    if session is None:
        return redirect("today")
    made = handout_of(session, shown, owned_by(request), lambda exercise: _stills(exercise, shown))
    html = mark_safe(article(made))  # noqa: S308 -- the builder escapes every text
    return render(request, "lumbar/sheet.html", {"section": "today", "handout": html})


def _stills(exercise: Exercise, shown: Shown) -> tuple[str, str] | None:
    """Return the start and the peak of an exercise as images; the peak, with its arrow, says in words what it shows."""
    found = picture_of(exercise.id)
    if found is None:
        return None
    return _image(found.start, ""), _image(found.picture, shown.text(exercise).picture)


def _image(path: str, alt: str) -> str:
    return format_html('<img src="{}" alt="{}" width="1200" height="900">', static(path), alt)

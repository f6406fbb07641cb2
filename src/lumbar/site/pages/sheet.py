"""Today's sheet: the session on one page of paper, with a line to write on and the reason for every change."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from lumbar.app.begin import open_session, waiting_session
from lumbar.site.pages.desk import owned_by, plan_of, view_of
from lumbar.site.pages.request import shown_for
from lumbar.site.pages.session_view import chapters, things_needed, title
from lumbar.site.request import OwnedRequest


def sheet(request: OwnedRequest) -> HttpResponse:
    """Show today's session as a sheet to print."""
    shown, view, plan = shown_for(request), view_of(request), plan_of(request)
    under_way = open_session(view)
    waiting = waiting_session(view, plan) if plan is not None else None
    session = under_way.plan if under_way else waiting
    if session is None:
        return redirect("today")
    context = {
        "section": "today",
        "day": view.day,
        "title": title(session, shown),
        "minutes": session.minutes,
        "needs": things_needed(session, shown, owned_by(request)),
        "chapters": chapters(session, shown),
        "steps": {item.exercise: shown.text(item.exercise).steps for item in session.items},
    }
    return render(request, "lumbar/sheet.html", context)

"""Today's sheet: the session on one page of paper, with a line to write on and the reason for every change."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from lumbar.site.pages.desk import owned_by, plan_of, view_of
from lumbar.site.pages.request import shown_for
from lumbar.site.pages.session_view import chapters, things_needed, title
from lumbar.site.pages.today import next_up, running
from lumbar.site.request import OwnedRequest


def sheet(request: OwnedRequest) -> HttpResponse:
    """Show today's session as a sheet to print."""
    shown, view, plan = shown_for(request), view_of(request), plan_of(request)
    begun = running(view.since, view.day)
    under_way = next((run for run in begun if not run.ended), None)
    session = under_way.plan if under_way else next_up(plan, begun) if plan is not None else None
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

"""The pages for what went wrong, in the same hand as all others."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext


def trouble(request: HttpRequest, *, title: str, lines: tuple[str, ...], status: int) -> HttpResponse:
    """Return a page that says what went wrong and what to do."""
    return render(request, "lumbar/trouble.html", {"title": title, "lines": lines}, status=status)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer an address that leads nowhere."""
    return trouble(
        request, title=gettext("There is no such page"), lines=(gettext("The address leads nowhere here."),), status=404
    )


def failed(request: HttpRequest) -> HttpResponse:
    """Answer when something broke."""
    lines = (
        gettext("Something broke on our side. What you had saved is safe."),
        gettext("Try again; if it stays, restart Lumbar."),
    )
    return trouble(request, title=gettext("That did not work"), lines=lines, status=500)


def refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form whose token is missing or old."""
    lines = (
        gettext("The form was too old, or came from elsewhere. Go back, load the page again, and send it once more."),
    )
    return trouble(request, title=gettext("Please send that again"), lines=lines, status=403)

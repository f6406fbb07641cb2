"""The pages for what went wrong, in the same hand as all others."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import is_valid_path, reverse
from django.utils.translation import gettext

from lumbar.errors import NotFoundError
from lumbar.site.pages.shown import shown_language
from lumbar.site.shelf import catalogue


def trouble(
    request: HttpRequest, *, title: str, lines: tuple[str, ...], status: int, links: tuple[tuple[str, str], ...] = ()
) -> HttpResponse:
    """Return a page that says what went wrong and what to do; `links` are addresses and their names."""
    return render(request, "lumbar/trouble.html", {"title": title, "lines": lines, "links": links}, status=status)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer an address that leads nowhere; one that lacks no more than its last slash leads on."""
    if request.method in {"GET", "HEAD"} and is_valid_path(request.path_info + "/"):
        return redirect(request.get_full_path(force_append_slash=True))
    return trouble(
        request, title=gettext("There is no such page"), lines=(gettext("The address leads nowhere here."),), status=404
    )


def not_called(request: HttpRequest, error: NotFoundError) -> HttpResponse:
    """Answer a name that nothing has, with the exercises whose ids are near."""
    near = [catalogue().exercise(name) for name in error.near if error.kind == "exercise"]
    language = shown_language()
    links = tuple((reverse("exercise", args=[e.id]), e.texts[language].name) for e in near)
    said = gettext("Nothing here is called “{name}”.").format(name=error.name)
    lines = (said, gettext("Did you mean one of these?")) if links else (said,)
    return trouble(request, title=gettext("There is no such page"), lines=lines, status=404, links=links)


def failed(request: HttpRequest) -> HttpResponse:
    """Answer when something broke; nothing is asked of the tables, which may be what broke."""
    request.owner = None  # type: ignore[attr-defined]  # the theme is then the device's
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

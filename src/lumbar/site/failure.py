"""An error of ours as an answer: one table from its class to the status, one shape for its JSON."""

from typing import Final

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext

from lumbar import errors
from lumbar.site.pages.not_found import not_called, refused, trouble

STATUS: Final[dict[type[errors.LumbarError], int]] = {
    errors.LumbarError: 500,
    errors.InputError: 400,
    errors.ProfileError: 400,
    errors.ArchiveError: 400,
    errors.CatalogueError: 503,
    errors.NotFoundError: 404,
    errors.ConflictError: 409,
    errors.UnavailableError: 503,
}
"""The status of every class of errors.py; a test holds that none is missing."""


def failure(request: HttpRequest, error: errors.LumbarError) -> HttpResponse:
    """Return the answer to `error`: JSON for a program, a page for a person."""
    status = STATUS[type(error)]
    if request.path.startswith("/api/"):
        return JsonResponse({"error": failure_dict(error)}, status=status)
    if isinstance(error, errors.NotFoundError):
        return not_called(request, error)
    return trouble(request, title=gettext("That did not work"), lines=tuple(str(error).splitlines()), status=status)


def token_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Return the answer to a request whose token is missing or old; nothing of it was stored."""
    said = f"This page is too old to be trusted with a change ({reason}). Load it again; nothing was lost."
    if request.path.startswith("/api/"):
        return JsonResponse({"error": {"code": "token", "message": said, "faults": []}}, status=403)
    return refused(request, reason)


def failure_dict(error: errors.LumbarError) -> dict[str, object]:
    """Return an error as plain data: its stable code, its message, and every fault it found."""
    faults = list(error.faults) if isinstance(error, errors.InputError) else []
    return {"code": error.code, "message": str(error), "faults": faults}

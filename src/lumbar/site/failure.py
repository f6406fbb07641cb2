"""An error of ours as an answer: one table from its class to the status, one shape for its JSON."""

from typing import Final

from django.http import HttpRequest, HttpResponse, JsonResponse

from lumbar import errors

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
    """Return the answer to `error`: JSON for a program, plain text for a person."""
    status = STATUS[type(error)]
    if request.path.startswith("/api/"):
        return JsonResponse({"error": failure_dict(error)}, status=status)
    return HttpResponse(f"{error}\n", content_type="text/plain; charset=utf-8", status=status)


def failure_dict(error: errors.LumbarError) -> dict[str, object]:
    """Return an error as plain data: its stable code, its message, and every fault it found."""
    faults = list(error.faults) if isinstance(error, errors.InputError) else []
    return {"code": error.code, "message": str(error), "faults": faults}

"""Static files: served by ourselves, read whole."""

from collections.abc import Callable
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from whitenoise.middleware import WhiteNoiseMiddleware  # type: ignore[import-untyped]  # it has no types
from whitenoise.responders import StaticFile  # type: ignore[import-untyped]  # the same

from lumbar.app.figures import MADE
from lumbar.site.middleware import WATCHING
from lumbar.site.pages.camera import WORKER

WATCHER: Final = f"{settings.STATIC_URL}{WORKER}"


class StaticFiles(WhiteNoiseMiddleware):  # type: ignore[misc]  # the same
    """Serve what lies in `static/`: what has a hash in its name to be kept for ever, the rest asked for each time."""

    def __init__(self, respond: Callable[[HttpRequest], HttpResponse]) -> None:
        """Serve `static/`, and the bodies that the build made beside the code that reads them."""
        super().__init__(respond)
        if MADE.is_dir():
            self.add_files(str(MADE), prefix=f"{self.static_prefix}figures/")

    @staticmethod
    def serve(static_file: StaticFile, request: HttpRequest) -> HttpResponse:
        """Return the file. It is read whole: our files are small, and streaming one costs a thread a chunk."""
        found = static_file.get_response(request.method, request.META)
        body = b""
        if found.file is not None:
            with found.file as file:
                body = file.read()
        response = HttpResponse(body, status=int(found.status))
        del response["Content-Type"]
        for name, value in found.headers:
            response[name] = value
        if found.file is not None:
            response["Content-Length"] = str(len(body))  # of what lies there now: a build may have made it anew
        if request.path_info == WATCHER:  # a worker goes by the policy that its own script came with
            for name, value in WATCHING.items():
                response.headers[name] = value
        return response

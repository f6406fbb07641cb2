"""What every request passes: the policy of what a page may do, known hosts, and whose journal it is."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, cast

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from lumbar.errors import LumbarError
from lumbar.site.failure import failure
from lumbar.site.models.owner import Owner, local_owner

if TYPE_CHECKING:
    from lumbar.site.request import OwnedRequest

Respond = Callable[[HttpRequest], HttpResponse]

_POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src {scripts}",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
CONTENT_SECURITY_POLICY: Final = _POLICY.format(scripts="'self'")
"""Nothing from elsewhere, nothing inline: no request ever leaves the machine."""

_OFF: Final = (
    "accelerometer",
    "browsing-topics",
    "display-capture",
    "geolocation",
    "gyroscope",
    "hid",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "publickey-credentials-get",
    "serial",
    "usb",
    "xr-spatial-tracking",
)
_PERMISSIONS: Final = ", ".join(
    ("camera={camera}", "screen-wake-lock=(self)", "autoplay=(self)", *(f"{name}=()" for name in _OFF))
)
PERMISSIONS_POLICY: Final = _PERMISSIONS.format(camera="()")
"""A lit screen and sound for the player; of the rest nothing."""

# Not `no-referrer`: browsers would then send `Origin: null` with our own forms, and their check would refuse them.
REFERRER_POLICY: Final = "same-origin"

HEADERS: Final = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Permissions-Policy": PERMISSIONS_POLICY,
    "Referrer-Policy": REFERRER_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


WATCHING: Final = {
    "Content-Security-Policy": _POLICY.format(scripts="'self' 'wasm-unsafe-eval'") + "; worker-src 'self'",
    "Permissions-Policy": _PERMISSIONS.format(camera="(self)"),
}
"""What the guided session and its worker may do beyond: see through the camera, and run the pose model (wasm)."""


class Policy:
    """Say on every answer what the page may do."""

    def __init__(self, respond: Respond) -> None:
        """Stand before `respond`."""
        self._respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer with the policy's headers; pages are of one person and are not kept by anyone between."""
        response = self._respond(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response


class KnownHost:
    """Refuse a request for a host that is not ours, before anything else is done.

    A page elsewhere could otherwise point its own name at this machine and read what is here.
    """

    def __init__(self, respond: Respond) -> None:
        """Stand before `respond`."""
        self._respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer where the host is known; Django refuses the others with 400."""
        request.get_host()
        return self._respond(request)


class LocalOwner:
    """Set `request.owner`, the person whose journal this is; there is one, and they need no account."""

    def __init__(self, respond: Respond) -> None:
        """Stand before `respond`."""
        self._respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer with `request.owner` read when it is first asked for."""
        owned = cast("OwnedRequest", request)
        owned.owner, owned.seen = cast("Owner", SimpleLazyObject(local_owner)), None
        return self._respond(request)


class PlainErrors:
    """Answer an error of ours with its message; anything else is a bug and goes on up."""

    def __init__(self, respond: Respond) -> None:
        """Stand before `respond`."""
        self._respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer as the view does."""
        return self._respond(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Return the answer to `error` where it is one of ours."""
        return failure(request, error) if isinstance(error, LumbarError) else None

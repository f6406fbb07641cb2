"""`serve`: the journal made ready, the site on a port, the browser opened; until it is stopped."""

import logging
import os
import socket
import sys
import webbrowser
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, Final

from lumbar.site.ports import bound_socket

if TYPE_CHECKING:
    import uvicorn

MOST_A_MESSAGE: Final = 4096  # bytes; a picture's landmarks are a tenth of it
GRACE_S: Final = 5  # our choice: how long [s] a request under way may take to end when the site is stopped


def serve(host: str = "127.0.0.1", port: int = 8000, *, open_browser: bool = True) -> None:
    """Serve Lumbar on `host` and `port` until it is interrupted; 0 takes any free port.

    Raises:
        UnavailableError: If the port is taken or the journal cannot be used; it says what to do.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lumbar.site.settings")
    with bound_socket(host, port) as listening:
        from lumbar.site.prepare import prepare

        prepare(say)
        server = _server()
        address = address_of(listening, host)
        say(f"Lumbar is at {address}  (Ctrl+C stops it)")
        if not is_loopback(host):
            say("Other devices reach it under the names in LUMBAR_HOSTS, such as LUMBAR_HOSTS=192.168.0.7")
            say("There is no sign-in: whoever reaches it can read and change the journal.")
        Thread(target=_after_start, args=(address, open_browser), daemon=True).start()
        with suppress(KeyboardInterrupt):  # Ctrl+C is how it is meant to end
            server.run(sockets=[listening])


def say(line: str) -> None:
    """Write a line for the person who started it, at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def address_of(listening: socket.socket, host: str) -> str:
    """Return the address to type into a browser."""
    port = listening.getsockname()[1]
    name = f"[{host}]" if ":" in host else host
    return f"http://{'127.0.0.1' if host == '0.0.0.0' else name}:{port}/"  # noqa: S104 - only said, never bound here


def is_loopback(host: str) -> bool:
    """Return whether only this machine can reach `host`."""
    return host in {"localhost", "::1"} or host.startswith("127.")


def has_browser() -> bool:
    """Return whether there is a browser to open: one named by BROWSER, or a screen to show one on."""
    if os.environ.get("BROWSER"):
        return True
    return sys.platform in {"darwin", "win32"} or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _server() -> "uvicorn.Server":
    import uvicorn

    from lumbar.site.asgi import application

    return uvicorn.Server(
        uvicorn.Config(
            application,
            log_level=logging.WARNING,
            access_log=False,
            lifespan="off",
            ws="websockets-sansio",
            ws_max_size=MOST_A_MESSAGE,
            ws_per_message_deflate=False,  # landmarks are noise: there is nothing to press out of them
            server_header=False,
            timeout_graceful_shutdown=GRACE_S,
        )
    )


def _after_start(address: str, open_browser: bool) -> None:  # noqa: FBT001 - a thread's target
    """Open the browser, then read what the first plan needs, so that no one waits for it."""
    if open_browser and has_browser():
        webbrowser.open(address)
    from lumbar.app.low_back import warm
    from lumbar.site.shelf import catalogue

    warm(catalogue())
    import highspy  # noqa: F401 - only loaded: it takes a good part of a second

    from lumbar.training import plan  # noqa: F401 - the same

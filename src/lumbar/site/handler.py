"""From ASGI to the pages and back: each request is answered by one thread, in one go; a WebSocket is the live coach's.

Django's own handler crosses between the event loop and threads several times a request, and opens a new thread and
a new connection for each. Ours has a few threads that stay, each with its connection; an answer costs a third of
it. A request once read is answered to its end even if whoever asked is gone: what was sent is stored.
"""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, cast

from django.core.handlers.asgi import ASGIHandler, ASGIRequest
from django.db import close_old_connections
from django.http.response import HttpResponse, HttpResponseBase

if TYPE_CHECKING:
    from lumbar.site.live.socket import Live

MOST_BYTES: Final = 4 * 1024 * 1024  # our choice: above the limit of every view, which says its own in words
THREADS: Final = 4  # our choice: a long look at the weeks ahead never keeps a set waiting


Receive = Callable[[], Awaitable[Any]]


class Handler(ASGIHandler):
    """Answer HTTP requests from a few threads that stay."""

    def __init__(self) -> None:
        """Load the middleware in its plain form, and wait for requests."""
        super().__init__()
        self.load_middleware(is_async=False)
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="lumbar")
        self._live: Live | None = None

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:  # noqa: ANN401 - as ASGI has them
        """Answer one request, or one WebSocket."""
        if scope["type"] == "websocket":
            await self._watch(scope, receive, send)
            return
        if scope["type"] != "http":
            raise ValueError(f"Lumbar answers HTTP and WebSocket, not {scope['type']}.")
        read = await read_body(receive)
        if read is None:  # nothing whole has arrived
            return
        if len(read) > MOST_BYTES:
            await self.send_response(HttpResponse("This is too long.\n", "text/plain", status=413), send)
            return
        with BytesIO(read) as body:
            request, failed = self.create_request(scope, body)  # one of them, never both
            response = cast("HttpResponseBase", failed) if request is None else await self._in_thread(request)
            try:
                await self.send_response(response, send)
            finally:
                response.close()

    async def _watch(self, scope: Any, receive: Any, send: Any) -> None:  # noqa: ANN401 - as ASGI has them
        if self._live is None:  # the first set that is watched brings the engine in
            from lumbar.site.live.socket import Live

            self._live = Live(self._threads)
        await self._live(scope, receive, send)

    async def _in_thread(self, request: ASGIRequest) -> HttpResponseBase:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, copy_context().run, self._answer, request)

    def _answer(self, request: ASGIRequest) -> HttpResponseBase:
        try:
            return self.get_response(request)
        finally:
            close_old_connections()  # only those that broke: ours have no age


async def read_body(receive: Receive) -> bytes | None:
    """Return the body of a request, no more than one piece beyond the limit; None where the sender is gone."""
    parts: list[bytes] = []
    size = 0
    while size <= MOST_BYTES:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if not message.get("more_body", False):
            break
    return b"".join(parts)

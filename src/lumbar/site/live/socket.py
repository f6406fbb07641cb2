"""The WebSocket: who may open it, how much may come through it, and why it was closed."""

import asyncio
import json
import logging
import time
from collections.abc import Awaitable, Callable, Iterable, Mapping
from concurrent.futures import Executor
from typing import Any, Final
from urllib.parse import urlsplit

from django.conf import settings
from django.http.request import split_domain_port, validate_host

from lumbar.errors import InputError, LumbarError
from lumbar.site.live.begin import tracker_of
from lumbar.site.live.message import Finish, read_words
from lumbar.site.live.pace import Pace
from lumbar.site.live.told import Told
from lumbar.site.live.watching import Watching

PATH: Final = "/live"
AT_ONCE: Final = 4  # sockets open at the same time; ours
SILENCE_S: Final = 120.0  # ours: longer, and whoever was there has gone
NOT_OURS: Final = 1008
NO_SENSE: Final = 4400
NOT_THERE: Final = 4404
TOO_QUICK: Final = 4429
SILENT: Final = 4408
FULL: Final = 1013
BROKEN: Final = 1011
_LONGEST_REASON: Final = 123  # bytes, by RFC 6455

log = logging.getLogger("lumbar")
Receive = Callable[[], Awaitable[Any]]
Send = Callable[[Any], Awaitable[None]]


class Live:
    """Answer WebSockets; what takes long is done in `threads`."""

    def __init__(self, threads: Executor) -> None:
        """Begin with none open."""
        self._threads = threads
        self._open = 0

    async def __call__(self, scope: Mapping[str, Any], receive: Receive, send: Send) -> None:
        """Answer one WebSocket until it is closed."""
        await receive()  # that it would be opened
        if scope["path"] != PATH or not is_ours(dict(scope["headers"])):
            await send({"type": "websocket.close", "code": NOT_OURS})
            return
        await send({"type": "websocket.accept"})
        if self._open >= AT_ONCE:
            await close(send, FULL, "As many sets are watched already as can be.")
            return
        self._open += 1
        try:
            await self._serve(receive, send)
        finally:
            self._open -= 1

    async def _serve(self, receive: Receive, send: Send) -> None:
        watching, pace = Watching(tracker_of), Pace(time.monotonic())
        while True:
            try:
                message = await asyncio.wait_for(receive(), SILENCE_S)
                if message["type"] != "websocket.receive":
                    return
                if not pace.allows(time.monotonic()):
                    await close(send, TOO_QUICK, "Too many messages at once.")
                    return
                answers = await self._answer(watching, message)
            except TimeoutError:
                await close(send, SILENT, "Nothing has come for a while.")
                return
            except LumbarError as error:
                await close(send, NO_SENSE if isinstance(error, InputError) else NOT_THERE, str(error))
                return
            except Exception:
                log.exception("The live coach stumbled; the page goes on with its timer.")
                await close(send, BROKEN, "The coach stumbled. The timer goes on.")
                return
            await tell(send, answers)

    async def _answer(self, watching: Watching, message: Mapping[str, Any]) -> list[Told]:
        data, text = message.get("bytes"), message.get("text")
        if data is not None:
            return watching.see(data)
        asked = read_words(text or "")
        if isinstance(asked, Finish):
            return watching.finish()
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, watching.begin, asked)


def is_ours(headers: Mapping[bytes, bytes]) -> bool:
    """Return whether the page that asks came from this site, under a name that is this site's.

    A page from elsewhere can open a WebSocket to any address, but not lie about where it came from.
    """
    host = headers.get(b"host", b"").decode("latin-1")
    origin = urlsplit(headers.get(b"origin", b"").decode("latin-1"))
    domain, _ = split_domain_port(host)
    return bool(domain) and validate_host(domain, settings.ALLOWED_HOSTS) and origin.netloc == host


async def tell(send: Send, answers: Iterable[Told]) -> None:
    """Send answers, a message each."""
    for answer in answers:
        await send({"type": "websocket.send", "text": json.dumps(answer, separators=(",", ":"))})


async def close(send: Send, code: int, reason: str) -> None:
    """Close it, and say why."""
    short = reason.encode()[:_LONGEST_REASON].decode(errors="ignore")
    await send({"type": "websocket.close", "code": code, "reason": short})

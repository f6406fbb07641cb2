"""Watching a browser: no request leaves this machine, and no page complains."""

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, WebError, WebSocket


class Watch:
    """Keep what should not happen; `is_content` fails where anything did."""

    def __init__(self, context: BrowserContext) -> None:
        """Watch every page of a browser window."""
        self.elsewhere: list[str] = []
        self.complaints: list[str] = []
        self.asked: list[str] = []
        self.lines: list[str] = []
        """Where WebSockets were opened to, and the length of each binary message that went out [bytes]."""
        self.sent_bytes: list[int] = []
        self.heard: list[str] = []
        """What came back."""
        self.posted_bytes: list[int] = []
        self.allowed: tuple[str, ...] = ()
        context.on("request", self._on_request)
        context.on("page", self._on_page)
        context.on("console", self._on_console)
        context.on("weberror", self._on_error)

    def allow(self, *words: str) -> None:
        """Take no notice of what the console says with these words in it."""
        self.allowed += words

    def is_content(self) -> None:
        """Fail where a page asked another machine for anything, or complained."""
        assert self.asked, "nothing was asked for, so nothing was watched"
        assert not self.elsewhere, self.elsewhere
        assert not self.complaints, self.complaints

    def kept_to(self, address: str) -> None:
        """Fail where anything was asked of, or said to, any but this one server."""
        own = (f"{address}/", f"{address.replace('http', 'ws', 1)}/", "data:", f"blob:{address}/")
        assert [url for url in (*self.asked, *self.lines) if not url.startswith(own)] == []

    def saw(self, part: str) -> bool:
        """Return whether an address with this in it was asked for."""
        return any(part in url for url in self.asked)

    def _on_page(self, page: Page) -> None:
        page.on("websocket", self._on_line)

    def _on_line(self, line: WebSocket) -> None:
        self.lines.append(line.url)
        if not line.url.startswith("ws://127.0.0.1:"):
            self.elsewhere.append(line.url)
        line.on("framesent", lambda sent: self.sent_bytes.append(len(sent)) if isinstance(sent, bytes) else None)
        line.on("framereceived", lambda heard: self.heard.append(heard) if isinstance(heard, str) else None)

    def _on_request(self, request: Request) -> None:
        self.asked.append(request.url)
        self.posted_bytes.append(len(request.post_data_buffer or b""))
        if not request.url.startswith(("http://127.0.0.1:", "data:")):
            self.elsewhere.append(request.url)

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not any(word in message.text for word in self.allowed):
            self.complaints.append(f"{message.type}: {message.text} ({message.location.get('url', '')})")

    def _on_error(self, error: WebError) -> None:
        self.complaints.append(str(error.error))

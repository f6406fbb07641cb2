"""Watching a browser: no request leaves this machine, and no page complains."""

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, WebError


class Watch:
    """Keep what should not happen; `is_content` fails where anything did."""

    def __init__(self, context: BrowserContext) -> None:
        """Watch every page of a browser window."""
        self.elsewhere: list[str] = []
        self.complaints: list[str] = []
        self.asked = 0
        self.allowed: tuple[str, ...] = ()
        context.on("request", self._on_request)
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

    def _on_request(self, request: Request) -> None:
        self.asked += 1
        if not request.url.startswith(("http://127.0.0.1:", "data:")):
            self.elsewhere.append(request.url)

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not any(word in message.text for word in self.allowed):
            self.complaints.append(f"{message.type}: {message.text} ({message.location.get('url', '')})")

    def _on_error(self, error: WebError) -> None:
        self.complaints.append(str(error.error))

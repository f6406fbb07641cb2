"""What a page shows and says: its texts and its spoken attributes, without what is marked as being in English."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

SPOKEN = ("alt", "aria-label", "title", "placeholder")
SILENT = ("script", "style")
VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])


class Visible(HTMLParser):
    """Collect the texts of a page, one a run between tags."""

    def __init__(self) -> None:
        """Begin with nothing seen."""
        super().__init__()
        self.texts: list[str] = []
        self._open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the spoken attributes, and whether what is inside counts."""
        told = dict(attrs)
        hidden = tag in SILENT or told.get("lang") == "en" or self._hidden
        if not hidden:
            self.texts += [value for name in SPOKEN if (value := told.get(name))]
        if tag not in VOID:
            self._open.append((tag, hidden and tag != "html"))

    def handle_endtag(self, tag: str) -> None:
        """Close the nearest open tag of this name."""
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place][0] == tag:
                del self._open[place:]
                return

    def handle_data(self, data: str) -> None:
        """Keep a text."""
        if data.strip() and not self._hidden:
            self.texts.append(re.sub(r"\s+", " ", data.strip()))

    @property
    def _hidden(self) -> bool:
        return bool(self._open) and self._open[-1][1]


def texts_of(html: str) -> tuple[str, ...]:
    """Return every text of a page."""
    page = Visible()
    page.feed(html)
    page.close()
    return tuple(page.texts)


def words_of(texts: tuple[str, ...]) -> Iterator[str]:
    """Yield every word of `texts`, in lower case."""
    for text in texts:
        yield from re.findall(r"[^\W\d_]+", text.lower())

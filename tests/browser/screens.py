"""Every page on every screen: pictures of it, and what must hold on each."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

from playwright.sync_api import Page

from tools.layout import ROOT, WEB

PICTURES: Final = ROOT / "build" / "screenshots"
AXE: Final = WEB / "node_modules" / "axe-core" / "axe.min.js"
Theme = Literal["light", "dark"]


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen: what its pictures are called by, and its size in CSS pixels."""

    name: str
    width: int
    height: int


PHONE: Final = Screen("360", 360, 740)
LAPTOP: Final = Screen("1280", 1280, 800)
LYING: Final = Screen("740", 740, 360)
ZOOMED: Final = Screen("zoom200", 640, 400)  # what a page gets of a laptop's screen at 200 %
EVERYWHERE: Final = ((PHONE, "light"), (PHONE, "dark"), (LAPTOP, "light"), (LAPTOP, "dark"))
LOOK_AGAIN: Final = ((LYING, "light"), (ZOOMED, "light"))

RULES: Final = """async (only) => {
  const rules = only === null ? {} : { runOnly: only };
  const found = await axe.run(document, { ...rules, resultTypes: ['violations'] });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html.slice(0, 160)).join(' | ')}`);
}"""
SIDEWAYS: Final = """() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  return [...document.querySelectorAll('body *')]
    .filter((e) => e.getBoundingClientRect().right > clientWidth + 0.5)
    .map((e) => `${e.tagName}.${e.className} ${Math.round(e.getBoundingClientRect().right)} > ${clientWidth}`)
    .slice(0, 5);
}"""


def show(page: Page, screen: Screen, theme: Theme) -> None:
    """Show the open page on another screen, in a theme."""
    page.set_viewport_size({"width": screen.width, "height": screen.height})
    page.emulate_media(color_scheme=theme)


def look(page: Page, name: str, screens: tuple[tuple[Screen, Any], ...] = EVERYWHERE, *, whole: bool = True) -> None:
    """Take a picture of the open page on each screen, and check each; `whole` takes all of a long page.

    Raises:
        AssertionError: With everything that was wrong on any of them.
    """
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.evaluate("() => document.fonts.ready.then(() => true)")
    if not page.evaluate("() => 'axe' in globalThis"):
        page.evaluate(AXE.read_text(encoding="utf-8") + ";0")
    wrong: list[str] = []
    for screen, theme in screens:
        show(page, screen, theme)
        where = f"{name}-{screen.name}-{theme}"
        wrong += [f"{where}: too wide: {what}" for what in page.evaluate(SIDEWAYS)]
        only = ["color-contrast"] if theme == "dark" and (screen, "light") in screens else None  # all else is the same
        wrong += [f"{where}: {what}" for what in page.evaluate(RULES, only)]
        _take(page, PICTURES / f"{where}.png", whole=whole)
    show(page, PHONE, "light")
    assert not wrong, "\n".join(wrong)


def _take(page: Page, path: Path, *, whole: bool) -> None:
    """Take a picture; of a whole page with its foot where the page ends, not across its middle."""
    if whole and page.locator(".main-nav").count() and page.viewport_size is not None:
        high = page.evaluate("() => document.documentElement.scrollHeight")
        page.set_viewport_size({**page.viewport_size, "height": max(high, page.viewport_size["height"])})
    page.screenshot(path=path, full_page=whole, animations="disabled")

"""What a person presses, from the first page to the end of a session."""

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from playwright.sync_api import Locator, Page, TimeoutError, expect  # noqa: A004 - Playwright's own

from tests.browser.serving import House

SPEED: Final = 800  # a session of twenty minutes takes two seconds
NO_FLAGS: Final[Mapping[str, Sequence[str]]] = {}


@dataclass(frozen=True, slots=True)
class Said:
    """What is said after a set: repetitions in reserve, pain, and figures that differ from what was counted."""

    rir: int = 3
    pain: int = 0
    figures: Mapping[str, str] = field(default_factory=dict)


Tell = Callable[[str, int], Said]
"""From the title of the form and how many sets were told before, what is said about a set."""


def as_asked(_title: str, _number: int) -> Said:
    """Say that it went as asked, with three in reserve and no pain."""
    return Said()


@dataclass(frozen=True, slots=True)
class Person:
    """Someone at a browser, at the house of their own."""

    page: Page
    house: House

    def open(self, path: str = "/") -> None:
        """Go to a page."""
        self.page.goto(self.house.address + path)

    def wake(self, day: date) -> None:
        """Start Lumbar again on this day, and look at today."""
        self.page.goto("about:blank")  # or it asks for the rest of a page while nobody answers
        self.house.start(day)
        self.open()

    def press(self, name: str) -> None:
        """Press the button or link of this name."""
        button = self.page.get_by_role("button", name=name, exact=True)
        link = self.page.get_by_role("link", name=name, exact=True)
        button.or_(link).first.click()

    def is_told(self, text: str | re.Pattern[str]) -> None:
        """Wait until this text is on the page."""
        expect(self.page.get_by_text(text).filter(visible=True).first).to_be_visible()

    def heading(self, text: str | re.Pattern[str]) -> None:
        """Wait until the page's heading is this."""
        expect(self.page.get_by_role("heading", level=1)).to_have_text(text)

    def group(self, question: str) -> Locator:
        """Return the question that begins with these words."""
        return self.page.get_by_role("group", name=re.compile(f"^{re.escape(question)}"))

    def choose(self, question: str, *answers: str) -> None:
        """Choose answers of a question."""
        for answer in answers:
            box = self.group(question).locator("label").filter(has_text=re.compile(f"^{re.escape(answer)}"))
            box.first.click()

    def write(self, label: str, text: str) -> None:
        """Write into the field of this label."""
        self.page.get_by_role("textbox", name=re.compile(f"^{re.escape(label)}")).fill(text)

    def unfold(self, title: str) -> None:
        """Open what is folded away under this title."""
        self.page.locator("summary").filter(has_text=re.compile(f"^{re.escape(title)}")).first.click()

    def answer_screening(self, flags: Mapping[str, Sequence[str]] = NO_FLAGS) -> None:
        """Read the signs and answer the pages of questions; `flags` are the values ticked on a page, by its slug."""
        self.heading("Signs to know before you train")
        self.press("I have read them")
        for slug in ("now", "lately", "ask-first", "back"):
            self.page.locator(f"form[action$='/screening/{slug}/']").wait_for()
            for value in flags.get(slug, ("none",)):
                self.page.locator(f"label:has(input[value='{value}'])").click()
            self.press("Next")
            if slug == "now" and slug in flags:
                return

    def describe(self, experience: str = "New to this", age: str = "45") -> None:
        """Fill in what the profile needs at least; the form stays open."""
        self.heading("About you")
        self.choose("Where do you start from?", experience)
        self.write("How old are you?", age)
        self.choose("How much does your back usually bother you?", "0")

    def come_in(self, flags: Mapping[str, Sequence[str]] = NO_FLAGS) -> None:
        """Go from the welcome through the screening."""
        self.heading("A stronger lower back, on a mat at home")
        self.page.get_by_role("link", name=re.compile("^Begin")).click()
        self.answer_screening(flags)

    def get_ready(self, pain: str = "0", feeling: str = "As usual") -> None:
        """Start from today, answer the three questions, and open the player with its clock sped up."""
        self.page.get_by_role("link", name=re.compile("^(Start|Go on)")).click()
        self.heading("Three questions first")
        self.choose("How much does your back hurt right now?", pain)
        self.choose("How do you feel today?", feeling)
        self.choose("Is there anything new?", "No")
        self.press("Begin")
        self.page.wait_for_url("**/session/*/")
        self.hurry()

    def hurry(self, speed: int = SPEED) -> None:
        """Open the player that is open with its clock sped up."""
        self.page.goto(f"{self.page.url.split('?')[0]}?speed={speed}")
        self.page.locator("[data-do=begin]").wait_for()

    def tell_set(self, said: Said) -> None:
        """Fill in the form after a set, and save it."""
        form = self.page.locator("form[data-form=log]")
        for label, text in said.figures.items():
            form.get_by_label(label, exact=True).fill(text)
        form.locator(f"label:has(input[name=rir][value='{said.rir}'])").click()
        form.locator(f"label:has(input[name=pain][value='{said.pain}'])").click()
        form.get_by_role("button", name="Save set").click()

    def lead(self, tell: Tell = as_asked, *, sets: int | None = None) -> int:
        """Go through the session from its first tap; return how many sets were told. `sets` stops after so many."""
        self.press("Start")
        return self.go_on(tell, sets=sets)

    def go_on(self, tell: Tell = as_asked, *, sets: int | None = None) -> int:
        """Do set after set until the session has ended, or `sets` of them are told."""
        page = self.page
        form, over = page.locator("form[data-form=log]"), page.locator(".ctl a[href$='/done/'], .done-table")
        short_cut = page.get_by_role("button", name="Start now")
        told = 0
        while sets is None or told < sets:
            form.or_(over).or_(short_cut).first.wait_for(timeout=60_000)
            if over.count():
                break
            if form.count():
                self.tell_set(tell(page.get_by_role("heading", level=1).inner_text(), told))
                told += 1
                form.wait_for(state="detached")
            elif short_cut.count():
                self._press_if_still_there(short_cut)
        return told

    def _press_if_still_there(self, button: Locator) -> None:
        """Press what the clock may take away at any moment."""
        with suppress(TimeoutError):
            button.click(timeout=1000)

    def sees_the_end(self) -> None:
        """Wait for the page after the session."""
        self.page.wait_for_url("**/done/")
        self.heading(re.compile("Done|Ended"))

    def answer_morning(self, pain: str = "0", woke: str = "No", settled: str = "Yes") -> None:
        """Answer how the back is on the morning after."""
        self.page.get_by_role("link", name="How is your back this morning?").click()
        self.heading("The morning after")
        self.choose("How much does your back hurt this morning?", pain)
        self.choose("Did your back wake you in the night?", woke)
        self.choose("Is it back to your usual?", settled)
        self.press("Save")

    def dose_of(self, exercise: str) -> dict[str, str]:
        """Return the dose of an exercise on today's page: its words and their numbers."""
        figures = self.page.locator(f"li#{exercise} dl.dose > div")
        pairs = [(one.locator("dt").inner_text(), one.locator("dd").inner_text()) for one in figures.all()]
        return {word.removesuffix("s") if word == "sets" else word: number for word, number in pairs}

    def session(self) -> list[str]:
        """Return the ids of today's exercises, in order."""
        return [str(item.get_attribute("id")) for item in self.page.locator("li.item").all()]

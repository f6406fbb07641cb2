"""A handout on paper: as many sheets as it should have, and no exercise cut in two."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page

from lumbar.app.handouts import style
from lumbar.app.shelf import load_catalogue
from lumbar.catalogue.exercise import Exercise, Language, SourceId
from lumbar.figure.handout import page
from lumbar.journal.prescription import Prescription, Reason, SessionPlan, WarmUpSet
from lumbar.site.local import words_in
from lumbar.site.pages.handout import handout_of
from lumbar.site.pages.session_view import CHANGES
from lumbar.site.pages.shown import Shown
from tests.browser.journals import BAND, FIRST, journal
from tests.browser.person import Person

WEEKS: Final = 4
DAY: Final = FIRST + timedelta(weeks=WEEKS)
EVENTS: Final = journal(BAND, WEEKS)
PAPERS: Final = ("A4", "Letter")
STANDING_IN: Final = '<svg viewBox="0 0 400 300"></svg>'  # as high as a drawing can be


def sheets(paper: bytes) -> int:
    """Return how many pages a PDF has."""
    return len(re.findall(rb"/Type\s*/Page\b", paper))


@pytest.fixture
def paper(browser: Browser) -> Iterator[Page]:
    """Give an empty page."""
    opened = browser.new_page()
    yield opened
    opened.close()


def asked(exercise: Exercise, changed: bool) -> Prescription:  # noqa: FBT001 - whether there is more to say
    """Return a dose with every number there is; where it is changed, with a reason, and a warm-up before a load."""
    rule = min(CHANGES)
    why = (
        Reason(
            rule, "dose", "It went well twice, so: two repetitions more on each side than last time.", SourceId("ours")
        ),
    )
    loaded = exercise.load is not None
    warm = (WarmUpSet(5, 40, 0.5), WarmUpSet(3, 60, 0.75)) if loaded else ()
    load_kg = 82.5 if loaded else None
    return Prescription(
        exercise.id,
        exercise.stage,
        0,
        3,
        10,
        12,
        10,
        exercise.side,
        load_kg,
        comfortable=False,
        rest_s=120,
        light=False,
        warm_up=warm,
        seconds=300,
        why=why if changed else (),
    )


def longest(language: Language) -> list[Exercise]:
    """Return all exercises, those with most to read first."""

    def length(exercise: Exercise) -> int:
        text = exercise.texts[language]
        return sum(map(len, (*text.steps, *text.cues[:2], *text.cautions[:1])))

    return sorted(load_catalogue(), key=length, reverse=True)


def printed(exercises: Sequence[Exercise], language: Language, changed: bool) -> str:  # noqa: FBT001
    """Return a handout of these exercises as HTML."""
    items = tuple(asked(exercise, changed) for exercise in exercises)
    plan = SessionPlan(date(2026, 9, 23), 1, "alone", 4, items, 2700, 3, ())  # a Wednesday: the longest of dates
    with words_in(language):
        shown = Shown(language, "kg", "cm", load_catalogue())
        made = handout_of(plan, shown, frozenset(), lambda _: (STANDING_IN, STANDING_IN))
    return page(made, style())


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(("count", "most"), [(1, 1), (4, 1), (5, 2), (6, 2), (8, 2)])
def test_the_longest_texts_fit(paper: Page, language: Language, count: int, most: int) -> None:
    paper.set_content(printed(longest(language)[:count], language, changed=count == 8))
    assert [sheets(paper.pdf(format=form)) for form in PAPERS] == [most, most]


def test_short_and_usual_texts_fill_no_more_sheets_than_they_need(paper: Page) -> None:
    for count, most in ((2, 1), (4, 1), (7, 2)):
        paper.set_content(printed(longest("en")[-count:], "en", changed=False))
        assert [sheets(paper.pdf(format=form)) for form in PAPERS] == [most, most]


def test_no_exercise_can_be_cut_between_sheets_and_all_can_be_read_from_the_floor(paper: Page) -> None:
    paper.emulate_media(media="print")
    paper.set_content(printed(longest("en")[:8], "en", changed=False))
    told = paper.evaluate(
        """() => {
            const style = (of) => getComputedStyle(document.querySelector(of));
            const all = [...document.querySelectorAll(".h-item")];
            return {
                cut: all.filter((one) => getComputedStyle(one).breakInside !== "avoid").length,
                points: [".h-item h2", ".h-dose dd", ".h-words li"].map((of) => parseFloat(style(of).fontSize) * 0.75),
                wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
            };
        }"""
    )
    name, dose, steps = told["points"]
    assert (told["cut"], name >= 16, dose >= 14, steps >= 10.5, told["wide"]) == (0, True, True, True, 0)


def test_the_sheet_of_the_site_is_the_handout_with_stills(guest: Person) -> None:
    guest.open("/print/")
    guest.page.wait_for_function("[...document.images].every((one) => one.complete && one.naturalWidth)")
    items = guest.page.locator(".h-item")
    assert guest.page.locator(".h-drawings img").count() == 2 * items.count() > 0
    most = 1 if items.count() <= 4 else 2
    assert [sheets(guest.page.pdf(format=form)) for form in PAPERS] == [most, most]


def test_a_file_opens_without_a_word_of_complaint(paper: Page, tmp_path: Path) -> None:
    asked_for: list[str] = []
    said: list[str] = []
    paper.on("request", lambda request: asked_for.append(request.url))
    paper.on("console", lambda message: said.append(message.text))
    (tmp_path / "mat.html").write_text(printed(longest("es")[:3], "es", changed=True), encoding="utf-8")
    paper.goto((tmp_path / "mat.html").as_uri())
    assert said == []
    assert [url for url in asked_for if not url.startswith("data:font/")] == [(tmp_path / "mat.html").as_uri()]
    assert paper.evaluate("document.fonts.ready.then(() => document.fonts.size)") in {0, 1}

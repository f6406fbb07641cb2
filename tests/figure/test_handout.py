"""A handout as text: whole, sound, escaped, and nothing in it that asks for anything."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lumbar.app.handouts import drawings, style
from lumbar.app.shelf import load_catalogue
from lumbar.figure.handout import Handout, Item, Labels, Number, article, page
from tests.figure.made import needs_bodies

LABELS = Labels("At the start", "At the peak", "Sets", "Pain 0–10")
DOSE = (Number("2", "", "sets"), Number("10", "", "each side"), Number("5", "s", "hold"))
VOID = {"meta"}


class Sound(HTMLParser):
    """Holds that every tag is closed in its order, and keeps the text that is read."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.text: list[str] = []
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 -- the parser's
        self.tags.append(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def item(name: str = "Bird dog", text: str = "Reach.", sets: int = 2) -> Item:
    return Item(name, ("<svg></svg>", "<svg></svg>"), DOSE, sets, (text, "Return."), ("Level hips.",), "Slow.")


def handout(items: tuple[Item, ...], text: str = "New pain: stop.") -> Handout:
    return Handout("en", "On the floor", "Monday", "20 minutes", "You need a mat.", items, LABELS, text, "For adults.")


def test_everything_that_is_told_is_on_it_in_its_order() -> None:
    read = " ".join(Sound(article(handout((item("One"), item("Two"))))).text)
    for word in ("On the floor", "20 minutes", "You need a mat.", "One", "each side", "5", "Reach.", "Level hips."):
        assert word in read
    assert read.index("One") < read.index("Two") < read.index("New pain: stop.") < read.index("For adults.")


@given(st.text(max_size=40), st.text(max_size=40))
@settings(max_examples=30)
def test_no_text_becomes_markup(name: str, text: str) -> None:
    plain = Sound(page(handout((item(),)), "p{}")).tags
    told = Sound(page(handout((item(f"<b>{name}", f"&lt;</li>{text}"),), f"<script>{text}"), "p{}"))
    assert told.tags == plain
    assert f"<b>{name}".replace("\r", "") in "".join(told.text).replace("\r", "")


@given(st.integers(1, 8), st.integers(1, 5))
@settings(max_examples=20)
def test_there_is_a_box_for_every_set(count: int, sets: int) -> None:
    assert article(handout((item(sets=sets),) * count)).count('class="h-box"') == count * sets


@pytest.mark.parametrize(("count", "breaks", "roomy"), [(1, 0, True), (3, 0, True), (4, 0, False), (5, 1, True)])
def test_few_exercises_have_room_and_many_share_two_sheets_evenly(count: int, breaks: int, roomy: bool) -> None:  # noqa: FBT001
    text = article(handout(tuple(item(str(n)) for n in range(count))))
    assert (text.count("h-next"), 'class="handout roomy"' in text) == (breaks, roomy)


def test_a_load_that_one_chooses_has_a_line_to_write_it_on() -> None:
    empty = article(handout((replace(item(), dose=(*DOSE, Number("", "kg", "you choose"))),)))
    assert '<dt>you choose</dt><dd><i class="h-line"></i><small> kg</small></dd>' in empty


def test_seven_are_four_and_three() -> None:
    told = article(handout(tuple(item(f"Number {n}") for n in range(1, 8)))).split("h-next")
    assert ["Number 4" in told[0], "Number 5" in told[1], len(told)] == [True, True, 2]


def test_an_exercise_that_is_not_drawn_is_told_all_the_same() -> None:
    bare = Item("Plank", None, DOSE, 1, ("Hold.",), ())
    assert "Plank" in article(handout((bare,)))
    assert "<figure" not in article(handout((bare,)))


@needs_bodies
def test_a_drawing_for_paper_is_in_two_inks_and_cut_close() -> None:
    bird_dog = load_catalogue().exercise("bird-dog")
    start, peak = found = drawings([bird_dog], "es")[bird_dog.id]
    boxes = {re.search(r'viewBox="([\d. ]+)"', one)[1] for one in found}  # type: ignore[index]  # else it fails
    assert len(boxes) == 1, "start and peak are of one scale"
    left, top, wide, tall = map(int, boxes.pop().split())
    assert (left >= 0, top > 0, wide <= 600, tall < 400) == (True,) * 4
    assert ("Perro de caza" in peak, 'class="a"' in peak, 'class="a"' in start) == (True, True, False)
    for colour in re.findall(r'fill="#(\w{6})"', start + peak):
        red, green, blue = (int(colour[n : n + 2], 16) for n in (0, 2, 4))
        assert red == green == blue or blue > red, f"#{colour} is neither grey nor blue"


def test_the_style_of_a_file_asks_for_nothing() -> None:
    assert not re.search(r"@import|https?:|url\((?!data:font)", style())

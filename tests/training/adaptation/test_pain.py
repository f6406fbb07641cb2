"""Pain: the zones, the morning after, and what to do in mid-session, each as a table."""

import json
from pathlib import Path

import pytest

from lumbar.journal.event import Feel
from lumbar.training.pain import hurt_advice, hurt_zone, morning_colour, set_advice, zone
from lumbar.training.standing import Colour

CONTRACT = Path(__file__).parents[3] / "contract" / "pain_advice.json"


@pytest.mark.parametrize(
    ("pain", "before", "usual", "colour"),
    [
        (0, 0, 0, "green"),
        (3, 1, 0, "green"),
        (4, 2, 0, "amber"),
        (5, 3, 0, "amber"),
        (6, 4, 0, "red"),
        (3, 0, 0, "red"),  # a rise of three within a set
        (5, 5, 3, "amber"),  # usual + 2 is above the absolute 4
        (4, 4, 3, "green"),
        (6, 6, 5, "amber"),
        (7, 7, 5, "red"),  # usual + 2 is above the absolute 6
        (10, 10, 9, "red"),
    ],
)
def test_a_set_has_a_colour(pain: int, before: int, usual: int, colour: Colour) -> None:
    assert zone(pain, before, usual) == colour


@pytest.mark.parametrize(
    ("pain", "usual", "woke", "settled", "colour"),
    [
        (0, 0, False, True, "green"),
        (1, 0, False, True, "green"),
        (2, 0, False, True, "amber"),
        (3, 0, False, True, "red"),
        (4, 3, False, True, "green"),
        (5, 3, False, True, "amber"),
        (6, 3, False, True, "red"),
        (0, 0, True, True, "red"),
        (0, 0, False, False, "red"),
    ],
)
def test_a_morning_has_a_colour(pain: int, usual: int, woke: bool, settled: bool, colour: Colour) -> None:  # noqa: FBT001  a row of the table
    assert morning_colour(pain, usual, woke=woke, settled=settled) == colour


@pytest.mark.parametrize(
    ("feel", "pain", "colour", "advice"),
    [
        ("usual", None, "amber", "stop-exercise"),
        ("usual", 3, "amber", "stop-exercise"),
        ("usual", 6, "red", "stop-exercise"),
        ("new-or-sharp", 1, "red", "stop-exercise"),
        ("leg", None, "red", "end-session"),
    ],
)
def test_this_hurts_always_stops_the_exercise(feel: Feel, pain: int | None, colour: Colour, advice: str) -> None:
    assert hurt_zone(feel, pain, 0) == colour
    assert hurt_advice(feel, recurring=False) == advice
    assert hurt_advice(feel, recurring=True) == "end-session"


@pytest.mark.parametrize(
    ("pain", "before", "recurring", "advice"),
    [
        (2, 0, False, "go-on"),
        (4, 2, False, "no-increase"),
        (6, 4, False, "stop-exercise"),
        (4, 1, False, "stop-exercise"),
        (6, 4, True, "end-session"),
        (4, 2, True, "no-increase"),
    ],
)
def test_a_set_ends_with_advice(pain: int, before: int, recurring: bool, advice: str) -> None:  # noqa: FBT001  a row of the table
    assert set_advice(pain, before, 0, recurring) == advice


USUALS = (0, 2, 3, 5, 9)
"""Usual discomfort on both sides of every cut."""
FEELS: tuple[Feel, ...] = ("usual", "new-or-sharp", "leg")


def contract_text() -> str:
    """Return the advice as JSON, a row a line: every answer after a set, and every “this hurts”."""
    sets = [
        [pain, before, usual, recurring, set_advice(pain, before, usual, recurring)]
        for usual in USUALS
        for before in range(11)
        for pain in range(11)
        for recurring in (False, True)
    ]
    hurts = [[feel, recurring, hurt_advice(feel, recurring)] for feel in FEELS for recurring in (False, True)]
    return (
        '{\n"set_columns": ["pain", "before", "usual", "recurring", "advice"],\n"sets": [\n'
        + ",\n".join(map(json.dumps, sets))
        + '\n],\n"hurt_columns": ["feel", "recurring", "advice"],\n"hurts": [\n'
        + ",\n".join(map(json.dumps, hurts))
        + "\n]\n}\n"
    )


def test_the_player_reads_the_same_advice_from_the_contract() -> None:
    text = contract_text()
    written = CONTRACT.read_text("utf-8") if CONTRACT.exists() else ""
    CONTRACT.write_text(text, "utf-8")
    assert written == text, "contract/pain_advice.json was out of date; it is written anew."

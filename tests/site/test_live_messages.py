"""The messages of the live coach: what the page writes is read as it was meant, and nothing else is."""

import json
import struct
from contextlib import suppress
from pathlib import Path
from typing import Final
from uuid import UUID

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lumbar.coach.events import (
    CueGiven,
    CuePraised,
    Event,
    HoldDone,
    HoldProgress,
    PeakReached,
    RefusalBegan,
    RefusalEnded,
    RepetitionDone,
)
from lumbar.coach.frame import LANDMARKS, Frame
from lumbar.errors import InputError
from lumbar.site.live.message import LONGEST, Finish, Watch, read_frame, read_words, write_frame
from lumbar.site.live.told import beat, finished, ready, told

CONTRACT: Final = Path(__file__).parents[2] / "contract" / "live.json"
SESSION: Final = "00000000-0000-0000-0000-000000000001"
SOMEBODY: Final = Frame(
    np.arange(66.0).reshape(LANDMARKS, 2) * 8.25 - 20.5, np.linspace(0.0, 1.0, 33) // (1 / 64) / 64, 12.5, (640, 480)
)
NOBODY: Final = Frame(np.full((LANDMARKS, 2), np.nan), np.zeros(LANDMARKS), 12.75, (480, 640))
EVENTS: Final[tuple[Event, ...]] = (
    PeakReached(1.5, None, 1),
    PeakReached(1.5, "left", 2),
    RepetitionDone(1.0, 1.5, 2.25, "right", full=True, hold_s=2.004, angles={"hip": 170.0}),
    RepetitionDone(1.0, 1.5, None, None, full=False, hold_s=0.0, angles={}),
    HoldProgress(3.5, 2, "left"),
    HoldDone(1.5, 6.5, 5.0, None),
    CueGiven(4.0, "leg_level"),
    CuePraised(8.0, "leg_level"),
    RefusalBegan(9.0, "off_plane"),
    RefusalEnded(9.0, 11.0, "off_plane"),
)


def example(frame: Frame) -> dict[str, object]:
    there = not np.isnan(frame.points_px).any()
    rows = [[*point, float(seen)] for point, seen in zip(frame.points_px.tolist(), frame.visibility, strict=True)]
    return {
        "width": frame.size_px[0],
        "height": frame.size_px[1],
        "time_s": frame.time_s,
        "landmarks": rows if there else None,
        "hex": write_frame(frame).hex(),
    }


def _lines(made: dict[str, list[dict[str, object]]]) -> str:
    """Return the contract as JSON, a message a line."""
    parts = [f'"{name}": [\n' + ",\n".join(json.dumps(one) for one in told_) + "\n]" for name, told_ in made.items()]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def test_the_contract_holds_every_kind_of_message() -> None:
    made: dict[str, list[dict[str, object]]] = {
        "frames": [example(SOMEBODY), example(NOBODY)],
        "asked": [
            {"do": "watch", "session": SESSION, "exercise": "bird-dog", "hold_s": 5},
            {"do": "finish"},
        ],
        "told": [ready("bird-dog"), *(told(event) for event in EVENTS), beat(12.5, in_place=True), finished()],
    }
    held = json.loads(CONTRACT.read_text(encoding="utf-8")) if CONTRACT.is_file() else None
    if held != made:
        CONTRACT.write_text(_lines(made), encoding="utf-8")
    assert held == made, "contract/live.json was out of date; it is written anew."


def test_what_the_contract_asks_is_read() -> None:
    asked = [read_words(json.dumps(words)) for words in json.loads(CONTRACT.read_text(encoding="utf-8"))["asked"]]
    assert asked == [Watch(UUID(SESSION), "bird-dog", 5.0), Finish()]


@pytest.mark.parametrize("frame", [SOMEBODY, NOBODY], ids=["somebody", "nobody"])
def test_a_frame_comes_back_as_it_was_sent(frame: Frame) -> None:
    back = read_frame(write_frame(frame))
    np.testing.assert_array_equal(back.points_px, frame.points_px)
    np.testing.assert_array_equal(back.visibility, frame.visibility)
    assert (back.time_s, back.size_px) == (frame.time_s, frame.size_px)


def test_a_frame_is_small() -> None:
    assert len(write_frame(SOMEBODY)) == LONGEST == 412
    assert len(write_frame(NOBODY)) == 16


def behind_a_head(data: bytes) -> bytes:
    """Return bytes whose head is that of a frame."""
    return write_frame(SOMEBODY)[:16] + data[16:]


@settings(max_examples=200)
@given(st.binary(max_size=LONGEST + 8) | st.binary(min_size=LONGEST, max_size=LONGEST).map(behind_a_head))
def test_whatever_else_comes_is_refused_or_is_a_frame(data: bytes) -> None:
    with suppress(InputError):
        assert read_frame(data).points_px.shape == (LANDMARKS, 2)


@pytest.mark.parametrize(
    ("place", "value"),
    [(0, 2), (2, 0), (2, 9000), (6, 32)],
    ids=["another version", "no width", "too wide", "32 landmarks"],
)
def test_a_head_that_makes_no_sense_is_refused(place: int, value: int) -> None:
    data = bytearray(write_frame(SOMEBODY))
    struct.pack_into("<H", data, place, value)
    with pytest.raises(InputError):
        read_frame(bytes(data))


@pytest.mark.parametrize("value", [np.nan, np.inf, 1e6], ids=str)
def test_a_landmark_that_is_nowhere_is_refused(value: float) -> None:
    data = bytearray(write_frame(SOMEBODY))
    struct.pack_into("<f", data, 16 + 12 * 7, value)
    with pytest.raises(InputError):
        read_frame(bytes(data))


@pytest.mark.parametrize("time_s", [-1.0, np.nan, np.inf], ids=str)
def test_a_time_that_is_none_is_refused(time_s: float) -> None:
    data = bytearray(write_frame(SOMEBODY))
    struct.pack_into("<d", data, 8, time_s)
    with pytest.raises(InputError):
        read_frame(bytes(data))


@pytest.mark.parametrize(
    "text",
    [
        "", "null", "[1]", "{", '{"do": "sing"}', "[" * 500, "x" * 2000,
        '{"do": "watch", "session": "no", "exercise": "bird-dog", "hold_s": 1}',
        f'{{"do": "watch", "session": "{SESSION}", "exercise": 7, "hold_s": 1}}',
        f'{{"do": "watch", "session": "{SESSION}", "exercise": "bird-dog", "hold_s": -1}}',
        f'{{"do": "watch", "session": "{SESSION}", "exercise": "bird-dog", "hold_s": true}}',
    ],
    ids=range(11),
)  # fmt: skip
def test_words_that_ask_for_nothing_are_refused(text: str) -> None:
    with pytest.raises(InputError):
        read_words(text)

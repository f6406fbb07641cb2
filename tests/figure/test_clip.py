"""The clip of an exercise says what the browser must know, and nothing that its file does not."""

import json
from functools import cache
from typing import Any, Final

import numpy as np
import pytest

from lumbar.app.shelf import load_catalogue
from lumbar.body.physique import measure
from lumbar.body.tree import JOINTS
from lumbar.figure.clip import Clip, clip_json, clip_of

EXERCISES: Final = sorted(load_catalogue().exercises)
WOMAN: Final = measure(1.65, 62, "female")
every_exercise = pytest.mark.parametrize("exercise", EXERCISES)


@cache
def clip(exercise: str) -> Clip:
    return clip_of(load_catalogue().exercise(exercise), WOMAN)


def plain(exercise: str) -> Any:  # noqa: ANN401  whatever JSON gives
    return json.loads(json.dumps(clip_json(clip(exercise))))


@every_exercise
def test_the_angles_of_a_clip_are_those_of_the_way(exercise: str) -> None:
    told, path = plain(exercise), clip(exercise).path
    angles = np.zeros_like(path.angles_deg)
    names = [joint.name for joint in JOINTS]
    angles[:, [names.index(name) for name in told["joints"]]] = told["angles_deg"]
    assert angles == pytest.approx(path.angles_deg, abs=0.0501)
    assert np.array(told["roots_m"]) == pytest.approx(path.roots_m, abs=0.000501)
    assert np.array(told["shares"]) == pytest.approx(path.shares, abs=1e-4)


@every_exercise
def test_a_repetition_goes_to_the_peak_and_back_in_the_seconds_of_its_tempo(exercise: str) -> None:
    tempo = load_catalogue().exercise(exercise).tempo
    told = plain(exercise)["tempo"]
    assert [(part["to"], part["moves"]) for part in told] == [
        ("peak", True), ("peak", False), ("rest", True), ("rest", False),
    ]  # fmt: skip
    seconds = {part["phase"]: part["s"] for part in told}
    assert seconds == {"lift": tempo.lift_s, "top": tempo.top_s, "lower": tempo.lower_s, "bottom": tempo.bottom_s}
    assert [part["phase"] for part in told if part["held"]] == [tempo.hold_at]
    assert told[0]["phase"] == tempo.first


def test_hands_are_closed_where_they_hold_and_flat_where_they_rest() -> None:
    assert dict(clip("romanian-deadlift").hands) == {"left": "grip", "right": "grip"}
    assert dict(clip("bird-dog").hands) == {"left": "flat", "right": "flat"}
    assert dict(clip("good-morning").hands) == {"left": "grip", "right": "grip"}
    assert dict(clip("abdominal-contraction").hands) == {"left": "flat", "right": "flat"}
    assert dict(clip("wall-squat").hands) == {"left": "relaxed", "right": "relaxed"}

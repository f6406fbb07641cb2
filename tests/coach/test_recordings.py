"""Real people, as landmarks that a model saw: the count is what was counted by eye, or the coach refuses.

The recordings are not part of the project and are never committed; without them these tests skip.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lumbar.app.shelf import load_catalogue
from lumbar.coach.events import Watched
from lumbar.coach.frame import Track
from lumbar.coach.recognise import recognise
from lumbar.coach.tracker import watch
from tests.coach.films import at_rate, dropped, exercise_of, mirrored, noisy, scaled, twice

FOLDER: Final = Path(__file__).parents[3] / "shared" / "recordings"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="The recordings are not beside this checkout.")


def labels() -> list[dict[str, Any]]:
    if not FOLDER.is_dir():
        return []
    return [label for label in json.loads((FOLDER / "labels.json").read_text("utf-8")) if label["recording"]]


def expecting(*kinds: str) -> list[Any]:
    """Return the recordings of which one of these is expected."""
    found = [label for label in labels() if label["watch_as"] and label["expect"] in kinds]
    return [pytest.param(label, id=label["recording"]) for label in found]


@cache
def track_of(name: str) -> Track:
    with np.load(FOLDER / name) as file:
        width, height = (int(length) for length in file["wh"])
        points, times = file["P"].astype(np.float64), file["t"].astype(np.float64)
    return Track(points[..., :2], points[..., 3], times, (width, height))


def seen_in(label: dict[str, Any], track: Track | None = None) -> Watched:
    return watch(exercise_of(label["watch_as"]), track or track_of(label["recording"]))


def test_at_most_a_quarter_of_what_can_be_counted_is_refused() -> None:
    found = [seen_in(parameter.values[0]) for parameter in expecting("count")]
    assert sum(bool(seen.refusals) for seen in found) <= len(found) / 4


@pytest.mark.parametrize("label", expecting("count"))
def test_what_can_be_counted_is_counted_exactly_or_refused(label: dict[str, Any]) -> None:
    seen = seen_in(label)
    assert seen.refusals or seen.count == label["reps_counted"]


@pytest.mark.parametrize("label", expecting("count or refuse"))
def test_a_slanted_view_is_counted_right_or_refused(label: dict[str, Any]) -> None:
    seen = seen_in(label)
    assert seen.count == label["reps_counted"] or (seen.refusals and seen.count == 0)


@pytest.mark.parametrize("label", expecting("none", "partial at most", "not seen by a camera"))
def test_something_else_is_not_counted(label: dict[str, Any]) -> None:
    assert seen_in(label).count == 0


@pytest.mark.parametrize("label", expecting("hold"))
def test_a_hold_is_timed_to_the_end_of_the_film(label: dict[str, Any]) -> None:
    (held,) = seen_in(label).holds
    assert held.to_s == pytest.approx(track_of(label["recording"]).times_s[-1])


@pytest.mark.parametrize("label", expecting("count", "count or refuse", "edited"))
def test_nothing_is_counted_during_a_refusal(label: dict[str, Any]) -> None:
    seen = seen_in(label)
    for repetition in seen.repetitions:
        assert not any(refusal.from_s < repetition.peak_s < refusal.to_s for refusal in seen.refusals)


@pytest.mark.parametrize("label", expecting("count"))
@pytest.mark.parametrize("fps", [15, 20, 24, 30, 45, 60])
def test_the_frame_rate_changes_no_count(label: dict[str, Any], fps: float) -> None:
    assert seen_in(label, at_rate(track_of(label["recording"]), fps)).count == seen_in(label).count


@settings(max_examples=4)
@given(seed=st.integers(0, 1000))
@pytest.mark.parametrize("label", expecting("count"))
def test_dropped_frames_and_noise_change_no_count(label: dict[str, Any], seed: int) -> None:
    track, count = track_of(label["recording"]), seen_in(label).count
    assert seen_in(label, dropped(track, 0.2, seed)).count == count
    assert seen_in(label, noisy(track, 0.02, seed)).count == count


@pytest.mark.parametrize("label", expecting("count"))
def test_a_mirror_swaps_sides_and_changes_no_count(label: dict[str, Any]) -> None:
    other = {"left": "right", "right": "left", None: None}
    seen, turned = seen_in(label), seen_in(label, mirrored(track_of(label["recording"])))
    assert turned.count == seen.count
    assert [one.side for one in turned.repetitions] == [other[one.side] for one in seen.repetitions]


@pytest.mark.parametrize("label", expecting("count"))
def test_scale_changes_no_count_and_twice_counts_twice(label: dict[str, Any]) -> None:
    track, count = track_of(label["recording"]), seen_in(label).count
    assert seen_in(label, scaled(track, 0.5)).count == count
    assert seen_in(label, twice(track)).count == 2 * count


@pytest.mark.parametrize("label", expecting("count"))
def test_an_exercise_is_named(label: dict[str, Any]) -> None:
    assert recognise(load_catalogue(), track_of(label["recording"])) == label["watch_as"]


@pytest.mark.parametrize("label", expecting("none", "partial at most"))
def test_what_is_no_exercise_of_the_catalogue_is_not_named(label: dict[str, Any]) -> None:
    assert recognise(load_catalogue(), track_of(label["recording"])) is None

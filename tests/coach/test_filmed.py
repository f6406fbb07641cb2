"""Drawn films of every exercise a camera counts, with three bodies: counted, timed and judged right.

Each film has its own light, room, camera and tempo. The landmarks are kept in `tests/coach/landmarks`, so that no film
has to be drawn here; `python -m benchmarks films` prints what these tests hold, exercise by exercise.
"""

from collections import defaultdict
from pathlib import Path
from typing import Final

import numpy as np
import pytest

from benchmarks.films import Verdict, verdict_of
from lumbar.catalogue.exercise import SideMode
from tests.coach.filmed import Filmed, films, read, write
from tests.coach.films import IDS, exercise_of

EXACT: Final = 0.98
ANGLES_DEG: Final = 5.0
BENT_DEG: Final = 9.0
WORST_DEG: Final = 13.0  # a lifted, straight knee
HOLD_S: Final = 0.5
HELD: Final = 0.85  # of the holds are within `HOLD_S`: a leg or an arm behind the other is timed worse
SWAPPED: Final = 1  # film: legs that lie together and part may be named wrong by the model from the first moment


@pytest.fixture(scope="module")
def from_the_side() -> list[Verdict]:
    return [verdict_of(read(path)) for path in films("side")]


def test_every_exercise_was_filmed_with_three_bodies_and_from_elsewhere() -> None:
    told = {tuple(path.name.split(".")[:3]) for path in films()}
    assert {(name, body, "side") for name in IDS for body in ("man", "woman", "elder")} <= told
    assert {name for name, _, view in told if view != "side"} == set(IDS)


def test_the_count_is_exact(from_the_side: list[Verdict]) -> None:
    wrong = [f"{one.name}: {one.count} of {one.true_count}, {one.refusals}" for one in from_the_side if not one.exact]
    assert len(wrong) <= (1.0 - EXACT) * len(from_the_side), wrong


def test_sides_are_kept_apart(from_the_side: list[Verdict]) -> None:
    swapped = [one.name for one in from_the_side if one.exact and one.sides != one.true_sides]
    assert len(swapped) <= SWAPPED, swapped


def test_judged_angles_are_within_five_degrees_of_the_truth(from_the_side: list[Verdict]) -> None:
    off = [abs(angle) for one in from_the_side for angles in one.angles_off_deg.values() for angle in angles]
    assert np.mean(off) < ANGLES_DEG


def test_no_exercise_is_judged_worse_than_the_page_says(from_the_side: list[Verdict]) -> None:
    off: dict[tuple[str, str], list[float]] = defaultdict(list)
    for one in from_the_side:
        for angle, by in one.angles_off_deg.items():
            off[one.name.split(".")[0], angle] += np.abs(by).tolist()
    worst = {key: float(np.mean(by)) for key, by in off.items()}
    assert worst.pop(("straight-leg-raise", "knee")) < WORST_DEG
    assert max(worst.values()) < BENT_DEG, worst


def test_holds_are_timed(from_the_side: list[Verdict]) -> None:
    off = np.abs([seconds for one in from_the_side for seconds in one.holds_off_s])
    assert (off <= HOLD_S).mean() >= HELD, np.sort(off)[::-1][:10]


@pytest.mark.parametrize("path", films("elsewhere"), ids=lambda path: path.stem)
def test_from_an_unsuitable_view_nothing_is_miscounted(path: Path) -> None:
    one = verdict_of(read(path))
    assert one.refusals
    assert one.made_up == 0
    assert one.count < one.true_count  # what was refused did not count


def test_landmarks_are_read_as_they_were_written(tmp_path: Path) -> None:
    kept = read(films()[0])
    again = read(write(Filmed(kept.track, kept.truth, kept.peaks_px), tmp_path))
    assert np.array_equal(again.track.points_px, kept.track.points_px, equal_nan=True)
    assert again.truth == kept.truth


def test_who_alternates_is_filmed_alternating() -> None:
    for path in films("side"):
        one = read(path)
        alternates = exercise_of(one.truth["exercise"]).side is SideMode.ALTERNATING
        assert alternates == (len({repetition["side"] for repetition in one.truth["repetitions"]}) == 2)

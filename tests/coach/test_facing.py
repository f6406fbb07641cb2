"""Which way a body faces is remembered: one that lies straight is not turned over by a misplaced nose."""

import numpy as np
import pytest

from lumbar.coach.facing import Facing
from lumbar.coach.tracker import watch
from tests.coach.films import Film, exercise_of


def told(evidence: list[float], turns: list[float] | None = None, prone: float = 0.0) -> list[float]:
    times = (np.arange(len(evidence)) / 10).tolist()
    count = len(evidence)
    return list(Facing().follow(times, evidence, turns or [0.0] * count, [prone] * count))


def test_clear_evidence_is_remembered_against_weak() -> None:
    assert told([4.0] * 15 + [-1.5] * 200)[-1] == 1.0


def test_clear_evidence_turns_a_body_over_within_seconds() -> None:
    faces = told([4.0] * 100 + [-4.5] * 40)
    assert faces[99] == 1.0
    assert faces[-1] == -1.0


def test_without_clear_evidence_who_lies_lies_on_the_front() -> None:
    assert set(told([-1.2] * 50, prone=1.0)) == {1.0}
    assert told([-2.6] * 50, prone=1.0)[-1] == -1.0


def test_without_any_of_it_the_weak_evidence_decides() -> None:
    assert set(told([-0.5] * 50)) == {-1.0}


def test_a_body_that_was_seen_to_turn_may_face_the_other_way() -> None:
    wide = [0.0] * 30 + [0.9] * 10 + [0.0] * 20
    assert told([4.0] * 30 + [0.1] * 10 + [-2.4] * 20, wide)[-1] == -1.0


def test_the_way_is_told_however_frames_are_cut() -> None:
    evidence = (3.0 * np.sin(np.arange(200) / 7)).tolist()
    times, facing = (np.arange(200) / 10).tolist(), Facing()
    pieces = [facing.follow(times[i : i + 7], evidence[i : i + 7], [0.0] * 7, [0.0] * 7) for i in range(0, 196, 7)]
    assert np.concatenate(pieces).tolist() == told(evidence)[:196]


@pytest.mark.parametrize("name", ["superman", "prone-lumbar-extension"])
def test_whoever_lies_on_the_front_is_counted_with_the_nose_above_the_ears(name: str) -> None:
    track = Film(name, 2, fps=15, hold_s=6.0, noise=0.005).track()
    points = track.points_px.copy()
    lifted = slice(len(track) // 6, None)  # after the first second the model sees the face upwards
    ears = points[lifted, 7:9].mean(axis=1)
    points[lifted, 0, 1] = 2 * ears[:, 1] - points[lifted, 0, 1]
    seen = watch(exercise_of(name), type(track)(points, track.visibility, track.times_s, track.size_px))
    assert seen.count == 2

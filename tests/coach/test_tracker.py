"""What a tracker takes: frames that are broken, late or of one side alone; and what it says when nothing counted."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lumbar.coach.cues import Cues
from lumbar.coach.events import SIDES, CueGiven, CuePraised, PeakReached, RepetitionDone
from lumbar.coach.expectation import Expectation, expect
from lumbar.coach.frame import FloatArray, Track
from lumbar.coach.tracker import Tracker, watch
from tests.coach.films import Film, exercise_of

BRIDGE = Film("glute-bridge", 2, fps=15, noise=0.005).track()


def joined(first: Track, second: Track) -> Track:
    later = second.times_s - second.times_s[0] + first.times_s[-1] + 1 / 15
    return Track(
        np.concatenate([first.points_px, second.points_px]),
        np.concatenate([first.visibility, second.visibility]),
        np.concatenate([first.times_s, later]),
        first.size_px,
    )


@settings(max_examples=10)
@given(
    missing=st.lists(st.tuples(st.integers(0, len(BRIDGE) - 1), st.integers(0, 32)), max_size=20),
    value=st.sampled_from([np.nan, np.inf, -np.inf]),
)
def test_a_frame_that_lacks_one_landmark_is_a_frame_without_anybody(
    missing: list[tuple[int, int]], value: float
) -> None:
    one, whole = BRIDGE.points_px.copy(), BRIDGE.points_px.copy()
    for frame, mark in missing:
        one[frame, mark], whole[frame] = value, np.nan
    exercise = exercise_of("glute-bridge")
    assert repr(watch(exercise, replace(BRIDGE, points_px=one))) == repr(
        watch(exercise, replace(BRIDGE, points_px=whole))
    )


def test_times_that_do_not_rise_are_refused() -> None:
    times = BRIDGE.times_s.copy()
    times[5] = times[4]
    with pytest.raises(ValueError, match="rise"):
        replace(BRIDGE, times_s=times)


def test_a_frame_that_comes_late_is_passed_over() -> None:
    exercise = exercise_of("glute-bridge")
    once, twice = Tracker(exercise), Tracker(exercise)
    for frame in BRIDGE:
        told = once.push(frame)
        assert twice.push(frame) == told
        assert twice.push(frame) == ()
    assert once.finish() == twice.finish()


@pytest.mark.parametrize("side", ["auto", *SIDES])
def test_both_knees_are_not_one_knee_whichever_side_is_asked_for(side: str) -> None:
    both = Film("double-knee-to-chest", 2, fps=15, noise=0.005).track()
    assert watch(exercise_of("knee-to-chest"), both, side).count == 0  # type: ignore[arg-type]  # one of the three


@pytest.mark.parametrize("side", SIDES)
def test_the_side_that_is_not_asked_for_is_not_told(side: str) -> None:
    seen = watch(exercise_of("bird-dog"), Film("bird-dog", 4, fps=15, sides="in turn").track(), side)  # type: ignore[arg-type]
    assert [one.side for one in seen.repetitions] == [side] * 2


def test_where_partial_repetitions_were_told_nothing_else_is_explained() -> None:
    film = Film("glute-bridge", 1, fps=15)
    track = film.track()
    up = int((film.knots()[2][0] + 0.3) * 15)
    halves = Film("glute-bridge", 2, fps=15, reach=0.55).track()
    seen = watch(exercise_of("glute-bridge"), joined(track.part(up, len(track)), halves))
    assert [one.full for one in seen.repetitions] == [False, False]
    assert seen.refusals == ()


@settings(max_examples=15)
@given(
    name=st.sampled_from(["glute-bridge", "bird-dog", "straight-leg-raise", "wall-squat"]), seconds=st.floats(1.0, 14.0)
)
def test_every_whole_repetition_was_announced_once_on_its_side(name: str, seconds: float) -> None:
    track = Film(name, 2, fps=15, noise=0.005).track()
    tracker = Tracker(exercise_of(name))
    told = [*tracker.push_track(track.part(0, int(seconds * 15))), *tracker.finish()]
    peaks = [(event.count, event.side) for event in told if isinstance(event, PeakReached)]
    full = [event.side for event in told if isinstance(event, RepetitionDone) and event.full]
    assert peaks == list(enumerate(full, 1))


def cues_of(name: str) -> tuple[Cues, Expectation]:
    expected = expect(exercise_of(name))
    assert expected is not None
    return Cues(expected, hold_s=10.0), expected


def bent(expected: Expectation, **by_deg: float) -> FloatArray:
    """Return the angles of the peak with some of them off [deg]."""
    angles = expected.peak_deg.copy()
    for name, off in by_deg.items():
        angles[expected.table.names.index(name)] += off
    return angles


def test_what_is_wrong_again_at_once_is_not_praised() -> None:
    cues, expected = cues_of("bird-dog")
    cues.begin_hold(0.0)
    said: list[CueGiven | CuePraised] = []
    for place in range(30):
        knee = 0.0 if place == 15 else 40.0  # for one picture it looks right
        angles = bent(expected, knee=knee, arm_other=30.0 if place >= 9 else 0.0)
        said += cues.in_hold(place * 0.1, place * 0.1, angles)
    assert [(type(one), one.code) for one in said] == [(CueGiven, "leg_straight")]


def test_a_whole_repetition_praises_what_a_half_one_was_told() -> None:
    half, whole = Film("bird-dog", 1, fps=15, reach=0.6).track(), Film("bird-dog", 1, fps=15).track()
    cues = watch(exercise_of("bird-dog"), joined(half, whole)).cues
    assert [(type(cue), cue.code) for cue in cues] == [(CueGiven, "reach_longer"), (CuePraised, "reach_longer")]


def test_a_lowering_that_was_not_seen_is_not_judged() -> None:
    cues, _ = cues_of("glute-bridge")
    assert [one.code for one in cues.full(10.0, None, 1.0, (2.0, 0.3))] == ["slow_lowering"]
    assert list(cues.full(20.0, None, 1.0, (2.0, np.nan))) == []


LEFT, RIGHT = [25, 27, 29, 31, 13, 15, 17, 19, 21], [26, 28, 30, 32, 14, 16, 18, 20, 22]


@pytest.mark.parametrize("after_s", [-0.5, 1.0, 4.0])
@pytest.mark.parametrize("name", ["bird-dog", "straight-leg-raise", "heel-slide"])
@pytest.mark.parametrize(("asked", "side"), [("auto", "right"), ("left", "left")])
def test_a_repetition_goes_on_whatever_its_limbs_are_called(name: str, after_s: float, asked: str, side: str) -> None:
    film = Film(name, 1, hold_s=8.0, fps=20, noise=0.003)
    track, since_s = film.track(), film.knots()[2][0] + after_s
    points, later = track.points_px.copy(), track.times_s > since_s
    for one, other in (*zip(LEFT, RIGHT, strict=True), *zip(RIGHT, LEFT, strict=True)):
        points[later, one] = track.points_px[later, other]
    tracker = Tracker(exercise_of(name), asked)  # type: ignore[arg-type]  # one of the three
    told = [*tracker.push_track(replace(track, points_px=points)), *tracker.finish()]
    assert [event.count for event in told if isinstance(event, PeakReached)] == [1]
    (done,) = [event for event in told if isinstance(event, RepetitionDone)]
    assert (done.side, done.full) == (side, True)  # the later name is believed, unless one side was asked for
    assert done.hold_s == pytest.approx(8.0, abs=0.5)

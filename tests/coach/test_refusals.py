"""What cannot be trusted is refused, with what to change, and nothing counts meanwhile."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Final

import numpy as np
import pytest

from lumbar.app.shelf import load_catalogue
from lumbar.coach.events import Watched
from lumbar.coach.frame import FloatArray, Track
from lumbar.coach.texts import CUES, REFUSALS
from lumbar.coach.tracker import watch
from tests.coach.films import Film, exercise_of, only

BRIDGE: Final = Film("glute-bridge", 4, hold_s=1.0).track()
BIRD_DOG: Final = Film("bird-dog", 4, sides="in turn").track()
THIRD: Final = slice(len(BRIDGE) // 3, len(BRIDGE) // 2)
Change = Callable[[FloatArray], FloatArray]


def changed(track: Track, change: Change, where: slice) -> Track:
    points = track.points_px.copy()
    points[where] = change(points[where])
    return replace(track, points_px=points)


def about_its_middle(points: FloatArray, factor: float) -> FloatArray:
    middle = points.mean(axis=(0, 1))
    return np.asarray((points - middle) * factor + middle)


def nonsense(points: FloatArray) -> FloatArray:
    jittered = points.copy()
    jittered[:, 25:29] += np.random.default_rng(1).normal(0, 80, jittered[:, 25:29].shape)
    return jittered


def codes(seen: Watched) -> set[str]:
    return {refusal.code for refusal in seen.refusals}


CHANGES: Final[dict[str, Change]] = {
    "nobody": lambda points: np.full_like(points, np.nan),
    "out_of_frame": lambda points: points + np.linspace(0, 700, len(points))[:, np.newaxis, np.newaxis] * [1.0, 0.0],
    "other_person": lambda points: about_its_middle(points, 0.7) + np.array([120.0, 40.0]),
    "stuck": lambda points: np.repeat(points[:1], len(points), axis=0),
    "unsteady": nonsense,
}


@pytest.mark.parametrize("code", CHANGES)
def test_a_fault_in_the_middle_is_refused_where_it_is(code: str) -> None:
    seen = watch(exercise_of("glute-bridge"), changed(BRIDGE, CHANGES[code], THIRD))
    assert code in codes(seen)
    begins, ends = BRIDGE.times_s[THIRD][[0, -1]]
    for refusal in seen.refusals:
        assert begins - 0.2 <= refusal.from_s <= ends + 0.2
        assert refusal.to_s <= ends + 2.5
        assert not any(refusal.from_s < one.peak_s < refusal.to_s for one in seen.repetitions)
    assert 1 <= seen.count <= 4


def hidden(track: Track, *ankles: int) -> Track:
    """Return a track whose shanks and feet a model makes up, as behind plates."""
    points, chance = track.points_px.copy(), np.random.default_rng(3)
    for ankle in ankles:
        made_up = points[:, ankle - 2] + chance.normal(0, 30, (len(points), 2))
        for mark in (ankle, ankle + 2, ankle + 4):
            points[:, mark] = made_up
    return replace(track, points_px=points)


def shaken(track: Track, knee: int) -> Track:
    """Return a track in which a knee jumps to and fro along its thigh."""
    points = track.points_px.copy()
    points[::2, knee] += 0.5 * (points[::2, knee] - points[::2, knee - 2])
    return replace(track, points_px=points)


@pytest.mark.parametrize("behind", [False, True])
def test_a_leg_hidden_in_front_is_left_for_the_one_behind(*, behind: bool) -> None:
    track = Film("romanian-deadlift", 2, behind=behind, fps=20).track()
    near, far = (27, 28) if behind else (28, 27)
    for ankle in (near, far):
        seen = watch(exercise_of("romanian-deadlift"), hidden(track, ankle))
        assert (seen.count, codes(seen)) == (2, set())
    seen = watch(exercise_of("romanian-deadlift"), hidden(track, near, far))
    assert (seen.count, codes(seen)) == (0, {"unsteady"})


def test_who_is_too_small_is_asked_to_come_closer() -> None:
    small = changed(BRIDGE, lambda points: about_its_middle(points, 0.4), slice(None))
    seen = watch(exercise_of("glute-bridge"), small)
    assert (seen.count, codes(seen)) == (0, {"too_small"})


def test_legs_that_change_places_again_and_again_are_refused() -> None:
    points, chance = BIRD_DOG.points_px.copy(), np.random.default_rng(2)
    rows = np.flatnonzero(chance.random(len(points)) < 0.4)[:, np.newaxis]
    left, right = [25, 27, 29, 31], [26, 28, 30, 32]
    points[rows, left], points[rows, right] = BIRD_DOG.points_px[rows, right], BIRD_DOG.points_px[rows, left]
    assert "swapped" in codes(watch(exercise_of("bird-dog"), replace(BIRD_DOG, points_px=points)))


def test_legs_that_change_places_once_and_back_are_followed() -> None:
    points, there = BIRD_DOG.points_px.copy(), slice(60, 75)
    left, right = [25, 27, 29, 31], [26, 28, 30, 32]
    points[there, left], points[there, right] = BIRD_DOG.points_px[there, right], BIRD_DOG.points_px[there, left]
    seen = watch(exercise_of("bird-dog"), replace(BIRD_DOG, points_px=points))
    assert [one.side for one in seen.repetitions] == ["left", "right", "left", "right"]
    assert not seen.refusals


@pytest.mark.parametrize("limbs", [([25, 27, 29, 31], [26, 28, 30, 32]), ([13, 15, 17], [14, 16, 18])])
def test_legs_of_one_side_and_arms_of_the_other_are_refused(limbs: tuple[list[int], list[int]]) -> None:
    points = BIRD_DOG.points_px.copy()
    points[:, limbs[0]], points[:, limbs[1]] = BIRD_DOG.points_px[:, limbs[1]], BIRD_DOG.points_px[:, limbs[0]]
    seen = watch(exercise_of("bird-dog"), replace(BIRD_DOG, points_px=points))
    assert (seen.count, codes(seen)) == (0, {"same_side"})
    assert not seen.repetitions
    assert len(seen.refusals) == 4  # one a repetition, and none beside another
    assert all(one.to_s <= after.from_s for one, after in pairwise(seen.refusals))


def test_who_goes_as_far_elsewhere_is_told_why_nothing_counts() -> None:
    bent_over = Film("wall-squat", 2, fps=20, more_deg=(("pelvis_tilt", 100.0),)).track()
    seen = watch(exercise_of("wall-squat"), bent_over)
    assert (seen.count, codes(seen)) == (0, {"out_of_place"})


def test_who_only_rests_is_refused_nothing() -> None:
    assert not watch(exercise_of("wall-squat"), Film("wall-squat", 1, reach=0.2).track()).refusals


@pytest.mark.parametrize(
    "name", ["single-leg-extension", "knee-to-chest", "straight-leg-raise", "prone-lumbar-extension"]
)
@pytest.mark.parametrize("after_s", [0.3, 0.5, 0.7])
def test_a_leg_renamed_on_its_way_is_counted_once(name: str, after_s: float) -> None:
    film = Film(name, 2, fps=25)
    track = film.track()
    rises_s = film.knots()[5][0]
    where = slice(int(25 * (rises_s + after_s)), int(25 * (rises_s + after_s + 0.3)))
    points, (left, right) = track.points_px.copy(), ([25, 27, 29, 31], [26, 28, 30, 32])
    points[where, left], points[where, right] = track.points_px[where, right], track.points_px[where, left]
    assert watch(exercise_of(name), replace(track, points_px=points)).count == 2


def test_a_leg_at_rest_may_be_made_up() -> None:
    track = Film("knee-to-chest", 2, fps=20).track()
    seen = {knee: watch(exercise_of("knee-to-chest"), shaken(track, knee)) for knee in (25, 26)}
    assert (seen[26].count, codes(seen[26])) == (2, set())
    assert (seen[25].count, codes(seen[25])) == (0, {"unsteady"})


def test_a_leg_that_a_model_lets_follow_the_other_does_not_count() -> None:
    track = Film("heel-slide", 2, fps=20).track()
    points = track.points_px.copy()
    for near, far in zip([25, 27, 29, 31], [26, 28, 30, 32], strict=True):
        points[:, far] += 0.25 * (points[:, near] - points[:1, near])
    assert watch(exercise_of("straight-leg-raise"), replace(track, points_px=points)).count == 0


def test_five_pictures_a_second_are_too_few() -> None:
    seen = watch(exercise_of("glute-bridge"), only(BRIDGE, np.arange(0, len(BRIDGE), 6)))
    assert codes(seen) == {"too_few_frames"}


def test_a_long_gap_is_too_few_pictures() -> None:
    kept = np.r_[0 : THIRD.start, THIRD.stop : len(BRIDGE)]
    assert codes(watch(exercise_of("glute-bridge"), only(BRIDGE, kept))) == {"too_few_frames"}


def test_a_hold_without_any_noise_is_not_a_frozen_picture() -> None:
    seen = watch(exercise_of("bird-dog"), Film("bird-dog", 1, hold_s=10.0, noise=0.0).track())
    assert (seen.count, seen.refusals) == (1, ())


def test_visibility_decides_nothing() -> None:
    blind = replace(BRIDGE, visibility=np.zeros_like(BRIDGE.visibility))
    assert watch(exercise_of("glute-bridge"), blind) == watch(exercise_of("glute-bridge"), BRIDGE)


@pytest.mark.parametrize("name", ["pelvic-tilt", "abdominal-contraction", "pallof-press"])
def test_what_no_camera_sees_is_said_and_not_counted(name: str) -> None:
    seen = watch(exercise_of(name), BRIDGE)
    assert (seen.count, codes(seen)) == (0, {"unseen"})
    assert len(seen.phases) == len(BRIDGE)


def test_whoever_is_elsewhere_is_asked_for_the_position() -> None:
    seen = watch(exercise_of("wall-squat"), BRIDGE)
    assert seen.count == 0
    assert "position" in {cue.code for cue in seen.cues}


def test_every_code_has_its_sentence_and_every_sentence_its_code() -> None:
    asked = {code for e in load_catalogue() if e.camera for one in e.camera.judged for code in (one.over, one.under)}
    short = {e.camera.short for e in load_catalogue() if e.camera}
    assert (asked | short) - {""} | {"position", "slow_lowering", "even_sides"} == set(CUES)
    assert set(CHANGES) < set(REFUSALS)


def seconds(track: Track, begins_s: float, length_s: float) -> Track:
    """Return the same track, begun at `begins_s` [s] and cut after `length_s` [s]."""
    kept = only(track, track.times_s < track.times_s[0] + length_s)
    return replace(kept, times_s=kept.times_s - kept.times_s[0] + begins_s)


def one_after_the_other(*tracks: Track) -> Track:
    return Track(
        np.concatenate([track.points_px for track in tracks]),
        np.concatenate([track.visibility for track in tracks]),
        np.concatenate([track.times_s for track in tracks]),
        tracks[0].size_px,
    )


def test_what_is_said_changes_with_what_is_wrong() -> None:
    empty = replace(BRIDGE, points_px=np.full_like(BRIDGE.points_px, np.nan))
    slanted, far = Film("glute-bridge", 2, off_deg=80).track(), Film("glute-bridge", 2, fills=0.25).track()
    parts = (seconds(empty, 0.0, 2.0), seconds(slanted, 2.0, 3.0), seconds(far, 5.0, 3.0), seconds(empty, 8.0, 2.0))
    refusals = watch(exercise_of("glute-bridge"), one_after_the_other(*parts)).refusals
    assert [one.code for one in refusals if one.code != "other_person"] == [
        "nobody",
        "off_plane",
        "too_small",
        "nobody",
    ]
    assert refusals[0].to_s == pytest.approx(2.0, abs=0.5)
    assert refusals[-1].from_s == pytest.approx(8.0, abs=0.6)
    assert all(one.to_s <= after.from_s for one, after in pairwise(refusals))


def test_one_bad_picture_at_the_end_is_no_refusal() -> None:
    points = BRIDGE.points_px.copy()
    points[-1, 27:33] += 4000.0
    assert not watch(exercise_of("glute-bridge"), replace(BRIDGE, points_px=points)).refusals

"""Films: what a seed decides, when repetitions are where, and a truth that is true."""

from dataclasses import replace
from functools import cache
from typing import Final

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lumbar.app.figures import stage_of
from lumbar.app.shelf import load_catalogue
from lumbar.body.interpolate import smooth_share
from lumbar.body.tree import JOINT_PLACE
from lumbar.figure.clip import phases_of
from lumbar.figure.film import POINTS, Film, Frame, Studio
from lumbar.figure.reel import Tempo, choose_reel, length_s, shares_at, working_at
from lumbar.figure.shot import VIEWS, choose_shot
from tests.figure.made import needs_bodies

SIZE: Final = (160, 120)
TEMPO: Final = Tempo(phases_of(load_catalogue().exercise("bird-dog").tempo), 2)


def studio(seed: int, exercise: str = "bird-dog", size: tuple[int, int] = SIZE) -> Studio:
    chance = np.random.default_rng(seed)
    stage = stage_of(load_catalogue().exercise(exercise))
    shot = choose_shot(chance, "side", stage.view, 1)
    reel = choose_reel(chance, Tempo(stage.clip.phases, 1), ["left", "right"], partial=False)
    return Studio(Film(stage.clip, stage.mesh, shot, reel, size), chance)


def filmed(seed: int) -> tuple[Film, list[Frame]]:
    room = studio(seed)
    reel = room.film.reel
    times = np.array([0, reel[0].peak_from_s + 0.1, reel[1].peak_from_s + 0.1])
    return room.film, list(room.frames(times))


@cache
def bird_dog() -> tuple[Film, list[Frame]]:
    return filmed(7)


@given(seed=st.integers(0, 10_000), partial=st.booleans(), count=st.integers(1, 6))
@settings(max_examples=40)
def test_repetitions_come_one_after_the_other_and_reach_their_depth(seed: int, *, partial: bool, count: int) -> None:
    reel = choose_reel(np.random.default_rng(seed), TEMPO, [None] * count, partial=partial)
    assert len(reel) == count
    edges = [edge for one in reel for edge in (one.start_s, one.peak_from_s, one.peak_to_s, one.end_s)]
    assert edges == sorted(edges)
    times = np.arange(0, length_s(reel), 0.02)
    depths = smooth_share(shares_at(reel, times))
    assert depths[0] == depths[-1] == 0
    for one in reel:
        during = depths[(times >= one.peak_from_s) & (times <= one.peak_to_s)]
        assert during == pytest.approx(np.full(len(during), one.depth), abs=0.01)
        assert partial or one.depth > 0.9
    assert np.abs(np.diff(depths)).max() < 0.15


def test_sides_are_told_until_their_repetition_is_over() -> None:
    reel = choose_reel(np.random.default_rng(1), TEMPO, ["left", "right"], partial=False)
    told = [working_at(reel, time) for time in (0.0, reel[0].peak_to_s, reel[1].start_s, length_s(reel))]
    assert told == ["left", "left", "right", "right"]


@needs_bodies
@pytest.mark.parametrize("name", VIEWS)
def test_a_view_varies_about_where_it_stands(name: str) -> None:
    best = stage_of(load_catalogue().exercise("bird-dog")).view
    known = next(view for view in VIEWS if view == name)
    shots = [choose_shot(np.random.default_rng(seed), known, best, 1) for seed in range(8)]
    assert all(abs(shot.view.azimuth_deg - VIEWS[known][0]) <= 12 for shot in shots)
    assert len({shot.view.azimuth_deg for shot in shots}) == len({shot.wall_m for shot in shots}) == 8
    assert len({(shot.colours["skin"], shot.colours["shirt"]) for shot in shots}) > 3


@needs_bodies
def test_who_lies_on_one_side_is_seen_at_full_length() -> None:
    stage = stage_of(load_catalogue().exercise("side-plank-leg-raise"))
    for seed in range(6):
        view = choose_shot(np.random.default_rng(seed), "side", stage.view, -1).view
        body = stage.clip.path.at(np.zeros(1)).placed()
        x, _ = np.ptp(view.project(body.joints_m[0], 640, 480), axis=0)
        assert x > 0.35 * 640


def test_hair_is_told_from_skin() -> None:
    best = stage_of(load_catalogue().exercise("bird-dog")).view
    for seed in range(60):
        colours = choose_shot(np.random.default_rng(seed), "side", best, 1).colours
        skin, hair = (np.array(list(bytes.fromhex(colours[ink][1:]))).astype(int) for ink in ("skin", "hair"))
        assert np.abs(skin - hair).sum() > 50


def test_a_seed_is_a_film_and_another_seed_another() -> None:
    _, once = bird_dog()
    _, again = filmed(7)
    _, other = filmed(8)
    assert all((one.picture == two.picture).all() for one, two in zip(once, again, strict=True))
    assert (once[0].picture != other[0].picture).any()


@needs_bodies
def test_the_picture_is_filled_and_shows_the_skin_where_the_truth_says() -> None:
    film, (_, peak, _) = bird_dog()
    assert peak.picture.shape == (SIZE[1], SIZE[0], 3)
    assert film.shot.view.project(peak.points_m, *SIZE) == pytest.approx(peak.points_px)
    x, y = peak.points_px[POINTS.index("knee_left")].round().astype(int)
    rest = bird_dog()[1][0].picture.astype(int)
    assert (
        np.abs(peak.picture[y - 1 : y + 2, x - 1 : x + 2].astype(int) - rest[y - 1 : y + 2, x - 1 : x + 2]).max() > 20
    )


@needs_bodies
def test_the_side_that_works_is_the_side_that_moves() -> None:
    _, (rest, left, right) = bird_dog()
    lifted = {side: POINTS.index(f"ankle_{side}") for side in ("left", "right")}
    assert left.points_m[lifted["left"], 2] > rest.points_m[lifted["left"], 2] + 0.2
    assert right.points_m[lifted["right"], 2] > rest.points_m[lifted["right"], 2] + 0.2
    assert (left.side, right.side) == ("left", "right")
    assert left.angles_deg[JOINT_PLACE["knee_flexion_left"]] < 10 < left.angles_deg[JOINT_PLACE["knee_flexion_right"]]


@needs_bodies
def test_the_face_is_where_a_face_is() -> None:
    _, (_, peak, _) = bird_dog()
    spots = dict(zip(POINTS, peak.points_m, strict=True))
    assert np.linalg.norm(spots["eye_left"] - spots["eye_right"]) == pytest.approx(0.065, abs=0.02)
    assert np.linalg.norm(spots["ear_left"] - spots["ear_right"]) == pytest.approx(0.15, abs=0.04)
    assert np.linalg.norm((spots["eye_left"] + spots["eye_right"]) / 2 - spots["nose"]) < 0.08


def test_frames_are_the_same_however_they_are_cut_into_pieces() -> None:
    room = studio(5)
    times = np.linspace(0, 8.75, 26)
    whole = [frame.picture for frame in room.frames(times)]
    parts = [frame.picture for first, end in ((0, 7), (7, 26)) for frame in room.frames(times[first:end], first)]
    assert all((one == other).all() for one, other in zip(whole, parts, strict=True))


def test_what_does_not_move_does_not_flicker() -> None:
    room = studio(3)
    room = Studio(replace(room.film, shot=replace(room.film.shot, noise=0.0)), np.random.default_rng(0))
    times = np.linspace(room.film.reel[0].start_s, room.film.reel[0].peak_from_s, 6)
    pictures = np.array([frame.picture for frame in room.frames(times)]).astype(int)
    for still in (pictures[:, :8], pictures[:, -8:]):  # the wall high up, and the floor before the mat
        assert (still == still[0]).all()
    assert (pictures != pictures[0]).any()


@pytest.mark.parametrize("exercise", ["bird-dog", "glute-bridge", "wall-squat", "romanian-deadlift"])
@pytest.mark.parametrize("seed", [1, 2])
def test_a_point_that_is_seen_is_drawn_in_the_ink_of_the_body(exercise: str, seed: int) -> None:
    room = studio(seed, exercise, (320, 240))
    times = np.linspace(0, length_s(room.film.reel), 4)
    names = {
        "wrist": {"skin"},
        "knee": {"skin", "shorts"},
        "shoulder": {"skin", "shirt", "hair"},
        "hip": {"shirt", "shorts"},
    }
    told = 0
    for frame, take in zip(room.frames(times), room.takes(times), strict=True):
        drawn = np.array([*take.names, "nothing"])[take.inks()]
        for name, (x, y), seen in zip(POINTS, frame.points_px, frame.seen, strict=True):
            if seen and (stem := name.partition("_")[0]) in names:
                assert drawn[int(y), int(x)] in names[stem], (name, frame.time_s)
                told += 1
    assert told > 8


def test_what_the_trunk_hides_is_not_seen() -> None:
    _, (rest, _, _) = bird_dog()
    seen = dict(zip(POINTS, rest.seen, strict=True))
    assert seen["shoulder_left"]
    assert seen["hip_left"]
    assert not seen["shoulder_right"]
    assert not seen["hip_right"]

"""Stills, arrows and moving pictures of shipped exercises, with the body that the build made."""

from functools import cache
from io import BytesIO

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from lumbar.app.figures import draw_sheet, stage_of
from lumbar.app.shelf import load_catalogue
from lumbar.figure import encode
from lumbar.figure.arrows import Arrow, arrows_of
from lumbar.figure.clip import Phase, phases_of
from lumbar.figure.draw import Picture, draw
from lumbar.figure.mirror import mirrored
from lumbar.figure.repetition import Moment, repetition
from lumbar.figure.sheet import sheet
from lumbar.figure.stage import Stage
from lumbar.figure.still import frames, still
from tests.figure.made import needs_bodies

WIDTH, HEIGHT = 240, 180
phases = st.builds(
    lambda lift, top, lower, rest, hold_top: (
        Phase("lift", "peak", moves=True, seconds=lift, held=False),
        Phase("top", "peak", moves=False, seconds=top, held=hold_top),
        Phase("lower", "rest", moves=True, seconds=lower, held=False),
        Phase("bottom", "rest", moves=False, seconds=rest, held=not hold_top),
    ),
    *[st.floats(0.5, 4)] * 4,
    st.booleans(),
)


@cache
def staged(exercise: str) -> Stage:
    return stage_of(load_catalogue().exercise(exercise))


@cache
def peak(exercise: str) -> Picture:
    return still(staged(exercise), 1, WIDTH)


def bluish(picture: Picture) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    red, green, blue, opaque = (picture[..., i].astype(int) for i in range(4))
    return np.asarray((opaque == 255) & (blue > 1.5 * green) & (blue > 1.8 * red))


@needs_bodies
def test_the_shirt_is_where_the_chest_is_and_the_corners_are_empty() -> None:
    stage = staged("bird-dog")
    body = stage.clip.path.at(np.array([1.0])).placed()
    x, y = stage.view.project(body.points_m(["middle_back"])[0, 0], WIDTH, HEIGHT).round().astype(int)
    assert bluish(peak("bird-dog"))[y - 2 : y + 9, x - 4 : x + 5].mean() > 0.5
    assert (peak("bird-dog")[[0, 0], [0, -1], 3] == 0).all()


@needs_bodies
def test_start_and_peak_differ_and_are_the_same_every_time() -> None:
    assert (still(staged("bird-dog"), 0, WIDTH) != peak("bird-dog")).any()
    assert (still(staged("bird-dog"), 1, WIDTH) == peak("bird-dog")).all()


@needs_bodies
def test_the_other_side_is_the_mirror_image() -> None:
    other = stage_of(load_catalogue().exercise("bird-dog"), side="right")
    drawn = draw(other.scene(1), WIDTH, HEIGHT)[:, ::-1]
    assert (np.abs(drawn[..., 3].astype(int) - peak("bird-dog")[..., 3]) > 90).mean() < 0.02


@needs_bodies
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_plate_is_opaque_and_has_its_colour(theme: str) -> None:
    picture = encode.on_plate(peak("bird-dog"), theme)
    assert (picture[..., 3] == 255).all()
    assert "#" + bytes(picture[0, 0, :3]).hex() == encode.PLATES[theme]


@needs_bodies
@pytest.mark.parametrize("exercise", ["abdominal-contraction", "pelvic-tilt"])
def test_where_nothing_is_seen_to_move_there_is_no_arrow(exercise: str) -> None:
    assert arrows_of(staged(exercise), 1) == ()


def way(arrow: Arrow) -> tuple[float, float]:
    right, down = arrow.corners[-1] - arrow.corners[0]
    return float(right), float(-down)


@needs_bodies
def test_arrows_go_the_way_that_hand_and_foot_go() -> None:
    arrows = arrows_of(staged("bird-dog"), 1)
    assert len(arrows) == 2
    (hand_right, hand_up), (foot_right, foot_up) = sorted(way(arrow) for arrow in arrows)
    assert hand_right < 0 < foot_right  # seen from the left, ahead is to the left
    assert min(hand_up, foot_up) > 0


@needs_bodies
def test_the_arrow_of_a_bridge_goes_up_and_that_of_a_squat_down() -> None:
    assert way(arrows_of(staged("glute-bridge"), 1)[0])[1] > 0
    assert way(arrows_of(staged("romanian-deadlift"), 1)[0])[1] < 0


@needs_bodies
@pytest.mark.parametrize("exercise", ["heel-raise", "superman"])
def test_the_arrow_of_a_small_lift_goes_up_and_is_longer_than_its_head(exercise: str) -> None:
    (arrow,) = arrows_of(staged(exercise), 1)
    assert way(arrow)[1] > 0.05


@needs_bodies
def test_an_arrow_is_drawn_in_the_accent_of_the_theme() -> None:
    stage = staged("bird-dog")
    for theme, accent in (("light", (0x1F, 0x41, 0xB8)), ("dark", (0xA9, 0xBA, 0xFF))):
        plain, told = (still(stage, 1, WIDTH, theme, arrows=arrows)[..., :3] for arrows in (False, True))
        new = told[(plain != told).any(axis=-1)]
        assert (np.abs(new.astype(int) - accent).max(axis=-1) < 8).any()


@needs_bodies
def test_of_a_moving_picture_it_is_told_how_far_it_is() -> None:
    told: list[tuple[int, int]] = []
    moments = (Moment(0.5, 0.1), Moment(1, 0.1), Moment(0.5, 0.1))
    made = frames(staged("pelvic-tilt"), moments, 64, "light", lambda done, every: told.append((done, every)))
    assert told == [(1, 2), (2, 2)]
    assert made[0] is made[2]


@given(phases, st.floats(0, 10), st.floats(4, 30))
@settings(max_examples=30)
def test_a_repetition_lasts_as_prescribed_and_comes_back(told: tuple[Phase, ...], hold_s: float, per_s: float) -> None:
    moments = repetition(told, hold_s, per_s)
    assert sum(moment.lasts_s for moment in moments) == pytest.approx(sum(part.seconds for part in told) + hold_s)
    assert max(moment.share for moment in moments) == 1
    assert moments[-1].share == 0


@needs_bodies
def test_a_gif_moves_at_the_tempo_of_the_file() -> None:
    exercise = load_catalogue().exercise("bird-dog")
    moments = repetition(phases_of(exercise.tempo), 2, 5)
    pictures = frames(staged("bird-dog"), moments, 64, "light")
    for made in (encode.to_gif, encode.to_moving_webp):
        film = Image.open(BytesIO(made(pictures, [round(moment.lasts_s * 1000) for moment in moments])))
        lasted = 0
        for frame in range(getattr(film, "n_frames", 1)):
            film.seek(frame)
            film.load()  # a WebP tells how long a frame lasts when it is read
            lasted += film.info["duration"]
        assert abs(lasted / 1000 - (exercise.tempo.cycle_s + 2)) < 0.1


def test_a_sheet_holds_every_pair_where_it_belongs() -> None:
    one = np.full((30, 40, 4), (10, 20, 30, 255), dtype=np.uint8)
    other = np.full((30, 40, 4), (200, 20, 30, 255), dtype=np.uint8)
    made = sheet([("one", one, other)] * 4)
    assert sum((made[..., :3] == (10, 20, 30)).all(axis=-1).ravel()) == 4 * 30 * 40
    assert sum((made[..., :3] == (200, 20, 30)).all(axis=-1).ravel()) == 4 * 30 * 40


@needs_bodies
def test_a_sheet_is_about_as_wide_as_told() -> None:
    made = draw_sheet([load_catalogue().exercise(name) for name in ("ankle-pump", "pelvic-tilt")], "woman", 300, "dark")
    assert abs(made.shape[1] - 300) < 20
    assert bluish(made).any()


@needs_bodies
def test_a_clip_mirrored_twice_is_the_clip() -> None:
    clip = staged("bird-dog").clip
    again = mirrored(mirrored(clip))
    assert (again.things, again.hands, again.leads) == (clip.things, clip.hands, clip.leads)
    assert (again.path.angles_deg == clip.path.angles_deg).all()
    assert mirrored(clip).leads == "right"

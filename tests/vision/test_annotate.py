"""The annotated film: what is known at each moment, and that it is drawn."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lumbar.app.shelf import load_catalogue
from lumbar.app.watch import ENGLISH, Outcome, watch_track
from lumbar.cli.watch_film import typeface
from lumbar.coach.events import CueGiven, CuePraised, HoldDone, RefusalEnded
from lumbar.coach.texts import PRAISE
from lumbar.errors import UnavailableError
from lumbar.vision.album import Album
from lumbar.vision.annotate import BLUE, annotate, drawn_frames
from lumbar.vision.film import frames_of, open_film
from lumbar.vision.lettering import Lettering
from lumbar.vision.moment import SHOWN_S, Story
from tests.films import bridges


@pytest.fixture(scope="module")
def outcome() -> Outcome:
    return watch_track(load_catalogue(), "glute-bridge", bridges(2))


@pytest.fixture(scope="module")
def told(outcome: Outcome) -> Outcome:
    """Return the same with a cue put right, a hold and a refusal, at times that are known."""
    watched = replace(
        outcome.watched,
        cues=(CueGiven(3.0, "hips_higher"), CuePraised(4.5, "hips_higher")),
        holds=(HoldDone(2.0, 2.9, 0.9, None),),
        refusals=(RefusalEnded(8.0, 8.5, "nobody"),),
    )
    return replace(outcome, watched=watched)


@pytest.fixture
def album(outcome: Outcome) -> Iterator[Album]:
    width, height = outcome.track.size_px
    with Album() as kept:
        for _ in range(8):
            kept.keep(np.full((height, width, 3), 90, np.uint8))
        yield kept


@given(frames=st.lists(st.integers(0, 200), min_size=2, max_size=2))
def test_the_count_only_rises_and_ends_at_the_count(outcome: Outcome, frames: list[int]) -> None:
    story, times = Story(outcome, ENGLISH), outcome.track.times_s
    early, late = (story.at(frame, float(times[frame])).count for frame in sorted(frames))
    assert 0 <= early <= late <= outcome.watched.count == 2
    assert story.at(len(times) - 1, float(times[-1])).count == 2


def test_a_moment_says_the_hold_the_cue_the_praise_and_the_refusal(told: Outcome) -> None:
    story = Story(told, ENGLISH)
    assert story.at(0, 2.5).hold_s == pytest.approx(0.5)
    assert story.at(0, 3.5).hold_s is None
    dipped = replace(told, watched=replace(told.watched, holds=(HoldDone(2.0, 6.0, 2.5, None),)))
    assert Story(dipped, ENGLISH).at(0, 5.9).hold_s == 2.5  # not more than was told
    assert "hips" in story.at(0, 3.5).words
    assert story.at(0, 4.6).words == PRAISE
    assert story.at(0, 4.6 + SHOWN_S).words == ""
    assert story.at(0, 8.2).refuses
    assert "cannot see you" in story.at(0, 8.2).words
    assert not story.at(0, 7.9).refuses


def test_a_repetition_counts_as_soon_as_its_peak_is_held(told: Outcome) -> None:
    first = replace(told.watched.repetitions[0], start_s=1.0, peak_s=2.9, end_s=4.0)
    held = replace(told, watched=replace(told.watched, repetitions=(first,), holds=(HoldDone(2.0, 2.9, 0.9, None),)))
    assert [Story(held, ENGLISH).at(0, time_s).count for time_s in (1.9, 2.1)] == [0, 1]
    loose = replace(held, watched=replace(held.watched, holds=()))
    assert [Story(loose, ENGLISH).at(0, time_s).count for time_s in (2.1, 3.0)] == [0, 1]


def test_a_film_is_written_with_every_frame_its_strip_and_the_skeleton(
    told: Outcome, album: Album, tmp_path: Path
) -> None:
    path = tmp_path / "drawn.mp4"
    annotate(path, told, album, "en", ENGLISH, typeface())
    film = open_film(path)
    images = [image for _, image in frames_of(film)]
    assert (len(images), film.fps) == (8, 25)
    assert film.size_px[0] == 640
    assert film.size_px[1] > 480
    blue = np.abs(images[0][:480].astype(int) - BLUE).max(axis=2) < 60
    assert blue.any()
    assert images[0][490:].mean() > 180  # the strip is paper


def test_the_strip_shows_the_way_and_turns_quiet_where_nothing_is_counted(told: Outcome, album: Album) -> None:
    refused = replace(told, watched=replace(told.watched, refusals=(RefusalEnded(0, 99, "nobody"),)))
    lettering = Lettering(None)
    counted, quiet = (next(drawn_frames(one, album, "Bridge", ENGLISH, lettering))[:480] for one in (told, refused))
    is_blue = [int((np.abs(image.astype(int) - BLUE).max(axis=2) < 20).sum()) for image in (counted, quiet)]
    assert is_blue[0] > 100
    assert is_blue[1] == 0


def test_words_that_are_too_long_end_in_an_ellipsis_and_stay_within_their_room() -> None:
    lettering = Lettering(typeface())
    inks = ((0, 0, 0), (255, 255, 255))
    long = lettering.text("Keep your hips up, in line with your body.", 20, "bold", inks, 120)
    assert long.shape[1] <= 122
    assert lettering.text("Up", 20, "bold", inks, 120).shape[1] < 60
    assert (lettering.text("Up", 20, "bold", inks, 120) < 128).any()


def test_a_film_that_cannot_be_written_is_said_to(told: Outcome, album: Album, tmp_path: Path) -> None:
    with pytest.raises(UnavailableError, match="cannot be written"):
        annotate(tmp_path / "no" / "drawn.mp4", told, album, "en", ENGLISH, None)


def test_both_kinds_of_film_can_be_read_again(told: Outcome, album: Album, tmp_path: Path) -> None:
    annotate(tmp_path / "drawn.webm", told, album, "en", ENGLISH, None)
    capture = cv2.VideoCapture(str(tmp_path / "drawn.webm"))
    assert capture.read()[0]
    capture.release()

"""Recordings: landmarks without the film; and that the pose model agrees with those that were made elsewhere."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lumbar.errors import InputError, UnavailableError
from lumbar.vision.film import open_film
from lumbar.vision.pose_model import PoseModel
from lumbar.vision.recording import read_recording, write_recording
from lumbar.vision.track_film import track_film
from lumbar.vision.weights import load_weights
from tests.films import bridges, empty_room, private, write_film

BODY = (11, 12, 23, 24, 25, 26, 27, 28)
# Of the torso's length, at the median: the first film is of an ordinary size, in the second a person is 70 px long
# and another model's filter is in the recording.
CLOSE = {"physioplus__bridging": 0.05, "infinity__fitness-basic_sample_data_000000": 0.12}


def test_a_recording_is_read_as_it_was_written(tmp_path: Path) -> None:
    track = bridges(1)
    track.points_px[3] = np.nan
    write_recording(tmp_path / "set.npz", track)
    again = read_recording(tmp_path / "set.npz")
    assert np.allclose(again.points_px, track.points_px, equal_nan=True)
    assert np.allclose(again.visibility, track.visibility)
    assert (again.times_s.tolist(), again.size_px) == (track.times_s.tolist(), track.size_px)


NOT_RECORDINGS: dict[str, dict[str, object]] = {
    "nothing": {},
    "no times": {"P": np.zeros((4, 33, 4))},
    "other landmarks": {"P": np.zeros((4, 17, 4)), "t": np.zeros(4), "wh": [4, 3]},
    "too few times": {"P": np.zeros((4, 33, 4)), "t": np.zeros(3), "wh": [4, 3]},
    "other shapes": {"P": np.zeros(4), "t": np.zeros(4), "wh": [4, 3]},
    "one size": {"P": np.zeros((4, 33, 4)), "t": np.arange(4), "wh": [4]},
    "no size": {"P": np.zeros((4, 33, 4)), "t": np.arange(4), "wh": [0, 3]},
    "no frames": {"P": np.zeros((0, 33, 4)), "t": np.zeros(0), "wh": [4, 3]},
    "times that fall": {"P": np.zeros((4, 33, 4)), "t": [0, 1, 0.5, 2], "wh": [4, 3]},
    "times that are none": {"P": np.zeros((4, 33, 4)), "t": [0, 1, np.nan, 2], "wh": [4, 3]},
    "words": {"P": np.zeros((4, 33, 4)), "t": np.array(list("abcd")), "wh": [4, 3]},
}


@pytest.mark.parametrize("held", NOT_RECORDINGS.values(), ids=NOT_RECORDINGS)
def test_what_is_no_recording_is_refused(held: dict[str, object], tmp_path: Path) -> None:
    path = tmp_path / "set.npz"
    np.savez(path, **held)  # type: ignore[arg-type]  # on purpose
    with pytest.raises(InputError, match="is not a recording"):
        read_recording(path)


@given(steps=st.lists(st.sampled_from([0.0, 0.0, 0.02, 0.04]), min_size=1, max_size=30))
def test_times_told_twice_rise_between_those_that_are_new(
    steps: list[float], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("recording") / "set.npz"
    times = np.cumsum(steps)
    np.savez(path, P=np.zeros((len(times), 33, 4)), t=times, wh=[4, 3])
    again = read_recording(path).times_s
    assert (np.diff(again) > 0).all()
    new = np.diff(times, prepend=-1.0) > 0
    assert np.array_equal(again[new], times[new])


def test_a_frame_that_lacks_a_landmark_is_one_of_nobody(tmp_path: Path) -> None:
    points = np.zeros((4, 33, 4))
    points[1, 5, 0] = np.inf
    np.savez(tmp_path / "set.npz", P=points, t=np.arange(4), wh=[4, 3])
    missing = np.isnan(read_recording(tmp_path / "set.npz").points_px)
    assert missing[1].all()
    assert not missing[[0, 2, 3]].any()


def test_another_file_is_no_recording_and_a_missing_one_is_missing(tmp_path: Path) -> None:
    (tmp_path / "set.npz").write_text("no landmarks", encoding="utf-8")
    with pytest.raises(InputError, match="is not a recording"):
        read_recording(tmp_path / "set.npz")
    with pytest.raises(InputError, match="There is no recording"):
        read_recording(tmp_path / "other.npz")
    with pytest.raises(UnavailableError, match="cannot be written"):
        write_recording(tmp_path / "no" / "set.npz", bridges(1))


def test_a_film_without_anybody_is_a_track_of_nobody(tmp_path: Path) -> None:
    film = open_film(write_film(tmp_path / "room.mp4", empty_room(5)))
    told: list[int] = []
    kept: list[float] = []
    model = PoseModel(load_weights("lite"), "lite")
    track = track_film(film, model, lambda image: kept.append(float(image.mean())), told.append)
    assert np.isnan(track.points_px).all()
    assert not track.visibility.any()
    assert (told, len(kept), track.size_px) == ([1, 2, 3, 4, 5], 5, (96, 64))


@pytest.mark.parametrize("name", sorted(CLOSE), ids=["bridge", "leg raise"])
def test_the_pose_model_agrees_with_recordings_of_the_same_films(name: str) -> None:
    film, recording = private(f"clips/{name}.mp4"), read_recording(private(f"recordings/{name}.npz"))
    track = track_film(open_film(film), PoseModel(load_weights("full"), "full"))
    assert len(track) == len(recording)
    assert np.abs(track.times_s - recording.times_s).max() < 1e-6
    apart = np.linalg.norm(track.points_px - recording.points_px, axis=2)[:, BODY]
    middles = (recording.points_px[:, [11, 23]] + recording.points_px[:, [12, 24]]) / 2
    torso = np.linalg.norm(middles[:, 0] - middles[:, 1], axis=1)[:, np.newaxis]
    assert np.nanmedian(apart / torso) < CLOSE[name]
    assert np.array_equal(np.isnan(track.points_px[:, 0, 0]), np.isnan(recording.points_px[:, 0, 0]))

"""`lumbar film` as typed."""

import json
from pathlib import Path

import cv2
import pytest

from lumbar.cli.program import run
from tests.figure.made import needs_bodies

SMALL = ("--reps", "1", "--size", "96x72", "--fps", "3", "--seed", "4")


@needs_bodies
def test_a_film_and_its_truth_lie_beside_each_other(tmp_path: Path) -> None:
    path = tmp_path / "pump.mp4"
    assert run(["film", "ankle-pump", *SMALL, "-o", str(path)]) == 0
    truth = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    film = cv2.VideoCapture(str(path))
    frames = 0
    while True:
        there, picture = film.read()
        if not there:
            break
        assert picture.shape == (72, 96, 3)
        frames += 1
    assert frames == len(truth["frames"])
    assert (path.read_bytes().count(b"av01"), path.read_bytes().count(b"mp4v")) == (1, 1)  # for browsers, for players
    assert (truth["exercise"], truth["seed"], truth["size_px"]) == ("ankle-pump", 4, [96, 72])
    (one,) = truth["repetitions"]
    assert 0 < one["start_s"] < one["peak_from_s"] <= one["peak_to_s"] < one["end_s"] <= truth["frames"][-1]["t_s"]
    assert all(len(frame["points_px"]) == len(truth["points"]) for frame in truth["frames"])
    assert all(len(frame["angles_deg"]) == len(truth["joints"]) for frame in truth["frames"])


@needs_bodies
def test_plain_frames_are_as_large_as_they_say(tmp_path: Path) -> None:
    path = tmp_path / "pump.y4m"
    assert run(["film", "ankle-pump", *SMALL, "-o", str(path)]) == 0
    head, _, rest = path.read_bytes().partition(b"\n")
    assert head == b"YUV4MPEG2 W96 H72 F3000:1000 Ip A1:1 C444"
    frames = len(json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["frames"])
    assert len(rest) == frames * (len(b"FRAME\n") + 3 * 96 * 72)


@needs_bodies
@pytest.mark.parametrize(
    ("told", "says"),
    [
        (("bird-dgo", "-o", "x.mp4"), "Did you mean bird-dog"),
        (("bird-dog", "-o", "x.mov"), "must end in one of .mp4, .webm, .avi, .y4m"),
        (("bird-dog", "-o", "x.mp4", "--size", "big"), "is not a size such as 640x480"),
        (("bird-dog", "-o", "no/such/x.y4m", *SMALL), "cannot be written: there is no folder no/such"),
        (("bird-dog", "-o", "x.mp4", "--body", "child"), "body “child”"),
        (("bird-dog", "-o", "x.mp4", "--reps", "0"), "--reps"),
        (("bird-dog", "-o", "x.mp4", "--seed", "-1"), "--seed"),
        (("bird-dog", "-o", "x.mp4", "--size", "641x480"), "even"),
        (("bird-dog", "-o", "no/such/x.mp4", *SMALL), "cannot be written"),
    ],
)
def test_what_cannot_be_is_told(
    told: tuple[str, ...],
    says: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["film", *told]) != 0
    assert says in " ".join(capsys.readouterr().err.split())
    assert not [*tmp_path.iterdir()]


def test_several_processes_film_the_same_as_one(tmp_path: Path) -> None:
    told = ("film", "heel-raise", "--reps", "1", "--size", "64x64", "--fps", "12", "--seed", "4")
    one, many = tmp_path / "one.y4m", tmp_path / "many.y4m"
    assert run([*told, "--workers", "1", "-o", str(one)]) == 0
    assert run([*told, "--workers", "2", "-o", str(many)]) == 0
    assert one.read_bytes() == many.read_bytes()
    assert one.with_suffix(".json").read_bytes() == many.with_suffix(".json").read_bytes()


def test_the_other_side_works_where_it_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "raise.y4m"
    assert run(["film", "straight-leg-raise", *SMALL, "--side", "right", "-o", str(path)]) == 0
    truth = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    assert truth["side"] == "right"
    assert truth["camera"]["azimuth_deg"] < 0
    heights = {side: truth["points"].index(f"ankle_{side}") for side in ("left", "right")}
    rises = {
        side: max(row["points_m"][at][2] for row in truth["frames"]) - truth["frames"][0]["points_m"][at][2]
        for side, at in heights.items()
    }
    assert rises["right"] > 0.1 > rises["left"]

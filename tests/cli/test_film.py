"""`lumbar film` as typed."""

import json
from pathlib import Path

import cv2
import pytest

from lumbar.cli.program import run

SMALL = ("--reps", "1", "--size", "96x72", "--fps", "3", "--seed", "4")


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
    assert (truth["exercise"], truth["seed"], truth["size_px"]) == ("ankle-pump", 4, [96, 72])
    (one,) = truth["repetitions"]
    assert 0 < one["start_s"] < one["peak_from_s"] <= one["peak_to_s"] < one["end_s"] <= truth["frames"][-1]["t_s"]
    assert all(len(frame["points_px"]) == len(truth["points"]) for frame in truth["frames"])
    assert all(len(frame["angles_deg"]) == len(truth["joints"]) for frame in truth["frames"])


def test_plain_frames_are_as_large_as_they_say(tmp_path: Path) -> None:
    path = tmp_path / "pump.y4m"
    assert run(["film", "ankle-pump", *SMALL, "-o", str(path)]) == 0
    head, _, rest = path.read_bytes().partition(b"\n")
    assert head == b"YUV4MPEG2 W96 H72 F3000:1000 Ip A1:1 C444"
    frames = len(json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["frames"])
    assert len(rest) == frames * (len(b"FRAME\n") + 3 * 96 * 72)


@pytest.mark.parametrize(
    ("told", "says"),
    [
        (("bird-dgo", "-o", "x.mp4"), "Did you mean bird-dog"),
        (("bird-dog", "-o", "x.mov"), "must end in one of .mp4, .webm, .avi, .y4m"),
        (("bird-dog", "-o", "x.mp4", "--size", "big"), "is not a size such as 640x480"),
        (("bird-dog", "-o", "no/such/x.y4m", *SMALL), "cannot be written"),
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

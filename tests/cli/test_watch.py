"""`lumbar watch` as typed."""

import json
import sys
from pathlib import Path

import numpy as np
import pytest

from lumbar.cli.program import run
from lumbar.vision.film import open_film
from lumbar.vision.recording import write_recording
from lumbar.vision.results import ENDING
from tests.films import bridges, empty_room, private, write_film

SHARED = {
    "physioplus__bridging": ("auto", 1),
    "infinity__fitness-basic_sample_data_000000": ("auto", 6),
    "sports2d__demo": ("wall-squat", 0),
    "pose2sim__cam01": ("wall-squat", 0),
    "pose2sim__cam02": ("auto", 0),
    "pose2sim__cam03": ("wall-squat", 0),
    "pose2sim__cam04": ("auto", 0),
}


@pytest.fixture
def recording(tmp_path: Path) -> str:
    write_recording(tmp_path / "set.npz", bridges(2))
    return str(tmp_path / "set.npz")


@pytest.fixture
def room(tmp_path: Path) -> str:
    return str(write_film(tmp_path / "room.mp4", empty_room(4)))


def refused(capsys: pytest.CaptureFixture[str], *typed: str) -> str:
    assert run(["watch", *typed]) not in {0, 1}
    told = capsys.readouterr()
    assert told.out == ""
    return " ".join(told.err.split())


def test_landmarks_are_counted_and_told_as_json(recording: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["watch", "--landmarks", recording, "--exercise", "glute-bridge", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["exercise"], told["count"], len(told["reps"]), told["model"]) == ("glute-bridge", 2, 2, None)


def test_a_person_is_told_the_count_and_the_times(recording: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["watch", "--landmarks", recording, "--exercise", "glute-bridge"]) == 0
    said = capsys.readouterr().out
    assert "Glute bridge: 2 repetitions" in said
    assert "2.6" in said


def test_a_report_of_landmarks_is_written(recording: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "set.html"
    typed = ["watch", "--landmarks", recording, "--exercise", "glute-bridge", "--report", str(page), "--language", "es"]
    assert run(typed) == 0
    assert "Puente de glúteos" in page.read_text(encoding="utf-8")
    assert "set.html" in capsys.readouterr().out


def test_a_film_beside_its_landmarks_gives_the_pictures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    track = bridges(1)
    write_recording(tmp_path / "set.npz", track)
    film = write_film(tmp_path / "set.mp4", [np.full((480, 640, 3), 99, np.uint8)] * len(track))
    page, drawn = tmp_path / "set.html", tmp_path / "drawn.mp4"
    typed = [str(film), "--landmarks", str(tmp_path / "set.npz"), "--exercise", "glute-bridge", "--report", str(page)]
    assert run(["watch", *typed, "--annotate", str(drawn)]) == 0
    assert "data:image/jpeg" in page.read_text(encoding="utf-8")
    assert open_film(drawn).frames == len(track)
    capsys.readouterr()
    other = str(write_film(tmp_path / "other.mp4", empty_room(3)))
    assert "not of one film" in refused(capsys, other, *typed[1:])


def test_what_was_typed_wrong_is_told_with_what_would_have_worked(
    room: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "Did you mean glute-bridge?" in refused(capsys, room, "--exercise", "glute-brige")
    assert "lite, full, heavy" in refused(capsys, room, "--model", "huge")
    assert "left, right, auto" in refused(capsys, room, "--side", "up")
    assert "en, es" in refused(capsys, room, "--language", "fr")
    assert "Name a film" in refused(capsys)
    assert "There is no film" in refused(capsys, str(tmp_path / "set.mp4"))
    assert ".html" in refused(capsys, room, "--report", "set.pdf")
    assert "cannot be written" in refused(capsys, room, "--report", str(tmp_path / "no" / "set.html"))
    assert "neither .mp4 nor .webm" in refused(capsys, room, "--annotate", "set.gif")
    assert "are for one film" in refused(capsys, str(tmp_path), "--report", "set.html")
    assert "name the film" in refused(capsys, "--landmarks", "set.npz", "--annotate", str(tmp_path / "a.mp4"))


def test_nothing_is_left_behind_where_the_film_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "torn.mp4").write_bytes(b"torn")
    assert "not a film" in refused(capsys, str(tmp_path / "torn.mp4"), "--report", str(tmp_path / "set.html"))
    assert [one.name for one in tmp_path.iterdir()] == ["torn.mp4"]


def test_a_film_of_nobody_counts_nothing_and_says_so(
    room: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page, drawn = tmp_path / "set.html", tmp_path / "drawn.mp4"
    wanted = ["--model", "lite", "--report", str(page), "--annotate", str(drawn)]
    for exercise in ("glute-bridge", "auto"):
        assert run(["watch", room, *wanted, "--exercise", exercise, "--json"]) == 0
        told = json.loads(capsys.readouterr().out)
        assert (told["count"], told["frames"]) == (0, 4)
        assert [refusal["code"] for refusal in told["refusals"]] == ["nobody"]
        assert (told["refusals"][0]["from_s"], told["refusals"][0]["to_s"]) == (0, pytest.approx(0.12, abs=0.05))
        assert "from the side" in page.read_text(encoding="utf-8")
        assert open_film(drawn).frames == 4
    assert run(["watch", room, "--model", "lite"]) == 0
    assert "Nobody is seen in this film." in capsys.readouterr().out


def test_a_film_cut_short_is_watched_as_far_as_it_goes_and_said_to_be(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    noise = np.random.default_rng(1).integers(0, 255, (30, 64, 96, 3)).astype(np.uint8)
    whole = write_film(tmp_path / "set.avi", list(noise))
    data = whole.read_bytes()
    whole.write_bytes(data[: len(data) // 2])
    assert run(["watch", str(whole), "--exercise", "glute-bridge", "--model", "lite", "--json"]) == 0
    told = capfd.readouterr()
    frames = json.loads(told.out)["frames"]
    assert 5 < frames < 25
    assert json.loads(told.out)["of_frames"] == 30
    assert "[" not in told.err  # the decoder's own words are not for people
    page = tmp_path / "set.html"
    assert run(["watch", str(whole), "--exercise", "glute-bridge", "--model", "lite", "--report", str(page)]) == 0
    assert f"Only {frames} of 30 frames could be read." in " ".join(capfd.readouterr().out.split())
    assert f"Only {frames} of 30 frames could be read." in page.read_text(encoding="utf-8")
    assert run(["watch", str(tmp_path), "--exercise", "glute-bridge", "--model", "lite", "--language", "es"]) == 0
    kept = json.loads((tmp_path / f"set.avi{ENDING}").read_text(encoding="utf-8"))
    assert (kept["frames"], kept["of_frames"]) == (frames, 30)


def test_nothing_is_written_over_what_is_read(room: str, recording: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = Path(room).read_bytes()
    assert "write over" in refused(capsys, room, "--annotate", room)
    page = Path(recording).with_suffix(".html")
    page.symlink_to(recording)
    assert "write over" in refused(capsys, "--landmarks", recording, "--report", str(page))
    assert Path(room).read_bytes() == before


def test_what_is_wrong_is_said_in_the_language_asked_for(
    room: str, recording: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def said(*typed: str) -> str:
        return refused(capsys, *typed, "--language", "es")

    assert said(room, "--exercise", "glute-brige") == (
        "lumbar: No hay ningún ejercicio «glute-brige». ¿Querías decir glute-bridge?"
    )
    assert "Hay estos: abdominal-contraction" in said(room, "--exercise", "xyzzy")
    assert "no es uno de estos: left, right, auto" in said(room, "--side", "up")
    assert "esa carpeta no existe" in said(room, "--report", str(tmp_path / "no" / "set.html"))
    assert "No hay ningún vídeo" in said(str(tmp_path / "set.mp4"))
    np.savez(tmp_path / "short.npz", P=np.zeros((2, 33, 4)), t=np.zeros(3), wh=[4, 3])
    assert "sus datos no encajan" in said("--landmarks", str(tmp_path / "short.npz"))
    assert run(["watch", "--landmarks", recording, "--exercise", "glute-bridge", "--language", "es"]) == 0
    assert "Puente de glúteos: 2 repeticiones" in capsys.readouterr().out


def test_missing_packages_are_told_with_how_to_get_them(
    room: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in [name for name in sys.modules if name.startswith(("lumbar.vision", "lumbar.cli.watch_"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "ai_edge_litert.interpreter", None)
    assert "make setup" in refused(capsys, room)


def test_a_folder_is_watched_once_and_a_film_that_fails_fails_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    films = tmp_path / "films"
    films.mkdir()
    write_film(films / "room.mp4", empty_room(2))
    (films / "torn.mp4").write_bytes(b"torn")
    out = tmp_path / "out"
    typed = ["watch", str(films), "--exercise", "glute-bridge", "--model", "lite", "--out", str(out), "--json"]
    assert run(typed) == 1
    first = json.loads(capsys.readouterr().out)
    assert [one["film"] for one in first] == ["room.mp4", "torn.mp4"]
    assert [refusal["code"] for refusal in first[0]["refusals"]] == ["nobody"]
    assert "not a film" in first[1]["error"]
    kept = json.loads((out / f"room.mp4{ENDING}").read_text(encoding="utf-8"))
    (out / f"room.mp4{ENDING}").write_text(json.dumps({**kept, "count": 77}), encoding="utf-8")
    (films / "torn.mp4").unlink()
    assert run(typed) == 0
    assert [one["count"] for one in json.loads(capsys.readouterr().out)] == [77]
    assert run(typed[:-1]) == 0
    assert "77" in capsys.readouterr().out


@pytest.mark.parametrize("name", SHARED, ids=SHARED)
def test_the_private_films_come_out_as_counted_by_eye(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    exercise, count = SHARED[name]
    assert run(["watch", str(private(f"clips/{name}.mp4")), "--exercise", exercise, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["count"] == count

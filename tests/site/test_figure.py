"""The moving figure's data: a clip for each exercise and body, kept by content, and bodies handed out compressed."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client

from lumbar.app.figures import MADE
from lumbar.app.shelf import check_shelf, load_catalogue, read_files
from lumbar.body.tree import JOINTS
from lumbar.site import figure_api
from tests.figure.made import needs_bodies

JOINT_NAMES = {joint.name for joint in JOINTS}


@pytest.fixture
def made_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Serve a shelf on which one more exercise lies."""
    texts = dict(read_files())
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    own = texts["bird-dog.toml"].replace('id = "bird-dog"', 'id = "bird-cat"').replace("lift_s = 2", "lift_s = 3")
    (tmp_path / "bird-cat.toml").write_text(own, encoding="utf-8")
    monkeypatch.setattr(figure_api, "catalogue", lambda: check_shelf(tmp_path)[0])
    figure_api.text_of.cache_clear()
    yield "bird-cat"
    figure_api.text_of.cache_clear()


@needs_bodies
def test_every_exercise_has_a_clip(client: Client) -> None:
    for exercise in load_catalogue():
        clip = json.loads(client.get(f"/figure/{exercise.id}/woman.json").content)
        assert clip["exercise"] == exercise.id
        assert set(clip["joints"]) <= JOINT_NAMES
        assert len(clip["angles_deg"]) == len(clip["roots_m"]) == len(clip["shares"])
        assert {len(row) for row in clip["angles_deg"]} == {len(clip["joints"])}
        assert {thing["ink"] for thing in clip["things"]} <= set(clip["colours"])
        assert clip["view"]["span_m"] > 1


@needs_bodies
def test_a_clip_is_kept_by_its_content(client: Client) -> None:
    first = client.get("/figure/bird-dog/woman.json")
    again = client.get("/figure/bird-dog/woman.json", headers={"if-none-match": first["ETag"]})
    assert first["Cache-Control"] == "public, no-cache"
    assert (again.status_code, again.content) == (304, b"")
    assert first["ETag"] != client.get("/figure/bird-dog/man.json")["ETag"]


@needs_bodies
def test_a_clip_is_small_once_compressed(client: Client) -> None:
    answer = client.get("/figure/bird-dog/woman.json", headers={"accept-encoding": "gzip"})
    assert answer["Content-Encoding"] == "gzip"
    assert len(answer.content) < 6000
    assert json.loads(gzip.decompress(answer.content))["exercise"] == "bird-dog"


@pytest.mark.parametrize(
    ("path", "said"),
    [("bird-dig/woman", "There is no exercise “bird-dig”."), ("bird-dog/womin", "There is no body “womin”.")],
)
def test_what_is_not_there_is_said_in_a_line(client: Client, path: str, said: str) -> None:
    answer = client.get(f"/figure/{path}.json")
    assert answer.status_code == 404
    assert answer["Content-Type"].startswith("text/plain")
    assert answer.content.decode().startswith(said)


@needs_bodies
def test_an_exercise_file_of_ones_own_has_its_clip(client: Client, made_up: str) -> None:
    clip = json.loads(client.get(f"/figure/{made_up}/woman.json").content)
    assert clip["exercise"] == made_up
    assert [part["s"] for part in clip["tempo"]] == [3, 0, 2, 1]


@pytest.mark.parametrize("path", sorted(MADE.glob("*.glb")), ids=lambda path: path.stem)
def test_a_body_is_handed_out_compressed(client: Client, path: Path) -> None:
    answer = client.get(f"/static/figures/{path.name}", headers={"accept-encoding": "gzip"})
    assert answer["Content-Encoding"] == "gzip"
    assert gzip.decompress(answer.content) == path.read_bytes()

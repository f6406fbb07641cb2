"""Where the build could not make the bodies, everything works but pictures and figures, which say so."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client

from lumbar.app import figures
from lumbar.cli.program import run
from lumbar.site import figure_api
from lumbar.site.pages import pictures

SAID = "has not been made yet. Run `make setup` in the checkout."
PROFILE = 'experience = "beginner"\nage = 45\n'


@pytest.fixture(autouse=True)
def nothing_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Look for bodies where there are none, with nothing in memory."""
    monkeypatch.setattr(figures, "MADE", tmp_path / "made")
    forget()
    yield
    forget()


def forget() -> None:
    for remembered in (figures.body_mesh, figures.body_key, figure_api.text_of, pictures.picture_of):
        remembered.cache_clear()


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/exercises/", "/exercises/bird-dog/", "/exercises/romanian-deadlift/"])
def test_every_page_is_there_without_a_figure(client: Client, path: str) -> None:
    answer = client.get(path)
    html = answer.content.decode()
    assert answer.status_code == 200
    assert "/static/figures/" not in html
    assert "data-clip" not in html


def test_a_clip_says_what_is_missing(client: Client) -> None:
    answer = client.get("/figure/bird-dog/woman.json")
    assert (answer.status_code, answer["Content-Type"]) == (503, "text/plain; charset=utf-8")
    assert SAID in answer.content.decode()


@pytest.mark.parametrize("told", [["figure", "bird-dog", "-o", "a.png"], ["figure", "--all", "-o", "a.png"]])
def test_a_command_that_draws_says_what_is_missing(
    told: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(told) != 0
    assert SAID in " ".join(capsys.readouterr().err.split())
    assert not list(tmp_path.iterdir())


def test_a_handout_has_no_drawings_and_says_so_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "me.toml").write_text(PROFILE, encoding="utf-8")
    told = ["--profile", str(tmp_path / "me.toml"), "--day", "2026-01-05", "-o", str(tmp_path / "a.html")]
    assert run(["handout", *told]) == 0
    said = " ".join(capsys.readouterr().err.split())
    assert (said.count(SAID), said.count("The handout has no drawings.")) == (1, 1)
    html = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "h-item" in html
    assert "<svg" not in html

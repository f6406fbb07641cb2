"""`lumbar handout` as typed."""

import re
from pathlib import Path

import pytest

from lumbar.app.figures import stage_of
from lumbar.app.shelf import load_catalogue
from lumbar.cli.handout import asked_by_file
from lumbar.cli.program import run
from lumbar.figure.paper import to_paper
from lumbar.figure.svg_words import worded
from tests.cli.test_journal_commands import ANSWER, Machine
from tests.figure.made import needs_bodies

DAY = "2026-01-05"
PROFILE = 'experience = "beginner"\nage = 45\nminutes = 10\n'
LIFTER = """experience = "lifter"
age = 32
equipment = ["barbell", "plate"]
[lifts]
clean_kg = 80
deadlift_kg = 140
main_days = ["mon", "thu"]
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an empty folder with a profile in it, as the current one, and no journal."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LUMBAR_HOME", str(tmp_path / "home"))
    (tmp_path / "me.toml").write_text(PROFILE, encoding="utf-8")
    (tmp_path / "lifter.toml").write_text(LIFTER, encoding="utf-8")
    return tmp_path


def refused(capsys: pytest.CaptureFixture[str], *told: str) -> str:
    assert run(["handout", *told]) != 0
    return " ".join(capsys.readouterr().err.split())


def test_a_page_is_not_written_into_a_file_of_another_kind(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = refused(capsys, "--profile", "me.toml", "--day", DAY, "-o", "mat.pdf")
    assert "must end in .html" in told
    assert not (folder / "mat.pdf").exists()


@needs_bodies
def test_a_profile_becomes_a_file_that_needs_nothing_else(folder: Path) -> None:
    assert run(["handout", "--profile", "me.toml", "--day", DAY, "-o", "mat.html"]) == 0
    html = (folder / "mat.html").read_text(encoding="utf-8")
    assert html.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert "Monday 5 January 2026" in html
    assert "generally healthy adults" in html
    assert html.count("<svg") == 2 * html.count("<h2>") > 0
    assert len(set(re.findall(r"<svg.*?</svg>", html, re.DOTALL))) == html.count("<svg")
    assert not re.search(r"<script|\ssrc=|\shref=|@import", html)
    assert set(re.findall(r"https?://[^\"' )]+", html)) == {"http://www.w3.org/2000/svg"}
    assert not (folder / "home").exists()


@needs_bodies
def test_it_speaks_spanish_and_draws_a_man(folder: Path) -> None:
    common = ("--profile", "me.toml", "--day", DAY, "-o", "mat.html")
    assert run(["handout", *common, "--language", "es", "--body", "man"]) == 0
    html = (folder / "mat.html").read_text(encoding="utf-8")
    for word in ('lang="es"', "lunes 5 de enero de 2026", "minutos", "Al empezar", "Series", "por lado"):
        assert word in html
    for word in (">Sets<", "each side", "hold", "You need"):
        assert word not in html.partition("<body")[2]
    stage = stage_of(load_catalogue().exercise("knee-to-chest"), "man")
    words = load_catalogue().exercise("knee-to-chest").texts["es"]
    assert worded(to_paper(stage)[0], (words.name, words.picture)) in html


def test_a_load_that_one_chooses_has_a_line_to_write_it_on(folder: Path) -> None:
    (folder / "me.toml").write_text(LIFTER.replace('"plate"', '"plate", "band"'), encoding="utf-8")
    assert run(["handout", "--profile", "me.toml", "--day", DAY, "-o", "mat.html"]) == 0
    html = (folder / "mat.html").read_text(encoding="utf-8")
    assert '<dt>you choose</dt><dd><i class="h-line"></i><small> kg</small></dd>' in html
    assert "<dd>?" not in html


@pytest.mark.parametrize(
    ("told", "says"),
    [
        (("-o", "no/such/mat.html"), "there is no folder no/such"),
        (("-o", "home-of-files"), "it is a folder"),
        (
            ("--profile", "lifter.toml", "--day", "2026-01-06"),
            "on 2026-01-06. A session is planned on 2026-01-08, 2026-",
        ),
        (("--session", "2"), f"{DAY} has 1, so there is no session 2"),
        (("--day", "yesterday"), "is not a day such as 2026-01-05"),
        (("--profile", "you.toml"), "There is no file you.toml"),
    ],
)
def test_what_cannot_be_is_told(
    told: tuple[str, ...], says: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "home-of-files").mkdir()
    assert says in refused(capsys, "--profile", "me.toml", "--day", DAY, *told)
    assert not list(folder.glob("**/*.html"))


def test_a_screening_that_stops_the_plan_stops_the_handout(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = f'{PROFILE}flags = ["saddle-numbness"]\n'
    (folder / "me.toml").write_text(text, encoding="utf-8")
    assert f"Nothing is planned on {DAY}." in refused(capsys, "--profile", "me.toml", "--day", DAY)


def test_the_own_journal_gives_the_session_of_today(tmp_path: Path) -> None:
    machine = Machine(tmp_path / "home")
    assert "There is no profile yet" in machine.lumbar("handout", "-o", str(tmp_path / "mat.html"), code=4)
    assert machine.python("-c", ANSWER).returncode == 0
    assert machine.lumbar("handout", "-o", str(tmp_path / "mat.html")) == ""
    html = (tmp_path / "mat.html").read_text(encoding="utf-8")
    items = [item for session in machine.json("today", "--json")["sessions"] for item in session["items"]]
    assert html.count("<h2>") == len(items)
    told = machine.lumbar("handout", "--session", "2", "-o", str(tmp_path / "no.html"), code=2)
    assert f"{DAY} has 1, so there is no session 2" in told


@pytest.mark.parametrize(("sex", "body"), [('sex = "male"', "man"), ('sex = "female"', "woman"), ("", "woman")])
def test_who_is_drawn_follows_the_profile(folder: Path, sex: str, body: str) -> None:
    (folder / "me.toml").write_text(f"{PROFILE}{sex}\n", encoding="utf-8")
    assert asked_by_file(folder / "me.toml", DAY).body == body

"""`lumbar figure` as typed."""

import re
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from lumbar.cli.program import run
from tests.figure.made import needs_bodies


def drawn(path: Path, *told: str) -> Image.Image:
    assert run(["figure", *told, "-o", str(path)]) == 0
    return Image.open(BytesIO(path.read_bytes()))


@needs_bodies
@pytest.mark.parametrize("ending", ["png", "webp"])
def test_a_still_is_as_wide_as_told_and_cut_out(ending: str, tmp_path: Path) -> None:
    image = drawn(tmp_path / f"peak.{ending}", "bird-dog", "--width", "160", "--no-arrows")
    assert image.size == (160, 120)
    assert image.convert("RGBA").getpixel((0, 0))[3] == 0  # type: ignore[index]  # a pixel of four bands


@needs_bodies
def test_pose_side_body_and_theme_change_the_picture(tmp_path: Path) -> None:
    common = ("bird-dog", "--width", "96")
    ways: tuple[tuple[str, ...], ...] = (
        (),
        ("--pose", "rest"),
        ("--side", "right"),
        ("--body", "man"),
        ("--theme", "dark"),
        ("--no-arrows",),
    )
    made = {drawn(tmp_path / f"{place}.png", *common, *way).tobytes() for place, way in enumerate(ways)}
    assert len(made) == len(ways)


@needs_bodies
def test_a_gif_and_a_webp_move(tmp_path: Path) -> None:
    gif = drawn(tmp_path / "one.gif", "ankle-pump", "--width", "64")
    webp = drawn(tmp_path / "one.webp", "ankle-pump", "--width", "64", "--pose", "repetition")
    assert min(getattr(gif, "n_frames", 1), getattr(webp, "n_frames", 1)) > 5


@needs_bodies
def test_a_drawing_is_sound_small_and_says_what_it_shows(tmp_path: Path) -> None:
    assert run(["figure", "bird-dog", "-o", str(tmp_path / "peak.svg")]) == 0
    text = (tmp_path / "peak.svg").read_text(encoding="utf-8")
    root = ET.fromstring(text)  # noqa: S314  our own file
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert [child.tag.rpartition("}")[2] for child in root[:2]] == ["title", "desc"]
    assert (root[0].text, bool(root[1].text)) == ("Bird dog", True)
    assert len(text) <= 60_000
    assert "prefers-color-scheme:dark" in text
    assert not re.search(r"<script|<image|href|url\(|NaN|nan|inf", text)


@needs_bodies
@pytest.mark.parametrize(
    ("told", "says"),
    [
        (("bird-dgo", "-o", "x.png"), "Did you mean bird-dog"),
        (("bird-dog", "-o", "x.bmp"), "must end in one of .svg, .png, .webp, .gif, not in “.bmp”"),
        (("bird-dog", "-o", "no/such/folder/x.png"), "cannot be written"),
        (("bird-dog", "-o", "x.png", "--pose", "repetition"), "does not move"),
        (("bird-dog", "-o", "x.png", "--body", "wman"), "Did you mean woman"),
        (("-o", "x.png"), "Name one exercise, or say --all"),
        (("bird-dog", "--all", "-o", "x.png"), "Name one exercise, or say --all"),
        (("--all", "-o", "x.gif"), "must end in one of .png, .webp, not in “.gif”"),
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
    assert run(["figure", *told, "--width", "64"]) != 0
    assert says in " ".join(capsys.readouterr().err.split())
    assert not list(tmp_path.iterdir())

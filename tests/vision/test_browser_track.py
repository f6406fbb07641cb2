"""The second track of an .mp4: browsers play it, and whoever read the film before reads the same."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PIL import features
from playwright.sync_api import Page, sync_playwright

from lumbar.vision.boxes import Box, boxes_in, find_box
from lumbar.vision.browser_track import LEAST, TOGETHER, BrowserTrack, add_browser_track, can_code
from lumbar.vision.film import frames_of, open_film
from tests.films import write_film
from tools.chromium import find_chromium, launch_arguments

TABLES = (b"trak", b"mdia", b"minf", b"stbl")
FPS = 20
SIZE_PX = (96, 64)


def tracks(path: Path) -> list[Box]:
    moov = find_box(path.read_bytes(), b"moov")
    return [one for one in boxes_in(moov.data[8:]) if one.kind == b"trak"]


def moving(count: int) -> list[npt.NDArray[np.uint8]]:
    """Return pictures of a red field that grows on a green one."""
    pictures = [np.full((SIZE_PX[1], SIZE_PX[0], 3), (40, 160, 40), np.uint8) for _ in range(count)]
    for number, picture in enumerate(pictures):
        picture[:, : 8 + number % 80] = (40, 40, 200)
    return pictures


@pytest.fixture
def page() -> Iterator[Page]:
    found = find_chromium()
    if found is None:
        pytest.skip("There is no Chromium here. `make test` installs one; LUMBAR_CHROMIUM names another.")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=str(found), args=[*launch_arguments(), "--disable-dev-shm-usage"]
        )
        yield browser.new_page()
        browser.close()


@pytest.mark.parametrize("count", [1, LEAST, TOGETHER + 1, 2 * TOGETHER + LEAST])
def test_both_tracks_have_every_picture_at_the_same_time(count: int, tmp_path: Path) -> None:
    path = write_film(tmp_path / "room.mp4", moving(count), FPS)
    before = list(frames_of(open_film(path)))
    add_browser_track(path)
    first, second = tracks(path)
    assert [find_box(one.data, *TABLES, b"stsz").numbers(16, 1) for one in (first, second)] == [(count,)] * 2
    assert find_box(first.data, *TABLES, b"stts").data == find_box(second.data, *TABLES, b"stts").data
    again = list(frames_of(open_film(path)))
    assert [time for time, _ in again] == [time for time, _ in before]
    assert all((one == other).all() for (_, one), (_, other) in zip(before, again, strict=True))
    assert [one.name for one in tmp_path.iterdir()] == ["room.mp4"]


def test_a_player_is_told_that_the_tracks_are_alternatives(tmp_path: Path) -> None:
    path = write_film(tmp_path / "room.mp4", moving(4), FPS)
    add_browser_track(path)
    heads = [find_box(one.data, b"trak", b"tkhd").data for one in tracks(path)]
    assert [int.from_bytes(head[20:24], "big") for head in heads] == [1, 2]
    assert [int.from_bytes(head[42:44], "big") for head in heads] == [1, 1]
    assert [int.from_bytes(head[84:86], "big") for head in heads] == [96, 96]


def test_the_same_film_becomes_the_same_bytes(tmp_path: Path) -> None:
    one, other = (write_film(tmp_path / f"{name}.mp4", moving(60), FPS) for name in ("one", "other"))
    for path in (one, other):
        add_browser_track(path)
    assert one.read_bytes() == other.read_bytes()


def test_a_browser_plays_it_jumps_in_it_and_shows_the_picture(page: Page, tmp_path: Path) -> None:
    path = write_film(tmp_path / "room.mp4", moving(100), FPS)
    (tmp_path / "page.html").write_text('<body style="margin:0"><video src="room.mp4" muted></video>', encoding="utf-8")
    page.goto((tmp_path / "page.html").as_uri())
    page.wait_for_function("document.querySelector('video').error !== null")  # MPEG-4 part 2 alone is not played
    add_browser_track(path)
    page.reload()
    page.wait_for_function("document.querySelector('video').readyState === 4")
    page.evaluate("document.querySelector('video').play()")
    page.wait_for_function("document.querySelector('video').currentTime > 0.5")
    page.evaluate("const film = document.querySelector('video'); film.pause(); film.currentTime = 3.5; null")
    # Asked of the element, which answers in any case: a callback for the frame may have come before it was asked for.
    page.wait_for_function("(film => !film.seeking && film.readyState === 4)(document.querySelector('video'))")
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate("document.querySelector('video').duration") == pytest.approx(100 / FPS, abs=0.01)
    shown = page.locator("video").screenshot()
    picture = read_png(shown)
    assert picture.shape == (SIZE_PX[1], SIZE_PX[0], 3)
    assert np.abs(picture[32, 20].astype(int) - (200, 40, 40)).max() < 12  # red, as it was drawn
    assert np.abs(picture[32, 92].astype(int) - (40, 160, 40)).max() < 12


def read_png(data: bytes) -> npt.NDArray[np.uint8]:
    from PIL import Image  # noqa: PLC0415 - beside the lettering, the only one who reads pictures here

    return np.asarray(Image.open(BytesIO(data)).convert("RGB"))


def test_a_film_of_other_pictures_is_left_as_it_was(tmp_path: Path) -> None:
    path = write_film(tmp_path / "room.mp4", moving(5), FPS)
    before = path.read_bytes()
    track = BrowserTrack()
    for picture in moving(4):
        track.add(picture)
    with pytest.raises(ValueError, match="not a film that OpenCV wrote of these pictures"):
        track.join(path)
    assert path.read_bytes() == before


def test_a_film_that_is_built_otherwise_is_left_to_players(tmp_path: Path) -> None:
    path = write_film(tmp_path / "room.avi", moving(4), FPS).rename(tmp_path / "room.mp4")
    before = path.read_bytes()
    add_browser_track(path)
    assert path.read_bytes() == before


def test_without_a_coder_the_film_stays_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_film(tmp_path / "room.mp4", moving(4), FPS)
    before = path.read_bytes()
    monkeypatch.setattr(features, "check", lambda _name: False)
    assert not can_code()
    add_browser_track(path)
    assert path.read_bytes() == before

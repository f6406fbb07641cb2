"""Films: their frames and times, what is read ahead, and what is kept for the pictures."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from threading import active_count

import numpy as np
import pytest

from lumbar.errors import InputError, UnavailableError
from lumbar.vision.album import LONGEST, Album
from lumbar.vision.browser_track import add_browser_track
from lumbar.vision.film import frames_of, open_film
from lumbar.vision.read_ahead import read_ahead
from tests.films import empty_room, write_film


def test_a_film_yields_every_frame_with_its_time(tmp_path: Path) -> None:
    film = open_film(write_film(tmp_path / "room.mp4", empty_room(20), fps=20))
    assert (film.size_px, film.fps, film.frames) == ((96, 64), 20, 20)
    times, images = zip(*frames_of(film), strict=True)
    assert times == pytest.approx([n / 20 for n in range(20)], abs=1e-3)
    brightness = [image.mean() for image in images]
    assert brightness == sorted(brightness)
    assert images[0].shape == (64, 96, 3)


def test_times_rise_even_where_a_film_says_none(tmp_path: Path) -> None:
    film = open_film(write_film(tmp_path / "room.avi", empty_room(8)))
    times = [time for time, _ in frames_of(film)]
    assert len(times) == 8
    assert (np.diff(times) > 0).all()


@pytest.mark.parametrize("content", [b"no film", bytes(range(256)) * 40], ids=["text", "noise"])
def test_what_is_no_film_is_said_to_be_none(content: bytes, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "set.mp4"
    path.write_bytes(content)
    with pytest.raises(InputError, match="is not a film that can be read"):
        open_film(path)
    assert capfd.readouterr().err == ""


def test_what_is_empty_a_picture_or_a_recording_is_said_to_be_that(tmp_path: Path) -> None:
    (tmp_path / "set.mp4").write_bytes(b"")
    with pytest.raises(InputError, match=r"set.mp4 is empty\. Copy the film again"):
        open_film(tmp_path / "set.mp4")
    (tmp_path / "set.JPG").write_bytes(b"\xff\xd8")
    with pytest.raises(InputError, match="is a single picture"):
        open_film(tmp_path / "set.JPG")
    (tmp_path / "set.npz").write_bytes(b"PK")
    with pytest.raises(InputError, match=r"Name it so: --landmarks .*set\.npz"):
        open_film(tmp_path / "set.npz")


def test_a_film_that_is_coded_as_nothing_here_reads_says_how_to_have_it_read(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = write_film(tmp_path / "room.mp4", empty_room(4))
    add_browser_track(path)
    path.write_bytes(path.read_bytes().replace(b"trak", b"free", 1))  # the AV1 track is left
    with pytest.raises(InputError, match=r"coded as AV1, which cannot be read here\. Make an H\.264 film"):
        open_film(path)
    assert capfd.readouterr().err == ""


def test_a_film_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="There is no film"):
        open_film(tmp_path / "set.mp4")


def test_reading_ahead_keeps_the_order() -> None:
    assert list(read_ahead(range(50), most=3)) == list(range(50))


def test_an_error_is_raised_after_what_came_before_it() -> None:
    def broken() -> Iterator[int]:
        yield from (1, 2)
        message = "torn"
        raise OSError(message)

    got = []
    with pytest.raises(OSError, match="torn"):
        got += list(read_ahead(broken()))  # what is added is thrown away with the error
    ahead = read_ahead(broken())
    assert [next(ahead), next(ahead)] == [1, 2]
    with pytest.raises(OSError, match="torn"):
        next(ahead)


def test_whoever_stops_early_leaves_no_thread_behind_and_closes_the_source() -> None:
    closed = []

    def endless() -> Iterator[int]:
        try:
            yield from iter(int, 1)
        finally:
            closed.append(True)

    before = active_count()
    ahead = read_ahead(endless(), most=2)
    assert next(ahead) == 0
    ahead.close()  # type: ignore[attr-defined]  # a generator closes
    assert (active_count(), closed) == (before, [True])


def test_an_album_gives_back_what_it_kept() -> None:
    images = empty_room(3)
    with Album() as album:
        for image in images:
            album.keep(image)
        assert (len(album), album.size_px) == (3, (96, 64))
        assert [abs(album.image(n).mean() - images[n].mean()) < 2 for n in (2, 0, 1)] == [True] * 3
        assert album.jpeg(1)[:2] == b"\xff\xd8"


def test_an_album_without_room_says_where_room_is_wanted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    with pytest.raises(UnavailableError, match=r"gone: there is no such folder\. Make room there"):
        Album()


def test_an_album_keeps_large_images_smaller() -> None:
    with Album() as album:
        album.keep(np.zeros((2 * LONGEST, LONGEST, 3), np.uint8))
        assert album.image(0).shape == (LONGEST, LONGEST // 2, 3)

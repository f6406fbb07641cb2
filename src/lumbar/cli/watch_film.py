"""One film watched: the bar while it is, and what is said of it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from rich.markup import escape

from lumbar.app.shelf import load_catalogue
from lumbar.app.watch import Outcome, Plain, outcome_to_plain, watch_track
from lumbar.app.watch_pictures import Box
from lumbar.app.watch_reader import Reader
from lumbar.app.watch_report import report_page
from lumbar.app.watch_words import NAME_THE_FILM, NOT_WRITTEN, OTHER_FILM, WRITES_OVER, WROTE, Told, why
from lumbar.cli.ink import paper
from lumbar.cli.watch_asked import Asked, check_writable
from lumbar.cli.watch_shown import show
from lumbar.errors import InputError, UnavailableError
from lumbar.vision.album import Album
from lumbar.vision.annotate import annotate
from lumbar.vision.film import frames_of, open_film
from lumbar.vision.job import Job, watch_film
from lumbar.vision.photo import photo_of
from lumbar.vision.recording import read_recording


@dataclass(frozen=True, slots=True)
class Source:
    """What to watch: a film, or `landmarks` read from a recording, or both, where the film is for pictures only."""

    film: Path | None
    landmarks: Path | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to write."""

    report: Path | None
    annotate: Path | None

    def check(self, source: Source) -> None:
        """Hold it to what can be written, before the slow work.

        Raises:
            LumbarError: If it cannot; says what would have worked.
        """
        wanted = (("--report", self.report, (".html", ".htm")), ("--annotate", self.annotate, (".mp4", ".webm")))
        for option, path, endings in wanted:
            if path is not None:
                if any(
                    read is not None and path.resolve() == read.resolve() for read in (source.film, source.landmarks)
                ):
                    raise InputError([Told(WRITES_OVER, option=option, path=path)])
                check_writable(path, option, endings)
        if self.annotate is not None and source.film is None:
            raise InputError([Told(NAME_THE_FILM)])


def watch_one(source: Source, asked: Asked, wanted: Wanted, *, shows: bool) -> Plain:
    """Watch a film, or landmarks, write what is wanted, and return what came of it.

    Raises:
        LumbarError: If anything asked for cannot be done; says why.
    """
    wanted.check(source)
    with Album() as album:
        outcome = _watched(source, asked, album if wanted.report or wanted.annotate else None)
        if wanted.report is not None:
            _write_report(wanted.report, outcome, asked, album, source)
        if wanted.annotate is not None:
            with bar(len(album), wanted.annotate.name) as tell:
                annotate(wanted.annotate, outcome, album, asked.language, asked.words, typeface(), tell)
    if shows:
        show(outcome, asked)
        for written in filter(None, (wanted.report, wanted.annotate)):
            paper().print(asked.words.gettext(WROTE).format(path=written), soft_wrap=True)
    return outcome_to_plain(outcome, asked.words)


def _watched(source: Source, asked: Asked, album: Album | None) -> Outcome:
    if source.landmarks is not None:
        return _from_landmarks(source.landmarks, source.film, asked, album)
    film = source.film
    assert film is not None, "the command asks for one of the two"  # noqa: S101
    opened = open_film(film)
    with bar(opened.frames, film.name) as tell:
        job = Job(film, asked.exercise, asked.side, asked.model)
        keep = album.keep if album is not None else (lambda _image: None)
        return watch_film(job, opened, keep, tell)


def _from_landmarks(landmarks: Path, film: Path | None, asked: Asked, album: Album | None) -> Outcome:
    track = read_recording(landmarks)
    outcome = watch_track(load_catalogue(), asked.exercise, track, asked.side)
    if film is not None and album is not None:
        for _, image in frames_of(open_film(film)):
            album.keep(image)
        if len(album) != len(track):
            told = Told(OTHER_FILM, film=film, frames=len(album), landmarks=landmarks, count=len(track))
            raise InputError([told])
    return outcome


@contextmanager
def bar(frames: int, name: str) -> Iterator[Callable[[int], None]]:
    """Show how many of so many frames are done, on standard error, which is for people; give what is to be told it."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task(escape(name), total=frames or None)
        yield lambda done: shown.update(task, completed=done)


def _write_report(path: Path, outcome: Outcome, asked: Asked, album: Album, source: Source) -> None:
    """Write the page about `outcome` to `path`.

    Raises:
        UnavailableError: If it cannot be written.
    """

    def photo(frame: int, box: Box) -> bytes | None:
        return photo_of(album, frame, box, outcome.track.size_px)

    named = source.film or source.landmarks
    reader = Reader(asked.language, asked.words, typeface())
    page = report_page(outcome, named.name if named else "", reader, photo, load_catalogue())
    try:
        path.write_text(page, encoding="utf-8")
    except OSError as error:
        raise UnavailableError(Told(NOT_WRITTEN, path=path, why=why(error))) from None


def typeface() -> bytes | None:
    """Return the typeface of the pages [woff2], where they are built."""
    built = files("lumbar.site") / "static" / "built" / "atkinson-hyperlegible-next-latin-wght-normal.woff2"
    try:
        return built.read_bytes()
    except OSError:
        return None

"""One film watched: the bar while it is, and what is said of it."""

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from lumbar.app.shelf import load_catalogue
from lumbar.app.watch import Outcome, Plain, cue_text, outcome_to_plain, refusal_text, watch_track
from lumbar.app.watch_pictures import Box
from lumbar.app.watch_report import Reader, report_page
from lumbar.cli.ink import STRONG, paper, table
from lumbar.cli.watch_asked import Asked, check_writable
from lumbar.coach.events import CueGiven
from lumbar.errors import InputError, UnavailableError
from lumbar.vision.album import Album
from lumbar.vision.annotate import annotate
from lumbar.vision.film import Film, frames_of, open_film
from lumbar.vision.job import Job, watch_film
from lumbar.vision.photo import photo_of
from lumbar.vision.recording import read_recording

if TYPE_CHECKING:
    from rich.progress import Progress


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
        if self.report is not None:
            check_writable(self.report, "--report", (".html", ".htm"))
        if self.annotate is not None:
            check_writable(self.annotate, "--annotate", (".mp4", ".webm"))
            if source.film is None:
                raise InputError(["--annotate draws upon a film; name the film beside --landmarks."])


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
            annotate(wanted.annotate, outcome, album, asked.language, asked.words, typeface())
    if shows:
        show(outcome, asked)
        for written in filter(None, (wanted.report, wanted.annotate)):
            paper().print(f"Wrote {written}.", soft_wrap=True)
    return outcome_to_plain(outcome, asked.words)


def show(outcome: Outcome, asked: Asked) -> None:
    """Print what came of a film, for a person."""
    out = paper()
    watched = outcome.watched
    if outcome.exercise is None:
        out.print("I cannot tell which exercise this is. Name it: --exercise bird-dog.", style=STRONG)
        return
    held = f", {outcome.hold_s:.1f} s held" if watched.holds else ""
    counted = "1 repetition" if watched.count == 1 else f"{watched.count} repetitions"
    out.print(f"{outcome.exercise.texts[asked.language].name}: {counted}{held}", style=STRONG)
    rows = [
        (
            str(number),
            f"{one.peak_s:.1f}",
            one.side or "",
            "" if one.end_s is None else f"{one.end_s - one.start_s:.1f}",
            f"{one.hold_s:.1f}",
            "yes" if one.full else "partial",
        )
        for number, one in enumerate(watched.repetitions, start=1)
    ]
    if rows:
        out.print(table(["", "peak s", "side", "took s", "held s", "counted"], rows))
    for cue in watched.cues:
        if isinstance(cue, CueGiven):
            out.print(f"{cue.at_s:.1f} s  {cue_text(cue.code, asked.words)}", soft_wrap=True)
    for refusal in watched.refusals:
        span = f"{refusal.from_s:.1f}–{refusal.to_s:.1f} s"
        out.print(f"{span}  not counted: {refusal_text(refusal.code, asked.words)}", soft_wrap=True)


def _watched(source: Source, asked: Asked, album: Album | None) -> Outcome:
    if source.landmarks is not None:
        return _from_landmarks(source.landmarks, source.film, asked, album)
    film = source.film
    assert film is not None, "the command asks for one of the two"  # noqa: S101
    opened = open_film(film)
    with _bar(opened) as bar:
        job = Job(film, asked.exercise, asked.side, asked.model)
        task = bar.add_task(film.name, total=opened.frames or None)
        keep = album.keep if album is not None else (lambda _image: None)
        return watch_film(job, opened, keep, lambda done: bar.update(task, completed=done))


def _from_landmarks(landmarks: Path, film: Path | None, asked: Asked, album: Album | None) -> Outcome:
    track = read_recording(landmarks)
    outcome = watch_track(load_catalogue(), asked.exercise, track, asked.side)
    if film is not None and album is not None:
        for _, image in frames_of(open_film(film)):
            album.keep(image)
        if len(album) != len(track):
            raise InputError(
                [f"{film} has {len(album)} frames and {landmarks} has {len(track)}: they are not of one film."]
            )
    return outcome


def _bar(film: Film) -> "Progress":
    """Return a bar on standard error, which is for people; output that is read by programs stays clean."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True, disable=film.frames == 0)


def _write_report(path: Path, outcome: Outcome, asked: Asked, album: Album, source: Source) -> None:
    """Write the page about `outcome` to `path`.

    Raises:
        UnavailableError: If it cannot be written.
    """

    def photo(frame: int, box: Box) -> bytes | None:
        return photo_of(album, frame, box, outcome.track.size_px)

    named = source.film or source.landmarks
    reader = Reader(asked.language, asked.words, typeface())
    page = report_page(outcome, named.name if named else "", reader, photo)
    try:
        path.write_text(page, encoding="utf-8")
    except OSError as error:
        raise UnavailableError(f"{path} cannot be written: {error.strerror}.") from None


def typeface() -> bytes | None:
    """Return the typeface of the pages [woff2], where they are built."""
    built = files("lumbar.site") / "static" / "built" / "atkinson-hyperlegible-next-latin-wght-normal.woff2"
    try:
        return built.read_bytes()
    except OSError:
        return None

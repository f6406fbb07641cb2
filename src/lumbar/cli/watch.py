"""`lumbar watch`: a film, or a folder of them, counted, timed and checked on this computer."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lumbar.app.watch_words import FOLDER_ONLY, NAME_A_FILM, NO_PACKAGE, ONE_FILM_ONLY, Told, said_in, words_in
from lumbar.cli.ink import print_json
from lumbar.errors import InputError, LumbarError, UnavailableError

if TYPE_CHECKING:
    from lumbar.app.watch import Plain

FilmOrFolder = Annotated[
    Path | None, typer.Argument(metavar="[FILM]", help="A film such as set.mp4, or a folder of films.")
]
Exercise = Annotated[str, typer.Option("--exercise", metavar="ID", help="What is done in it; auto finds out.")]
WhichSide = Annotated[str, typer.Option("--side", help="The side at work: left, right or auto.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Report = Annotated[Path | None, typer.Option("--report", metavar="OUT.html", help="Write a page to read and to show.")]
Annotated_ = Annotated[Path | None, typer.Option("--annotate", metavar="OUT.mp4", help="Write the film, drawn upon.")]
Model = Annotated[str, typer.Option("--model", help="lite is quick, full is the usual one, heavy is the closest.")]
Recording = Annotated[
    Path | None, typer.Option("--landmarks", metavar="FILE.npz", help="Read landmarks; the pose model is not asked.")
]
Spoken = Annotated[str, typer.Option("--language", help="The language of the words: en or es.")]
Workers = Annotated[int, typer.Option("--workers", help="How many processes watch a folder.", min=1, max=256)]
Cluster = Annotated[
    str, typer.Option("--cluster", metavar="ADDRESS", help="A dask scheduler; its machines read the films of a folder.")
]
Out = Annotated[Path | None, typer.Option("--out", help="Where a folder's results are kept; beside its films without.")]


def watch(  # noqa: PLR0917 -- typer names them all
    film: FilmOrFolder = None,
    exercise: Exercise = "auto",
    side: WhichSide = "auto",
    as_json: Json = False,
    report: Report = None,
    annotate: Annotated_ = None,
    model: Model = "full",
    landmarks: Recording = None,
    language: Spoken = "en",
    workers: Workers = 1,
    cluster: Cluster = "",
    out: Out = None,
) -> None:
    """Count, time and check the exercise in a film.

    Everything happens on this computer, but for --cluster; the film is sent nowhere. A folder is watched film by film,
    and what is done already is not done again.

    Example: lumbar watch set.mp4 --exercise glute-bridge --report set.html
    """
    from lumbar.catalogue.exercise import LANGUAGES

    try:
        typed = Typed(film, landmarks, report, annotate, workers, cluster, out)
        told = _told(typed, (exercise, side, model, language), shows=not as_json)
    except LumbarError as error:
        spoken = next((one for one in LANGUAGES if one == language), LANGUAGES[0])
        raise said_in(error, words_in(spoken)) from None
    if as_json:
        print_json(told)
    if any("error" in one for one in (told if isinstance(told, list) else [told])):
        raise typer.Exit(1)


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed about files, and about who watches a folder."""

    film: Path | None
    landmarks: Path | None
    report: Path | None
    annotate: Path | None
    workers: int
    cluster: str
    out: Path | None


def _told(typed: Typed, asked_for: tuple[str, str, str, str], *, shows: bool) -> "Plain | list[Plain]":
    """Watch a film or a folder and return what came of it.

    Raises:
        LumbarError: If anything asked for cannot be done; says why.
    """
    film = typed.film
    if film is None and typed.landmarks is None:
        raise InputError([Told(NAME_A_FILM)])
    with _packages():
        from lumbar.cli.watch_asked import asked_of
        from lumbar.cli.watch_film import Source, Wanted, watch_one
        from lumbar.cli.watch_folder import watch_folder
    asked = asked_of(*asked_for)
    if film is not None and film.is_dir():
        if typed.report or typed.annotate or typed.landmarks:
            raise InputError([Told(ONE_FILM_ONLY, path=film)])
        return watch_folder(film, asked, typed.workers, typed.cluster, typed.out or film, shows=shows)
    for option, value in (("--cluster", typed.cluster), ("--out", typed.out)):  # --workers has nothing to share
        if value:
            raise InputError([Told(FOLDER_ONLY, option=option, path=film or typed.landmarks)])
    return watch_one(Source(film, typed.landmarks), asked, Wanted(typed.report, typed.annotate), shows=shows)


@contextmanager
def _packages() -> Iterator[None]:
    """Say how to get the packages that read films, where they are missing."""
    try:
        yield
    except ImportError as error:
        raise UnavailableError(Told(NO_PACKAGE, name=error.name)) from error

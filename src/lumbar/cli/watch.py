"""`lumbar watch`: a film, or a folder of them, counted, timed and checked on this computer."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from lumbar.cli.ink import print_json
from lumbar.errors import InputError, UnavailableError

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
Cluster = Annotated[str, typer.Option("--cluster", metavar="ADDRESS", help="A dask scheduler to watch a folder with.")]
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

    Everything happens on this computer; the film is sent nowhere. A folder is watched film by film, and what is done
    already is not done again.

    Example: lumbar watch set.mp4 --exercise glute-bridge --report set.html
    """
    if film is None and landmarks is None:
        raise InputError(["Name a film such as set.mp4, a folder of films, or --landmarks FILE.npz."])
    with _packages():
        from lumbar.cli.watch_asked import asked_of
        from lumbar.cli.watch_film import Source, Wanted, watch_one
        from lumbar.cli.watch_folder import watch_folder
    asked = asked_of(exercise, side, model, language)
    told: list[dict[str, object]]
    if film is not None and film.is_dir():
        if report or annotate or landmarks:
            raise InputError([f"{film} is a folder. --report, --annotate and --landmarks are for one film."])
        told = watch_folder(film, asked, workers, cluster, out or film, shows=not as_json)
        if as_json:
            print_json(told)
    else:
        told = [watch_one(Source(film, landmarks), asked, Wanted(report, annotate), shows=not as_json)]
        if as_json:
            print_json(told[0])
    if any("error" in one for one in told):
        raise typer.Exit(1)


@contextmanager
def _packages() -> Iterator[None]:
    """Say how to get the packages that read films, where they are missing."""
    try:
        yield
    except ImportError as error:
        remedy = "Install Lumbar with them: `make setup` in a checkout, else `pip install --upgrade lumbar`."
        raise UnavailableError(f"The package {error.name}, which reads films, is missing. {remedy}") from error

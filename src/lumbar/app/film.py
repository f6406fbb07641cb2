"""A film as a file, and beside it what is true in every frame: exact material to try a coach on."""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from lumbar.app.film_crew import filmed
from lumbar.app.film_file import Writer, check_file, writer
from lumbar.app.film_truth import truth
from lumbar.app.film_wish import FilmWish
from lumbar.catalogue.exercise import Exercise
from lumbar.errors import UnavailableError

if TYPE_CHECKING:
    from lumbar.figure.film import Frame

__all__ = ["FilmWish", "write_film"]


def write_film(
    exercise: Exercise,
    wish: FilmWish,
    path: Path,
    tell: Callable[[int, int], None] = lambda _done, _all: None,
    workers: int | None = None,
) -> Path:
    """Write a film, and beside it a .json of what is true in it; return where that is.

    A film that could not be finished is removed.

    Args:
        exercise: The exercise.
        wish: What is filmed.
        path: The film.
        tell: Told after every frame how many are done, and of how many.
        workers: How many processes film; nothing for one a core, where that is worth while.

    Raises:
        InputError: If a film cannot have this ending.
        NotFoundError: If there is no such body.
        UnavailableError: If a file cannot be written, the package that writes films is not there, the build has made no
            body, or the exercise has no key poses.
    """
    check_file(path)
    try:
        with writer(path, wish.size_px, wish.frames_per_s) as file:
            film, count, frames = filmed(exercise, wish, workers)
            with closing(frames):  # type: ignore[type-var]  # a generator closes
                told = truth(exercise, wish, film, _written(frames, file, lambda done: tell(done, count)))
        beside = path.with_suffix(".json")
        beside.write_text(json.dumps(told), encoding="utf-8")
    except BaseException as error:
        path.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise UnavailableError(f"{path} cannot be written: {error.strerror or error}.") from error
        raise
    return beside


def _written(frames: Iterable["Frame"], file: Writer, tell: Callable[[int], None]) -> Iterator["Frame"]:
    """Yield the frames, each written, without its picture: that would be kept for the whole film."""
    for done, frame in enumerate(frames, 1):
        file.add(frame.picture)
        tell(done)
        yield replace(frame, picture=frame.picture[:0])

"""Drawings for paper: start and peak of an exercise as SVG, drawn once and kept beside the stills, without words.

Where they cannot be kept, they are drawn each time. Several are drawn by several processes.
"""

import json
import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from itertools import repeat
from pathlib import Path
from typing import Final

from lumbar.app import figures
from lumbar.app.content_key import code_key, content_key
from lumbar.app.figures import body_key, stage_of
from lumbar.app.shelf import load_catalogue
from lumbar.app.whole_file import write_whole
from lumbar.catalogue.exercise import Exercise, ExerciseId

Pair = tuple[str, str]
KEPT: Final = figures.MADE / "paper"
_ALONE: Final = 2  # as many are drawn sooner than other processes can begin
_FOLLOWS: Final = ("motion", "equipment", "position")


def kept(exercise: Exercise, body: str = "woman", folder: Path = KEPT) -> Pair | None:
    """Return the start and the peak of an exercise as they are kept; nothing where they are not, or not as they should.

    Raises:
        UnavailableError: If the build has not made the body.
    """
    try:
        key, start, peak = json.loads(_path(exercise, body, folder).read_bytes())
    except (OSError, ValueError):
        return None
    return (start, peak) if key == _key(exercise, body) else None


def drawn(
    exercises: Sequence[Exercise], body: str, folder: Path = KEPT, tell: Callable[[int, int], None] | None = None
) -> dict[ExerciseId, Pair]:
    """Return start and peak of exercises as SVG for paper, freshly drawn, and keep them where that can be.

    Args:
        exercises: What is drawn: shipped exercises that have key poses.
        body: Who does it.
        folder: Where they are kept.
        tell: Is told how many are drawn, and of how many.

    Raises:
        NotFoundError: If there is no such body.
        UnavailableError: If the build has not made it.
    """
    made: dict[ExerciseId, Pair] = {}
    for exercise, pair in zip(exercises, _shared([e.id for e in exercises], body), strict=True):
        made[exercise.id] = pair
        with suppress(OSError):
            write_whole(_path(exercise, body, folder), json.dumps([_key(exercise, body), *pair]).encode())
        if tell:
            tell(len(made), len(exercises))
    return made


def _shared(names: Sequence[ExerciseId], body: str) -> Iterator[Pair]:
    """Yield the drawings of exercises in their order, drawn by several processes where that is sooner."""
    crew, done = min(os.cpu_count() or 1, len(names)), 0
    if crew > 1 and len(names) > _ALONE:
        method = multiprocessing.get_context("spawn")  # a fork would carry locks of numpy's threads along
        with suppress(OSError, BrokenProcessPool), ProcessPoolExecutor(crew, method) as pool:
            for pair in pool.map(_draw, names, repeat(body)):
                done += 1
                yield pair
    yield from map(_draw, names[done:], repeat(body))  # all of them where there are no others


def _draw(name: ExerciseId, body: str) -> Pair:
    from lumbar.figure.paper import to_paper

    return to_paper(stage_of(load_catalogue().exercise(name), body))


def _path(exercise: Exercise, body: str, folder: Path) -> Path:
    return folder / f"{exercise.id}-{body}.json"


def _key(exercise: Exercise, body: str) -> str:
    return content_key(exercise, _FOLLOWS, body, body_key(body), code_key("lumbar.body", "lumbar.figure"))

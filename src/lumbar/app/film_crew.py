"""Who films: this process, or several that share the frames of a film. The pictures are the same, byte for byte."""

import multiprocessing
import os
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from typing import TYPE_CHECKING, Final

from lumbar.app.figures import hold_s, stage_of
from lumbar.app.film_wish import FilmWish, Side
from lumbar.catalogue.exercise import Exercise, SideMode

if TYPE_CHECKING:
    from lumbar.body.arrays import FloatArray
    from lumbar.figure.film import Film, Frame, Studio

_TOGETHER: Final = 24  # frames that one process draws in one go
_ALONE: Final = 100  # frames that are drawn sooner than others can begin
_AHEAD: Final = 2  # pieces that each process may be ahead of what is written


def studio_of(exercise: Exercise, wish: FilmWish) -> tuple["Studio", "FloatArray"]:
    """Return the room in which a film is taken, and the times of its frames [s]; both follow from the wish alone.

    Raises:
        NotFoundError: If there is no such body.
        UnavailableError: If the build has made no body, or the exercise has no key poses.
    """
    import numpy as np

    from lumbar.figure.film import Film, Studio
    from lumbar.figure.reel import Tempo, choose_reel, length_s
    from lumbar.figure.shot import choose_shot

    chance = np.random.default_rng(wish.seed)
    stage = stage_of(exercise, wish.body, wish.side)
    clip = stage.clip
    shot = choose_shot(chance, wish.view, stage.view, 1 if stage.view.azimuth_deg >= 0 else -1)
    sides = list(_sides(exercise, clip.leads, wish.reps))
    reel = choose_reel(chance, Tempo(clip.phases, hold_s(exercise)), sides, partial=wish.partial)
    film = Film(clip, stage.mesh, shot, reel, wish.size_px)
    return Studio(film, chance), np.arange(round(length_s(reel) * wish.frames_per_s)) / wish.frames_per_s


def filmed(exercise: Exercise, wish: FilmWish, workers: int | None = None) -> tuple["Film", int, Iterator["Frame"]]:
    """Return a film, how many frames it has, and the frames.

    Args:
        exercise: The exercise.
        wish: What is wished.
        workers: How many processes film; nothing for one a core, where that is worth while.

    Raises:
        NotFoundError: If there is no such body.
        UnavailableError: If the build has made no body, or the exercise has no key poses.
    """
    studio, times = studio_of(exercise, wish)
    crew = min(workers or (os.cpu_count() or 1), len(times) // _TOGETHER)
    if crew < 2 or (workers is None and len(times) < _ALONE):  # noqa: PLR2004  nobody to share with
        return studio.film, len(times), studio.frames(times)
    return studio.film, len(times), _shared(exercise, wish, len(times), crew)


def _sides(exercise: Exercise, leads: Side | None, reps: int) -> Iterator[Side | None]:
    """Yield the side that works in each repetition: in turn where they alternate, else the one that leads."""
    other: Side | None = None if leads is None else "right" if leads == "left" else "left"
    for place in range(reps):
        yield other if exercise.side is SideMode.ALTERNATING and place % 2 else leads


def _shared(exercise: Exercise, wish: FilmWish, count: int, crew: int) -> Iterator["Frame"]:
    """Yield the frames in order, drawn by several processes; no more are drawn ahead than a few pieces."""
    method = multiprocessing.get_context("spawn")  # a fork would carry locks of numpy's threads along
    with ProcessPoolExecutor(crew, method, _begin, (exercise.id, wish)) as pool:
        starts = iter(range(0, count, _TOGETHER))
        waiting: deque[Future[list[Frame]]] = deque()
        try:
            waiting.extend(pool.submit(_piece, start) for start in islice(starts, _AHEAD * crew))
            while waiting:
                yield from waiting.popleft().result()
                waiting.extend(pool.submit(_piece, start) for start in islice(starts, 1))
        finally:
            pool.shutdown(cancel_futures=True)


_own: "list[tuple[Studio, FloatArray]]" = []  # of a process that films


def _begin(name: str, wish: FilmWish) -> None:
    from lumbar.app.shelf import load_catalogue

    _own.append(studio_of(load_catalogue().exercise(name), wish))


def _piece(start: int) -> list["Frame"]:
    studio, times = _own[0]
    return list(studio.frames(times[start : start + _TOGETHER], start))

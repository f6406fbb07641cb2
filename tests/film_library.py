"""Films for tests: made when one is first asked for, kept in `build/films`, shared by every process that tests.

    from tests.film_library import film_of

    def test_a_bridge_is_counted() -> None:
        one = film_of("glute-bridge", seed=3)
        one.path            # the film
        one.truth           # what is true in it: docs/reference/film-truth.md

They are small and short, so that a suite can afford some dozens of them: a second of film takes about half a second of
one core. A film is known by a key of everything it follows from (the code that draws, the exercise, the body and what
was wished): when one of these changes it is made anew. Two processes that want the same film at once do not wait for
each other for ever: the one that comes second waits for the first, and takes over where that one died.
"""

import json
import os
import shutil
import tempfile
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import pytest

from lumbar.app.film import FilmWish, write_film
from lumbar.app.shelf import load_catalogue
from lumbar.app.stills import still_key
from lumbar.catalogue.exercise import Exercise
from lumbar.errors import UnavailableError
from tools.layout import ROOT, SOURCE

FILMS: Final = ROOT / "build" / "films"
SIZE_PX: Final = (480, 360)
FRAMES_PER_S: Final = 15
REPS: Final = 3
_CODE: Final = ("film.py", "film_crew.py", "film_file.py", "film_truth.py", "film_wish.py")


@dataclass(frozen=True, slots=True)
class KeptFilm:
    """A film, and what is true in it."""

    path: Path
    truth: Mapping[str, Any]


def film_of(exercise: str | Exercise, ending: str = ".mp4", **wished: Any) -> KeptFilm:  # noqa: ANN401 - as FilmWish has them
    """Return a film of an exercise; the test is skipped, and says so, where the bodies were not made.

    Args:
        exercise: Its id, or an exercise that is not shipped.
        ending: What the film is coded as.
        wished: What is not as usual: `view`, `body`, `seed`, `reps`, `side`, `partial`, `size_px`, `frames_per_s`.
    """
    one = load_catalogue().exercise(exercise) if isinstance(exercise, str) else exercise
    wish = FilmWish(**{"size_px": SIZE_PX, "frames_per_s": FRAMES_PER_S, "reps": REPS, **wished})
    try:
        path = FILMS / _key(one, wish) / f"{one.id}{ending}"
        if not path.with_suffix(".json").exists():
            _make(one, wish, path)
    except UnavailableError as error:
        pytest.skip(str(error))
    return KeptFilm(path, json.loads(path.with_suffix(".json").read_text(encoding="utf-8")))


def _make(exercise: Exercise, wish: FilmWish, path: Path) -> None:
    """Make a film elsewhere and put it in its place at once; who comes second finds it there and drops its own."""
    FILMS.mkdir(parents=True, exist_ok=True)
    lock = FILMS / f"{path.parent.name}{path.suffix}.lock"
    if not _first(lock):
        _wait(lock)
        if path.with_suffix(".json").exists():
            return
    made = Path(tempfile.mkdtemp(dir=FILMS)) / path.name
    try:
        write_film(exercise, wish, made, workers=1)
        path.parent.mkdir(exist_ok=True)
        for name in (made, made.with_suffix(".json")):  # the truth last: it says that the film is there
            name.replace(path.parent / name.name)
    finally:
        shutil.rmtree(made.parent, ignore_errors=True)
        lock.unlink(missing_ok=True)


def _first(lock: Path) -> bool:
    try:
        with lock.open("x") as file:
            file.write(str(os.getpid()))
    except FileExistsError:
        return False
    return True


def _wait(lock: Path) -> None:
    """Wait until a lock is gone, or the process that holds it."""
    while lock.exists():
        try:
            os.kill(int(lock.read_text() or 0), 0)
        except (OSError, ValueError):
            lock.unlink(missing_ok=True)
            return
        time.sleep(0.2)  # another process films: there is nothing to be told by


def _key(exercise: Exercise, wish: FilmWish) -> str:
    told = json.dumps([still_key(exercise, wish.body), exercise.data, asdict(wish), _code()], default=str)
    return f"{exercise.id}-{sha256(told.encode()).hexdigest()[:16]}"


@cache
def _code() -> str:
    return sha256(b"".join((SOURCE / "app" / name).read_bytes() for name in _CODE)).hexdigest()

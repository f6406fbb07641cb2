"""A job: one film to be watched, in this process or in another one."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Final

from lumbar.app.shelf import load_catalogue
from lumbar.app.watch import Outcome, Plain, Side, outcome_to_plain, watch_track
from lumbar.app.watch_words import said_in, words_in
from lumbar.catalogue.exercise import Language
from lumbar.errors import LumbarError
from lumbar.vision.film import Film, open_film
from lumbar.vision.pose_model import PoseModel, Size
from lumbar.vision.region import Image
from lumbar.vision.track_film import track_film
from lumbar.vision.weights import load_weights

MOST_OF: Final = 0.9  # of the frames that a film says it has; some only estimate it; ours


@dataclass(frozen=True, slots=True)
class Job:
    """What to watch, as what, and in which language it is told."""

    film: Path
    exercise: str
    side: Side = "auto"
    model: Size = "full"
    language: Language = "en"


@dataclass(frozen=True, slots=True)
class Done:
    """How a job ended: with what was told, or with the reason why nothing was."""

    told: Plain | None
    error: str | None = None


def watch_film(
    job: Job,
    film: Film,
    keep: Callable[[Image], None] = lambda _image: None,
    tell: Callable[[int], None] = lambda _done: None,
) -> Outcome:
    """Return what came of the `job`, whose film is `film`; see `track_film` for `keep` and `tell`.

    Raises:
        NotFoundError: If there is no such exercise.
        UnavailableError: If the pose models are not here.
    """
    track = track_film(film, _model(job.model), keep, tell)
    outcome = watch_track(load_catalogue(), job.exercise, track, job.side, model=job.model)
    return replace(outcome, of_frames=film.frames if len(track) < MOST_OF * film.frames else 0)


def do_job(job: Job) -> Done:
    """Do the `job`, wherever this runs; what is wrong with its film is told, not raised."""
    words = words_in(job.language)
    try:
        return Done(outcome_to_plain(watch_film(job, open_film(job.film)), words))
    except LumbarError as error:
        return Done(None, str(said_in(error, words)))


@cache
def _model(size: Size) -> PoseModel:
    return PoseModel(load_weights(size), size)

"""The pictures of each exercise: its stills, drawn by the build, or here where its file is newer than the build."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse

from lumbar.app.easel import Easel
from lumbar.app.figures import BODIES, body_file
from lumbar.app.shelf import load_catalogue
from lumbar.app.stills import STILLS, is_kept, still_name
from lumbar.catalogue.exercise import Exercise, ExerciseId
from lumbar.errors import UnavailableError

EASEL: Final = Easel()
_EMPTY: Final = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>'  # the plate behind it is seen


@dataclass(frozen=True, slots=True)
class Picture:
    """Static paths of one exercise's pictures, all of 4 to 3: at the peak and at the start, large and small."""

    picture: str
    small: str
    start: str
    start_small: str


@cache
def picture_of(exercise: str, body: str = "woman") -> Picture | None:
    """Return the pictures of an exercise, or nothing where it cannot be drawn.

    It is looked up once: what the build drew is served as it lies there, anything else as long as we run by `drawn`,
    which has it as soon as it is drawn.
    """
    found = load_catalogue().exercises.get(ExerciseId(exercise))
    if found is None or found.motion is None:
        return None
    try:
        folder = "stills" if is_kept(found, body) else "drawn"
        body_file(body)
    except UnavailableError:
        return None
    peak, small, start, start_small = (f"figures/{folder}/{still_name(found, name, body)}" for name in STILLS)
    return Picture(peak, small, start, start_small)


def drawn(request: HttpRequest, file: str) -> HttpResponse:
    """Return a still that the build did not draw; until it is drawn, an empty picture that nobody keeps."""
    exercise, name, body = _named(file)
    picture = EASEL.still(exercise, name, body)
    kind = "image/svg+xml" if picture is None else "image/webp"
    return HttpResponse(_EMPTY if picture is None else picture, kind, headers={"Cache-Control": "no-store"})


def _named(file: str) -> tuple[Exercise, str, str]:
    """Return whose still a file is, which of `STILLS`, and with which body.

    Raises:
        Http404: If there is no such still.
    """
    for exercise in load_catalogue():
        for body in BODIES:
            for name in STILLS:
                if exercise.motion is not None and file == still_name(exercise, name, body):
                    return exercise, name, body
    raise Http404

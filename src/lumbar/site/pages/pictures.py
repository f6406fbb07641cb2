"""The pictures of each exercise: its stills, drawn by the build, or here where its file is newer than the build."""

from dataclasses import dataclass
from functools import cache

from django.http import Http404, HttpRequest, HttpResponse

from lumbar.app.figures import BODIES, body_file
from lumbar.app.shelf import load_catalogue
from lumbar.app.stills import STILLS, is_kept, still, still_name
from lumbar.catalogue.exercise import ExerciseId
from lumbar.errors import UnavailableError


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

    It is looked up once: what the build drew is served as it lies there, anything else as long as we run by `drawn`.
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
    """Return a still that the build did not draw; it is drawn now, and kept for the next time."""
    for exercise in load_catalogue():
        for body in BODIES:
            for name in STILLS:
                if file == still_name(exercise, name, body):
                    return HttpResponse(still(exercise, name, body), content_type="image/webp")
    raise Http404

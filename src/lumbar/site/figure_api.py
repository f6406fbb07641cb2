"""The clips of the moving figure: one text for each exercise and body, made when it is first asked for."""

from functools import lru_cache
from hashlib import sha256

from django.http import HttpRequest, HttpResponse
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import condition, require_safe

from lumbar.app.clips import clip_text
from lumbar.errors import LumbarError, NotFoundError, UnavailableError
from lumbar.site.shelf import catalogue


@lru_cache(maxsize=256)
def text_of(name: str, body: str) -> str:
    """Return the clip of an exercise for a body; it is made once."""
    return clip_text(catalogue().exercise(name), body)


def _mark(request: HttpRequest, name: str, body: str) -> str | None:
    """Return what changes when the clip does; nothing where there is none."""
    try:
        return f'"{sha256(text_of(name, body).encode()).hexdigest()[:32]}"'
    except LumbarError:
        return None


@require_safe
@gzip_page
@condition(etag_func=_mark)
def clip(request: HttpRequest, name: str, body: str) -> HttpResponse:
    """Answer with the clip of an exercise for a body; what there is none of is said in a line."""
    try:
        answer = HttpResponse(text_of(name, body), "application/json")
    except (NotFoundError, UnavailableError) as error:
        status = 404 if isinstance(error, NotFoundError) else 503
        return HttpResponse(f"{error}\n", "text/plain; charset=utf-8", status=status)
    answer["Cache-Control"] = "public, no-cache"  # kept, and asked each time whether it is still the same
    return answer

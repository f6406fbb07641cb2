"""What a handout is made of beside its words: the drawings for paper, and the style that a file of its own carries."""

from base64 import b64encode
from importlib.resources import files
from typing import Final

from lumbar.app.clips import is_made
from lumbar.app.figures import stage_of
from lumbar.catalogue.exercise import Exercise, Language

_FONT: Final = "atkinson-hyperlegible-next-latin-wght-normal.woff2"


def drawings(exercise: Exercise, language: Language, body: str = "woman") -> tuple[str, str] | None:
    """Return the start and the peak of an exercise as SVG for paper.

    Returns:
        Nothing where its file has no key poses, or the build has not made the body.
    """
    from lumbar.figure.paper import to_paper

    if exercise.motion is None or not is_made(body):
        return None
    text = exercise.texts[language]
    return to_paper(stage_of(exercise, body), (text.name, text.picture))


def style() -> str:
    """Return the style of a handout in a file of its own, with the typeface of the pages where they have been built."""
    return f"{_typeface()}{(files('lumbar.figure') / 'handout.css').read_text(encoding='utf-8')}"


def _typeface() -> str:
    try:
        font = (files("lumbar.site") / "static" / "built" / _FONT).read_bytes()
    except OSError:
        return ""
    told = b64encode(font).decode()
    return (
        '@font-face{font-family:"Atkinson Hyperlegible Next";font-weight:200 800;'
        f"src:url(data:font/woff2;base64,{told}) format('woff2')}}\n"
    )

"""What a handout is made of beside its words: the drawings for paper, and the style that a file of its own carries."""

from base64 import b64encode
from collections.abc import Callable, Iterable
from importlib.resources import files
from pathlib import Path
from typing import Final

from lumbar.app import paper
from lumbar.app.clips import is_made
from lumbar.catalogue.exercise import Exercise, ExerciseId, Language
from lumbar.figure.svg_words import worded

_FONT: Final = "atkinson-hyperlegible-next-latin-wght-normal.woff2"


def drawings(
    exercises: Iterable[Exercise],
    language: Language,
    body: str = "woman",
    folder: Path = paper.KEPT,
    tell: Callable[[int, int], None] | None = None,
) -> dict[ExerciseId, tuple[str, str]]:
    """Return the start and the peak of exercises as SVG for paper, with their words; those that can be drawn.

    Args:
        exercises: The exercises.
        language: The language of the words.
        body: Who does them.
        folder: Where drawings are kept.
        tell: Is told how many are drawn, and of how many, where any are not kept.
    """
    found = {exercise.id: exercise for exercise in exercises if exercise.motion is not None and is_made(body)}
    pairs = {name: paper.kept(exercise, body, folder) for name, exercise in found.items()}
    pairs |= paper.drawn([found[name] for name, pair in pairs.items() if pair is None], body, folder, tell)
    words = {name: (text.name, text.picture) for name, one in found.items() for text in [one.texts[language]]}
    return {name: (worded(pair[0], words[name]), worded(pair[1], words[name])) for name, pair in pairs.items() if pair}


def all_kept(exercises: Iterable[Exercise], body: str = "woman", folder: Path = paper.KEPT) -> bool:
    """Return whether nothing has to be drawn for `drawings`.

    Raises:
        UnavailableError: If the build has not made the body.
    """
    return all(exercise.motion is None or paper.kept(exercise, body, folder) for exercise in exercises)


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

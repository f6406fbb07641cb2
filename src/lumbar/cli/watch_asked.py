"""What `lumbar watch` was asked, checked before any slow work begins."""

from dataclasses import dataclass
from gettext import NullTranslations
from pathlib import Path
from typing import Final, TypeVar, get_args

from lumbar.app.shelf import load_catalogue
from lumbar.app.watch import AUTO, Side
from lumbar.app.watch_words import NOT_ONE_OF, NOT_WRITTEN, OTHER_ENDING, Told, why, words_in
from lumbar.catalogue.exercise import LANGUAGES, Language
from lumbar.errors import InputError, UnavailableError
from lumbar.vision.pose_model import SIZES, Size

T = TypeVar("T", bound=str)
SIDES: Final[tuple[Side, ...]] = get_args(Side)


@dataclass(frozen=True, slots=True)
class Asked:
    """The exercise or `auto`, the side at work, the size of the pose model, and the language to tell it in."""

    exercise: str
    side: Side
    model: Size
    language: Language
    words: NullTranslations


def asked_of(exercise: str, side: str, model: str, language: str) -> Asked:
    """Return what was typed.

    Raises:
        InputError: If a side, a model or a language is none; names those there are.
        NotFoundError: If there is no such exercise; names the nearest.
    """
    if exercise != AUTO:
        load_catalogue().exercise(exercise)
    spoken = language_of(language)
    return Asked(exercise, _one_of("--side", side, SIDES), _one_of("--model", model, SIZES), spoken, words_in(spoken))


def language_of(language: str) -> Language:
    """Return the language that was typed.

    Raises:
        InputError: If Lumbar does not speak it; names those it does.
    """
    return _one_of("--language", language, LANGUAGES)


def check_writable(path: Path, option: str, endings: tuple[str, str]) -> None:
    """Hold what is to be written at `path` to a folder that is there and an ending that says what it is.

    Raises:
        InputError: If the ending is another one.
        UnavailableError: If nothing can be written there.
    """
    if path.suffix.lower() not in endings:
        raise InputError([Told(OTHER_ENDING, option=option, path=path, one=endings[0], other=endings[1])])
    existed = path.exists()
    try:
        with path.open("ab"):
            pass
        if not existed:
            path.unlink()
    except OSError as error:
        raise UnavailableError(Told(NOT_WRITTEN, path=path, why=why(error))) from None


def _one_of(option: str, told: str, known: tuple[T, ...]) -> T:
    for one in known:
        if told == one:
            return one
    raise InputError([Told(NOT_ONE_OF, option=option, name=told[:40], known=", ".join(known))])

"""What `lumbar watch` was asked, checked before any slow work begins."""

from dataclasses import dataclass
from gettext import NullTranslations, translation
from importlib.resources import as_file, files
from pathlib import Path
from typing import Final, TypeVar, get_args

from lumbar.app.shelf import load_catalogue
from lumbar.app.watch import AUTO, Side
from lumbar.catalogue.exercise import LANGUAGES, Language
from lumbar.catalogue.near import quoted
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
    spoken = _one_of("--language", language, LANGUAGES)
    return Asked(exercise, _one_of("--side", side, SIDES), _one_of("--model", model, SIZES), spoken, _words(spoken))


def check_writable(path: Path, option: str, endings: tuple[str, ...]) -> None:
    """Hold what is to be written at `path` to a folder that is there and an ending that says what it is.

    Raises:
        InputError: If the ending is another one.
        UnavailableError: If nothing can be written there.
    """
    if path.suffix.lower() not in endings:
        raise InputError([f"{option}: {path} does not end in {' or '.join(endings)}."])
    existed = path.exists()
    try:
        with path.open("ab"):
            pass
        if not existed:
            path.unlink()
    except OSError as error:
        hint = "Name a file in a folder that is there and that you may write to."
        raise UnavailableError(f"{path} cannot be written: {error.strerror}. {hint}") from None


def _one_of(option: str, told: str, known: tuple[T, ...]) -> T:
    for one in known:
        if told == one:
            return one
    raise InputError([f"{option}: {quoted(told)} is not one of {', '.join(known)}."])


def _words(language: Language) -> NullTranslations:
    """Return the translations into `language`, as the site has them."""
    with as_file(files("lumbar.site") / "locale") as folder:
        return translation("django", folder, [language], fallback=True)

"""What `lumbar watch` says to a person, and what it says when it cannot: English here, in other languages at the rim.

An error is raised far below the place that knows the reader's language. Its sentences are `Told`: English text that
remembers what it was made of.
"""

import errno
from collections.abc import Mapping
from gettext import NullTranslations, translation
from importlib.resources import as_file, files
from typing import Final, Self

from lumbar.catalogue.exercise import Language
from lumbar.errors import InputError, LumbarError, NotFoundError, UnavailableError


def gettext_noop(text: str) -> str:
    """Return `text`, which is to be translated where it is shown."""
    return text


UNRECOGNISED: Final = gettext_noop("I cannot tell which exercise this is")
NAME_IT: Final = gettext_noop("I cannot tell which exercise this is. Name it: --exercise bird-dog.")
NOBODY_SEEN: Final = gettext_noop("Nobody is seen in this film")
PARTIAL_TOO: Final = gettext_noop("{count} not all the way")
HELD_IN_ALL: Final = gettext_noop("{seconds} s held")
NO_REPETITION: Final = gettext_noop("No repetition was seen.")
NOT_COUNTED: Final = gettext_noop("not counted: {why}")
WROTE: Final = gettext_noop("Wrote {path}.")
NOT_RECOGNISED: Final = gettext_noop("not recognised")
FILM: Final = gettext_noop("film")
COUNT: Final = gettext_noop("count")
EXERCISE: Final = gettext_noop("exercise")
HELD: Final = gettext_noop("held")
FILMS: Final = gettext_noop("films")
NAME_A_FILM: Final = gettext_noop("Name a film such as set.mp4, a folder of films, or --landmarks FILE.npz.")
ONE_FILM_ONLY: Final = gettext_noop("{path} is a folder. --report, --annotate and --landmarks are for one film.")
FOLDER_ONLY: Final = gettext_noop("{option} is for a folder of films; {path} is one film. Leave it out.")
NO_PACKAGE: Final = gettext_noop(
    "The package {name}, which reads films, is missing. Install Lumbar with them: `make setup` in a checkout, else "
    "`pip install --upgrade lumbar`."
)
NOT_ONE_OF: Final = gettext_noop("{option}: “{name}” is not one of {known}.")
OTHER_ENDING: Final = gettext_noop("{option}: {path} ends in neither {one} nor {other}.")
NOT_WRITTEN: Final = gettext_noop(
    "{path} cannot be written: {why}. Name a file that you may write, in a folder there is."
)
WRITES_OVER: Final = gettext_noop("{option} would write over {path}, which is to be read. Name another file.")
NO_ROOM: Final = gettext_noop(
    "For --report and --annotate the pictures of the film are kept for a while in {path}: {why}. Make room there, or "
    "set TMPDIR to another folder."
)
NAME_THE_FILM: Final = gettext_noop("--annotate draws upon a film; name the film beside --landmarks.")
OTHER_FILM: Final = gettext_noop(
    "{film} has {frames} frames and {landmarks} has {count}: they are not of one film. "
    "Name the film they were read from."
)
NO_FILM: Final = gettext_noop("There is no film {path}. Name a file such as set.mp4, or a folder of them.")
UNREADABLE: Final = gettext_noop(
    "{path} is not a film that can be read. Films are files such as {kinds}; if it is one, it may be cut short: "
    "copy it again."
)
A_RECORDING: Final = gettext_noop("{path} is a recording of landmarks, not a film. Name it so: --landmarks {path}.")
OTHER_CODE: Final = gettext_noop(
    "{path} is coded as {code}, which cannot be read here. Make an H.264 film of it: `ffmpeg -i {path} film.mp4`."
)
EMPTY_FILE: Final = gettext_noop("{path} is empty. Copy the film again, or name another.")
A_PICTURE: Final = gettext_noop("{path} is a single picture. Name a film of the exercise, such as set.mp4.")
NO_FILMS: Final = gettext_noop("The folder {path} holds no film. Films are files such as {kinds}.")
NO_RECORDING: Final = gettext_noop("There is no recording {path}. Name an .npz file of landmarks.")
NO_ARRAYS: Final = gettext_noop("it holds no such arrays")
OTHER_SHAPES: Final = gettext_noop("the shapes of its arrays do not fit together")
NO_FRAMES: Final = gettext_noop("it has no frames")
NO_SIZE: Final = gettext_noop("its width and height are not those of a picture")
TIMES_FALL: Final = gettext_noop("its times do not rise from frame to frame")
BAD_RECORDING: Final = gettext_noop(
    "{path} is not a recording: {why}. One is an .npz file that holds P (frames, 33, 4), t (frames,) and wh (2,)."
)
NO_MODELS: Final = gettext_noop(
    "The pose models are not here. In a checkout, `make setup` brings them; it needs the network once."
)
DIED: Final = gettext_noop("Its process died while it was watched. The film may be broken, or memory may have run out.")
UNFORESEEN: Final = gettext_noop("It could not be watched, and this is a fault of Lumbar: {why}.")
NO_DASK: Final = gettext_noop(
    "--cluster needs the package distributed. Install it with `pip install distributed`, here and on every worker."
)
NO_SCHEDULER: Final = gettext_noop(
    "No dask scheduler answers at {address}. Start one with `dask scheduler` and name it such as tcp://10.0.0.5:8786."
)
NO_SUCH: Final = gettext_noop("There is no exercise “{name}”.")
MEANT: Final = gettext_noop("Did you mean {names}?")
THERE_ARE: Final = gettext_noop("There are: {names}.")

_WHY: Final[Mapping[int, str]] = {
    errno.ENOENT: gettext_noop("there is no such folder"),
    errno.ENOTDIR: gettext_noop("there is no such folder"),
    errno.EEXIST: gettext_noop("there is a file of that name"),
    errno.EISDIR: gettext_noop("it is a folder"),
    errno.EACCES: gettext_noop("you may not write there"),
    errno.EPERM: gettext_noop("you may not write there"),
    errno.EROFS: gettext_noop("you may not write there"),
    errno.ENOSPC: gettext_noop("the disk is full"),
}


class Told(str):
    """A sentence in English that can be said in another language."""

    __slots__ = ("text", "values")
    text: str
    values: Mapping[str, object]

    def __new__(cls, text: str, **values: object) -> Self:
        """Make it of `text`, as it stands in the translations, and the values in it."""
        made = super().__new__(cls, text.format(**values))
        made.text, made.values = text, values
        return made

    def __reduce__(self) -> tuple[object, ...]:
        """Return how another process makes the same."""
        return _told, (self.text, dict(self.values))

    def said_in(self, words: NullTranslations) -> str:
        """Return it in the language of `words`."""
        values = {
            name: value.said_in(words) if isinstance(value, Told) else value for name, value in self.values.items()
        }
        return words.gettext(self.text).format(**values)


def repetitions(count: int, words: NullTranslations) -> str:
    """Return how many repetitions there are."""
    return words.ngettext("{count} repetition", "{count} repetitions", count).format(count=count)


def words_in(language: Language) -> NullTranslations:
    """Return the translations into `language`, as the site has them."""
    with as_file(files("lumbar.site") / "locale") as folder:
        return translation("django", folder, [language], fallback=True)


def why(error: OSError) -> Told:
    """Return in plain words why a file could not be written."""
    return Told(_WHY.get(error.errno or 0) or "{error}", error=error.strerror or error)


def said_in(error: LumbarError, words: NullTranslations) -> LumbarError:
    """Return `error` in the language of `words`; what was told by somebody else stays as it is."""
    if isinstance(error, InputError):
        return type(error)(_said(fault, words) for fault in error.faults)
    if isinstance(error, NotFoundError) and error.kind == "exercise":
        return _not_found(error, words)
    if isinstance(error, UnavailableError):
        return type(error)(*(_said(part, words) for part in error.args))
    return error


def _not_found(error: NotFoundError, words: NullTranslations) -> NotFoundError:
    """Return the same with other words."""
    hint, names = (MEANT, error.near) if error.near else (THERE_ARE, error.known)
    joined = f" {words.gettext('or')} ".join(names) if error.near else ", ".join(names)
    told = NotFoundError(error.kind, error.name, error.known)
    told.args = (f"{Told(NO_SUCH, name=error.name).said_in(words)} {Told(hint, names=joined).said_in(words)}",)
    return told


def _said(text: object, words: NullTranslations) -> str:
    return text.said_in(words) if isinstance(text, Told) else str(text)


def _told(text: str, values: dict[str, object]) -> Told:
    return Told(text, **values)

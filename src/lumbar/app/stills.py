"""The library's stills: start and peak of every exercise, large and small, drawn once and kept.

They are kept beside the bodies that the build made. What is kept is known by a key of everything it follows from: the
exercise's motion, the body, and the code that draws. A still whose key is no longer right is drawn again when it is
asked for.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lumbar.app.content_key import code_key, content_key
from lumbar.app.figures import BODIES, MADE, body_key, stage_of
from lumbar.app.whole_file import write_whole
from lumbar.catalogue.exercise import Exercise

if TYPE_CHECKING:
    from lumbar.figure.draw import Picture

KEPT: Final = MADE / "stills"
WIDTH_PX: Final = 1200
SMALL_PX: Final = 360  # shown at 240 and less
STILLS: Final = ("peak", "peak-small", "rest", "rest-small")
_SHARES: Final[Mapping[str, float]] = {"rest": 0.0, "peak": 1.0}
_SMALL_QUALITY: Final = 62
_FOLLOWS: Final = ("motion", "equipment", "position")


def still_name(exercise: Exercise, still: str, body: str = "woman") -> str:
    """Return the name of the file of a still, one of `STILLS`."""
    return f"{exercise.id}-{still}.webp" if body == "woman" else f"{exercise.id}-{body}-{still}.webp"


def still_key(exercise: Exercise, body: str = "woman") -> str:
    """Return what the stills of an exercise follow from, as one short word."""
    return content_key(exercise, _FOLLOWS, body, body_key(body), code_key("lumbar.body", "lumbar.figure"))


def still(exercise: Exercise, name: str, body: str = "woman", folder: Path = KEPT) -> bytes:
    """Return a still, one of `STILLS`, as a WebP file; it is drawn where it is not there yet, and kept if that can be.

    Raises:
        UnavailableError: If the build has made no body, or the exercise has no key poses.
    """
    if is_kept(exercise, body, folder):
        return (folder / still_name(exercise, name, body)).read_bytes()
    drawn = draw(exercise, body)
    with suppress(OSError):  # a folder that cannot be written
        keep(exercise, drawn, body, folder)
    return drawn[name]


def ensure(exercise: Exercise, body: str = "woman", folder: Path = KEPT) -> None:
    """Draw and keep the stills of an exercise if what is kept is not what it should be.

    Raises:
        UnavailableError: If the build has made no body, or the exercise has no key poses.
        OSError: If they cannot be kept.
    """
    if not is_kept(exercise, body, folder):
        keep(exercise, draw(exercise, body), body, folder)


def is_kept(exercise: Exercise, body: str = "woman", folder: Path = KEPT) -> bool:
    """Return whether the stills that are kept are what they should be."""
    try:
        return (folder / _note(exercise, body)).read_text(encoding="utf-8") == still_key(exercise, body)
    except OSError:
        return False


def forget_others(exercises: Iterable[Exercise], folder: Path = KEPT) -> None:
    """Remove stills of exercises that are no more."""
    known = {still_name(e, name, body) for e in exercises for name in (*STILLS, "key") for body in BODIES}
    for path in folder.glob("*.*"):
        if path.with_suffix(".webp").name not in known:
            path.unlink(missing_ok=True)


def draw(exercise: Exercise, body: str = "woman") -> dict[str, bytes]:
    """Return the stills of an exercise as WebP files by their names, freshly drawn.

    Raises:
        UnavailableError: If the build has made no body, or the exercise has no key poses.
    """
    from lumbar.figure.arrows import arrows_of
    from lumbar.figure.encode import to_webp
    from lumbar.figure.still import still as picture_of
    from lumbar.figure.still import with_arrows

    stage, drawn = stage_of(exercise, body), {}
    for pose, share in _SHARES.items():
        plain = picture_of(stage, share, WIDTH_PX)
        large = with_arrows(plain, arrows_of(stage, share), "none") if pose == "peak" else plain
        drawn[pose] = to_webp(large)
        drawn[f"{pose}-small"] = to_webp(_smaller(plain), _SMALL_QUALITY)
    return drawn


def keep(exercise: Exercise, drawn: Mapping[str, bytes], body: str = "woman", folder: Path = KEPT) -> None:
    """Keep the stills of an exercise.

    Raises:
        OSError: If they cannot be written.
    """
    for name, data in drawn.items():
        write_whole(folder / still_name(exercise, name, body), data)
    write_whole(folder / _note(exercise, body), still_key(exercise, body).encode())  # last: it says that they are there


def _smaller(picture: "Picture") -> "Picture":
    import numpy as np
    from PIL import Image

    size = (SMALL_PX, round(SMALL_PX * picture.shape[0] / picture.shape[1]))
    return np.asarray(Image.fromarray(picture).resize(size, Image.Resampling.LANCZOS))


def _note(exercise: Exercise, body: str) -> str:
    return still_name(exercise, "key", body).replace(".webp", ".txt")

"""The library's stills: start and peak of every exercise, large and small, drawn once and kept.

They are kept beside the bodies that the build made. What is kept is known by a key of everything it follows from: the
exercise's motion, the body, and the code that draws. A still whose key is no longer right is drawn again when it is
asked for.
"""

import json
import os
import tempfile
from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final

from lumbar.app.figures import BODIES, body_file, stage_of
from lumbar.catalogue.exercise import Exercise

if TYPE_CHECKING:
    from lumbar.figure.draw import Picture

KEPT: Final = Path(str(files("lumbar.figure") / "made" / "stills"))
WIDTH_PX: Final = 1200
SMALL_PX: Final = 360  # shown at 240 and less
STILLS: Final = ("peak", "peak-small", "rest", "rest-small")
_SHARES: Final[Mapping[str, float]] = {"rest": 0.0, "peak": 1.0}
_SMALL_QUALITY: Final = 62
_drawing = Lock()


def still_name(exercise: Exercise, still: str, body: str = "woman") -> str:
    """Return the name of the file of a still, one of `STILLS`."""
    return f"{exercise.id}-{still}.webp" if body == "woman" else f"{exercise.id}-{body}-{still}.webp"


def still_key(exercise: Exercise, body: str = "woman") -> str:
    """Return what the stills of an exercise follow from, as one short word."""
    told = json.dumps([exercise.data.get(part) for part in ("motion", "equipment", "position")], sort_keys=True)
    return sha256("\0".join([told, body, _body_key(body), _code_key()]).encode()).hexdigest()[:16]


def still(exercise: Exercise, name: str, body: str = "woman", folder: Path = KEPT) -> bytes:
    """Return a still, one of `STILLS`, as a WebP file; it is drawn and kept where it is not there yet.

    Raises:
        UnavailableError: If the build has made no body, or the exercise has no key poses.
    """
    path = folder / still_name(exercise, name, body)
    ensure(exercise, body, folder)
    return path.read_bytes()


def ensure(exercise: Exercise, body: str = "woman", folder: Path = KEPT) -> None:
    """Draw the stills of an exercise if what is kept is not what it should be.

    Raises:
        UnavailableError: If the build has made no body, or the exercise has no key poses.
    """
    if not is_kept(exercise, body, folder):
        with _drawing:
            if not is_kept(exercise, body, folder):  # another may have drawn them meanwhile
                _draw(exercise, body, folder)


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


def _draw(exercise: Exercise, body: str, folder: Path) -> None:
    from lumbar.figure.arrows import arrows_of
    from lumbar.figure.encode import to_webp
    from lumbar.figure.still import still as picture_of
    from lumbar.figure.still import with_arrows

    stage = stage_of(exercise, body)
    for pose, share in _SHARES.items():
        plain = picture_of(stage, share, WIDTH_PX)
        large = with_arrows(plain, arrows_of(stage, share), "none") if pose == "peak" else plain
        _keep(folder / still_name(exercise, pose, body), to_webp(large))
        _keep(folder / still_name(exercise, f"{pose}-small", body), to_webp(_smaller(plain), _SMALL_QUALITY))
    _keep(folder / _note(exercise, body), still_key(exercise, body).encode())  # last: it says that they are there


def _smaller(picture: "Picture") -> "Picture":
    import numpy as np
    from PIL import Image

    size = (SMALL_PX, round(SMALL_PX * picture.shape[0] / picture.shape[1]))
    return np.asarray(Image.fromarray(picture).resize(size, Image.Resampling.LANCZOS))


def _keep(path: Path, data: bytes) -> None:
    """Write a file at once or not at all, so that nobody reads half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    Path(name).chmod(0o644)
    Path(name).replace(path)


def _note(exercise: Exercise, body: str) -> str:
    return still_name(exercise, "key", body).replace(".webp", ".txt")


@cache
def _body_key(body: str) -> str:
    return sha256(body_file(body)).hexdigest()


@cache
def _code_key() -> str:
    total = sha256()
    for room in ("body", "figure"):
        for path in sorted(Path(str(files(f"lumbar.{room}"))).glob("*.py")):
            total.update(path.read_bytes())
    return total.hexdigest()

"""Figures: an exercise file and a body made at build time become something to draw."""

from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from lumbar.catalogue.exercise import Exercise
from lumbar.errors import NotFoundError, UnavailableError

if TYPE_CHECKING:  # arrays are loaded when something is drawn
    from lumbar.figure.draw import Picture
    from lumbar.figure.mesh import BodyMesh
    from lumbar.figure.stage import Stage

Side = Literal["left", "right"]
BODIES: Final = ("woman", "man", "elder")
MADE: Final = Path(str(files("lumbar.figure") / "made"))
"""Where the build puts bodies, stills and moments."""


@cache
def body_mesh(name: str) -> "BodyMesh":
    """Return the body called `name`, as the build made it.

    Raises:
        NotFoundError: If there is no such body.
        UnavailableError: If the build has not made it.
    """
    from lumbar.figure.glb import read_glb

    if name not in BODIES:
        raise NotFoundError("body", name, BODIES)
    return read_glb(body_file(name))


def body_path(name: str) -> Path:
    """Return where the build puts a body."""
    return MADE / f"{name}.glb"


def body_file(name: str) -> bytes:
    """Return the file of a body.

    Raises:
        UnavailableError: If the build has not made it.
    """
    try:
        return body_path(name).read_bytes()
    except OSError as error:
        raise UnavailableError(f"The body “{name}” has not been made yet. Run `make setup` in the checkout.") from error


@cache
def body_key(name: str) -> str:
    """Return what a body is, as one word.

    Raises:
        UnavailableError: If the build has not made it.
    """
    return sha256(body_file(name)).hexdigest()


def stage_of(exercise: Exercise, body: str = "woman", side: Side | None = None) -> "Stage":
    """Return an exercise on stage, seen from its best side.

    Args:
        exercise: The exercise.
        body: Who does it.
        side: Which side works, where one does; nothing for the one that the file shows.

    Raises:
        NotFoundError: If there is no such body.
        UnavailableError: If the build has not made it, or the exercise has no key poses.
    """
    from lumbar.figure.clip import clip_of
    from lumbar.figure.light import Lighting
    from lumbar.figure.mirror import mirrored
    from lumbar.figure.stage import Stage

    mesh = body_mesh(body)
    if exercise.motion is None:
        raise UnavailableError(f"“{exercise.id}” has no key poses in its file, so it cannot be drawn.")
    clip = clip_of(exercise, mesh.physique)
    view = clip.view
    if side is not None and clip.leads not in {None, side}:
        clip, view = mirrored(clip), view.mirrored()
    return Stage(clip, mesh, view, Lighting())


def hold_s(exercise: Exercise) -> float:
    """Return how long a repetition is held [s]: as published, or else as on the first rung."""
    return next((rung for rung in exercise.rungs if rung.published), exercise.rungs[0]).hold_s


def draw_sheet(exercises: Iterable[Exercise], body: str, width_px: int, theme: str) -> "Picture":
    """Return those exercises that have key poses on one sheet, about as wide as told, with English names.

    Raises:
        NotFoundError: If there is no such body.
        UnavailableError: If the build has not made it.
    """
    from lumbar.figure.sheet import COLUMNS, sheet
    from lumbar.figure.still import still

    plate = "light" if theme == "none" else theme
    wide = width_px // (2 * COLUMNS)
    pairs = []
    for exercise in exercises:
        if exercise.motion is not None:
            stage = stage_of(exercise, body)
            start, peak = (still(stage, share, wide, plate, arrows=share > 0) for share in (0.0, 1.0))
            pairs.append((exercise.texts["en"].name, start, peak))
    return sheet(pairs, plate)

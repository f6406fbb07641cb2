"""`lumbar figure`: draw an exercise, still or moving, or a sheet of all of them."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, Literal

import typer

from lumbar.errors import InputError, UnavailableError

if TYPE_CHECKING:
    from lumbar.catalogue.exercise import Exercise
    from lumbar.figure.stage import Stage

Name = Annotated[str, typer.Argument(metavar="[ID]", help="The exercise's id, such as bird-dog.")]
Every = Annotated[bool, typer.Option("--all", help="One sheet of all exercises, start and peak; no id then.")]
Output = Annotated[Path, typer.Option("--output", "-o", help="The file to write: .svg, .png, .webp or .gif.")]
Body = Annotated[str, typer.Option("--body", help="Who does it: woman, man or elder.")]
Pose = Annotated[
    Literal["rest", "peak", "repetition"] | None,
    typer.Option("--pose", help="The start, the peak, or the whole repetition, moving (.gif and .webp)."),
]
Side = Annotated[Literal["left", "right"] | None, typer.Option("--side", help="The side that works.")]
Width = Annotated[int, typer.Option("--width", help="How wide the picture is, in pixels.", min=64, max=4096)]
Theme = Annotated[
    Literal["light", "dark", "none"] | None,
    typer.Option("--theme", help="The plate it stands on; none leaves it cut out (a .gif is light unless told)."),
]
Arrows = Annotated[bool, typer.Option("--arrows/--no-arrows", help="Whether arrows show the way of the movement.")]
_ENDINGS: Final = (".svg", ".png", ".webp", ".gif")
_SHEET_QUALITY: Final = 70  # of a WebP file with forty small pictures
_FRAMES_PER_S: Final = 12.5  # a GIF counts in hundredths of a second: 8 of them


def figure(  # noqa: PLR0917 -- typer names them all
    output: Output,
    name: Name = "",
    every: Every = False,
    body: Body = "woman",
    pose: Pose = None,
    side: Side = None,
    width: Width = 1200,
    theme: Theme = None,
    arrows: Arrows = True,
) -> None:
    """Draw an exercise.

    Its key poses come from its file. A .gif shows the whole repetition at the prescribed tempo, and so does a .webp
    with --pose repetition. With --all, one sheet shows every exercise.

    Example: lumbar figure bird-dog -o bird-dog.png --pose peak --theme light
    """
    from lumbar.app.figures import stage_of
    from lumbar.app.shelf import load_catalogue

    ending = output.suffix.lower()
    if ending not in _ENDINGS:
        raise InputError([f"--output: “{output.name}” must end in one of {', '.join(_ENDINGS)}."])
    if every == bool(name):
        raise InputError(["Name one exercise, or say --all for a sheet of all."])
    if every:
        write(output, _sheet(ending, body, width, theme or "light"))
        return
    exercise = load_catalogue().exercise(name)
    stage = stage_of(exercise, body, side)
    shown = pose or ("repetition" if ending == ".gif" else "peak")
    plate = theme or ("light" if ending == ".gif" else "none")
    if shown == "repetition":
        write(output, _moving(stage, exercise, ending, width, plate))
    else:
        write(output, _still(stage, 1.0 if shown == "peak" else 0.0, ending, width, plate, arrows=arrows))


def _still(stage: "Stage", share: float, ending: str, width: int, theme: str, *, arrows: bool) -> bytes:
    from lumbar.figure import encode
    from lumbar.figure.still import still

    picture = still(stage, share, width, theme, arrows=arrows)
    match ending:
        case ".png":
            return encode.to_png(picture)
        case ".webp":
            return encode.to_webp(picture)
        case _:
            return encode.to_gif([picture], [1000])


def _sheet(ending: str, body: str, width: int, theme: str) -> bytes:
    from lumbar.app.figures import draw_sheet
    from lumbar.app.shelf import load_catalogue
    from lumbar.figure import encode

    if ending not in {".png", ".webp"}:
        raise InputError([f"--output: a sheet is a .png or a .webp, not a {ending}."])
    picture = draw_sheet(load_catalogue(), body, width, theme)
    return encode.to_png(picture) if ending == ".png" else encode.to_webp(picture, quality=_SHEET_QUALITY)


def _moving(stage: "Stage", exercise: "Exercise", ending: str, width: int, theme: str) -> bytes:
    from lumbar.app.figures import hold_s
    from lumbar.figure import encode
    from lumbar.figure.repetition import repetition
    from lumbar.figure.still import frames

    if ending not in {".gif", ".webp"}:
        raise InputError([f"--pose: a {ending} file does not move; write a .gif or a .webp."])
    moments = repetition(stage.clip.phases, hold_s(exercise), _FRAMES_PER_S)
    pictures, lasting = frames(stage, moments, width, theme), [round(moment.lasts_s * 1000) for moment in moments]
    made = encode.to_gif if ending == ".gif" else encode.to_moving_webp
    return made(pictures, lasting)


def write(output: Path, data: bytes) -> None:
    """Write a file.

    Raises:
        UnavailableError: If it cannot be written.
    """
    try:
        output.write_bytes(data)
    except OSError as error:
        raise UnavailableError(f"{output} cannot be written: {error.strerror or error}.") from error

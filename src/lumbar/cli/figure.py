"""`lumbar figure`: draw an exercise, still or moving, or a sheet of all of them."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from lumbar.cli.progress import told_progress
from lumbar.errors import InputError, UnavailableError

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
    from lumbar.app.drawing import Wish, draw_all, draw_exercise
    from lumbar.app.shelf import load_catalogue

    if every == bool(name):
        raise InputError(["Name one exercise, or say --all for a sheet of all."])
    wish = Wish(output.suffix.lower(), body, pose, side, width, theme, arrows)
    catalogue = load_catalogue()
    if every:
        return write(output, draw_all(catalogue, wish))
    exercise = catalogue.exercise(name)
    with told_progress("Drawing") as tell:
        data = draw_exercise(exercise, wish, tell)
    return write(output, data)


def write(output: Path, data: bytes) -> None:
    """Write a file.

    Raises:
        UnavailableError: If it cannot be written.
    """
    try:
        output.write_bytes(data)
    except OSError as error:
        raise UnavailableError(f"{output} cannot be written: {error.strerror or error}.") from error

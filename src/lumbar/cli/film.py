"""`lumbar film`: a film of an exercise in a room, and what is true in every frame of it."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from lumbar.cli.progress import told_progress
from lumbar.errors import InputError

Name = Annotated[str, typer.Argument(metavar="ID", help="The exercise's id, such as bird-dog.")]
Output = Annotated[Path, typer.Option("--output", "-o", help="The film: .mp4, .webm, .avi or .y4m.")]
View = Annotated[Literal["side", "front", "oblique", "top"], typer.Option("--view", help="Where the camera stands.")]
Body = Annotated[str, typer.Option("--body", help="Who does it: woman, man or elder.")]
Seed = Annotated[int, typer.Option("--seed", help="What is left to chance follows from it.", min=0)]
Reps = Annotated[int, typer.Option("--reps", help="How many repetitions.", min=1, max=100)]
Size = Annotated[str, typer.Option("--size", help="Width and height in pixels.")]
Fps = Annotated[float, typer.Option("--fps", help="Frames a second.", min=1, max=120)]
Side = Annotated[
    Literal["left", "right"] | None, typer.Option("--side", help="The side that works, or begins; else as in its file.")
]
Workers = Annotated[int | None, typer.Option("--workers", help="How many processes film.", min=1, max=64)]
Partial = Annotated[bool, typer.Option("--partial", help="Let some repetitions turn half-way.")]
_WIDTHS, _HEIGHTS = range(64, 3841, 2), range(64, 2161, 2)


def film(  # noqa: PLR0917 -- typer names them all
    output: Output,
    name: Name,
    view: View = "side",
    body: Body = "woman",
    seed: Seed = 1,
    reps: Reps = 3,
    size: Size = "640x480",
    fps: Fps = 30,
    partial: Partial = False,
    side: Side = None,
    workers: Workers = None,
) -> None:
    """Film an exercise.

    Room, light, camera, clothes, tempo and range follow from the seed. Beside the film lies a .json with the joint
    angles, the places of the joints in the room and in the picture, and when each repetition is where.

    Example: lumbar film bird-dog --view side --seed 7 -o bird-dog.mp4
    """
    from lumbar.app.film import FilmWish, write_film
    from lumbar.app.shelf import load_catalogue

    wish = FilmWish(view, body, seed, reps, _size(size), fps, partial, side)
    exercise = load_catalogue().exercise(name)
    with told_progress("Filming") as tell:
        write_film(exercise, wish, output, tell, workers)
        if output.suffix.lower() == ".mp4":
            from lumbar.vision.browser_track import add_browser_track

            add_browser_track(output)


def _size(told: str) -> tuple[int, int]:
    wide, _, high = told.partition("x")
    if not (wide.isdecimal() and high.isdecimal() and int(wide) in _WIDTHS and int(high) in _HEIGHTS):
        raise InputError(
            [f"--size: “{told[:20]}” is not a size such as 640x480: two even numbers, from 64x64 to 3840x2160."]
        )
    return int(wide), int(high)

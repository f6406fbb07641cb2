"""A drawing as the bytes of a file: what was wished for, of one exercise or of all."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from lumbar.app.figures import draw_sheet, hold_s, stage_of
from lumbar.catalogue.exercise import Exercise
from lumbar.errors import InputError

if TYPE_CHECKING:
    from lumbar.figure.stage import Stage

ENDINGS: Final = (".svg", ".png", ".webp", ".gif")
_FRAMES_PER_S: Final = 12.5  # a GIF counts in hundredths of a second: a frame lasts 8 of them
_SHEET_QUALITY: Final = 84  # of a WebP file with forty small pictures
Tell = Callable[[int, int], None]
"""Is told how much is done, and of how much."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a drawing should be like.

    `ending` is one of `ENDINGS`; `pose` and `theme` are as fits the ending where they are nothing: the peak, cut out,
    or in a GIF the whole repetition on the light plate. `side` is the side that works, nothing for that of the file.
    """

    ending: str
    body: str = "woman"
    pose: Literal["rest", "peak", "repetition"] | None = None
    side: Literal["left", "right"] | None = None
    width_px: int = 1200
    theme: Literal["light", "dark", "none"] | None = None
    arrows: bool = True


def draw_exercise(exercise: Exercise, wish: Wish, tell: Tell = lambda _done, _all: None) -> bytes:
    """Return a drawing of an exercise; while one that moves is made, `tell` is told how many frames are drawn.

    Raises:
        InputError: If there is no such ending, or a file with it does not move.
        NotFoundError: If there is no such body.
        UnavailableError: If the build has not made it, or the exercise has no key poses.
    """
    _check(wish, ENDINGS)
    pose = wish.pose or ("repetition" if wish.ending == ".gif" else "peak")
    theme = wish.theme or ("light" if wish.ending == ".gif" else "none")
    if pose == "repetition" and wish.ending not in {".gif", ".webp"}:
        raise InputError([f"--pose: a {wish.ending} file does not move; write a .gif or a .webp."])
    stage = stage_of(exercise, wish.body, wish.side)
    if pose == "repetition":
        return _moving(stage, exercise, wish, theme, tell)
    share = 1.0 if pose == "peak" else 0.0
    return _vector(stage, exercise, share, wish) if wish.ending == ".svg" else _still(stage, share, wish, theme)


def draw_all(exercises: Iterable[Exercise], wish: Wish) -> bytes:
    """Return one sheet of exercises, start and peak; of a wish only ending, body, width and theme count.

    Raises:
        InputError: If a sheet cannot have this ending.
        NotFoundError: If there is no such body.
        UnavailableError: If the build has not made it.
    """
    from lumbar.figure import encode

    _check(wish, (".png", ".webp"))
    picture = draw_sheet(exercises, wish.body, wish.width_px, wish.theme or "light")
    return encode.to_png(picture) if wish.ending == ".png" else encode.to_webp(picture, quality=_SHEET_QUALITY)


def _check(wish: Wish, endings: tuple[str, ...]) -> None:
    if wish.ending not in endings:
        raise InputError([f"--output: the file must end in one of {', '.join(endings)}, not in “{wish.ending}”."])


def _vector(stage: "Stage", exercise: Exercise, share: float, wish: Wish) -> bytes:
    from lumbar.figure.svg import to_svg

    words = exercise.texts["en"]
    return to_svg(stage, share, (words.name, words.picture), wish.theme or "none", arrows=wish.arrows).encode()


def _still(stage: "Stage", share: float, wish: Wish, theme: str) -> bytes:
    from lumbar.figure import encode
    from lumbar.figure.still import still

    picture = still(stage, share, wish.width_px, theme, arrows=wish.arrows)
    match wish.ending:
        case ".png":
            return encode.to_png(picture)
        case ".webp":
            return encode.to_webp(picture)
        case _:
            return encode.to_gif([picture], [1000])


def _moving(stage: "Stage", exercise: Exercise, wish: Wish, theme: str, tell: Tell) -> bytes:
    from lumbar.figure import encode
    from lumbar.figure.repetition import repetition
    from lumbar.figure.still import frames

    moments = repetition(stage.clip.phases, hold_s(exercise), _FRAMES_PER_S)
    pictures = frames(stage, moments, wish.width_px, theme, tell)
    made = encode.to_gif if wish.ending == ".gif" else encode.to_moving_webp
    return made(pictures, [round(moment.lasts_s * 1000) for moment in moments])

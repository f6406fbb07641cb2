"""Pictures as the bytes of a file: PNG, WebP and GIF, still or moving."""

from collections.abc import Sequence
from io import BytesIO
from typing import Final

import numpy as np
from PIL import Image

from lumbar.figure.draw import Picture

PLATES: Final = {"light": "#ebe4d5", "dark": "#423b32"}
"""What a picture stands on in each theme; the same as in the pages."""
_QUALITY: Final = 82  # of a WebP file: where blocks stop showing at twice the size. Ours


def on_plate(picture: Picture, theme: str) -> Picture:
    """Return a picture on the plate of a theme, or as it is for `none`."""
    if theme not in PLATES:
        return picture
    plate = np.array([int(PLATES[theme][i : i + 2], 16) for i in (1, 3, 5)])
    opaque = picture[..., 3:] / 255
    mixed = np.round(picture[..., :3] * opaque + plate * (1 - opaque))
    return np.concatenate([mixed, np.full_like(opaque, 255)], axis=-1).astype(np.uint8)


def to_png(picture: Picture) -> bytes:
    """Return a picture as a PNG file."""
    return _saved(Image.fromarray(picture), format="PNG", optimize=True)


def to_webp(picture: Picture, quality: int = _QUALITY) -> bytes:
    """Return a picture as a WebP file; how opaque it is, is told a little coarsely, for a third of the bytes."""
    return _saved(Image.fromarray(picture), format="WEBP", quality=quality, alpha_quality=60, method=4)


def to_gif(pictures: Sequence[Picture], durations_ms: Sequence[int]) -> bytes:
    """Return opaque pictures as a GIF file that runs for ever; durations [ms] are told to 10 ms."""
    frames = [Image.fromarray(np.ascontiguousarray(picture[..., :3])) for picture in pictures]
    common = frames[len(frames) // 2].quantize(255, dither=Image.Dither.NONE)
    told = [frame.quantize(palette=common, dither=Image.Dither.NONE) for frame in frames]
    return _moving(told, durations_ms, format="GIF", optimize=False, disposal=1)


def to_moving_webp(pictures: Sequence[Picture], durations_ms: Sequence[int]) -> bytes:
    """Return pictures as a WebP file that runs for ever; each lasts as many ms as told."""
    frames = [Image.fromarray(picture) for picture in pictures]
    return _moving(frames, durations_ms, format="WEBP", quality=_QUALITY, method=2)


def _moving(frames: Sequence[Image.Image], durations_ms: Sequence[int], **options: object) -> bytes:
    return _saved(
        frames[0], save_all=True, append_images=list(frames[1:]), duration=list(durations_ms), loop=0, **options
    )


def _saved(image: Image.Image, **options: object) -> bytes:
    file = BytesIO()
    image.save(file, **options)  # type: ignore[arg-type]  # each format has options of its own
    return file.getvalue()

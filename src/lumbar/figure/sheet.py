"""A contact sheet: many exercises, start and peak side by side, their names under them."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from lumbar.figure.draw import Picture

PAPERS: Final = {"light": "#f6f1e6", "dark": "#161310", "none": "#f6f1e6"}
_INKS: Final = {"light": "#1d1a16", "dark": "#f2ebdd", "none": "#1d1a16"}
COLUMNS: Final = 3
_GAP: Final = 0.025  # of the width of a pair, around each; ours
_LINE: Final = 0.075  # the height of a name


def sheet(pairs: Sequence[tuple[str, Picture, Picture]], theme: str = "light") -> Picture:
    """Return a sheet of pictures of one size.

    Args:
        pairs: For each exercise its name, and the opaque pictures of its start and its peak.
        theme: `light` or `dark`.
    """
    high, half = pairs[0][1].shape[:2]
    wide = 2 * half
    gap, line = round(_GAP * wide), round(_LINE * wide)
    rows = -(-len(pairs) // COLUMNS)
    image = Image.new("RGB", (COLUMNS * (wide + gap) + gap, rows * (high + line + gap) + gap), PAPERS[theme])
    pen = ImageDraw.Draw(image)
    font = ImageFont.load_default(size=0.55 * line)
    for place, (name, start, peak) in enumerate(pairs):
        x = gap + place % COLUMNS * (wide + gap)
        y = gap + place // COLUMNS * (high + line + gap)
        for offset, picture in ((0, start), (half, peak)):
            image.paste(Image.fromarray(np.ascontiguousarray(picture[..., :3])), (x + offset, y))
        pen.text((x, y + high + line / 2), name, fill=_INKS[theme], font=font, anchor="lm")
    return np.asarray(image.convert("RGBA"))

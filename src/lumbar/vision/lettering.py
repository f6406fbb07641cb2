"""Lettering: words as small images, in the typeface of the pages, each drawn once."""

from collections.abc import Mapping
from io import BytesIO
from typing import Final

import numpy as np
from PIL import Image as Pillow
from PIL import ImageDraw, ImageFont

from lumbar.vision.region import Image

Colour = tuple[int, int, int]
WEIGHTS: Final[Mapping[str, int]] = {"plain": 500, "bold": 800}
ELLIPSIS: Final = "…"


class Lettering:
    """Sets text in one typeface."""

    def __init__(self, typeface: bytes | None) -> None:
        """Take a variable `typeface` [woff2 or ttf]; without one, the plain one that Pillow brings."""
        self._typeface = typeface
        self._fonts: dict[tuple[int, str], ImageFont.FreeTypeFont | ImageFont.ImageFont] = {}
        self._set: dict[tuple[str, int, str, Colour, Colour, int], Image] = {}

    def text(self, text: str, size_px: int, weight: str, inks: tuple[Colour, Colour], width_px: int) -> Image:
        """Return `text` in the ink of `inks` on its paper, blue first, as high as a line and as wide as it needs.

        What is wider than `width_px` ends in an ellipsis.
        """
        ink, paper = inks
        key = (text, size_px, weight, ink, paper, width_px)
        if key not in self._set:
            self._set[key] = self._drawn(self._fitted(text, size_px, weight, width_px), size_px, weight, inks)
        return self._set[key]

    def _fitted(self, text: str, size_px: int, weight: str, width_px: int) -> str:
        font = self._font(size_px, weight)
        if font.getlength(text) <= width_px:
            return text
        kept = len(text)
        while kept and font.getlength(text[:kept].rstrip() + ELLIPSIS) > width_px:
            kept -= 1
        return text[:kept].rstrip() + ELLIPSIS

    def _drawn(self, text: str, size_px: int, weight: str, inks: tuple[Colour, Colour]) -> Image:
        font = self._font(size_px, weight)
        ink, paper = inks
        size = (max(1, int(font.getlength(text)) + 2), round(size_px * 1.3))
        canvas = Pillow.new("RGB", size, paper)  # the order of colours is kept: blue first in, blue first out
        ImageDraw.Draw(canvas).text((0, size[1] / 2), text, ink, font, anchor="lm")
        return np.asarray(canvas)

    def _font(self, size_px: int, weight: str) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
        key = (size_px, weight)
        if key not in self._fonts:
            self._fonts[key] = self._loaded(size_px, weight)
        return self._fonts[key]

    def _loaded(self, size_px: int, weight: str) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
        if self._typeface is None:
            return ImageFont.load_default(size_px)
        try:
            font = ImageFont.truetype(BytesIO(self._typeface), size_px)
            font.set_variation_by_axes([WEIGHTS[weight]])
        except OSError:  # this Pillow reads no such typeface
            return ImageFont.load_default(size_px)
        return font

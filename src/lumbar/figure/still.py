"""A still of an exercise, or its whole repetition frame by frame, as pictures of 4 to 3."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

import numpy as np
from PIL import Image, ImageDraw

from lumbar.body.arrays import FloatArray
from lumbar.figure.arrows import Arrow, arrows_of
from lumbar.figure.draw import Picture, draw
from lumbar.figure.encode import PLATES, on_plate
from lumbar.figure.repetition import Moment
from lumbar.figure.stage import Stage
from lumbar.figure.view import FORM

ACCENT: Final[Mapping[str, str]] = MappingProxyType({"light": "#1f41b8", "dark": "#a9baff", "none": "#1f41b8"})
"""The ink of arrows in each theme, as in the pages."""
_HALOS: Final[Mapping[str, str]] = MappingProxyType({**PLATES, "none": "#f6f1e6"})  # so that it is seen on any ground
_WIDE: Final = 0.0085  # of the width of a picture: an arrow's line. Ours
_HEAD: Final = (0.034, 0.017)  # how long its head is, and how far it reaches to each side
_HALO: Final = 0.006  # how far the plate shows around it
_FINER: Final = 3
_RAYS: Final = (12, 24)  # of sun and sky, in what moves: what is missed goes by too quickly to be seen. Ours
_CUTS: Final = 49


def height_of(width_px: int) -> int:
    """Return how high a picture of this width is."""
    return round(width_px / FORM)


def still(stage: Stage, share: float, width_px: int, theme: str = "none", *, arrows: bool = False) -> Picture:
    """Return a picture of a stage.

    Args:
        stage: The stage.
        share: How far the movement has come: 0 rest, 1 peak.
        width_px: How wide the picture is; it is three quarters as high.
        theme: The plate it stands on, `light`, `dark` or `none`.
        arrows: Whether arrows show the way.
    """
    picture = on_plate(draw(stage.scene(share), width_px, height_of(width_px)), theme)
    return with_arrows(picture, arrows_of(stage, share), theme) if arrows else picture


def frames(
    stage: Stage,
    moments: Sequence[Moment],
    width_px: int,
    theme: str,
    tell: Callable[[int, int], None] = lambda _done, _all: None,
) -> list[Picture]:
    """Return a picture for each moment; those of equal shares are drawn once, in light of fewer rays than a still's.

    `tell` is told after each drawing how many are done, and of how many.
    """
    sun, sky = _RAYS
    quick = replace(stage, lighting=replace(stage.lighting, sun_rays=sun, sky_rays=sky))
    shares = sorted({round(moment.share, 6) for moment in moments})
    drawn: dict[float, Picture] = {}
    for share in shares:
        drawn[share] = still(quick, share, width_px, theme)
        tell(len(drawn), len(shares))
    return [drawn[round(moment.share, 6)] for moment in moments]


def neck_share(arrow: Arrow) -> float:
    """Return the share of an arrow's curve at which its line ends, inside its head."""
    points = arrow.points(_CUTS)
    inside = np.linalg.norm(points - points[-1], axis=1) < 0.8 * _HEAD[0]
    return float(max(int(np.argmax(inside)), 1) / (_CUTS - 1))


def outline(arrow: Arrow) -> tuple[FloatArray, FloatArray]:
    """Return an arrow's line as places along it, and its head as three corners [shares of the width]."""
    line = Arrow(arrow.until(neck_share(arrow))).points(_CUTS)
    tip = arrow.corners[-1]
    ahead = tip - line[-1]
    ahead /= max(float(np.linalg.norm(ahead)), 1e-9)
    aside = np.array([-ahead[1], ahead[0]])
    length, half = _HEAD
    return line, np.stack([tip, tip - length * ahead + half * aside, tip - length * ahead - half * aside])


def with_arrows(picture: Picture, arrows: Sequence[Arrow], theme: str) -> Picture:
    """Return a picture with arrows on it, in the accent of its theme."""
    if not arrows:
        return picture
    image = Image.fromarray(picture)
    for ink, grown in ((_HALOS[theme], _HALO), (ACCENT[theme], 0)):
        layer = Image.new("RGBA", image.size, ink)
        layer.putalpha(_mask(arrows, image.size, grown))
        image = Image.alpha_composite(image, layer)
    return np.asarray(image)


def _mask(arrows: Sequence[Arrow], size: tuple[int, int], grown: float) -> Image.Image:
    """Return where arrows cover a picture, 0 to 255."""
    wide = size[0] * _FINER
    mask = Image.new("L", (wide, size[1] * _FINER))
    pen = ImageDraw.Draw(mask)
    thick = (_WIDE + 2 * grown) * wide
    for arrow in arrows:
        line, head = ([(float(x), float(y)) for x, y in part * wide] for part in outline(arrow))
        pen.line(line, fill=255, width=round(thick), joint="curve")
        x, y = line[0]
        pen.ellipse([x - thick / 2, y - thick / 2, x + thick / 2, y + thick / 2], fill=255)
        pen.polygon(head, fill=255)
        if grown:
            pen.line([*head, head[0], head[1]], fill=255, width=round(2 * grown * wide), joint="curve")
    return mask.resize(size, Image.Resampling.BOX)

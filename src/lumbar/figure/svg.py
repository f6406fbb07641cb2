"""A still as a vector drawing: flat tones of each ink, a line where limbs pass each other, a soft shadow, arrows.

It is traced from what rays see. One file serves light and dark: what must change with the page is told in its style.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt

from lumbar.figure.arrows import Arrow, arrows_of
from lumbar.figure.draw import Scene, Seen, see
from lumbar.figure.encode import PLATES
from lumbar.figure.light import Lighting
from lumbar.figure.palette import COLOURS, FLOOR, PAPER, shown
from lumbar.figure.stage import Stage
from lumbar.figure.still import ACCENT, height_of
from lumbar.figure.svg_path import head_path, line_path
from lumbar.figure.svg_words import NO_WORDS, worded
from lumbar.figure.trace import traced

WIDTH: Final = 1200
_TONES: Final = (0.42, 0.72)  # of full light: below them a tone is deep, or in shade. Ours
_SHADES: Final = (0.2, 0.5, 0.8)  # how dark a shadow on the floor is, where a tone of it begins
_GAP_M: Final = 0.02  # neighbours that differ more in depth are divided by a line
_LINE: Final = "#1d1a16"
_BLUE: Final = COLOURS["shirt"]
_PAPER_LIGHT: Final = Lighting(sun_rays=12, sky_rays=20)  # for three tones, fewer do: ours


def to_svg(stage: Stage, share: float, words: tuple[str, str], theme: str = "none", *, arrows: bool = True) -> str:
    """Return a still as SVG.

    Args:
        stage: The stage.
        share: How far the movement has come: 0 rest, 1 peak.
        words: What it shows, in a few words, and for those who do not see it.
        theme: The plate it stands on; `none` for any ground, light or dark; `paper` for white paper, in two inks.
        arrows: Whether arrows show the way.
    """
    told = arrows_of(stage, share) if arrows else ()
    return worded(svg_of(seen_in(theme, stage.scene(share), WIDTH), told, theme), words)


def svg_of(
    seen: Seen,
    arrows: Sequence[Arrow],
    theme: str,
    window: tuple[int, int, int, int] | None = None,
) -> str:
    """Return what is seen as SVG without words, on a grid of its pixels.

    Args:
        seen: What is seen.
        arrows: What is laid over it.
        theme: As for `to_svg`.
        window: What of the grid is shown: left, top, width and height; nothing for all of it.
    """
    width = seen.inks.shape[1]
    lines = [f'<path d="{line_path(arrow, width)}"/>' for arrow in arrows]
    heads = [f'<path class="f" d="{head_path(arrow, width)}"/>' for arrow in arrows]
    box = " ".join(map(str, window or (0, 0, width, height_of(width))))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" role="img">',
        NO_WORDS,
        f"<style>{_style(theme)}</style>",
        f'<path fill="{PLATES[theme]}" d="M0 0H{width}V{height_of(width)}H0z"/>' if theme in PLATES else "",
        *_shadow(seen),
        '<g fill-rule="evenodd" stroke-linejoin="round" stroke-width="1.2">',
        *_tones(seen),
        f'</g><path class="l" d="{traced(_lines(seen), soft_px=0.8, least_px2=12)}"/>',
        *(f'<g class="{kind}">{"".join(lines + heads)}</g>' for kind in ("h", "a") if arrows),
        "</svg>\n",
    ]
    return "\n".join(part for part in parts if part)


def seen_in(theme: str, scene: Scene, width: int) -> Seen:
    """Return what is seen; for paper without the warmth of the light, so that all but what is blue is grey."""
    if theme != "paper":
        return see(scene, width, height_of(width))
    seen = see(replace(scene, colours=PAPER, lighting=_PAPER_LIGHT), width, height_of(width))
    blue = np.isin(seen.inks, [place for place, ink in enumerate(seen.names) if PAPER.get(ink) == _BLUE])
    grey = np.repeat(seen.colour.mean(axis=2, keepdims=True), 3, axis=2)
    return replace(seen, colour=np.where(blue[..., np.newaxis], seen.colour, grey))


def _style(theme: str) -> str:
    light, dark = (
        f".a{{stroke:{ACCENT[name]}}}.a .f{{fill:{ACCENT[name]}}}.h{{stroke:{PLATES[name]}}}" for name in PLATES
    )
    common = (
        f".l{{fill:{_LINE};opacity:.6;fill-rule:evenodd}}.s{{fill:#2a1e12;opacity:.1;fill-rule:evenodd}}"
        ".a,.h{fill:none;stroke-width:10;stroke-linecap:round;stroke-linejoin:round}.h{stroke-width:22}"
        ".a .f{stroke-width:1}"
    )
    if theme == "none":
        return f"{common}{light}@media(prefers-color-scheme:dark){{{dark}}}"
    if theme == "paper":
        return f"{common}.a{{stroke:{ACCENT['light']}}}.a .f{{fill:{ACCENT['light']}}}.h{{stroke:#fff}}"
    return common + (light if theme == "light" else dark)


def _shadow(seen: Seen) -> Iterator[str]:
    """Yield the shadow on the floor, a path for each tone, one over the other."""
    floor = seen.inks == seen.names.index(FLOOR)
    for least in _SHADES:
        path = traced(floor & (seen.light < 1 - least), soft_px=4, least_px2=400)
        if path:
            yield f'<path class="s" d="{path}"/>'


def _tones(seen: Seen) -> Iterator[str]:
    """Yield each ink in its tones: the whole shape first, then what is in shade, then what is deep in it."""
    for ink, name in enumerate(seen.names):
        mine = seen.inks == ink
        if name == FLOOR or not mine.any():
            continue
        whole = traced(mine, least_px2=6)
        edges = (np.inf, *reversed(_TONES), -np.inf)
        for high, low in pairwise(edges):
            tone = mine & (seen.light < high)
            of_tone = tone & (seen.light >= low)
            path = whole if high == np.inf else traced(tone, soft_px=2.5, least_px2=150)
            colour = _colour(seen.colour[of_tone if of_tone.any() else tone]) if tone.any() else ""
            if path and colour:
                yield f'<path fill="{colour}" stroke="{colour}" d="{path}"/>'


def _colour(light: npt.NDArray[np.float32]) -> str:
    told = np.round(255 * shown(light.mean(axis=0, dtype=np.float64))).astype(int)
    return "#" + "".join(f"{part:02x}" for part in told)


def _lines(seen: Seen) -> npt.NDArray[np.bool_]:
    """Return where lines are drawn: around everything but the shadow, between inks, and where limbs pass each other."""
    floor = seen.names.index(FLOOR)
    solid = (seen.inks >= 0) & (seen.inks != floor)
    line = np.zeros(seen.inks.shape, dtype=bool)
    for one, other in _neighbours():
        gap = np.abs(seen.far_m[one] - seen.far_m[other]) > _GAP_M
        edge = (solid[one] != solid[other]) | (solid[one] & solid[other] & (gap | (seen.inks[one] != seen.inks[other])))
        line[one] |= edge & solid[one]
        line[other] |= edge & solid[other]
    return line


def _neighbours() -> Sequence[tuple[tuple[slice, slice], tuple[slice, slice]]]:
    whole, first, last = slice(None), slice(-1), slice(1, None)
    return (((last, whole), (first, whole)), ((whole, last), (whole, first)))

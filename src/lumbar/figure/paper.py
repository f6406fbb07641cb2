"""Start and peak of an exercise for paper: two drawings of one scale, cut close to what is on them."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from lumbar.body.arrays import FloatArray
from lumbar.figure.arrows import Arrow, arrows_of
from lumbar.figure.draw import Seen
from lumbar.figure.palette import FLOOR
from lumbar.figure.stage import Stage
from lumbar.figure.still import height_of
from lumbar.figure.svg import seen_in, svg_of

_WIDTH: Final = 600  # of the grid: printed 50 mm wide, a step of it is a twelfth of a millimetre
_EDGE: Final = 0.02  # of the width, left around them; ours


def to_paper(stage: Stage) -> tuple[str, str]:
    """Return the start, and the peak with its arrows, as SVG in the theme `paper`, without words."""
    start, peak = (seen_in("paper", stage.scene(share), _WIDTH) for share in (0.0, 1.0))
    arrows = arrows_of(stage, 1.0)
    window = _window((start, peak), arrows)
    return svg_of(start, (), "paper", window), svg_of(peak, arrows, "paper", window)


def _window(seen: Sequence[Seen], arrows: Sequence[Arrow]) -> tuple[int, int, int, int]:
    """Return what of the grid is shown: left, top, width and height, with all of the body, its things and arrows."""
    every = np.concatenate([*map(_reach, seen), *(_WIDTH * arrow.points() for arrow in arrows)])
    edge = _EDGE * _WIDTH
    low = np.maximum(every.min(axis=0) - edge, 0)
    high = np.minimum(every.max(axis=0) + edge, (_WIDTH, height_of(_WIDTH)))
    left, top = np.floor(low).astype(int).tolist()
    wide, tall = np.ceil(high - low).astype(int).tolist()
    return left, top, wide, tall


def _reach(seen: Seen) -> FloatArray:
    """Return the two corners between which everything but the ground is seen, shape (2, 2) [px]."""
    rows, columns = np.nonzero((seen.inks >= 0) & (seen.inks != seen.names.index(FLOOR)))
    return np.array([[columns.min(), rows.min()], [columns.max() + 1, rows.max() + 1]], dtype=float)

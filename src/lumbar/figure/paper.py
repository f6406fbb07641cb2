"""Start and peak of an exercise for paper: two drawings of one scale, cut close to what is on them."""

from typing import Final

import numpy as np

from lumbar.body.arrays import FloatArray
from lumbar.figure.arrows import arrows_of
from lumbar.figure.draw import label
from lumbar.figure.palette import FLOOR
from lumbar.figure.stage import Stage
from lumbar.figure.still import height_of
from lumbar.figure.svg import to_svg

_WIDTH: Final = 600  # of the grid: printed 50 mm wide, a step of it is a twelfth of a millimetre
_LOOK_PX: Final = 240  # wide enough to see how far the body and its things reach
_EDGE: Final = 0.02  # of the width, left around them; ours


def to_paper(stage: Stage, words: tuple[str, str]) -> tuple[str, str]:
    """Return the start, and the peak with its arrows, as SVG in the theme `paper`.

    Args:
        stage: The stage.
        words: What it shows, in a few words, and for those who do not see it.
    """
    window = _window(stage)
    start = to_svg(stage, 0.0, words, "paper", arrows=False, width=_WIDTH, window=window)
    return start, to_svg(stage, 1.0, words, "paper", width=_WIDTH, window=window)


def _window(stage: Stage) -> tuple[int, int, int, int]:
    """Return what of the grid is shown: left, top, width and height, with all of the body, its things and arrows."""
    spots = [*(_reach(stage, share) for share in (0.0, 1.0)), *(arrow.points() for arrow in arrows_of(stage, 1.0))]
    every = np.concatenate(spots) * _WIDTH
    edge = _EDGE * _WIDTH
    low = np.maximum(every.min(axis=0) - edge, 0)
    high = np.minimum(every.max(axis=0) + edge, (_WIDTH, height_of(_WIDTH)))
    left, top = np.floor(low).astype(int).tolist()
    wide, tall = np.ceil(high - low).astype(int).tolist()
    return left, top, wide, tall


def _reach(stage: Stage, share: float) -> FloatArray:
    """Return the two corners between which everything but the ground is seen, shape (2, 2) [shares of the width]."""
    scene = stage.scene(share)
    inks = label(scene, _LOOK_PX, height_of(_LOOK_PX))
    rows, columns = np.nonzero((inks >= 0) & (inks != scene.solid.inks.index(FLOOR)))
    return np.array([[columns.min(), rows.min()], [columns.max() + 1, rows.max() + 1]]) / _LOOK_PX

"""Curves as paths of SVG, with as few figures as a picture of 1200 x 900 needs."""

from collections.abc import Iterable

from lumbar.body.arrays import FloatArray
from lumbar.figure.arrows import Arrow
from lumbar.figure.still import neck_share, outline


def line_path(arrow: Arrow, width: int) -> str:
    """Return the line of an arrow, to be stroked, in a picture of this width."""
    start, *rest = arrow.until(neck_share(arrow)) * width
    return f"M{written(start)}C{' '.join(written(corner) for corner in rest)}"


def head_path(arrow: Arrow, width: int) -> str:
    """Return the head of an arrow, to be filled."""
    _, head = outline(arrow)
    return f"{_straight(head * width)}Z"


def written(values: Iterable[float]) -> str:
    """Return numbers as SVG reads them, one digit after the point at most.

    >>> written([1.04, -2.0, 0.26])
    '1 -2 0.3'
    """
    return " ".join(f"{round(float(value), 1) + 0.0:g}" for value in values)


def _straight(places: FloatArray) -> str:
    return f"M{written(places[0])}L{' '.join(written(place) for place in places[1:])}"

"""Small charts as numbers for an SVG: one line of ink, blue for the second, first and last point marked."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

WIDTH: Final = 320
BASE: Final = 112.0
TOP: Final = 14.0
MARGIN: Final = 6.0
ABOVE: Final = 5.0  # of a bar's top stands its number
APART: Final = 44.0  # two numbers of five figures do not touch; ours


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its path, its first and last point, and whether it is the blue one."""

    path: str
    first: tuple[float, float]
    last: tuple[float, float]
    blue: bool
    name: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: where it stands, how wide and high it is, and whether it is the last."""

    x: float
    y: float
    width: float
    height: float
    blue: bool
    hollow: bool


def lines(series: Sequence[tuple[str, Sequence[float]]]) -> tuple[Line, ...]:
    """Return lines over one common scale from zero; the second one is blue."""
    highest = max((v for _, values in series for v in values), default=0) or 1
    return tuple(_line(name, values, highest, blue=n > 0) for n, (name, values) in enumerate(series) if values)


def _line(name: str, values: Sequence[float], highest: float, *, blue: bool) -> Line:
    step = (WIDTH - 2 * MARGIN) / max(1, len(values) - 1)
    points = [(round(MARGIN + n * step, 1), round(BASE - (BASE - TOP) * v / highest, 1)) for n, v in enumerate(values)]
    path = "M" + " L".join(f"{x} {y}" for x, y in points)
    return Line(path, points[0], points[-1], blue, name)


def bars(values: Sequence[float | None], highest: float, *, now: int | None = None) -> tuple[Bar, ...]:
    """Return bars from zero to `highest`; None leaves a hollow stub. The bar `now` is blue, else the last."""
    if not values:
        return ()
    blue = len(values) - 1 if now is None else now
    step = WIDTH / len(values)
    width = max(1.5, min(22.0, step * 0.68))
    made = []
    for n, value in enumerate(values):
        height = 3.0 if not value else round((BASE - TOP) * value / highest, 1)
        x = round(n * step + (step - width) / 2, 1)
        made.append(Bar(x, round(BASE - height, 1), round(width, 1), height, n == blue, value is None))
    return tuple(made)


@dataclass(frozen=True, slots=True)
class Mark:
    """A number over a bar, its middle at `x`."""

    x: float
    y: float
    text: str


def marks(drawn: Sequence[Bar], said: Sequence[str]) -> tuple[Mark, ...]:
    """Return what is `said` over the highest of some bars and over the last, unless these stand too near.

    >>> [mark.text for mark in marks(bars([1, 3, 2, 2], 3), ["1", "3", "2", "2"])]
    ['3', '2']
    """
    if not drawn:
        return ()
    last, highest = len(drawn) - 1, max(range(len(drawn)), key=lambda n: drawn[n].height)
    is_apart = drawn[last].x - drawn[highest].x >= APART
    return tuple(_mark(drawn[n], said[n]) for n in ([highest, last] if is_apart else [highest]))


def _mark(bar: Bar, text: str) -> Mark:
    middle = bar.x + bar.width / 2
    return Mark(round(min(max(middle, APART / 2), WIDTH - APART / 2), 1), round(bar.y - ABOVE, 1), text)


@dataclass(frozen=True, slots=True)
class Curve:
    """A line over a measure: its path, its two ends, and where on it the person is now; None where that is off it."""

    path: str
    ends: tuple[tuple[float, float], tuple[float, float]]
    now: tuple[float, float] | None


def curve(points: Sequence[tuple[float, float]], now: float, highest: float) -> Curve:
    """Return a curve through at least two `points`, rising in their first number, on a scale from zero to `highest`."""
    low, high = points[0][0], points[-1][0]

    def place(x: float, y: float) -> tuple[float, float]:
        across = MARGIN + (WIDTH - 2 * MARGIN) * (x - low) / (high - low)
        return round(across, 1), round(BASE - (BASE - TOP) * y / (highest or 1), 1)

    drawn = [place(x, y) for x, y in points]
    here = place(now, value_at(points, now)) if low <= now <= high else None
    return Curve("M" + " L".join(f"{x} {y}" for x, y in drawn), (drawn[0], drawn[-1]), here)


def value_at(points: Sequence[tuple[float, float]], at: float) -> float:
    """Return the value on a curve, straight between its points and level beyond them.

    >>> value_at(((0, 10), (10, 20)), 5), value_at(((0, 10), (10, 20)), 12)
    (15.0, 20.0)
    """
    for (x, y), (next_x, next_y) in pairwise(points):
        if at <= next_x:
            return y + (next_y - y) * max(0.0, at - x) / (next_x - x)
    return float(points[-1][1])

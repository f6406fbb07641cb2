"""Small charts as numbers for an SVG: one line of ink, blue for the second, first and last point marked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

WIDTH: Final = 320
BASE: Final = 112.0
TOP: Final = 14.0
MARGIN: Final = 6.0


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


def bars(values: Sequence[float | None], highest: float) -> tuple[Bar, ...]:
    """Return bars from zero to `highest`; None leaves a hollow stub."""
    if not values:
        return ()
    step = WIDTH / len(values)
    width = max(1.5, min(22.0, step * 0.68))
    made = []
    for n, value in enumerate(values):
        height = 3.0 if not value else round((BASE - TOP) * value / highest, 1)
        x = round(n * step + (step - width) / 2, 1)
        made.append(Bar(x, round(BASE - height, 1), round(width, 1), height, n == len(values) - 1, value is None))
    return tuple(made)

"""Pictures of the peaks: what of the film is shown, and the skeleton drawn over it as SVG."""

from base64 import b64encode
from dataclasses import dataclass
from gettext import NullTranslations
from html import escape
from typing import Final

import numpy as np

from lumbar.app.watch import Outcome
from lumbar.app.watch_skeleton import Line, across, joints, lines, near_is_left
from lumbar.coach.frame import FloatArray, Track

MOST: Final = 12  # pictures; ours
ROOM: Final = 0.16  # of the body's larger extent, left around it; ours
SHAPE: Final = 4 / 3  # width to height
SPREAD: Final = (0.2, 0.5, 0.8)  # of the film: what is shown of one in which nothing was counted; ours
Box = tuple[float, float, float, float]
"""Left, top, width and height [px] of the film."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment to show: the number of the frame, its time [s], and the words below it."""

    frame: int
    at_s: float
    caption: str


def moments(outcome: Outcome, words: NullTranslations) -> tuple[Moment, ...]:
    """Return the peaks to show, at most `MOST`.

    Where nothing was counted these are the middles of the holds, else the peaks that were not reached, else moments in
    which somebody is seen.
    """
    sides = {"left": words.gettext("left"), "right": words.gettext("right"), None: ""}
    done = sorted(outcome.watched.repetitions, key=lambda one: one.peak_s)
    told = [
        (one.peak_s, f"{number}", one.side) for number, one in enumerate((one for one in done if one.full), start=1)
    ]
    if not told:
        told = [((one.from_s + one.to_s) / 2, f"{one.seconds:.1f} s", one.side) for one in outcome.watched.holds]
    if not told:
        told = [(one.peak_s, words.gettext("partial"), one.side) for one in done]
    if not told:
        told = [(at_s, "", None) for at_s in _spread(outcome.track)]
    times = outcome.track.times_s
    return tuple(
        Moment(int(np.abs(times - at_s).argmin()), at_s, " · ".join(filter(None, (name, sides[side]))))
        for at_s, name, side in told[:MOST]
    )


def _spread(track: Track) -> list[float]:
    """Return times [s] from early to late in which somebody is seen."""
    seen = track.times_s[np.isfinite(track.points_px).any(axis=(1, 2))]
    return [float(seen[round(share * (len(seen) - 1))]) for share in SPREAD] if len(seen) >= len(SPREAD) else []


def box_around(track: Track, shown: tuple[Moment, ...]) -> Box:
    """Return the part of the film that holds the body in every picture, the same for all: 4 to 3, or upright 3 to 4."""
    points = track.points_px[[moment.frame for moment in shown]].reshape(-1, 2)
    points = points[np.isfinite(points).all(axis=1)]
    if not len(points):
        return (0.0, 0.0, float(track.size_px[0]), float(track.size_px[1]))
    low, high = points.min(axis=0), points.max(axis=0)
    around = high - low + 2 * ROOM * (high - low).max()
    shape = SHAPE if around[0] >= around[1] else 1 / SHAPE
    width = max(float(around[0]), float(around[1]) * shape)
    (left, wide), (top, tall) = (
        _within(float(middle), size, whole)
        for middle, size, whole in zip((low + high) / 2, (width, width / shape), track.size_px, strict=True)
    )
    return (left, top, wide, tall)


def _within(middle: float, size: float, whole: int) -> tuple[float, float]:
    """Return where to begin to show `size` of the `whole` about its `middle`, and how much of it there is [px]."""
    size = min(size, float(whole))
    return (min(max(middle - size / 2, 0.0), whole - size), size)


def picture(track: Track, moment: Moment, box: Box, jpeg: bytes | None, label: str) -> str:
    """Return the picture of `moment` as SVG: the photo `jpeg`, which shows `box`, under the skeleton."""
    left, top, width, height = box
    stroke = width / 110
    points = track.points_px[moment.frame]
    near = near_is_left(track, moment.frame)
    photo = "" if jpeg is None else _photo(jpeg, box)
    return "".join(
        (
            f'<svg viewBox="{left:.0f} {top:.0f} {width:.0f} {height:.0f}" role="img" aria-label="{escape(label)}">',
            photo,
            f'<g class="bones" stroke-width="{stroke:.1f}">',
            _paths("far", (*lines(points, left=not near), *across(points))),
            f'<g stroke-width="{2.4 * stroke:.1f}">{_paths("halo", lines(points, left=near))}</g>',
            _paths("near", lines(points, left=near)),
            _dots(joints(points, left=near), 1.1 * stroke),
            "</g></svg>",
        )
    )


def _photo(jpeg: bytes, box: Box) -> str:
    left, top, width, height = box
    place = f'x="{left:.0f}" y="{top:.0f}" width="{width:.0f}" height="{height:.0f}"'
    return f'<image {place} href="data:image/jpeg;base64,{b64encode(jpeg).decode()}"/>'


def _paths(name: str, ways: tuple[Line, ...]) -> str:
    drawn = "".join("M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in way) for way in ways if np.isfinite(way).all())
    return f'<path class="{name}" d="{drawn}"/>' if drawn else ""


def _dots(points: FloatArray, radius: float) -> str:
    seen = points[np.isfinite(points).all(axis=1)]
    return "".join(f'<circle class="joint" cx="{x:.0f}" cy="{y:.0f}" r="{radius:.1f}"/>' for x, y in seen)

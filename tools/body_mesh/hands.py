"""Shapes of the hands: flat, relaxed, and closed round a bar. A finger's bones are turned to point where they should.

In a hand's frame at zero the fingers point down, the palm faces back (-x), and the thumb is on the inside.
"""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from lumbar.body.arrays import FloatArray, turns_about
from lumbar.body.names import PLACE, SIDES, segment_on
from tools.body_mesh.source import Source
from tools.body_mesh.zero import Places, least_turn, rig_places

BAR_RADIUS_M: Final = 0.014
_FINGERS: Final = (2, 3, 4, 5)
_SPREADS: Final = {2: -5.0, 3: -1.0, 4: 3.0, 5: 8.0}  # [deg], outward; ours, like all that follows
_FLAT: Final = dict.fromkeys(_FINGERS, (1.0, 2.0, 3.0))
_RELAXED: Final = {2: (14.0, 34.0, 46.0), 3: (19.0, 44.0, 58.0), 4: (23.0, 51.0, 66.0), 5: (26.0, 54.0, 70.0)}
_HALF_FINGER: Final = 0.006  # of height: half as thick as a finger
# Where the thumb's three bones point: ahead, outward, up.
_THUMBS: Final = {
    "flat": ((-0.14, -0.60, -0.78), (0.02, -0.52, -0.85), (0.02, -0.40, -0.92)),
    "relaxed": ((-0.50, -0.38, -0.78), (-0.42, -0.22, -0.88), (-0.50, -0.05, -0.86)),
    "grip": ((-0.62, -0.30, -0.72), (-0.72, 0.20, -0.66), (-0.30, 0.80, -0.45)),
}

Directions = Mapping[str, FloatArray]


def shaped(
    source: Source, vertices_m: FloatArray, shape: str, first_deg: float = 0.0, reach_m: float = 0.0
) -> FloatArray:
    """Return the vertices [m] with both hands in a shape: "flat", "relaxed" or "grip" (round a bar that is held)."""
    places = rig_places(source, vertices_m)
    moved = vertices_m.copy()
    for side, left in zip(SIDES, (1, -1), strict=True):
        wished = _wished(places, shape, first_deg, reach_m, left)
        for bone, (turn, shift) in _moves(places, wished, side[0].upper()).items():
            weight = source.weights[:, [source.bones.index(bone)]]
            moved += weight * (vertices_m @ turn.T + shift - vertices_m)
    return moved


def gripping(source: Source, flat_m: FloatArray, hands: FloatArray, grip_m: float, height_m: float) -> FloatArray:
    """Return the vertices [m] with hands round a bar, whose middle is in line with the forearm.

    Args:
        source: The rig.
        flat_m: The vertices with flat hands [m], shape (v, 3).
        hands: How much each vertex belongs to a hand, shape (v,).
        grip_m: From the wrist to the middle of the bar [m].
        height_m: The body's height [m].
    """
    places = rig_places(source, flat_m)
    reach = BAR_RADIUS_M + _HALF_FINGER * height_m
    first = min(np.arange(30.0, 90.0, 0.25), key=lambda angle: abs(np.linalg.norm(_bar(places, angle, reach)) - grip_m))
    closed = shaped(source, flat_m, "grip", first, reach)
    x, z = _bar(places, first, reach)
    tilt = np.arctan2(-x, -z)
    moved = closed.copy()
    for side, left in zip(SIDES, (1, -1), strict=True):
        own = hands * (flat_m[:, 1] * left > 0)
        wrist = places[f"wrist.{side[0].upper()}"]
        moved = np.einsum("vij,vj->vi", turns_about("y", -tilt * own), moved - wrist) + wrist
        moved = _pressed(moved, own > 0.5, wrist - [0, 0, grip_m])  # noqa: PLR2004 - mostly
    return moved


def laid_flat(vertices_m: FloatArray, hands: FloatArray, palm_m: float) -> FloatArray:
    """Return the vertices [m] with the palms pressed even, `palm_m` [m] ahead of the wrist, as on a floor."""
    even = vertices_m.copy()
    even[:, 0] += np.maximum(palm_m - even[:, 0], 0) * np.clip(2 * hands - 0.5, 0, 1)
    return even


def _pressed(vertices_m: FloatArray, where: npt.NDArray[np.bool_], middle_m: FloatArray) -> FloatArray:
    """Return the vertices [m] with those of a hand that are inside the bar laid on it, as flesh is."""
    from_middle = (vertices_m - middle_m) * [1, 0, 1]
    far = np.maximum(np.linalg.norm(from_middle, axis=1, keepdims=True), 1e-6)
    inside = where[:, np.newaxis] & (far < BAR_RADIUS_M)
    return np.where(inside, vertices_m + from_middle * (BAR_RADIUS_M / far - 1), vertices_m)


def belonging(weights: FloatArray) -> FloatArray:
    """Return how much each vertex belongs to a hand, from how much it belongs to each segment."""
    return np.asarray(weights[:, [PLACE[segment_on(side, "hand")] for side in SIDES]].sum(axis=1))


def _bar(places: Places, first_deg: float, reach_m: float) -> tuple[float, float]:
    """Return where the middle of a bar is, from the wrist, ahead and up [m], for a turn of the first bones."""
    wrist, knuckle, next_one = (places[f"{name}.L"] for name in ("wrist", "finger3-1", "finger3-2"))
    along = float(np.linalg.norm(next_one - knuckle)) - reach_m
    sin, cos = np.sin(np.radians(first_deg)), np.cos(np.radians(first_deg))
    x = knuckle[0] - wrist[0] - along * sin - reach_m * cos
    return x, knuckle[2] - wrist[2] - along * cos + reach_m * sin


def _wrapped(places: Places, first_deg: float, reach_m: float) -> dict[int, list[float]]:
    """Return how far each bone of each finger is curled [deg], to go round a bar as closely as it can."""
    wrist = places["wrist.L"]
    middle = np.array(_bar(places, first_deg, reach_m)) + wrist[[0, 2]]
    curls: dict[int, list[float]] = {}
    for finger in _FINGERS:
        names = [f"finger{finger}-{part}" for part in (1, 2, 3)]
        at, low = places[f"{names[0]}.L"][[0, 2]], first_deg - 30
        for name, end in zip(names, _ends(places, names, "L"), strict=True):
            long = float(np.linalg.norm(end - places[f"{name}.L"]))
            low = max(
                (curl for curl in np.arange(low, low + 110, 1.0) if _gap(at, curl, long, middle) >= 0.97 * reach_m),
                default=low,
            )
            curls.setdefault(finger, []).append(low)
            at = at + long * _pointing(low, 0)[[0, 2]]
    return curls


def _gap(at: FloatArray, curl_deg: float, long_m: float, middle: FloatArray) -> float:
    """Return how near a bone comes to the middle of the bar [m]."""
    way = _pointing(curl_deg, 0)[[0, 2]]
    along = np.clip((middle - at) @ way, 0, long_m)
    return float(np.linalg.norm(at + along * way - middle))


def _wished(places: Places, shape: str, first_deg: float, reach_m: float, left: int) -> Directions:
    curls: Mapping[int, Sequence[float]] = {"flat": _FLAT, "relaxed": _RELAXED}.get(shape) or _wrapped(
        places, first_deg, reach_m
    )
    wished = {f"finger1-{part}": np.array(way) * (1, left, 1) for part, way in enumerate(_THUMBS[shape], start=1)}
    for finger, angles in curls.items():
        spread = np.radians(_SPREADS[finger] * (0.6 if shape == "relaxed" else 1.0 if shape == "flat" else 0.2)) * left
        wished |= {f"finger{finger}-{part}": _pointing(angle, spread) for part, angle in enumerate(angles, start=1)}
    return wished


def _pointing(curl_deg: float, spread_rad: float) -> FloatArray:
    curl = np.radians(curl_deg)
    return np.array([-np.sin(curl), np.cos(curl) * np.sin(spread_rad), -np.cos(curl) * np.cos(spread_rad)])


def _moves(places: Places, wished: Directions, letter: str) -> dict[str, tuple[FloatArray, FloatArray]]:
    """Return for each bone of the fingers how it turns, and then shifts [m]."""
    moves = {}
    for finger in (1, *_FINGERS):
        names = [f"finger{finger}-{part}" for part in (1, 2, 3)]
        at = places[f"{names[0]}.{letter}"]
        for name, end in zip(names, _ends(places, names, letter), strict=True):
            here = places[f"{name}.{letter}"]
            turn = least_turn(end - here, wished[name])
            moves[f"{name}.{letter}"] = turn, at - turn @ here
            at = at + turn @ (end - here)
    return moves


def _ends(places: Places, names: Sequence[str], letter: str) -> list[FloatArray]:
    return [*(places[f"{name}.{letter}"] for name in names[1:]), places[f"{names[-1]}.{letter}_tail"]]

"""A shot: everything of a film that is left to chance, drawn from one generator, so that a seed is a film.

Ranges are ours: a phone or a laptop on the floor, a chair or a table, in a living room, by day or by lamp.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from numpy.random import Generator  # noqa: TID251  one that is handed down

from lumbar.figure.light import Lamp, Lighting
from lumbar.figure.palette import COLOURS
from lumbar.figure.view import View

ViewName = Literal["side", "front", "oblique", "top"]
VIEWS: Final[Mapping[ViewName, tuple[float, float]]] = MappingProxyType(
    {"side": (90, 7), "front": (0, 7), "oblique": (45, 8), "top": (90, 55)}
)
"""Direction from ahead towards the side that works, and height above the horizon [deg], about which a view varies.

Who lies on one side lies across the room, and is seen from the side where others are seen from ahead.
"""
_ACROSS_DEG: Final = 40.0  # a best view nearer to straight ahead than this is of a body that lies across
_APART: Final = 60  # of three times 255
_SKINS: Final = ("#f0c8a8", "#dba882", "#b67f5c", "#8d5a3b", "#6b4027", "#4a2c1c")
_HAIRS: Final = ("#1f1813", "#3a2a20", "#5a4030", "#8a6a45", "#77736d")
_CLOTHES: Final = ("#2f55d4", "#a23b3b", "#3d7a54", "#c9c2b6", "#2b2b2f", "#c98b2d", "#6a4c93", "#7d8791")
_WALLS: Final = ("#e8e2d6", "#d8dde0", "#cfd6c6", "#e6d3c3", "#b9c4cc", "#8f9a8d")
_FLOORS: Final = ("#9a7350", "#c2a27a", "#6e5640", "#8b8b88", "#b8b2a6")
_FURNITURE: Final = ("#6b4b32", "#d9d4ca", "#3f4a52", "#a58a6a", "#2e2a27", "#7c5b5b")


@dataclass(frozen=True, slots=True)
class Piece:
    """Furniture at the back wall: how far to the right and above the floor, and how wide, high and deep [m]."""

    right_m: float
    above_m: float
    size_m: tuple[float, float, float]
    ink: str


@dataclass(frozen=True, slots=True)
class Shot:
    """How a film is taken. `wall_m` is how far behind the person the wall is, `wall_turn_deg` how it is turned."""

    view: View
    lighting: Lighting
    colours: Mapping[str, str]
    wall_m: float
    wall_turn_deg: float
    furniture: tuple[Piece, ...]
    noise: float


def choose_shot(chance: Generator, name: ViewName, best: View, side: int) -> Shot:
    """Return a shot.

    Args:
        chance: Where chance comes from.
        name: Which view.
        best: The view of the stills, for what must be in the picture.
        side: 1 to film from the left, -1 from the right.
    """
    turn, rise = VIEWS[name]
    lies_across = abs(best.azimuth_deg) < _ACROSS_DEG
    azimuth = side * ((90 - turn if lies_across else turn) + chance.uniform(-12, 12))
    span = best.span_m * chance.uniform(1.05, 1.3)
    target = (best.target_m[0], best.target_m[1], best.target_m[2] + chance.uniform(-0.05, 0.08))
    view = View(azimuth, rise + chance.uniform(-4, 6), target, span, chance.uniform(24, 44))
    return Shot(
        view,
        _lighting(chance),
        _colours(chance),
        wall_m=chance.uniform(1.3, 2.6),
        wall_turn_deg=chance.uniform(-14, 14),
        furniture=tuple(_furniture(chance)),
        noise=chance.uniform(1, 5),
    )


def _pick(chance: Generator, colours: Sequence[str]) -> str:
    return colours[int(chance.integers(len(colours)))]


def _differ(one: str, other: str) -> bool:
    """Return whether two colours can be told apart: a head must not look bald."""
    parts = [abs(int(one[i : i + 2], 16) - int(other[i : i + 2], 16)) for i in (1, 3, 5)]
    return sum(parts) > _APART


def _colours(chance: Generator) -> Mapping[str, str]:
    shirt, skin = _pick(chance, _CLOTHES), _pick(chance, _SKINS)
    own = {
        "skin": skin,
        "hair": _pick(chance, [hair for hair in _HAIRS if _differ(hair, skin)]),
        "shirt": shirt,
        "shorts": _pick(chance, [colour for colour in _CLOTHES if colour != shirt]),
        "mat": _pick(chance, _CLOTHES + _FLOORS),
        "room-wall": _pick(chance, _WALLS),
        "room-floor": _pick(chance, _FLOORS),
        "skirting": _pick(chance, _WALLS),
        **{f"furniture-{place}": _pick(chance, _FURNITURE) for place in range(4)},
    }
    return MappingProxyType({**COLOURS, **own})


def _lighting(chance: Generator) -> Lighting:
    warm = chance.uniform(0.75, 1.0)
    sun, sky = chance.uniform(0.35, 0.95), chance.uniform(0.35, 0.7)
    return Lighting(
        sun=Lamp(chance.uniform(-75, 75), chance.uniform(32, 65), (sun, sun * (0.9 + 0.1 * warm), sun * warm)),
        rim=Lamp(chance.uniform(110, 200), 30, (0.15, 0.15, 0.15)),
        sky=(sky, sky, sky),
        ground=(0.75 * sky, 0.7 * sky, 0.65 * sky),
        soft_deg=chance.uniform(5, 14),
        sun_rays=12,
        sky_rays=24,
    )


def _furniture(chance: Generator) -> list[Piece]:
    pieces = []
    for place in range(int(chance.integers(1, 4))):
        wide, high, deep = chance.uniform(0.4, 1.4), chance.uniform(0.4, 1.9), chance.uniform(0.25, 0.5)
        pieces.append(Piece(chance.uniform(-2.2, 2.2), 0, (wide, high, deep), f"furniture-{place}"))
    pieces.append(
        Piece(chance.uniform(-1.2, 1.2), chance.uniform(1.2, 1.5), (chance.uniform(0.3, 0.9), 0.5, 0.03), "furniture-3")
    )
    return pieces

"""The colours of a picture, by the name of their ink; those of the figure are chosen to be told apart in grey too."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

import numpy as np

from lumbar.body.arrays import FloatArray

FLOOR: Final = "floor"
"""The ink of the ground, of which nothing but the shadow is drawn."""

COLOURS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "skin": "#b67f5c",
        "shirt": "#2f55d4",
        "shorts": "#55504a",
        "hair": "#3a2a20",
        "shoes": "#d8d0c2",
        "eyes": "#e9e1d6",
        "pupils": "#2c211b",
        "mat": "#b9ad98",
        "wall": "#e0d6c4",
        "pad": "#5f574d",
        "frame": "#8a857c",
        "steel": "#8a857c",
        "iron": "#37332e",
        "band": "#2f55d4",
    }
)
"""Colours [sRGB] by ink. A renderer that is given another ink draws it in `OTHER`."""
OTHER: Final = "#8a857c"
_MAN: Final = {"skin": "#cb9a78", "hair": "#4a3626"}
_BODIES: Final[Mapping[str, Mapping[str, str]]] = {"man": _MAN, "elder": {**_MAN, "hair": "#8d877f"}}
PAPER: Final[Mapping[str, str]] = MappingProxyType(
    {
        "skin": "#e3e0da",
        "shirt": COLOURS["shirt"],
        "shorts": "#a3a3a3",
        "hair": "#3a3a3a",
        "shoes": "#f2f0ec",
        "eyes": "#ffffff",
        "pupils": "#1d1a16",
        "mat": "#c9c9c9",
        "wall": "#e6e6e6",
        "pad": "#5f5f5f",
        "frame": "#8a8a8a",
        "steel": "#8a8a8a",
        "iron": "#373737",
        "band": COLOURS["band"],
    }
)
"""Colours by ink on paper: black and one blue, told apart without the blue as well. Ours."""


def colours_of(body: str) -> Mapping[str, str]:
    """Return the colours [sRGB] by ink of a picture with this body."""
    return MappingProxyType({**COLOURS, **_BODIES.get(body, {})})


def linear(colour: str) -> FloatArray:
    """Return a colour, written #rrggbb, as amounts of light from 0 to 1, shape (3,).

    >>> linear("#ff8000").round(2).tolist()
    [1.0, 0.22, 0.0]
    """
    shown = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.asarray(np.where(shown <= 0.04045, shown / 12.92, ((shown + 0.055) / 1.055) ** 2.4))  # noqa: PLR2004  sRGB


def shown(light: FloatArray) -> FloatArray:
    """Return amounts of light as a screen is told them [sRGB], 0 to 1; the way back of `linear`."""
    capped = np.clip(light, 0, 1)
    return np.asarray(np.where(capped <= 0.0031308, capped * 12.92, 1.055 * capped ** (1 / 2.4) - 0.055))  # noqa: PLR2004


def table(inks: Sequence[str], colours: Mapping[str, str]) -> FloatArray:
    """Return the light that each of `inks` gives back, shape (inks, 3)."""
    return np.array([linear(colours.get(ink, OTHER)) for ink in inks]).reshape(-1, 3)

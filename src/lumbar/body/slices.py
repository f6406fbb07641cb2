"""Cutting a part of the trunk across: what each slice weighs and where its centre is.

De Leva cuts the trunk at the navel and the xiphoid, a spine bends elsewhere. A part is taken as a rod whose weight
grows evenly from one end to the other, so that its mass and its centre of mass are exactly those of the table; a
slice of the rod then has a mass and a centre of its own, and slices put together again are the part.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rod:
    """An upright rod: from `low_m` to `high_m` [m], its `mass_kg` [kg], its centre's height `centre_m` [m]."""

    low_m: float
    high_m: float
    mass_kg: float
    centre_m: float

    def slice(self, low_m: float, high_m: float) -> "Lump":
        """Return what lies between two heights [m]; what is outside the rod weighs nothing."""
        start, end = (self._share(height) for height in (low_m, high_m))
        slope = 6 * (self._share(self.centre_m) - 0.5)  # of the density along the rod, which is 1 in its middle
        first = (end - start) * (1 - slope) + slope * (end**2 - start**2)
        moment = (end**2 - start**2) * (1 - slope) / 2 + slope * (end**3 - start**3) * 2 / 3
        centre = moment / first if first else start
        return Lump(self.mass_kg * first, self.low_m + centre * (self.high_m - self.low_m))

    def _share(self, height_m: float) -> float:
        return min(max((height_m - self.low_m) / (self.high_m - self.low_m), 0.0), 1.0)


@dataclass(frozen=True, slots=True)
class Lump:
    """A mass [kg] and the height [m] of its centre."""

    mass_kg: float
    centre_m: float


def together(lumps: Iterable[Lump]) -> Lump:
    """Return several lumps as one, with their common centre."""
    whole = [lump for lump in lumps if lump.mass_kg]
    mass = sum(lump.mass_kg for lump in whole)
    return Lump(mass, sum(lump.mass_kg * lump.centre_m for lump in whole) / mass)

"""How hard each segment is to turn: its moment of inertia, for the load of a movement that is not slow.

De Leva's radii of gyration tell how far a part's mass is spread along each of its axes. A slice of the trunk keeps the
spread across, and along the spine is spread evenly over its own length (ours; his parts end elsewhere).
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

import numpy as np

from lumbar.body.anthropometry import PAIRED, SAMPLES, Part
from lumbar.body.arrays import FloatArray
from lumbar.body.names import PLACE, SEGMENTS
from lumbar.body.physique import Physique

_TRUNK: Final[tuple[Part, ...]] = ("lower-trunk", "middle-trunk", "upper-trunk")


@lru_cache(maxsize=64)
def inertias_kg_m2(physique: Physique) -> FloatArray:
    """Return each segment's moments of inertia about its centre and its own axes [kg m2], shape (segments, 3).

    Source:
        de Leva (1996), table 4; axes forward, left and up are his sagittal, transverse and longitudinal.
    """
    spreads = np.zeros((len(SEGMENTS), 3))
    for part, data in SAMPLES[physique.sex].parts.items():
        if part in PAIRED or part == "head":
            spread = _spread_m2(data.gyration_ratios) * physique.lengths_m[part] ** 2
            for segment in _segments_of(part):
                spreads[PLACE[segment]] = spread
    for segment, spread in _trunk(physique):
        spreads[PLACE[segment]] = spread
    about = spreads.sum(axis=1, keepdims=True) - spreads
    return np.asarray(physique.masses_kg[:, np.newaxis] * about)


def _segments_of(part: Part) -> Iterator[str]:
    name = part.replace("-", "_")
    yield from (segment for segment in SEGMENTS if segment.removesuffix("_left").removesuffix("_right") == name)


def _spread_m2(gyration_ratios: tuple[float, float, float]) -> FloatArray:
    """Return the mean square distance along each axis, in squared lengths, from radii of gyration about them."""
    squares = np.array(gyration_ratios) ** 2
    return np.asarray(squares.sum() / 2 - squares)


def _trunk(physique: Physique) -> Iterator[tuple[str, FloatArray]]:
    """Yield the spread of pelvis, abdomen and thorax [m2]: slices of the three parts of the table's trunk."""
    parts, lengths = SAMPLES[physique.sex].parts, physique.lengths_m
    ends = np.concatenate([[0.0], np.cumsum([lengths[part] for part in _TRUNK])])
    cuts = np.concatenate([[0.0], np.cumsum([physique.offsets_m[PLACE[s], 2] for s in ("abdomen", "thorax", "head")])])
    across = np.array([_spread_m2(parts[part].gyration_ratios) * lengths[part] ** 2 for part in _TRUNK])
    density = np.array([parts[part].mass_ratio / lengths[part] for part in _TRUNK])
    for segment, low, high in zip(("pelvis", "abdomen", "thorax"), cuts[:-1], cuts[1:], strict=True):
        inside = np.clip(np.minimum(high, ends[1:]) - np.maximum(low, ends[:-1]), 0.0, None)
        shares = density * inside / (density * inside).sum()
        spread = shares @ across
        spread[2] = (high - low) ** 2 / 12
        yield segment, spread

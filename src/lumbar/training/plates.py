"""Plates: which loads [kg] can be put together from what a person owns.

A bar takes plates in pairs; a dumbbell or a single plate is held as it is. Where nothing is listed, loads go in
steps. All loads are rounded to a gram, so that sums of plates compare equal.
"""

from collections import Counter
from functools import lru_cache
from typing import Final

from lumbar.catalogue.exercise import Equipment
from lumbar.journal.profile import Weights

BAR_KG: Final = 20.0  # ours: the common bar, where a person names none
HIGHEST_KG: Final = 400.0  # ours: no step list goes further
GRAM: Final = 3  # decimals of a kilogram that are kept


def rounded(kg: float) -> float:
    """Return `kg` [kg] rounded to a gram."""
    return round(kg, GRAM)


def bar_kg(weights: Weights) -> float:
    """Return the bar's mass [kg]: the person's own, or the common one."""
    return BAR_KG if weights.bar_kg is None else weights.bar_kg


def loadable(weights: Weights, tools: frozenset[Equipment]) -> tuple[float, ...]:
    """Return every load [kg] that `tools` can make of `weights`, rising, without repeats.

    A stand-in has no known weight and makes none.
    """
    return _loadable(weights, tools)


@lru_cache(maxsize=256)
def _loadable(weights: Weights, tools: frozenset[Equipment]) -> tuple[float, ...]:
    loads: set[float] = set()
    if Equipment.BARBELL in tools:
        loads.update(_barbell(weights))
    if Equipment.DUMBBELL in tools:
        loads.update(weights.dumbbells_kg or _steps(weights.step_kg, 0.0))
    if Equipment.PLATE in tools:
        loads.update(weights.plates_kg or _steps(weights.step_kg, 0.0))
    return tuple(sorted(rounded(kg) for kg in loads if kg > 0))


def _barbell(weights: Weights) -> set[float]:
    bar = bar_kg(weights)
    if not weights.plates_kg:
        return {bar, *_steps(weights.step_kg, bar)}
    return {rounded(bar + 2 * side) for side in _sides(weights.plates_kg)}


def _steps(step: float, start: float) -> set[float]:
    count = int((HIGHEST_KG - start) / step) if step > 0 else 0
    return {rounded(start + i * step) for i in range(1, count + 1)}


def _sides(plates: tuple[float, ...]) -> set[float]:
    sums = {0.0}
    for plate, owned in Counter(plates).items():
        sums = {rounded(s + n * plate) for s in sums for n in range(owned // 2 + 1)}
    return sums

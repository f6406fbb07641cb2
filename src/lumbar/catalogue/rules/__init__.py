"""The rules of the catalogue, a file for each family, in order of code.

A family's codes share their tens: C000 the shape of the file, C010 who it is, C020 sources, C030 facts, C040 dose,
C050 ladder and load, C060 place in the plan, C070 neighbours, C080 words, C090 the camera, C100 the motion,
C110 what the camera watches.
"""

from typing import Final

from lumbar.catalogue.reading import READING
from lumbar.catalogue.rule import Rule
from lumbar.catalogue.rules import (
    camera,
    coaching,
    dose,
    facts,
    identity,
    ladder,
    load,
    motion,
    neighbours,
    placement,
    sources,
    words,
)

_FAMILIES: Final = (
    identity,
    sources,
    facts,
    dose,
    ladder,
    load,
    placement,
    neighbours,
    words,
    camera,
    motion,
    coaching,
)
_FOUND: Final = (value for family in _FAMILIES for value in vars(family).values() if isinstance(value, Rule))
RULES: Final[tuple[Rule, ...]] = (*READING, *sorted(_FOUND, key=lambda rule: rule.code))

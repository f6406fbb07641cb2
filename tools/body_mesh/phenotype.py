"""A body's shape from a few words about it: a blend of the package's targets, weighed as the package weighs them."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from lumbar.body.arrays import FloatArray
from tools.body_mesh.source import Source, read_target

_STEPS: Final[Mapping[str, Sequence[tuple[str, float]]]] = {
    "gender": (("male", 0), ("female", 1)),
    "age": (("baby", 0), ("child", 1 / 3), ("young", 2 / 3), ("old", 1)),
    "muscle": (("minmuscle", 0), ("averagemuscle", 0.5), ("maxmuscle", 1)),
    "weight": (("minweight", 0), ("averageweight", 0.5), ("maxweight", 1)),
    "height": (("minheight", 0), ("maxheight", 1)),
    "proportions": (("idealproportions", 0), ("uncommonproportions", 1)),
}
_KINDS: Final = (
    ("", ("origin", "gender", "age")),
    ("universal-", ("gender", "age", "muscle", "weight")),
    ("height/", ("gender", "age", "muscle", "weight", "height")),
    ("proportions/", ("gender", "age", "muscle", "weight", "proportions")),
)
_ORIGINS: Final = (("african", 1 / 3), ("asian", 1 / 3), ("caucasian", 1 / 3))


@dataclass(frozen=True, slots=True)
class Phenotype:
    """A body in shares from 0 to 1, as the package names them; an adult's age is from 2/3 (young) to 1 (old)."""

    gender: float
    age: float
    muscle: float
    weight: float
    height: float = 0.5
    proportions: float = 0.5


def shape_of(source: Source, phenotype: Phenotype) -> FloatArray:
    """Return the vertices of a body [m], shape (v, 3), as the rig stands."""
    vertices = source.vertices_m.copy()
    for name, share in _targets(phenotype):
        path = f"macrodetails/{name}"
        if (source.folder / "targets" / f"{path}.target.gz").exists():
            vertices += share * read_target(source.folder, path, len(vertices))
    return vertices


def _targets(phenotype: Phenotype) -> Iterator[tuple[str, float]]:
    for folder, traits in _KINDS:
        for choice in itertools.product(*(_shares(phenotype, trait) for trait in traits)):
            share = float(np.prod([weight for _, weight in choice]))
            yield folder + "-".join(name for name, _ in choice), share


def _shares(phenotype: Phenotype, trait: str) -> Sequence[tuple[str, float]]:
    """Return the two steps around a trait's value, each with its share; those with none are left out."""
    if trait == "origin":
        return _ORIGINS
    value, steps = getattr(phenotype, trait), _STEPS[trait]
    above = max(i for i in range(1, len(steps)) if i == 1 or value > steps[i - 1][1])
    low, high = steps[above - 1], steps[above]
    share = (value - low[1]) / (high[1] - low[1])
    return [(name, weight) for name, weight in ((low[0], 1 - share), (high[0], share)) if weight > 0]

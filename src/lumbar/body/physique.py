"""A person's body as the tree carries it: where joints sit, what segments weigh, and where their centres are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from lumbar.body.anthropometry import HIPS, SAMPLES, Hip, Part, Sample, Sex
from lumbar.body.arrays import FloatArray, Vector
from lumbar.body.names import PLACE, SEGMENTS, SIDES, Segment, segment_on
from lumbar.body.slices import Rod, together

ANKLE_HEIGHT: Final = 0.039  # of height; Drillis and Contini (1966), as in Winter, figure 4.1
SHOULDER_BESIDE: Final = 0.1  # of height, from the middle to the joint: ours
HEEL_BEHIND: Final = 0.22  # of the foot's length, from the ankle back to the heel: ours
BALL_AHEAD: Final = 0.5  # of the foot's length, from the ankle to the ball of the foot: ours

_HANGING: Final[tuple[tuple[str, Part], ...]] = (
    ("upper_arm", "upper-arm"),
    ("forearm", "forearm"),
    ("hand", "hand"),
    ("thigh", "thigh"),
    ("shank", "shank"),
)


@dataclass(frozen=True, slots=True, eq=False)  # two are equal when they are one; arrays cannot be hashed
class Physique:
    """A body measured: everything in the frames of its segments, which are the room's axes at zero.

    `offsets_m` [m], shape (segments, 3): each segment's joint in the frame of the segment it hangs on (zero for the
    pelvis, whose origin is the middle of the hip joints). `masses_kg` [kg], shape (segments,). `centres_m` [m], shape
    (segments, 3): each centre of mass from the segment's joint. The toes weigh nothing; the foot is weighed whole.
    """

    height_m: float
    mass_kg: float
    sex: Sex
    offsets_m: FloatArray
    masses_kg: FloatArray
    centres_m: FloatArray
    pelvis_width_m: float
    lengths_m: Mapping[Part, float]


def measure(height_m: float, mass_kg: float, sex: Sex) -> Physique:
    """Return the body of a person of this height [m], mass [kg] and sex.

    Lengths are proportional to height, masses to mass.

    Raises:
        ValueError: If height or mass is not above zero.

    Source:
        `anthropometry.py`; docs/reference/body.md.
    """
    if not (height_m > 0 and mass_kg > 0):
        message = "Height and mass must be above zero."
        raise ValueError(message)
    sample = SAMPLES[sex]
    scale = height_m / sample.height_m
    lengths = {part: data.length_m * scale for part, data in sample.parts.items()}
    width = sample.pelvis_to_leg_ratio * (lengths["thigh"] + lengths["shank"])
    marks = _marks(sample, HIPS[sex], lengths, scale, width)
    offsets, masses, centres = (np.zeros((len(SEGMENTS), *shape)) for shape in ((3,), (), (3,)))
    for segment, offset in _offsets(marks, HIPS[sex], lengths, height_m, width):
        offsets[PLACE[segment]] = offset
    weights = (*_trunk(sample, marks, lengths, HIPS[sex], width), *_limbs(sample, lengths, height_m))
    for segment, mass, centre in weights:
        masses[PLACE[segment]], centres[PLACE[segment]] = mass, centre
    return Physique(height_m, mass_kg, sex, offsets, masses * mass_kg / masses.sum(), centres, width, lengths)


@dataclass(frozen=True, slots=True)
class _Marks:
    """Heights [m] on the upright trunk, above the middle of the hip joints."""

    low_back: float
    navel: float
    chest: float  # the joint between the lumbar and the thoracic spine: the middle of de Leva's middle trunk, ours
    xiphoid: float
    shoulder: float
    neck: float


def _marks(sample: Sample, hip: Hip, lengths: Mapping[Part, float], scale: float, width_m: float) -> _Marks:
    navel = lengths["lower-trunk"]
    xiphoid = navel + lengths["middle-trunk"]
    return _Marks(
        low_back=hip.low_back_above * width_m,
        navel=navel,
        chest=(navel + xiphoid) / 2,
        xiphoid=xiphoid,
        shoulder=sample.shoulder_height_m * scale,
        neck=xiphoid + lengths["upper-trunk"],
    )


def _offsets(
    marks: _Marks, hip: Hip, lengths: Mapping[Part, float], height_m: float, width_m: float
) -> Iterator[tuple[Segment, Vector]]:
    behind = hip.low_back_behind * width_m
    yield "abdomen", (-behind, 0, marks.low_back)
    yield "thorax", (behind, 0, marks.chest - marks.low_back)
    yield "head", (0, 0, marks.neck - marks.chest)
    for side in SIDES:
        left = 1 if side == "left" else -1
        yield segment_on(side, "upper_arm"), (0, left * SHOULDER_BESIDE * height_m, marks.shoulder - marks.chest)
        yield segment_on(side, "forearm"), (0, 0, -lengths["upper-arm"])
        yield segment_on(side, "hand"), (0, 0, -lengths["forearm"])
        yield segment_on(side, "thigh"), (0, left * hip.hip_beside * width_m, 0)
        yield segment_on(side, "shank"), (0, 0, -lengths["thigh"])
        yield segment_on(side, "foot"), (0, 0, -lengths["shank"])
        yield segment_on(side, "toes"), (BALL_AHEAD * lengths["foot"], 0, -ANKLE_HEIGHT * height_m)


def _trunk(
    sample: Sample, marks: _Marks, lengths: Mapping[Part, float], hip: Hip, width_m: float
) -> Iterator[tuple[Segment, float, Vector]]:
    rods = [
        _rod(sample, "lower-trunk", 0, marks.navel),
        _rod(sample, "middle-trunk", marks.navel, marks.xiphoid),
        _rod(sample, "upper-trunk", marks.xiphoid, marks.neck),
    ]
    pelvis = together(rod.slice(0, marks.low_back) for rod in rods)
    abdomen = together(rod.slice(marks.low_back, marks.chest) for rod in rods)
    thorax = together(rod.slice(marks.chest, marks.neck) for rod in rods)
    head = sample.parts["head"]
    yield "pelvis", pelvis.mass_kg, (0, 0, pelvis.centre_m)
    yield "abdomen", abdomen.mass_kg, (hip.low_back_behind * width_m, 0, abdomen.centre_m - marks.low_back)
    yield "thorax", thorax.mass_kg, (0, 0, thorax.centre_m - marks.chest)
    yield "head", head.mass_ratio, (0, 0, (1 - head.centre_ratio) * lengths["head"])


def _rod(sample: Sample, part: Part, low_m: float, high_m: float) -> Rod:
    data = sample.parts[part]
    return Rod(low_m, high_m, data.mass_ratio, high_m - data.centre_ratio * (high_m - low_m))


def _limbs(sample: Sample, lengths: Mapping[Part, float], height_m: float) -> Iterator[tuple[Segment, float, Vector]]:
    for side in SIDES:
        for segment, part in _HANGING:
            data = sample.parts[part]
            yield segment_on(side, segment), data.mass_ratio, (0, 0, -data.centre_ratio * lengths[part])
        foot = sample.parts["foot"]
        ahead = (foot.centre_ratio - HEEL_BEHIND) * lengths["foot"]
        yield segment_on(side, "foot"), foot.mass_ratio, (ahead, 0, -ANKLE_HEIGHT * height_m / 2)

"""What a person's segments measure and weigh: de Leva's table, and the few lengths it does not give.

The table is that of de Leva (1996), J. Biomech. 29(9), 1223-1230, table 4, women and men. The alternative end points
are used where they are joints: vertex to cervicale for the head, cervicale to xiphoid for the upper trunk, knee to
ankle joint for the shank. Lengths are those of his sample (a woman of 1.735 m, a man of 1.741 m) and grow in
proportion to height; masses grow in proportion to mass. docs/reference/body.md says what was checked against what.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

Sex = Literal["female", "male"]
Part = Literal[
    "head", "upper-trunk", "middle-trunk", "lower-trunk", "upper-arm", "forearm", "hand", "thigh", "shank", "foot"
]
PAIRED: Final[frozenset[Part]] = frozenset({"upper-arm", "forearm", "hand", "thigh", "shank", "foot"})


@dataclass(frozen=True, slots=True)
class PartData:
    """One row of the table.

    `length_m` [m] is that of the sample, `mass_ratio` the share of the body's mass, `centre_ratio` the way to the
    centre of mass as a share of the length, from the upper end (the heel for the foot). `gyration_ratios` are radii
    of gyration as shares of the length: sagittal, transverse, longitudinal.
    """

    length_m: float
    mass_ratio: float
    centre_ratio: float
    gyration_ratios: tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Sample:
    """The people a table was measured on, and what it says of them; `parts` hold one side where there are two.

    `shoulder_height_m` [m] is from the middle of the hip joints to the middle of the shoulder joints,
    `fingertip_m` [m] from the wrist to the tip of the middle finger; `pelvis_to_leg_ratio` is the width between the
    front edges of the hip bones to the length of thigh and shank together.
    """

    height_m: float
    shoulder_height_m: float
    fingertip_m: float
    pelvis_to_leg_ratio: float
    parts: Mapping[Part, PartData]


WOMEN: Final = Sample(
    height_m=1.735,
    shoulder_height_m=0.4979,
    fingertip_m=0.1701,
    pelvis_to_leg_ratio=0.238 / (0.379 + 0.388),  # Dumas et al. (2007), women: width, thigh, leg
    parts=MappingProxyType(
        {
            "head": PartData(0.2437, 0.0668, 0.4841, (0.271, 0.295, 0.261)),
            "upper-trunk": PartData(0.2280, 0.1545, 0.5050, (0.466, 0.314, 0.449)),
            "middle-trunk": PartData(0.2053, 0.1465, 0.4512, (0.433, 0.354, 0.415)),
            "lower-trunk": PartData(0.1815, 0.1247, 0.4920, (0.433, 0.402, 0.444)),
            "upper-arm": PartData(0.2751, 0.0255, 0.5754, (0.278, 0.260, 0.148)),
            "forearm": PartData(0.2643, 0.0138, 0.4559, (0.261, 0.257, 0.094)),
            "hand": PartData(0.0780, 0.0056, 0.7474, (0.531, 0.454, 0.335)),
            "thigh": PartData(0.3685, 0.1478, 0.3612, (0.369, 0.364, 0.162)),
            "shank": PartData(0.4386, 0.0481, 0.4352, (0.267, 0.263, 0.092)),
            "foot": PartData(0.2283, 0.0129, 0.4014, (0.299, 0.279, 0.139)),
        }
    ),
)
MEN: Final = Sample(
    height_m=1.741,
    shoulder_height_m=0.5155,
    fingertip_m=0.1879,
    pelvis_to_leg_ratio=0.224 / (0.432 + 0.433),  # the same, men
    parts=MappingProxyType(
        {
            "head": PartData(0.2429, 0.0694, 0.5002, (0.303, 0.315, 0.261)),
            "upper-trunk": PartData(0.2421, 0.1596, 0.5066, (0.505, 0.320, 0.465)),
            "middle-trunk": PartData(0.2155, 0.1633, 0.4502, (0.482, 0.383, 0.468)),
            "lower-trunk": PartData(0.1457, 0.1117, 0.6115, (0.615, 0.551, 0.587)),
            "upper-arm": PartData(0.2817, 0.0271, 0.5772, (0.285, 0.269, 0.158)),
            "forearm": PartData(0.2689, 0.0162, 0.4574, (0.276, 0.265, 0.121)),
            "hand": PartData(0.0862, 0.0061, 0.7900, (0.628, 0.513, 0.401)),
            "thigh": PartData(0.4222, 0.1416, 0.4095, (0.329, 0.329, 0.149)),
            "shank": PartData(0.4403, 0.0433, 0.4395, (0.251, 0.246, 0.102)),
            "foot": PartData(0.2581, 0.0137, 0.4415, (0.257, 0.245, 0.124)),
        }
    ),
)
SAMPLES: Final[Mapping[Sex, Sample]] = MappingProxyType({"female": WOMEN, "male": MEN})


@dataclass(frozen=True, slots=True)
class Hip:
    """Where the low back and the hips lie in the pelvis, as shares of the pelvis' width.

    The frame is the pelvis' own: x forward, z up, with the front edges of the hip bones and the pubic bone in one
    upright plane, which is the pelvis at zero. Distances are from the middle of the hip joints.

    Source: Reed, Manary and Schneider (1999), doi 10.4271/1999-01-0959, as Dumas et al. (2007) use it.
    """

    low_back_behind: float
    low_back_above: float
    hip_beside: float
    front_edge_ahead: float
    front_edge_above: float


HIPS: Final[Mapping[Sex, Hip]] = MappingProxyType(
    {
        "female": Hip(0.289 - 0.197, 0.172 + 0.270, 0.372, 0.197, 0.270),
        "male": Hip(0.264 - 0.208, 0.126 + 0.278, 0.361, 0.208, 0.278),
    }
)

GRAVITY_M_S2: Final = 9.81  # [m/s2], rounded as in the works compared with

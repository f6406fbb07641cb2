"""The body moves in the browser as it does here: contract/figure.json holds poses, and the scripts' tests meet them."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import numpy as np

from lumbar.body.arrays import FloatArray, Vector
from lumbar.body.kinematics import place
from lumbar.body.names import PLACE, SEGMENTS, Segment
from lumbar.body.physique import measure
from lumbar.body.points import points_of
from lumbar.body.pose import Pose
from lumbar.body.tree import JOINTS, PARENT
from lumbar.figure.mesh import Bone
from lumbar.figure.skin import bone_moves, nearest_turn, rest_joints_m

CONTRACT: Final = Path(__file__).parents[2] / "contract" / "figure.json"
WOMAN: Final = measure(1.65, 62, "female")
LISTS: Final = re.compile(r"[\[{][^\[\]{}]*[\]}]")
POINTS: Final = ("head_top", "grip_left", "palm_right", "heel_left", "toe_right", "sacrum")
ON_ALL_FOURS: Final = Pose.of(
    pelvis_tilt=78, hip_flexion_right=78, hip_flexion_left=-12, knee_flexion_right=90, ankle_dorsiflexion=-50,
    toe_extension=-30, shoulder_flexion_left=78, shoulder_flexion_right=168, wrist_flexion=-90, neck_flexion=-5,
)  # fmt: skip
TWISTED: Final = Pose.of(
    pelvis_lean=85, pelvis_turn=20, lumbar_flexion=30, lumbar_bend=-20, lumbar_turn=10, thoracic_bend=15,
    neck_turn=60, neck_bend=-20, shoulder_abduction=120, shoulder_rotation=60, elbow_flexion=100, hip_abduction=40,
    hip_rotation=-50, hip_flexion_left=100, knee_flexion_left=120, forearm_rotation_left=80, forearm_rotation_right=-70,
    wrist_flexion=40,
)  # fmt: skip
REACHED: Final = Pose.of(
    shoulder_flexion=188, shoulder_abduction=20, elbow_flexion=140, hip_flexion=130, knee_flexion=150
)
POSES: Final[tuple[tuple[Pose, Vector], ...]] = (
    (Pose(), (0, 0, 0)),
    (ON_ALL_FOURS, (-0.3, 0, 0.45)),
    (TWISTED, (0.1, -0.2, 0.3)),
    (REACHED, (0, 0.05, 0.9)),
)


def test_the_contract_holds_where_joints_points_and_bones_are() -> None:
    made = {"tree": tree(), "poses": [stood(pose, root_m) for pose, root_m in POSES]}
    held = json.loads(CONTRACT.read_text(encoding="utf-8")) if CONTRACT.is_file() else None
    if held != made:
        CONTRACT.write_text(written(made), encoding="utf-8")
    assert held == made, "contract/figure.json was out of date; it is written anew."


def tree() -> Mapping[str, object]:
    """Return the joint tree of a body as its file carries it."""
    points = points_of(WOMAN)
    return {
        "segments": [
            {"name": s, "parent": PARENT.get(s), "offset_m": rounded(WOMAN.offsets_m[PLACE[s]])} for s in SEGMENTS
        ],
        "joints": [{"name": j.name, "segment": j.segment, "axis": j.axis, "sign": j.sign} for j in JOINTS],
        "bones": [
            {
                "name": b.name,
                "segment": b.segment,
                "share": b.share,
                "twist": b.twist,
                "nearest": rounded(nearest_turn(b.segment)),
            }
            for b in bones()
        ],
        "points": {p: {"segment": points[p].segment, "offset_m": rounded(points[p].offset_m)} for p in POINTS},
    }


def bones() -> tuple[Bone, ...]:
    """Return a bone rigid with each segment, one half-way at the joints that bend far, and some that twist."""
    far: tuple[Segment, ...] = ("upper_arm_left", "forearm_right", "thigh_left", "shank_right")
    twisted = (Bone("hand_left_twist", "hand_left", 0.0, 0.5), Bone("hand_right_bend", "hand_right", 0.67, 1.0))
    return (*(Bone(s, s, 1.0) for s in SEGMENTS), *(Bone(f"{s}_half", s, 0.5) for s in far), *twisted)


def stood(pose: Pose, root_m: Vector) -> Mapping[str, object]:
    """Return a pose and where everything is in it [m], to a hundredth of a millimetre."""
    body = place(WOMAN, pose.as_row()[np.newaxis], np.array([root_m]))
    moves = bone_moves(bones(), rest_joints_m(WOMAN), body.turns, body.joints_m)[0]
    return {
        "angles_deg": dict(pose.angles_deg),
        "root_m": list(root_m),
        "joints_m": [rounded(joint) for joint in body.joints_m[0]],
        "points_m": {name: rounded(at) for name, at in zip(POINTS, body.points_m(POINTS)[0], strict=True)},
        "bones": [rounded(move.T.ravel()) for move in moves],
    }


def rounded(values: FloatArray | Vector) -> list[float]:
    """Return numbers to a hundredth of a millimetre."""
    return [round(float(value), 5) + 0.0 for value in values]


def written(made: Mapping[str, object]) -> str:
    """Return the contract as it is kept: a line for every list of numbers."""
    text = json.dumps(made, indent=1)
    return LISTS.sub(lambda found: " ".join(found[0].split()), text) + "\n"

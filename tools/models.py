"""The pose models: from the npm packages to where Python and the pages look for them, once."""

from typing import Final

from tools.layout import POSE, ROOT, WEB, WEIGHTS, program
from tools.steps import Step, digest, quietly

_MADE_FROM: Final = (WEB / "package-lock.json", ROOT / "tools" / "pose_bundle.py")

MODELS: Final = Step(
    name="models",
    says="putting the pose models in place",
    fingerprint=lambda: digest(_MADE_FROM),
    do=lambda: quietly("Putting the pose models in place", [program("python"), "-m", "tools.pose_bundle"]),
    makes=(WEIGHTS / "full.tflite", POSE / "pose_landmarker_lite.task"),
)

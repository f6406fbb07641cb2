"""What the coach says, in English, by code: cues, praise and what to change so that it can see."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

REFUSALS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "nobody": "I cannot see you. Step into the picture.",
        "out_of_frame": "Part of you is outside the picture. Move back until your feet and hands show.",
        "too_small": "You are too far away. Come closer until you fill about half the picture.",
        "off_plane": "I need to see you from the side. Turn side-on to the camera.",
        "unsteady": "I cannot follow your arms and legs. Brighten the room or wear something closer-fitting.",
        "swapped": "I cannot tell your left leg from your right. Turn fully side-on, or move the camera a little.",
        "other_person": "Someone else came into the picture. I count on when you are alone in it.",
        "stuck": "The picture of you has frozen. Move a little, or check the camera.",
        "too_few_frames": "The pictures come too slowly. Close other programs or brighten the room.",
        "unseen": "A camera cannot see this exercise. The timer and the voice lead you through it.",
    }
)
"""What to change, by the code of a refusal."""
CUES: Final[Mapping[str, str]] = MappingProxyType({})
"""What to put right, by the code of a cue."""

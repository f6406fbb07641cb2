"""What the coach says, in English, by code: what to change so that it can see, what to put right, and praise."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

REFUSALS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "nobody": "I cannot see you. Step into the picture.",
        "out_of_frame": "Part of you is outside the picture. Move back until your hands and feet show.",
        "too_small": "You are too far away. Come closer until you fill about half of the picture.",
        "off_plane": "I see you at a slant. Turn side-on to the camera.",
        "off_front": "I see you at a slant. Turn to face the camera.",
        "unsteady": "I cannot follow your legs. Brighten the room, or wear something closer-fitting.",
        "swapped": "I cannot tell your left leg from your right. Move the camera a little towards your head or feet.",
        "same_side": "I see arm and leg of the same side. Reach with the opposite arm, or move the camera a little.",
        "other_person": "The picture jumped, or somebody else came in. I go on when I see you alone.",
        "far_side": "I cannot see your far side move along. Move the camera a little, or brighten the room.",
        "under_way": "You were already moving when I began to watch. Start from the starting position.",
        "out_of_place": "You moved as far, but not in this exercise's position. Look at its picture and begin anew.",
        "stuck": "The picture stands still. Check the camera.",
        "too_few_frames": "The pictures come too slowly. Close other programs, or brighten the room.",
        "unseen": "A camera cannot see this exercise work. The timer and the voice lead you through it.",
    }
)
"""What to change, by the code of a refusal; nothing is counted until it has changed."""
CUES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "position": "Take the starting position, with all of you in the picture.",
        "slow_lowering": "Lower more slowly.",
        "even_sides": "Go as far on one side as on the other.",
        "arm_level": "Bring your arm level with the floor.",
        "back_on_wall": "Back and head stay on the wall.",
        "heels_higher": "Lift the heels higher.",
        "hinge_further": "Push your hips further back.",
        "hinge_less": "Stop a little higher.",
        "hinge_not_squat": "Hinge at the hips; the knees bend only a little.",
        "hips_higher": "Lift your hips until shoulders, hips and knees make one line.",
        "hips_up": "Keep your hips up, in line with your body.",
        "knee_closer": "Draw the knee closer to your chest.",
        "knee_too_deep": "Not so deep: bend the knees about 45 degrees.",
        "knees_closer": "Draw both knees closer to your chest.",
        "knees_straight": "Keep your knees straight.",
        "leg_higher": "Lift the leg a little higher.",
        "leg_level": "Bring your leg level with the floor.",
        "leg_long": "Slide until the leg is long.",
        "leg_longer": "Stretch the leg out longer.",
        "leg_straight": "Straighten your knee.",
        "leg_too_high": "Not so high: 15 to 30 cm off the floor is enough.",
        "leg_too_low": "Stretch the leg out higher.",
        "legs_straight": "Keep both legs straight.",
        "lift_higher": "Lift a little higher.",
        "lower_a_little": "Slide down a little further.",
        "neck_in_line": "Keep your neck in line with your back.",
        "no_full_sit_up": "Only the shoulder blades leave the floor.",
        "no_overarching": "Stop at the straight line; do not arch.",
        "reach_longer": "Reach arm and leg out long, at the same time.",
        "slide_further": "Draw the heel closer.",
        "stay_low": "Stay low and long.",
    }
)
"""What to put right, by the code of a cue."""
PRAISE: Final = "That is it."
"""Said when what a cue asked for was put right."""

"""Pain: from a number a person gives to a colour, and to what to do in the middle of a session.

The zones grade familiar discomfort only, against the larger of the absolute cut and the person's usual plus a
margin. Pain that is new, sharp or in a leg is never graded: it stops the exercise.
"""

from typing import Literal

from lumbar.journal.event import PAIN_MOST, Feel
from lumbar.training.standing import Colour
from lumbar.training.thresholds import (
    AMBER_FROM,
    MORNING_GREEN_OVER,
    MORNING_RED_OVER,
    RED_FROM,
    RED_RISE,
    USUAL_MARGIN,
)

Advice = Literal["go-on", "no-increase", "stop-exercise", "end-session"]


def red_from(usual: int) -> int:
    """Return the lowest pain (0 to 10) that is red for someone whose usual is `usual`; at most 10."""
    return min(PAIN_MOST, max(RED_FROM, usual + USUAL_MARGIN))


def amber_from(usual: int) -> int:
    """Return the lowest pain (0 to 10) that is amber; always at least one point below red."""
    return min(max(AMBER_FROM, usual + USUAL_MARGIN), red_from(usual) - 1)


def zone(pain: int, before: int, usual: int) -> Colour:
    """Return the colour of familiar discomfort in a set.

    Args:
        pain: During the set, 0 to 10.
        before: Before the set, 0 to 10; a rise of 3 or more is red whatever the level.
        usual: The person's ordinary discomfort, 0 to 10.
    """
    if pain >= red_from(usual) or pain - before >= RED_RISE:
        return "red"
    return "amber" if pain >= amber_from(usual) else "green"


def hurt_zone(feel: Feel, pain: int | None, usual: int) -> Colour:
    """Return the colour of “this hurts”: new, sharp or leg pain is red, familiar pain at least amber."""
    if feel != "usual" or (pain is not None and pain >= red_from(usual)):
        return "red"
    return "amber"


def morning_colour(pain: int, usual: int, *, woke: bool, settled: bool) -> Colour:
    """Return the colour of the morning after: back to the usual, nearly so, or not."""
    if woke or not settled or pain >= usual + MORNING_RED_OVER:
        return "red"
    return "green" if pain <= usual + MORNING_GREEN_OVER else "amber"


def set_advice(pain: int, before: int, usual: int, recurring: bool) -> Advice:  # noqa: FBT001  a fact, not a switch
    """Return what to do after a set with familiar discomfort.

    Args:
        pain: During the set, 0 to 10.
        before: Before the set, 0 to 10.
        usual: The person's ordinary discomfort, 0 to 10.
        recurring: Whether another exercise of this session has already been stopped for pain.
    """
    colour = zone(pain, before, usual)
    if colour == "red":
        return "end-session" if recurring else "stop-exercise"
    return "no-increase" if colour == "amber" else "go-on"


def hurt_advice(feel: Feel, recurring: bool) -> Advice:  # noqa: FBT001  a fact, not a switch
    """Return what to do after “this hurts”: new, sharp or leg pain stops at once, a second stop ends the day."""
    return "end-session" if recurring or feel == "leg" else "stop-exercise"

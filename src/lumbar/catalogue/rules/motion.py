"""C100: key poses that a body can take, and contacts that could hold it."""

from collections.abc import Iterator
from itertools import pairwise

from lumbar.body.tree import JOINTS
from lumbar.catalogue.exercise import Exercise, SideMode
from lumbar.catalogue.near import quoted
from lumbar.catalogue.rule import Case, Finding, rule

NO_MOTION = "It has no motion."


def _still(exercise: Exercise) -> str:
    return "" if exercise.motion else NO_MOTION


@rule("C100", "silver", exempt=_still)
def angles_are_anatomical(case: Case) -> Iterator[Finding]:
    """Every joint angle is one that a joint can take.

    A knee that bends forward is a slip of the pen; the ranges are in the reference of the body.
    """
    for i, key in enumerate(case.exercise.motion.key_poses if case.exercise.motion else ()):
        for joint in JOINTS:
            angle = key.pose.angle(joint.name)
            if not joint.low_deg <= angle <= joint.high_deg:
                message = f"{quoted(key.name)} has {joint.name} at {angle:g} degrees"
                yield Finding(("motion", "poses", i), message, f"It can be {joint.low_deg} to {joint.high_deg}.")


@rule("C101", "silver", exempt=_still)
def poses_lead_to_the_peak(case: Case) -> Iterator[Finding]:
    """There are two key poses or more, each with a name of its own, from 0 at rest to 1 at the peak.

    The way back is the same, backwards; the tempo says how long each way takes.
    """
    motion = case.exercise.motion
    shares = [key.at for key in motion.key_poses] if motion else []
    names = [key.name for key in motion.key_poses] if motion else []
    if len(set(names)) < max(len(names), 2):
        yield Finding(("motion", "poses"), "a motion needs two key poses or more, each with its own name")
    elif shares[0] != 0 or shares[-1] != 1 or any(after <= before for before, after in pairwise(shares)):
        yield Finding(("motion", "poses"), "`at` must rise from 0 in the first pose to 1 in the last")


@rule("C102", "silver", exempt=_still)
def every_pose_touches_something(case: Case) -> Iterator[Finding]:
    """In every key pose the body touches a surface.

    Otherwise the figure floats, and nothing carries its weight.
    """
    motion = case.exercise.motion
    for i, key in enumerate(motion.key_poses if motion else ()):
        if motion and not any(contact.surface and not contact.light for contact in motion.in_pose(key.name)):
            yield Finding(("motion", "poses", i), f"nothing carries the body in {quoted(key.name)}")


@rule("C103", "silver", exempt=_still)
def one_side_leads_where_sides_differ(case: Case) -> Iterator[Finding]:
    """Where the sides take turns the motion says which side its poses show, and only there.

    The other side is the mirror image.
    """
    motion = case.exercise.motion
    both = case.exercise.side is SideMode.BOTH
    if motion and both is not (motion.leads is None):
        message = "both sides work together, so none leads" if both else "`leads` must say left or right"
        yield Finding(("motion",), message)


@rule("C104", "silver", exempt=_still)
def knee_is_bent_as_the_text_says(case: Case) -> Iterator[Finding]:
    """A fact `knee_flexion_deg` is the angle of a knee in some key pose, and does not give way to the contacts.

    The picture must not contradict the words beside it.
    """
    motion = case.exercise.motion
    for i, fact in enumerate(case.exercise.facts):
        if motion and fact.id == "knee_flexion_deg":
            knees = {key.pose.angle(f"knee_flexion_{side}") for key in motion.key_poses for side in ("left", "right")}
            if fact.value not in knees:
                yield Finding(("facts", i, "value"), "no key pose bends a knee as much as the fact says")
            elif any(name.startswith("knee_flexion") for name in motion.fits):
                yield Finding(("motion", "fits"), "a fact says how far the knee is bent, so it must not give")

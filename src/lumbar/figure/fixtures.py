"""What stands or lies in the room: the mat, walls, a Roman chair; each where the body touches it.

All sizes are ours, in metres.
"""

from collections.abc import Iterator
from typing import Final

import numpy as np

from lumbar.body.arrays import FloatArray
from lumbar.body.kinematics import Placement
from lumbar.body.motion import Motion
from lumbar.body.path import Path
from lumbar.body.points import points_of
from lumbar.body.touch import SKIN
from lumbar.figure.shapes import Box, Fixed, Rod, Thing

_MAT: Final = (1.83, 0.61)
_MAT_THICK: Final = 0.008
_BEYOND: Final = 0.08  # how far a mat reaches beyond what lies on it
_NEAR: Final = 0.12  # what is lower than this lies on the mat
_WALL: Final = (0.04, 1.3, 0.25)  # thick, wide, and higher than the person
_PAD: Final = (0.27, 0.46, 0.09)
_PAD_AHEAD: Final = 0.05  # towards the hips, from the middle of what lies on it
_ROLLER: Final = 0.05
_POST: Final = 0.03
_FEET: Final = ("foot", "toes")


def fixtures_of(motion: Motion, path: Path) -> Iterator[Thing]:
    """Yield what stands or lies in the room for a motion, placed for the body of `path`."""
    body = path.placed()
    touched = {contact.on for contact in motion.contacts}
    segments = {points_of(path.physique)[contact.point].segment for contact in motion.contacts if contact.on == "floor"}
    if any(not segment.startswith(_FEET) for segment in segments):
        yield mat(body)
    for name in sorted(touched & {"wall", "wall_ahead"}):
        yield wall(body, ahead=name == "wall_ahead")
    if {"pad", "roller"} <= touched:
        yield from roman_chair(_touching(motion, body, "pad"), _touching(motion, body, "roller"))


def mat(body: Placement) -> Thing:
    """Return the mat under whatever is near the floor, lengthwise; longer than usual where a body is."""
    skin = body.points_m(SKIN).reshape(-1, 3)
    near = skin[skin[:, 2] < _NEAR]
    low, high = near[:, :2].min(axis=0), near[:, :2].max(axis=0)
    along = int((high - low).argmax())
    least = _MAT if along == 0 else _MAT[::-1]
    size = np.maximum(least, high - low + 2 * _BEYOND)
    x, y = (float(value) for value in (low + high) / 2)
    return Thing("mat", "mat", Box(Fixed((x, y, -_MAT_THICK / 2)), (float(size[0]), float(size[1]), _MAT_THICK)))


def wall(body: Placement, *, ahead: bool) -> Thing:
    """Return the wall behind or ahead, as wide as is needed to be seen as one."""
    thick, wide, above = _WALL
    high = body.physique.height_m + above
    middle = float(body.joints_m[..., 1].mean())
    return Thing(
        "wall", "wall", Box(Fixed((thick / 2 if ahead else -thick / 2, middle, high / 2)), (thick, wide, high))
    )


def roman_chair(thighs_m: FloatArray, heels_m: FloatArray) -> Iterator[Thing]:
    """Yield the pad under the thighs, the roller on the heels, and the frame that carries them.

    Args:
        thighs_m: Where the thighs lie on the pad [m], shape (3,).
        heels_m: Where the heels are held [m], shape (3,).
    """
    length, wide, thick = _PAD
    (x, y, top), (far, _, heel) = ([float(value) for value in place] for place in (thighs_m, heels_m))
    middle = x + float(np.copysign(_PAD_AHEAD, x - far))
    yield Thing("pad", "pad", Box(Fixed((middle, y, top - thick / 2)), (length, wide, thick)))
    over = heel + _ROLLER
    yield Thing("roller", "pad", Rod(Fixed((far, y - wide / 2, over)), Fixed((far, y + wide / 2, over)), _ROLLER))
    beam = top - thick - 2 * _POST
    ends = sorted((x, far))
    yield _post(Fixed((x, y, 0.0)), Fixed((x, y, top - thick)))
    for side in (-wide / 2 - _POST, wide / 2 + _POST):
        yield _post(Fixed((far, y + side, beam)), Fixed((far, y + side, over + _POST)))
    yield _post(Fixed((far, y - wide / 2 - _POST, beam)), Fixed((far, y + wide / 2 + _POST, beam)))
    yield _post(Fixed((far, y, 0.0)), Fixed((far, y, beam)))
    yield _post(Fixed((ends[0], y, beam)), Fixed((ends[1], y, beam)))
    for place in ends:
        yield _post(Fixed((place, y - wide / 2, _POST)), Fixed((place, y + wide / 2, _POST)))


def _post(start: Fixed, end: Fixed) -> Thing:
    return Thing("frame", "frame", Rod(start, end, _POST))


def _touching(motion: Motion, body: Placement, surface: str) -> FloatArray:
    """Return the middle of what touches a surface at rest [m], shape (3,)."""
    points = [contact.point for contact in motion.contacts if contact.on == surface]
    return np.asarray(body.points_m(points)[0].mean(axis=0))

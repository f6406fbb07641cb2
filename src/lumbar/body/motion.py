"""A motion: the key poses of an exercise, what touches what in them, and what pulls on the body."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from lumbar.body.arrays import Vector
from lumbar.body.pose import Pose

Side = Literal["left", "right"]


@dataclass(frozen=True, slots=True)
class Surface:
    """A flat thing that a body touches.

    `normal` points from it towards the body. It lies where `along` of a point's position, in body heights, equals
    `at`; without `at` it is wherever the first pose that touches it puts it. `grip_ratio` is the coefficient of
    friction, which is ours: a mat and bare feet hold well, a wall slides.
    """

    normal: Vector
    at: float | None
    grip_ratio: float

    def distance_share(self, height: float) -> float:
        """Return where the surface lies along its normal, in metres for a body of `height` [m]."""
        return 0.0 if self.at is None else self.at * height * sum(self.normal)


PAD_HEIGHT: Final = 0.5  # of height: the pad of a Roman chair; ours
SURFACES: Final[Mapping[str, Surface]] = MappingProxyType(
    {
        "floor": Surface((0, 0, 1), 0, 0.8),
        "wall": Surface((1, 0, 0), 0, 0.3),
        "wall_ahead": Surface((-1, 0, 0), 0, 0.3),
        "pad": Surface((0, 0, 1), PAD_HEIGHT, 0.8),
        "roller": Surface((0, 0, -1), None, 0.8),
    }
)


@dataclass(frozen=True, slots=True)
class Contact:
    """A point of the body that touches something in some poses.

    `on` is a surface, or another point of the body. `poses` are the names of the poses it holds in. What does not
    slide stays, on a surface, at the spot where the first of them put it. `ahead_m` is how far in front of the wall
    the point is [m], where a text says so. A `light` contact touches and carries nothing.
    """

    point: str
    on: str
    poses: frozenset[str]
    slides: bool
    ahead_m: float | None = None
    light: bool = False

    @property
    def surface(self) -> Surface | None:
        """Return the surface that is touched, or nothing where it is another point of the body."""
        return SURFACES.get(self.on)


@dataclass(frozen=True, slots=True)
class Pull:
    """An external load: shared evenly by `points`, it pulls them along `direction`, a unit vector in the room.

    `leans` is the load against which a balanced pose is in balance, as a share of the body's mass.
    """

    points: tuple[str, ...]
    direction: Vector
    leans: float = 0.0


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two points of the body that are equally high, equally far ahead or equally far to the side in some poses."""

    points: tuple[str, str]
    same: Literal["height", "depth", "side"]
    poses: frozenset[str]


@dataclass(frozen=True, slots=True)
class KeyPose:
    """A pose on the way from rest to peak; `at` is the share of the way's time, 0 at rest and 1 at the peak."""

    name: str
    at: float
    pose: Pose


@dataclass(frozen=True, slots=True)
class Motion:
    """One repetition as key poses, from rest to peak; the way back is the same, backwards.

    `leads` is the side that the poses show at work, nothing where both work together. `fits` are joints that may give
    a little so that the contacts are met; `balanced` asks to bring the weight, with the loads it leans against, over
    the middle of the feet with them.
    """

    key_poses: tuple[KeyPose, ...]
    contacts: tuple[Contact, ...]
    alignments: tuple[Alignment, ...]
    pulls: tuple[Pull, ...]
    leads: Side | None
    fits: frozenset[str]
    balanced: bool
    source: str

    def in_pose(self, name: str) -> tuple[Contact, ...]:
        """Return the contacts that hold in the pose called `name`."""
        return tuple(contact for contact in self.contacts if name in contact.poses)

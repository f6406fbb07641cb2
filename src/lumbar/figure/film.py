"""A film of an exercise in a room, frame by frame, with the exact truth of each frame beside it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.random import Generator  # noqa: TID251  one that is handed down

from lumbar.body.arrays import FloatArray
from lumbar.body.kinematics import Placement
from lumbar.body.motion import Side
from lumbar.body.names import PLACE, SEGMENTS, SIDES, segment_on
from lumbar.body.tree import PARENT
from lumbar.figure.backdrop import Backdrop, Take
from lumbar.figure.clip import Clip
from lumbar.figure.draw import Picture, Scene
from lumbar.figure.mesh import INKS, BodyMesh
from lumbar.figure.mirror import mirrored
from lumbar.figure.rays import Bools
from lumbar.figure.reel import Repetition, shares_at, working_at
from lumbar.figure.room import room
from lumbar.figure.shapes import Fixed, Rod, Thing
from lumbar.figure.shot import Shot
from lumbar.figure.solid import Floats, Ints, Solid, joined, skin_normals, solids_of
from lumbar.figure.stage import skin_with_hands

_JOINTS: Final[Mapping[str, str]] = {
    "shoulder": "upper_arm", "elbow": "forearm", "wrist": "hand", "hip": "thigh", "knee": "shank", "ankle": "foot",
}  # fmt: skip
_SKIN: Final = ("heel", "toe")
POINTS: Final = (
    "nose",
    *(f"{stem}_{side}" for stem in ("eye", "ear", *_JOINTS, *_SKIN) for side in SIDES),
)
"""The points whose places are told: joints at their centres; nose, eyes, ears, heels and toes on the skin."""
_DEEP_M: Final = np.array([0.05 if "_" not in n or n.startswith(("eye", "ear", *_SKIN)) else 0.16 for n in POINTS])
"""How deep a point may lie under its own skin [m]; joints lie deeper, and a limb before them is of other segments."""
_GRAINS: Final = 7  # pictures of noise, which take turns
_STEP: Final = 0.381966  # of a picture's height, by which the noise moves on: the golden section
_BATCH: Final = 12  # frames whose skin is reckoned at once
_EAR_M: Final = (0.06, 0.05)  # an ear is about as high as the eyes, and behind them


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """A frame: its picture, shape (height, width, 3), and what is true in it.

    `share` is how far the movement has come, `side` the side that works; `angles_deg` are in the order of `JOINTS`;
    `points_m` [m], shape (points, 3), `points_px`, right and down [px], and `seen`, whether a point is in the picture
    with nothing but its own flesh before it, are in the order of `POINTS`.
    """

    time_s: float
    picture: Picture
    share: float
    side: str | None
    angles_deg: FloatArray
    points_m: FloatArray
    points_px: FloatArray
    seen: Bools


@dataclass(frozen=True, slots=True)
class Film:
    """What is filmed: a clip acted by a body, the shot, the repetitions, and the size of the pictures [px]."""

    clip: Clip
    mesh: BodyMesh
    shot: Shot
    reel: tuple[Repetition, ...]
    size_px: tuple[int, int]


class Studio:
    """The room of a film, lit, with its camera running; what does not move in it has been drawn once."""

    def __init__(self, film: Film, chance: Generator) -> None:
        """Build the room; `chance` makes the noise of the camera."""
        wide, high = film.size_px
        self.film, shot = film, film.shot
        self._noise = chance.normal(0, shot.noise, (_GRAINS, high, wide, 3)).round().astype(np.int16)
        self._clips = {film.clip.leads: film.clip, _other(film.clip.leads): mirrored(film.clip)}
        self._eyes = _eye_vertices(film.mesh)
        self._segment_of, self._flesh = _segments(film.mesh), _flesh()
        still = [thing for thing in film.clip.things if _stands(thing)]
        things = list(solids_of(still, film.clip.path.at(np.zeros(1)).placed()))
        low_m = min([0.0, *(float(thing.vertices_m[:, 2].min()) for thing in things)])
        scene = Scene(joined([*things, *room(shot, low_m)]), shot.view, shot.colours, shot.lighting)
        self._backdrop = Backdrop.of(scene, film.size_px)

    def frames(self, times_s: FloatArray, first: int = 0) -> Iterator[Frame]:
        """Yield a frame for each time [s]; `first` is the number of the first of them in the whole film."""
        for number, (time, act) in enumerate(zip(times_s, self._acts(times_s), strict=True), first):
            take = self._backdrop.behind(act.solid)
            points = self._points(act)
            seen_px = self.film.shot.view.project(points, *self.film.size_px)
            grain = np.roll(self._noise[number % _GRAINS], int(number * _STEP * self.film.size_px[1]), axis=0)
            picture = np.clip(take.picture() + grain, 0, 255).astype(np.uint8)
            seen = self._seen(take, points, seen_px)
            yield Frame(float(time), picture, act.share, act.side, act.angles_deg, points, seen_px, seen)

    def takes(self, times_s: FloatArray) -> Iterator[Take]:
        """Yield what is seen of body and things at each time [s], before it is lit."""
        return (self._backdrop.behind(act.solid) for act in self._acts(times_s))

    def _acts(self, times_s: FloatArray) -> Iterator["_Act"]:
        """Yield body and moving things at each time [s]; the skin is reckoned for many frames at once."""
        reel, mesh = self.film.reel, self.film.mesh
        shares, sides = shares_at(reel, times_s), [working_at(reel, float(time)) for time in times_s]
        triangles, inks = mesh.triangles.astype(np.int32), mesh.inks.astype(np.int32)
        for side, which in _runs(sides):
            clip = self._clips.get(side, self.film.clip)
            moving = [thing for thing in clip.things if not _stands(thing)]
            path = clip.path.at(shares[which])
            body = path.placed()
            for place, spots in enumerate(skin_with_hands(mesh, body, clip)):
                here = Placement(body.physique, body.turns[place : place + 1], body.joints_m[place : place + 1])
                flesh = Solid(spots, skin_normals(spots, triangles), triangles, inks, INKS)
                solid = joined([flesh, *solids_of(moving, here)])
                yield _Act(float(shares[which][place]), side, path.angles_deg[place], here, spots, solid)

    def _points(self, act: "_Act") -> FloatArray:
        body, skin = act.body, act.skin_m
        told = {"nose": body.points_m(["nose"])[0, 0]}
        for place, side in enumerate(SIDES):
            told |= {f"{stem}_{side}": skin[which].mean(axis=0) for stem, which in self._eyes[place].items()}
            told |= {f"{stem}_{side}": body.joints_m[0, PLACE[segment_on(side, of)]] for stem, of in _JOINTS.items()}
            told |= {f"{stem}_{side}": body.points_m([f"{stem}_{side}"])[0, 0] for stem in _SKIN}
        return np.array([told[name] for name in POINTS], dtype=np.float64)

    def _seen(self, take: Take, points_m: FloatArray, points_px: FloatArray) -> Bools:
        """Return whether each point is in the picture, and nothing but its own flesh before it."""
        inside = ((points_px >= 0) & (points_px < self.film.size_px)).all(axis=1)
        triangle, far_m = take.met(points_px)
        axis = self.film.shot.view.axes()[2]
        deep_m = (self.film.shot.view.eye_m() - points_m) @ axis - far_m
        at = self._segment_of[np.minimum(triangle, len(self._segment_of) - 1)]
        own = (triangle >= 0) & (triangle < len(self._segment_of)) & self._flesh[np.arange(len(POINTS)), at]
        return np.asarray(inside & own & (deep_m < _DEEP_M))


@dataclass(frozen=True, slots=True, eq=False)
class _Act:
    """What is acted in a frame: the share of the way, the side, the angles, the body, its skin, and all that moves."""

    share: float
    side: Side | None
    angles_deg: FloatArray
    body: Placement
    skin_m: Floats
    solid: Solid


def _segments(mesh: BodyMesh) -> Ints:
    """Return for each triangle the segment that carries it most, by its place."""
    heaviest = np.take_along_axis(mesh.bone_index, mesh.bone_weight.argmax(axis=1)[:, np.newaxis], axis=1)[:, 0]
    carriers = np.array([PLACE[bone.segment] for bone in mesh.bones], dtype=np.int32)
    return np.asarray(carriers[heaviest[mesh.triangles[:, 0]]], dtype=np.int32)


def _flesh() -> Bools:
    """Return whether a segment may lie before a point, as its own flesh, shape (points, segments)."""
    own = np.zeros((len(POINTS), len(SEGMENTS)), dtype=bool)
    for row, name in enumerate(POINTS):
        stem, _, side = name.partition("_")
        if stem in _JOINTS:
            segment = segment_on(side, _JOINTS[stem])
            own[row, [PLACE[segment], PLACE[PARENT[segment]]]] = True
            own[row, PLACE["abdomen"]] |= stem == "hip"
        else:
            near = (f"foot_{side}", f"toes_{side}", f"shank_{side}") if stem in _SKIN else ("head", "neck")
            own[row, [place for segment, place in PLACE.items() if segment in near]] = True
    return own


def _runs(sides: Sequence[Side | None]) -> Iterator[tuple[Side | None, slice]]:
    """Yield stretches of frames in which one side works, none longer than a batch."""
    start = 0
    for place in range(1, len(sides) + 1):
        if place == len(sides) or sides[place] != sides[start] or place - start == _BATCH:
            yield sides[start], slice(start, place)
            start = place


def _other(side: Side | None) -> Side | None:
    return None if side is None else "right" if side == "left" else "left"


def _stands(thing: Thing) -> bool:
    """Return whether a thing stays where it is."""
    shape = thing.shape
    ends = (shape.start, shape.end) if isinstance(shape, Rod) else (shape.centre,)
    return all(isinstance(end, Fixed) for end in ends) and getattr(shape, "segment", None) is None


def _eye_vertices(mesh: BodyMesh) -> tuple[Mapping[str, FloatArray], ...]:
    """Return for each side the vertices of its eye, and those of the outermost part of its ear."""
    eyes = np.unique(mesh.triangles[np.isin(mesh.inks, [INKS.index("eyes"), INKS.index("pupils")])])
    spots = mesh.vertices_m
    level = float(spots[eyes, 2].mean())
    found = []
    for sign in (1, -1):
        eye = eyes[sign * spots[eyes, 1] > 0]
        head = np.flatnonzero((np.abs(spots[:, 2] - level) < _EAR_M[0]) & (sign * spots[:, 1] > 0))
        behind = head[spots[head, 0] < spots[eye, 0].mean() - _EAR_M[1]]
        ear = behind[np.argsort(-sign * spots[behind, 1])[:8]]
        found.append({"eye": eye, "ear": ear})
    return tuple(found)

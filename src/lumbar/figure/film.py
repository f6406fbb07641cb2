"""A film of an exercise in a room, frame by frame, with the exact truth of each frame beside it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.random import Generator  # noqa: TID251  one that is handed down

from lumbar.body.arrays import FloatArray
from lumbar.body.kinematics import Placement
from lumbar.body.names import PLACE, SIDES, segment_on
from lumbar.body.path import Path
from lumbar.figure.clip import Clip
from lumbar.figure.draw import Picture, Scene, draw
from lumbar.figure.mesh import INKS, BodyMesh
from lumbar.figure.mirror import mirrored
from lumbar.figure.reel import Repetition, shares_at, working_at
from lumbar.figure.room import room
from lumbar.figure.shot import Shot
from lumbar.figure.solid import Floats, Solid, joined, solids_of
from lumbar.figure.stage import Stage

_JOINTS: Final[Mapping[str, str]] = {
    "shoulder": "upper_arm", "elbow": "forearm", "wrist": "hand", "hip": "thigh", "knee": "shank", "ankle": "foot",
}  # fmt: skip
_SKIN: Final = ("heel", "toe")
POINTS: Final = (
    "nose",
    *(f"{stem}_{side}" for stem in ("eye", "ear", *_JOINTS, *_SKIN) for side in SIDES),
)
"""The points whose places are told: joints at their centres; nose, eyes, ears, heels and toes on the skin."""
_GRAINS: Final = 7  # pictures of noise, which take turns
_EAR_M: Final = (0.06, 0.05)  # an ear is about as high as the eyes, and behind them
_AROUND_M: Final = 0.25


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """A frame: its picture, shape (height, width, 3), and what is true in it.

    `share` is how far the movement has come, `side` the side that works; `angles_deg` are in the order of `JOINTS`;
    `points_m` [m], shape (points, 3), and `points_px`, right and down [px], are in the order of `POINTS`.
    """

    time_s: float
    picture: Picture
    share: float
    side: str | None
    angles_deg: FloatArray
    points_m: FloatArray
    points_px: FloatArray


@dataclass(frozen=True, slots=True)
class Film:
    """What is filmed: a clip acted by a body, the shot, the repetitions, and the size of the pictures [px]."""

    clip: Clip
    mesh: BodyMesh
    shot: Shot
    reel: tuple[Repetition, ...]
    size_px: tuple[int, int]

    def frames(self, times_s: FloatArray, chance: Generator) -> Iterator[Frame]:
        """Yield a frame for each time [s]; `chance` makes the noise of the camera."""
        shares = shares_at(self.reel, times_s)
        sides = [working_at(self.reel, float(time)) for time in times_s]
        sets = {side: _Set(self, clip) for side, clip in self._clips(sides).items()}
        noise = chance.normal(0, self.shot.noise, (_GRAINS, self.size_px[1], self.size_px[0], 3)).astype(np.float32)
        for place, (time, share, side) in enumerate(zip(times_s, shares, sides, strict=True)):
            frame = sets[side].frame(float(time), float(share))
            grain = np.roll(noise[place % _GRAINS], int(chance.integers(self.size_px[1])), axis=0)
            grainy = np.clip(frame.picture + grain, 0, 255).astype(np.uint8)
            yield replace(frame, picture=grainy, side=side)

    def _clips(self, sides: Sequence[str | None]) -> Mapping[str | None, Clip]:
        return {side: self.clip if side in {None, self.clip.leads} else mirrored(self.clip) for side in set(sides)}


class _Set:
    """The room with the things of one side's clip; what does not move is drawn once."""

    def __init__(self, film: Film, clip: Clip) -> None:
        self._film, self._clip = film, clip
        self._stage = Stage(clip, film.mesh, film.shot.view, film.shot.lighting)
        self._eyes = _eye_vertices(film.mesh)
        still = self._placed(0.0)
        low_m = min([0.0, *(float(s.vertices_m[:, 2].min()) for s in solids_of(clip.things, still))])
        self._room = list(room(film.shot, low_m))
        self._empty = draw(self._scene([]), *film.size_px)[..., :3]

    def _placed(self, share: float) -> Placement:
        return self._path(share).placed()

    def _path(self, share: float) -> Path:
        return self._clip.path.at(np.array([share]))

    def _scene(self, solids: Sequence[Solid]) -> Scene:
        shot = self._film.shot
        return Scene(joined([*solids, *self._room]), shot.view, shot.colours, shot.lighting)

    def frame(self, time_s: float, share: float) -> Frame:
        path = self._path(share)
        body = path.placed()
        flesh = self._stage.body(body)
        own = joined([flesh, *solids_of(self._clip.things, body)])
        drawn = draw(self._scene([own]), *self._film.size_px, within=self._reach(own.vertices_m))
        picture = np.where(drawn[..., 3:] > 0, drawn[..., :3], self._empty)
        points = self._points(body, flesh.vertices_m)
        seen = self._film.shot.view.project(points, *self._film.size_px)
        return Frame(time_s, picture, share, None, path.angles_deg[0], points, seen)

    def _reach(self, spots: Floats) -> FloatArray:
        """Return places around which something changes: the body, what it holds, and their shadow on the floor."""
        shot = self._film.shot
        sun = shot.lighting.sun.way(shot.view.azimuth_deg)
        flat = spots - spots[:, 2:] * (sun / sun[2])
        corners = [
            spots,
            flat,
            *(flat + _AROUND_M * np.array(way) for way in ((1, 0, 0), (-1, 0, 0), (0, 1, 0), (0, -1, 0))),
        ]
        return np.concatenate(corners, dtype=np.float64)

    def _points(self, body: Placement, skin: Floats) -> FloatArray:
        told = {"nose": body.points_m(["nose"])[0, 0]}
        for place, side in enumerate(SIDES):
            told |= {f"{stem}_{side}": skin[which].mean(axis=0) for stem, which in self._eyes[place].items()}
            told |= {f"{stem}_{side}": body.joints_m[0, PLACE[segment_on(side, of)]] for stem, of in _JOINTS.items()}
            told |= {f"{stem}_{side}": body.points_m([f"{stem}_{side}"])[0, 0] for stem in _SKIN}
        return np.array([told[name] for name in POINTS], dtype=np.float64)


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

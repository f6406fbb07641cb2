"""Films without pictures: the landmarks of a body doing an exercise, seen by a camera, with their exact truth."""

from dataclasses import dataclass, replace
from functools import cache
from typing import Final, Literal

import numpy as np

from lumbar.app.shelf import load_catalogue
from lumbar.body.interpolate import smooth_share
from lumbar.body.path import Path, solve_path
from lumbar.body.physique import Physique, measure
from lumbar.body.tree import JOINT_PLACE
from lumbar.catalogue.exercise import Exercise
from lumbar.coach.camera import Camera
from lumbar.coach.frame import FloatArray, Track
from lumbar.coach.landmarks import MIRRORED, landmarks_m

BODIES: Final = (measure(1.58, 55, "female"), measure(1.70, 70, "female"), measure(1.88, 90, "male"))
WATCHED: Final = tuple(exercise for exercise in load_catalogue() if exercise.camera and exercise.camera.counts)
IDS: Final = [exercise.id for exercise in WATCHED]
Sides = Literal["first", "second", "in turn"]


def exercise_of(name: str) -> Exercise:
    return load_catalogue().exercise(name)


@cache
def path_of(name: str, body: Physique) -> Path:
    motion = exercise_of(name).motion
    assert motion is not None
    return solve_path(body, motion, 49)


@dataclass(frozen=True)
class Film:
    """How somebody does an exercise, and how they are filmed; times in seconds, lengths in shares of the picture.

    `more_deg` are joints that go further by so many degrees at the peak, and less on the way.
    """

    name: str
    repetitions: int = 3
    body: int = 1
    off_deg: float = 0.0
    elevation_deg: float = 0.0
    behind: bool = False
    fps: float = 30.0
    tempo: float = 0.8
    hold_s: float = 1.0
    noise: float = 0.005
    fills: float = 0.8
    sides: Sides = "first"
    reach: float = 1.0
    begins: float = 1.0
    size_px: tuple[int, int] = (1280, 720)
    more_deg: tuple[tuple[str, float], ...] = ()

    def knots(self) -> list[tuple[float, float]]:
        """Return when [s] rest (0) and peak (1) are reached and left."""
        tempo = exercise_of(self.name).tempo
        lifts = tempo.first == "lift"
        there_s, back_s = (tempo.lift_s, tempo.lower_s) if lifts else (tempo.lower_s, tempo.lift_s)
        now, found = self.begins, [(0.0, 0.0), (self.begins, 0.0)]
        for _ in range(self.repetitions):
            for step, share in (
                (there_s * self.tempo, 1.0),
                (self.hold_s, 1.0),
                (back_s * self.tempo, 0.0),
                (1.0, 0.0),
            ):
                now += step
                found.append((now, share))
        return found

    def times_s(self) -> FloatArray:
        return np.arange(0.0, self.knots()[-1][0] + 0.5, 1.0 / self.fps)

    def shares(self) -> FloatArray:
        """Return how far along the way the body is, in every frame."""
        whens, wheres = (np.array(column) for column in zip(*self.knots(), strict=True))
        times = self.times_s()
        start = np.clip(np.searchsorted(whens, times, side="right") - 1, 0, len(whens) - 2)
        length = np.maximum(whens[start + 1] - whens[start], 1e-9)
        along = smooth_share((times - whens[start]) / length)
        return np.asarray(self.reach * (wheres[start] + (wheres[start + 1] - wheres[start]) * along))

    def marks_m(self) -> FloatArray:
        """Return the landmarks in the room [m], shape (frames, 33, 3)."""
        path, fine = path_of(self.name, BODIES[self.body]), np.linspace(0.0, 1.0, 2001)
        when = np.interp(self.shares(), smooth_share(fine), fine)
        one, other = (landmarks_m(self._done(way.at(when)).placed()) for way in (path, path.mirrored()))
        ends = [time for time, share in self.knots()[5::4]]
        turn = np.searchsorted(ends, self.times_s()) % 2
        mine = {"first": turn * 0, "second": turn * 0 + 1, "in turn": turn}[self.sides]
        return np.asarray(np.where(mine[:, np.newaxis, np.newaxis] == 0, one, other))

    def _done(self, path: Path) -> Path:
        angles = path.angles_deg.copy()
        for joint, degrees in self.more_deg:
            angles[:, JOINT_PLACE[joint]] += degrees * self.shares()
        return replace(path, angles_deg=angles)

    def track(self, seed: int = 0) -> Track:
        """Return what a perfect model with `noise` (of the trunk's length) would see."""
        coaching = exercise_of(self.name).camera
        assert coaching is not None
        azimuth = (270.0 if coaching.view == "side" else 0.0) + (180.0 if self.behind else 0.0) + self.off_deg
        marks = self.marks_m()
        whole = landmarks_m(path_of(self.name, BODIES[self.body]).placed())
        target = whole.mean(axis=(0, 1))
        camera = Camera(azimuth, self.elevation_deg, 4.0, 1.0, self.size_px)
        spread = np.abs(camera.project(whole, target) / np.array(self.size_px) - 0.5).max()
        points = replace(camera, share=0.5 * self.fills / spread).project(marks, target)
        return noisy(Track(points, np.full(points.shape[:2], 0.9), self.times_s(), self.size_px), self.noise, seed)


def noisy(track: Track, share: float, seed: int = 0) -> Track:
    """Return the track with noise of a share of the trunk's length on every landmark."""
    points = track.points_px
    trunk = np.nanmedian(np.linalg.norm(0.5 * (points[:, 11] + points[:, 12] - points[:, 23] - points[:, 24]), axis=1))
    noise = np.random.default_rng(seed).normal(0.0, share * trunk, points.shape)
    return replace(track, points_px=points + noise)


def dropped(track: Track, share: float, seed: int = 0) -> Track:
    """Return the track with a share of its frames missing."""
    return only(track, np.random.default_rng(seed).random(len(track)) >= share)


def only(track: Track, kept: np.ndarray) -> Track:
    """Return some frames of a track."""
    return Track(track.points_px[kept], track.visibility[kept], track.times_s[kept], track.size_px)


def at_rate(track: Track, fps: float) -> Track:
    """Return the track at another frame rate: the last frame before each moment, or in between."""
    times = np.arange(track.times_s[0], track.times_s[-1], 1.0 / fps)
    found = ~np.isnan(track.points_px[:, 0, 0])
    flat = track.points_px[found].reshape(int(found.sum()), -1)
    points = np.stack([np.interp(times, track.times_s[found], column) for column in flat.T], axis=1)
    return Track(points.reshape(-1, 33, 2), np.full((len(times), 33), 0.9), times, track.size_px)


def mirrored(track: Track) -> Track:
    """Return what a model sees in a mirror: left is right."""
    points = track.points_px[:, list(MIRRORED)].copy()
    points[..., 0] = track.size_px[0] - points[..., 0]
    return replace(track, points_px=points)


def scaled(track: Track, factor: float) -> Track:
    """Return the same film in a picture of another size."""
    width, height = track.size_px
    return replace(track, points_px=track.points_px * factor, size_px=(round(width * factor), round(height * factor)))


def twice(track: Track) -> Track:
    """Return the film, and then the film again."""
    later = track.times_s + track.times_s[-1] - track.times_s[0] + float(np.median(np.diff(track.times_s)))
    return Track(
        np.concatenate([track.points_px] * 2),
        np.concatenate([track.visibility] * 2),
        np.concatenate([track.times_s, later]),
        track.size_px,
    )

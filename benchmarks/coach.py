"""How fast the camera coach's engine is: a frame at a time as it comes, and whole arrays, on one core.

The frames show a noisy body that does two exercises over and over: real work for identity, filter, phase,
position and refusals. Each is told by its median, and by the processor time of its best, which hardly moves when the
machine has other work to do.
"""

from collections.abc import Mapping
from statistics import median
from time import perf_counter, process_time

import numpy as np

from lumbar.app.shelf import load_catalogue
from lumbar.body.interpolate import smooth_share
from lumbar.body.path import solve_path
from lumbar.catalogue.exercise import Exercise
from lumbar.coach.camera import Camera
from lumbar.coach.expectation import AVERAGE
from lumbar.coach.frame import Frame, Track
from lumbar.coach.landmarks import landmarks_m
from lumbar.coach.tracker import Tracker

FRAMES = 9000  # five minutes
LIVE = 3000
RUNS = 5


def run() -> Mapping[str, float | str]:
    """Return frames a second over arrays, and milliseconds a frame as they come."""
    told: dict[str, float | str] = {}
    for name in ("glute-bridge", "bird-dog"):
        exercise = load_catalogue().exercise(name)
        track = _track(exercise)
        frames = list(track.part(0, LIVE))
        walls, cores = zip(*(_arrays_s(exercise, track) for _ in range(RUNS)), strict=True)
        told[f"{name}: arrays, median [frames/s]"] = FRAMES / median(walls)
        told[f"{name}: arrays, best, processor [frames/s]"] = FRAMES / min(cores)
        walls, cores = zip(*(_live_s(exercise, frames) for _ in range(RUNS)), strict=True)
        told[f"{name}: live, median [ms a frame]"] = 1000 * median(walls) / LIVE
        told[f"{name}: live, best, processor [ms a frame]"] = 1000 * min(cores) / LIVE
    return told


def _track(exercise: Exercise) -> Track:
    """Return somebody who does an exercise every six seconds, filmed from the right at 30 frames a second."""
    times = np.arange(FRAMES) / 30
    motion = exercise.motion
    if motion is None:
        raise ValueError("An exercise without key poses cannot be watched.")
    way = 0.5 - 0.5 * np.cos(times * 2 * np.pi / 6)
    marks = landmarks_m(solve_path(AVERAGE, motion).at(smooth_share(way)).placed())
    points = Camera(270.0, share=0.45).project(marks, marks[0].mean(axis=0))
    points += np.random.default_rng(1).normal(0.0, 1.0, points.shape)
    return Track(points, np.ones((FRAMES, 33)), times, (1280, 720))


def _arrays_s(exercise: Exercise, track: Track) -> tuple[float, float]:
    tracker, wall, core = Tracker(exercise), perf_counter(), process_time()
    tracker.push_track(track)
    return perf_counter() - wall, process_time() - core


def _live_s(exercise: Exercise, frames: list[Frame]) -> tuple[float, float]:
    tracker, wall, core = Tracker(exercise), perf_counter(), process_time()
    for frame in frames:
        tracker.push(frame)
    return perf_counter() - wall, process_time() - core

"""What watching a film costs beside its pose model, and what a second worker brings.

The film is made here. A film of a person cannot lie in the project, so waves stand for one, and the model looks where
a person would be: the same work for every frame. Ratios, since every machine has its own speed; they mean something
only while the machine has nothing else to do. The best of some runs counts, since anything else only slows them down.
"""

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from shutil import copyfile
from time import perf_counter

import cv2
import numpy as np

from lumbar.app.shelf import load_catalogue
from lumbar.app.watch import watch_track
from lumbar.vision.film import Film, frames_of, open_film
from lumbar.vision.job import Done, Job
from lumbar.vision.landmarker import Seen
from lumbar.vision.many import do_jobs, processes
from lumbar.vision.pose_model import PoseModel
from lumbar.vision.region import Image, Region
from lumbar.vision.track_film import track_film, track_frames
from lumbar.vision.weights import load_weights

FRAMES, SIZE_PX, FPS = 150, (640, 480), 30.0
RUNS = 3
FILMS = 6
REGION = Region(320, 240, 360, 0.3)


class Following(PoseModel):
    """Follows one region whoever is in it, so that it works as hard on a picture of nobody as on a person."""

    def see(self, image: Image, time_s: float) -> Seen | None:
        """Return what is placed in the region, looking at the whole picture once a second as ever."""
        if self._is_time(time_s):
            self._is_stuck(image, time_s, REGION)
        return self._landmarker.place(image, REGION)


def run() -> Mapping[str, float | str]:
    """Return milliseconds a frame, the share on top of the bare model, and the gain of a second worker."""
    with tempfile.TemporaryDirectory() as folder:
        film = open_film(_make_film(Path(folder) / "room.mp4"))
        model = _model()
        frames = list(frames_of(film))
        track_frames(frames[:20], model, film.size_px)  # what is slow only once
        bare, whole = [], []
        for _ in range(RUNS):
            bare.append(_seconds(lambda: track_frames(frames, model, film.size_px)))
            whole.append(_seconds(lambda: _watch(film, model)))
        taken = [(_many(film.path, Path(folder), 1), _many(film.path, Path(folder), 2)) for _ in range(RUNS)]
        one, two = (min(seconds) for seconds in zip(*taken, strict=True))
    return {
        "frames": float(len(frames)),
        "pose model alone [ms/frame]": 1000 * min(bare) / len(frames),
        "film to counts, one worker [ms/frame]": 1000 * min(whole) / len(frames),
        "film to counts / pose model alone": min(whole) / min(bare),
        "one worker, films of 5 s each [s/film]": one / FILMS,
        "two workers, times faster": one / two,
    }


def watch_for_benchmark(job: Job) -> Done:
    """Stand for `do_job`: the same work, on a film of nobody."""
    _watch(open_film(job.film), _model())
    return Done({})


def _watch(film: Film, model: PoseModel) -> None:
    watch_track(load_catalogue(), "glute-bridge", track_film(film, model))


def _many(film: Path, folder: Path, workers: int) -> float:
    """Return how long [s] many films take, after every process has had one to warm up with."""
    copies = [folder / f"{number}{film.suffix}" for number in range(FILMS)]
    for copy in copies:
        copyfile(film, copy)
    jobs = [Job(copy, "glute-bridge") for copy in copies]
    crew = processes(workers)
    done = do_jobs([*jobs[:workers], *jobs], crew, watch_for_benchmark)
    for _ in range(workers):
        next(done)
    return _seconds(lambda: list(done))


def _model() -> PoseModel:
    return Following(load_weights("full"), "full")


def _make_film(path: Path) -> Path:
    """Write a film of a bright field that moves over a grey one: something to decode, and nobody."""
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"mp4v"), FPS, SIZE_PX)
    rows, columns = np.mgrid[: SIZE_PX[1], : SIZE_PX[0]]
    for number in range(FRAMES):
        waves = 120 + 60 * np.sin((columns + 3 * number) / 40) * np.cos(rows / 30)
        writer.write(np.repeat(waves[..., np.newaxis], 3, axis=2).astype(np.uint8))
    writer.release()
    return path


def _seconds(work: Callable[[], object]) -> float:
    begun = perf_counter()
    work()
    return perf_counter() - begun

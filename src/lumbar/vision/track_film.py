"""From a film to a track: every frame decoded once, and the person in it followed."""

from collections.abc import Callable, Iterable
from contextlib import closing

import numpy as np

from lumbar.coach.frame import LANDMARKS, Track
from lumbar.vision.film import Film, frames_of
from lumbar.vision.landmarker import Seen
from lumbar.vision.pose_model import PoseModel
from lumbar.vision.read_ahead import read_ahead
from lumbar.vision.region import FloatArray, Image

Frames = Iterable[tuple[float, Image]]


def track_film(
    film: Film,
    model: PoseModel,
    keep: Callable[[Image], None] = lambda _image: None,
    tell: Callable[[int], None] = lambda _done: None,
) -> Track:
    """Return where the person of `film` is, frame by frame; NaN where nobody is seen.

    Args:
        film: The film.
        model: Follows the person; whom it followed before is forgotten.
        keep: Given every image, in order, in the thread that decodes.
        tell: Told after every frame how many are done.
    """

    def kept() -> Frames:
        for time_s, image in frames_of(film):
            keep(image)
            yield time_s, image

    with closing(read_ahead(kept())) as frames:  # type: ignore[type-var]  # a generator closes
        return track_frames(frames, model, film.size_px, tell)


def track_frames(
    frames: Frames, model: PoseModel, size_px: tuple[int, int], tell: Callable[[int], None] = lambda _done: None
) -> Track:
    """Return where the person of the `frames`, each a time [s] and an image, is; NaN where nobody is seen."""
    model.forget()
    times: list[float] = []
    points: list[FloatArray] = []
    visibility: list[FloatArray] = []
    for time_s, image in frames:
        seen = model.see(image, time_s)
        times.append(time_s)
        points.append(_points(seen))
        visibility.append(np.zeros(LANDMARKS) if seen is None else seen.visibility)
        tell(len(times))
    shape = (len(times), LANDMARKS)
    return Track(np.array(points).reshape(*shape, 2), np.array(visibility).reshape(shape), np.array(times), size_px)


def _points(seen: Seen | None) -> FloatArray:
    return np.full((LANDMARKS, 2), np.nan) if seen is None else seen.points_px

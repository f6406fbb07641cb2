"""What a pose model saw: 33 landmarks of one person in pixels, one frame or many."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]
LANDMARKS: Final = 33
"""BlazePose's landmarks, in its order; x to the right and y down in the picture."""


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One picture's landmarks.

    `points_px` [px], shape (33, 2), NaN where nobody was found (all or none); `visibility` [ratio], shape (33,), what
    the model says of itself; `time_s` [s] on any clock that only goes forward; `size_px` the picture's width and height
    [px].
    """

    points_px: FloatArray
    visibility: FloatArray
    time_s: float
    size_px: tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Track:
    """The landmarks of a whole film, or of a piece of it.

    `points_px` [px], shape (frames, 33, 2), NaN where nobody was found (a frame in which one landmark is missing counts
    as such a frame); `visibility` [ratio], shape (frames, 33); `times_s` [s], shape (frames,), rising; `size_px` the
    pictures' width and height [px].

    Raises:
        ValueError: If the shapes do not fit together, or the times do not rise.
    """

    points_px: FloatArray
    visibility: FloatArray
    times_s: FloatArray
    size_px: tuple[int, int]

    def __post_init__(self) -> None:
        """Hold the shapes together, and the times in order."""
        frames = len(self.times_s)
        shapes = (self.points_px.shape, self.visibility.shape, self.times_s.shape)
        if shapes != ((frames, LANDMARKS, 2), (frames, LANDMARKS), (frames,)):
            message = (
                f"Points are (frames, {LANDMARKS}, 2), visibility (frames, {LANDMARKS}), times (frames,): {shapes}."
            )
            raise ValueError(message)
        if frames > 1 and not (np.diff(self.times_s) > 0.0).all():
            raise ValueError("Times rise from frame to frame.")

    def __len__(self) -> int:
        """Return the number of frames."""
        return len(self.times_s)

    def __iter__(self) -> Iterator[Frame]:
        """Yield the frames in order."""
        for points, visibility, time in zip(self.points_px, self.visibility, self.times_s, strict=True):
            yield Frame(points, visibility, float(time), self.size_px)

    def part(self, start: int, stop: int) -> "Track":
        """Return the frames from `start` up to `stop`."""
        here = slice(start, stop)
        return Track(self.points_px[here], self.visibility[here], self.times_s[here], self.size_px)

    @classmethod
    def of(cls, frame: Frame) -> "Track":
        """Return a track of one frame."""
        return cls(frame.points_px[np.newaxis], frame.visibility[np.newaxis], np.array([frame.time_s]), frame.size_px)

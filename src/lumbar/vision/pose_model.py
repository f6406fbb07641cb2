"""The pose model: one person, followed from picture to picture, and looked for again about once a second."""

from collections.abc import Mapping
from typing import Final, Literal

from lumbar.vision.detector import Detector
from lumbar.vision.landmarker import Landmarker, Seen
from lumbar.vision.region import Image, Region

Size = Literal["lite", "full", "heavy"]
SIZES: Final[tuple[Size, ...]] = ("lite", "full", "heavy")
DETECTOR: Final = "detector"
PRESENT: Final = 0.5  # below this the landmark model says that nobody is there (mediapipe, pose_landmark)
AGAIN_S: Final = 1.0  # between two looks at the whole picture; ours, see docs/decisions/0021
PATIENCE: Final = 2  # looks in a row that see somebody only elsewhere, before they are believed; ours


class PoseModel:
    """Follows the person of a film.

    Following is quick but may hold on to a skeleton that is wrong, and the model is sure of it all the same. So about
    once a second the whole picture is looked at again. Where the person is found turned or sized otherwise, the track
    was stuck and begins anew. Somebody who is seen only elsewhere may be a bystander: it takes two looks to go there.
    """

    def __init__(self, weights: Mapping[str, bytes], model: Size = "full", threads: int = 1) -> None:
        """Read the weights named `detector` and `model`."""
        self.name = model
        self._detector = Detector(weights[DETECTOR], threads)
        self._landmarker = Landmarker(weights[model], threads)
        self.forget()

    def forget(self) -> None:
        """Follow nobody any more: another film begins."""
        self._region: Region | None = None
        self._looked_at_s = float("-inf")
        self._elsewhere = 0

    def see(self, image: Image, time_s: float) -> Seen | None:
        """Return the person in `image`, the picture at `time_s` [s]; nothing where nobody is seen."""
        seen = self._follow(image, time_s)
        if seen is None:
            seen = self._find(image, time_s)
        self._region = None if seen is None else seen.next
        return seen

    def _follow(self, image: Image, time_s: float) -> Seen | None:
        if self._region is None or (self._is_time(time_s) and self._is_stuck(image, time_s, self._region)):
            return None
        return _present(self._landmarker.place(image, self._region))

    def _find(self, image: Image, time_s: float) -> Seen | None:
        self._looked_at_s = time_s
        self._elsewhere = 0
        places = (self._landmarker.place(image, region) for region in self._detector.find(image))
        return next((seen for seen in places if seen.presence >= PRESENT), None)

    def _is_time(self, time_s: float) -> bool:
        return time_s - self._looked_at_s >= AGAIN_S

    def _is_stuck(self, image: Image, time_s: float, followed: Region) -> bool:
        """Look at the whole picture and tell whether the person is elsewhere, or turned otherwise, than `followed`."""
        self._looked_at_s = time_s
        found = self._detector.find(image)
        if not found or any(region.is_like(followed) for region in found):
            self._elsewhere = 0
            return False
        self._elsewhere += 1
        return any(region.overlaps(followed) for region in found) or self._elsewhere >= PATIENCE


def _present(seen: Seen) -> Seen | None:
    return seen if seen.presence >= PRESENT else None

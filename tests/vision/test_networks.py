"""The pose model: what it makes of nothing, how it refines, and how it follows."""

from importlib.resources import files
from itertools import pairwise

import numpy as np
import pytest

from lumbar.errors import UnavailableError
from lumbar.vision import weights
from lumbar.vision.detector import SIDE, anchors
from lumbar.vision.landmarker import LANDMARKS, MAP, POINTS, Seen, _refined
from lumbar.vision.pose_model import AGAIN_S, PATIENCE, PRESENT, PoseModel
from lumbar.vision.region import CROP, Image, Region
from lumbar.vision.weights import load_weights

NOWHERE = np.zeros((48, 64, 3), np.uint8)


@pytest.fixture(scope="module")
def lite() -> PoseModel:
    return PoseModel(load_weights("lite"), "lite")


def test_the_detector_looks_from_every_place_it_was_trained_on() -> None:
    places = anchors()
    assert places.shape == (2254, 2)
    assert places[0].tolist() == [0.5 / (SIDE / 8), 0.5 / (SIDE / 8)]
    assert ((places > 0) & (places < 1)).all()


@pytest.mark.parametrize("image", [NOWHERE, NOWHERE + 127, NOWHERE + 255], ids=["black", "grey", "white"])
def test_nobody_is_seen_where_there_is_nobody(lite: PoseModel, image: Image) -> None:
    lite.forget()
    assert lite.see(image, 0) is None


def test_a_landmark_moves_to_the_middle_of_the_warmth_around_it() -> None:
    heat = np.full((MAP, MAP, POINTS), -20, np.float32)
    heat[30, 21, 0] = heat[30, 23, 0] = 20
    points = np.full((POINTS, 2), CROP / 2)
    points[0] = (20 * CROP / MAP, 31 * CROP / MAP)
    moved = _refined(points, heat)
    assert moved[0] == pytest.approx([22 * CROP / MAP, 30 * CROP / MAP], abs=1e-3)
    assert (moved[1:] == points[1:]).all()


def test_a_landmark_at_the_border_or_outside_is_not_pulled_in() -> None:
    heat = np.full((MAP, MAP, POINTS), 20, np.float32)
    points = np.full((POINTS, 2), CROP / 2)
    points[0], points[1] = (-8, 40), (CROP + 8, 40)
    moved = _refined(points, heat)
    assert (moved[:2] == points[:2]).all()
    points[2] = (1, 1)
    assert _refined(points, heat)[2] == pytest.approx([1.5 * CROP / MAP] * 2)


def test_where_the_models_were_never_brought_the_remedy_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "files", lambda _package: files("lumbar.body"))
    with pytest.raises(UnavailableError, match="make setup"):
        load_weights("full")


class _Follower(PoseModel):
    """Follows what the test says instead of what networks say."""

    def __init__(self) -> None:
        self.found: tuple[Region, ...] = ()
        self.looked: list[float] = []
        self.placed: list[Region] = []
        self._now = 0.0
        self._detector = self  # type: ignore[assignment]  # it finds
        self._landmarker = self  # type: ignore[assignment]  # and places
        self.forget()

    def look(self, time_s: float, *found: Region) -> Region:
        """Return where the person was looked for at a time at which the whole picture shows `found`."""
        self._now, self.found = time_s, found
        self.see(NOWHERE, time_s)
        return self.placed[-1]

    def find(self, _image: Image) -> tuple[Region, ...]:
        self.looked.append(self._now)
        return self.found

    def place(self, _image: Image, region: Region) -> Seen:
        self.placed.append(region)
        return Seen(np.zeros((LANDMARKS, 2)), np.ones(LANDMARKS), PRESENT, region)


HERE, TURNED, ELSEWHERE = Region(100, 100, 80, 0), Region(104, 98, 80, 1.5), Region(500, 100, 80, 0)


def test_the_whole_picture_is_looked_at_about_once_a_second() -> None:
    model = _Follower()
    for number in range(100):
        model.look(number / 25, HERE)
    assert all(AGAIN_S <= b - a < AGAIN_S + 0.1 for a, b in pairwise(model.looked))
    assert len(model.looked) == 4


def test_a_track_that_is_stuck_begins_anew() -> None:
    model = _Follower()
    model.look(0, HERE)
    assert model.look(0.5, TURNED) == HERE
    assert model.look(1.0, TURNED) == TURNED


def test_a_bystander_does_not_take_the_track() -> None:
    model = _Follower()
    model.look(0, HERE)
    assert model.look(1.0, ELSEWHERE, HERE) == HERE
    assert model.look(2.0, ELSEWHERE) == HERE
    assert model.look(3.0, HERE, ELSEWHERE) == HERE


def test_who_is_seen_only_elsewhere_again_and_again_is_followed_there() -> None:
    model = _Follower()
    model.look(0, HERE)
    shown = [model.look(1.0 + number, ELSEWHERE) for number in range(PATIENCE)]
    assert shown == [HERE] * (PATIENCE - 1) + [ELSEWHERE]


def test_a_look_that_finds_nobody_leaves_the_track() -> None:
    model = _Follower()
    model.look(0, HERE)
    assert model.look(1.0) == HERE

"""Made films of every exercise a camera can count: the count is exact, the angles are right, the sides are kept."""

import numpy as np
import pytest

from lumbar.catalogue.exercise import SideMode
from lumbar.coach.expectation import angles_on
from lumbar.coach.tracker import watch
from tests.coach.films import BODIES, IDS, Film, Sides, exercise_of, path_of

every_exercise = pytest.mark.parametrize("name", IDS)
ALIKE = (
    {"good-morning", "romanian-deadlift"},  # they differ by where the weight is
    {"single-leg-extension", "single-leg-extension-unloaded"},
)


@every_exercise
@pytest.mark.parametrize(("body", "tempo", "behind"), [(0, 0.6, False), (1, 1.0, True), (2, 1.5, False)])
def test_every_repetition_counts_once(name: str, body: int, tempo: float, *, behind: bool) -> None:
    film = Film(name, 2, body=body, tempo=tempo, behind=behind, fps=20, noise=0.02)
    seen = watch(exercise_of(name), film.track())
    assert seen.count == 2
    assert not seen.refusals


@every_exercise
def test_peaks_and_ends_are_told_when_they_happen(name: str) -> None:
    film = Film(name, 2, fps=20)
    knots = film.knots()
    done = watch(exercise_of(name), film.track()).repetitions
    assert len(done) == 2
    for place, repetition in enumerate(done):
        begins, reaches, leaves, ends = (knots[1 + 4 * place + step][0] for step in range(4))
        assert begins - 0.9 <= repetition.start_s <= reaches
        assert reaches - 0.6 <= repetition.peak_s <= leaves + 0.3
        assert repetition.end_s is not None
        assert leaves <= repetition.end_s <= ends + 0.3


@every_exercise
@pytest.mark.parametrize("body", [0, 2])
def test_judged_angles_are_within_five_degrees_of_the_bodys(name: str, body: int) -> None:
    exercise = exercise_of(name)
    assert exercise.camera is not None
    assert exercise.motion is not None
    judged = tuple(one.angle for one in exercise.camera.judged if one.at == "peak")
    lead = {"left": 0, "right": 1, None: 1}[exercise.motion.leads]
    truth = angles_on(path_of(name, BODIES[body]), judged, exercise.camera)[-1, lead]
    seen = watch(exercise, Film(name, 3, body=body, fps=20, noise=0.02, off_deg=10).track())
    told = np.array([[repetition.angles[angle] for angle in judged] for repetition in seen.repetitions])
    off = (told - truth + 180.0) % 360.0 - 180.0
    assert np.abs(off).mean() < 5.0


@pytest.mark.parametrize("name", [name for name in IDS if exercise_of(name).side is SideMode.ALTERNATING])
@pytest.mark.parametrize("behind", [False, True])
def test_sides_in_turn_are_never_swapped(name: str, *, behind: bool) -> None:
    film = Film(name, fps=20, sides="in turn", behind=behind, noise=0.01)
    sides = [repetition.side for repetition in watch(exercise_of(name), film.track()).repetitions]
    assert sides == ["left", "right", "left"]


@pytest.mark.parametrize("name", [name for name in IDS if exercise_of(name).side is SideMode.LEFT_RIGHT])
@pytest.mark.parametrize(("sides", "side"), [("first", "left"), ("second", "right")])
def test_one_side_after_the_other_is_told_as_it_is(name: str, sides: Sides, side: str) -> None:
    film = Film(name, 2, fps=20, sides=sides, noise=0.01)
    done = watch(exercise_of(name), film.track()).repetitions
    assert [repetition.side for repetition in done] == [side, side]


@every_exercise
def test_no_other_exercise_is_counted(name: str) -> None:
    alternating = exercise_of(name).side is SideMode.ALTERNATING
    track = Film(name, 2, fps=12, noise=0.01, sides="in turn" if alternating else "first").track()
    alike = next((group for group in ALIKE if name in group), {name})
    counted = {other for other in IDS if other not in alike and watch(exercise_of(other), track).count}
    assert not counted


@every_exercise
@pytest.mark.parametrize("off_deg", [50, 90, 130])
def test_an_unsuitable_view_is_refused(name: str, off_deg: float) -> None:
    if exercise_of(name).camera is None or name == "side-plank-leg-raise":
        pytest.skip("A side plank seen from its side is a row of limbs one behind the other.")
    seen = watch(exercise_of(name), Film(name, 1, fps=15, off_deg=off_deg, noise=0.01).track())
    assert seen.count == 0
    assert seen.refusals


@every_exercise
@pytest.mark.parametrize("off_deg", [-30, 30])
def test_a_slight_slant_counts_right(name: str, off_deg: float) -> None:
    assert watch(exercise_of(name), Film(name, 2, fps=15, off_deg=off_deg, noise=0.01).track()).count == 2


@every_exercise
def test_half_the_way_is_partial(name: str) -> None:
    exercise = exercise_of(name)
    seen = watch(exercise, Film(name, 1, fps=15, reach=0.5, noise=0.0).track())
    assert seen.count == 0
    if name != "abdominal-crunch":  # a head lifted by ten degrees is told from one that looks up by nobody
        assert [one.full for one in seen.repetitions] == [False]
        assert exercise.camera is not None
        assert exercise.camera.short in {cue.code for cue in seen.cues}


def test_what_is_under_way_when_the_film_begins_does_not_count() -> None:
    film = Film("glute-bridge", 2, noise=0.005)
    track, exercise = film.track(), exercise_of("glute-bridge")
    halfway = int(np.flatnonzero(film.shares() > 0.5)[0])
    assert watch(exercise, track.part(halfway, len(track))).count == 1


def test_the_end_of_the_film_completes_a_repetition_unfinished() -> None:
    film = Film("glute-bridge", 2, hold_s=2.0, noise=0.005)
    leaves = film.knots()[7][0]
    track = film.track()
    done = watch(exercise_of("glute-bridge"), track.part(0, int((leaves - 0.5) * 30))).repetitions
    assert [(one.full, one.end_s is None) for one in done] == [(True, False), (True, True)]


@pytest.mark.parametrize("name", IDS)
@pytest.mark.parametrize("at_peak", [False, True])
def test_whoever_keeps_still_does_nothing(name: str, *, at_peak: bool) -> None:
    film = Film(name, 1, noise=0.0, hold_s=1.0)
    track = film.track()
    place = int((film.knots()[2][0] + 0.5) * 30) if at_peak else 0
    still = track.part(place, place + 1)
    points = np.repeat(still.points_px, 120, axis=0) + np.random.default_rng(1).normal(0, 2, (120, 33, 2))
    standing = type(track)(points, np.ones((120, 33)), np.arange(120) / 30, track.size_px)
    assert watch(exercise_of(name), standing).count == 0


def test_a_limb_that_is_led_along_by_the_other_is_no_partial_repetition() -> None:
    film = Film("heel-slide", 2, fps=20, noise=0.005)
    track = film.track()
    led = track.points_px.copy()
    for near, far in ((25, 26), (27, 28), (29, 30), (31, 32)):  # the far leg goes half of the near leg's way
        led[:, far] += 0.5 * (track.points_px[:, near] - track.points_px[0, near])
    seen = watch(exercise_of("heel-slide"), type(track)(led, track.visibility, track.times_s, track.size_px))
    assert [(one.side, one.full) for one in seen.repetitions] == [("left", True)] * 2
    assert not seen.cues

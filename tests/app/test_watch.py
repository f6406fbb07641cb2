"""What came of a set: as JSON, as a chart and as a page."""

import json
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lumbar.app.shelf import load_catalogue
from lumbar.app.watch import AUTO, ENGLISH, Outcome, outcome_to_plain, pace_s, refused_s, watch_track
from lumbar.app.watch_chart import Level, chart
from lumbar.app.watch_pictures import MOST, box_around, moments
from lumbar.app.watch_reader import Reader, degrees
from lumbar.app.watch_report import report_page
from lumbar.app.watch_skeleton import near_is_left
from lumbar.app.watch_target import targets_of
from lumbar.catalogue.exercise import Exercise
from lumbar.cli.watch_asked import asked_of
from lumbar.coach.events import CueGiven, HoldDone, RefusalEnded, RepetitionDone, Watched
from lumbar.coach.texts import REFUSALS
from lumbar.errors import NotFoundError
from tests.coach.films import Film
from tests.films import bridges

TIMES = st.floats(0, 100)
CATALOGUE = load_catalogue()


@pytest.fixture(scope="module")
def outcome() -> Outcome:
    return watch_track(CATALOGUE, "glute-bridge", bridges(3))


def told(outcome: Outcome, **changes: object) -> Outcome:
    """Return the same with other things seen."""
    return replace(outcome, watched=replace(outcome.watched, **changes))  # type: ignore[arg-type]  # by name


class Page(HTMLParser):
    """What stands in a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words = ""
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data if "style" not in self.open else ""


def page_of(outcome: Outcome, language: str = "en", photo: bytes | None = b"\xff\xd8") -> Page:
    asked = asked_of("glute-bridge", "auto", "full", language)
    reader = Reader(asked.language, asked.words, b"typeface")
    return Page(report_page(outcome, "a <set>.mp4", reader, lambda _frame, _box: photo))


def test_json_has_the_shape_that_is_promised(outcome: Outcome) -> None:
    changed = told(
        outcome,
        cues=(CueGiven(1.234, "hips_higher"),),
        refusals=(RefusalEnded(0.5, 0.75, "nobody"),),
        holds=(HoldDone(1, 2.5, 1.5, None),),
    )
    plain = json.loads(json.dumps(outcome_to_plain(changed)))
    assert list(plain) == ["exercise", "count", "reps", "hold_s", "cues", "refusals", "frames", "model"]
    assert (plain["exercise"], plain["count"], plain["hold_s"], plain["model"]) == ("glute-bridge", 3, 1.5, None)
    assert plain["frames"] == len(outcome.track)
    assert [list(one) for one in plain["reps"]] == [
        ["start_s", "peak_s", "end_s", "side", "full", "hold_s", "angles"]
    ] * 3
    assert list(plain["cues"][0]) == ["at_s", "code", "text"]
    assert plain["cues"][0]["at_s"] == 1.23
    assert plain["refusals"] == [{"from_s": 0.5, "to_s": 0.75, "code": "nobody", "text": REFUSALS["nobody"]}]


def test_words_come_in_the_language_asked_for(outcome: Outcome) -> None:
    asked = asked_of("glute-bridge", "auto", "full", "es")
    changed = told(outcome, refusals=(RefusalEnded(0, 1, "nobody"),))
    assert "No te veo" in json.dumps(outcome_to_plain(changed, asked.words), ensure_ascii=False)


def test_an_unknown_exercise_is_told_with_near_ones() -> None:
    with pytest.raises(NotFoundError, match="glute-bridge"):
        watch_track(CATALOGUE, "glute-brige", bridges(1))


def test_an_exercise_that_cannot_be_recognised_counts_nothing() -> None:
    still = bridges(1).part(0, 3)
    found = watch_track(CATALOGUE, AUTO, still)
    assert (found.exercise, found.watched.count, found.watched.frames) == (None, 0, 3)
    assert "I cannot tell" in page_of(found).words


@given(spans=st.lists(st.tuples(TIMES, TIMES).map(sorted), max_size=6))
def test_each_moment_not_seen_is_told_once(outcome: Outcome, spans: list[list[float]]) -> None:
    changed = told(outcome, refusals=tuple(RefusalEnded(begins, ends, "nobody") for begins, ends in spans))
    edges = sorted({edge for span in spans for edge in span})
    covered = sum(
        later - earlier
        for earlier, later in pairwise(edges)
        if any(begins <= earlier and later <= ends for begins, ends in spans)
    )
    assert refused_s(changed) == pytest.approx(covered)


def test_the_pace_is_from_peak_to_peak(outcome: Outcome) -> None:
    assert pace_s(outcome) == pytest.approx(4, abs=0.1)
    assert pace_s(told(outcome, repetitions=outcome.watched.repetitions[:1])) is None


def test_the_near_side_is_the_one_that_is_seen_better() -> None:
    track = bridges(1)
    track.visibility[:, 1::2] = 0.99
    assert near_is_left(track, 5)
    track.visibility[:, 2::2] = 1.0
    assert not near_is_left(track, 5)


def test_pictures_are_of_the_peaks_in_one_frame_that_holds_them_all(outcome: Outcome) -> None:
    shown = moments(outcome, ENGLISH)
    assert [moment.caption for moment in shown] == ["1", "2", "3"]
    assert [moment.at_s for moment in shown] == [one.peak_s for one in outcome.watched.repetitions]
    left, top, width, height = box_around(outcome.track, shown)
    points = outcome.track.points_px[[moment.frame for moment in shown]]
    assert (points > (left, top)).all()
    assert (points < (left + width, top + height)).all()
    assert width / height == pytest.approx(4 / 3)


def test_there_are_not_more_pictures_than_a_page_bears(outcome: Outcome) -> None:
    one = outcome.watched.repetitions[0]
    many = told(outcome, repetitions=tuple(replace(one, peak_s=n / 10) for n in range(30)))
    assert len(moments(many, ENGLISH)) == MOST
    assert "The first 12." in page_of(many).words


def test_what_was_not_reached_is_shown_and_else_what_the_camera_saw(outcome: Outcome) -> None:
    partial = replace(outcome.watched.repetitions[0], full=False)
    short = told(outcome, repetitions=(partial,))
    assert [(moment.at_s, moment.caption) for moment in moments(short, ENGLISH)] == [(partial.peak_s, "partial")]
    assert "What the camera saw" in page_of(short).words
    track = bridges(1)
    track.points_px[: len(track) // 2] = np.nan
    late = watch_track(CATALOGUE, AUTO, track.part(0, len(track) - 60))
    begins = float(track.times_s[len(track) // 2])
    assert (late.exercise, [moment.caption for moment in moments(late, ENGLISH)]) == (None, ["", "", ""])
    assert all(moment.at_s >= begins for moment in moments(late, ENGLISH))


def test_a_film_at_a_slant_that_is_not_recognised_says_what_to_change() -> None:
    found = watch_track(CATALOGUE, AUTO, Film("glute-bridge", off_deg=80).track())
    assert (found.exercise, found.watched.count) == (None, 0)
    assert {refusal.code for refusal in found.watched.refusals} == {"off_plane"}
    words = page_of(found).words
    assert REFUSALS["off_plane"] in words
    assert "What follows says why" in words


def test_the_chart_has_the_clock_of_the_film(outcome: Outcome) -> None:
    track = replace(outcome.track, times_s=outcome.track.times_s + 100)
    late = watch_track(CATALOGUE, "glute-bridge", track)
    drawn = chart(late, Level("rest"), Level("peak"), ENGLISH)
    assert "100 s" in drawn
    assert ">0 s" not in drawn


def test_whoever_stands_is_shown_upright_and_never_more_than_the_film() -> None:
    track = bridges(1)
    track.points_px[:] = track.points_px[:, :, ::-1] * (1, 1.1)  # stood on their feet, taller than wide
    left, top, width, height = box_around(track, moments(watch_track(CATALOGUE, "wall-squat", track), ENGLISH))
    assert height > width
    assert (left >= 0, top >= 0, left + width <= 640, top + height <= 480) == (True,) * 4


def test_a_film_that_is_not_recognised_says_what_can_be_named() -> None:
    found = watch_track(CATALOGUE, AUTO, bridges(1).part(0, 20))
    reader = Reader("es", asked_of("auto", "auto", "full", "es").words)
    words = Page(report_page(found, "set.mp4", reader, lambda _frame, _box: None, CATALOGUE)).words
    assert "--exercise glute-bridge" in words
    assert "Puente de glúteos" in words
    assert "pelvic-tilt" not in words  # no camera counts it


def test_the_chart_shows_within_what_one_aims_where_it_is_of_one_angle(outcome: Outcome) -> None:
    def kinds(page: Page) -> list[str | None]:
        return [attributes.get("class") for _, attributes in page.tags]

    bridge = page_of(outcome)
    assert kinds(bridge).count("aim") == 2  # the band and its key
    assert "±" in bridge.words
    many = page_of(watch_track(CATALOGUE, "bird-dog", bridges(1)))
    assert "aim" not in kinds(many)


def test_what_was_only_held_is_shown_in_the_middle_of_the_hold(outcome: Outcome) -> None:
    held = told(outcome, repetitions=(), holds=(HoldDone(1, 3, 2, "left"),))
    assert [(moment.at_s, moment.caption) for moment in moments(held, ENGLISH)] == [(2, "2.0 s · left")]
    assert "While holding" in page_of(held).words


def test_the_chart_marks_every_repetition_cue_hold_and_refusal(outcome: Outcome) -> None:
    changed = told(
        outcome,
        repetitions=(*outcome.watched.repetitions, RepetitionDone(12, 12.4, 13, None, full=False, hold_s=0, angles={})),
        cues=(CueGiven(2, "hips_higher"),),
        holds=(HoldDone(2, 3, 1, None),),
        refusals=(RefusalEnded(5, 6, "nobody"),),
    )
    drawn = Page(chart(changed, Level("rest", "hip 60°"), Level("peak", "hip 0°"), ENGLISH))
    kinds = [attributes.get("class") for _, attributes in drawn.tags]
    assert [kinds.count(kind) for kind in ("peak", "peak partial", "cue", "held", "unseen")] == [3, 1, 1, 1, 1]
    assert "hip 60°" in drawn.words


def test_the_curve_breaks_where_the_way_was_not_known(outcome: Outcome) -> None:
    phases = list(outcome.watched.phases)
    phases[100:150] = [float("nan")] * 50
    assert chart(told(outcome, phases=tuple(phases)), Level(""), Level(""), ENGLISH).count('class="way"') == 2


def test_no_chart_is_drawn_where_nothing_is_known(outcome: Outcome) -> None:
    for phases in ((), (float("nan"),) * len(outcome.track)):
        assert chart(told(outcome, phases=phases), Level(""), Level(""), ENGLISH) == ""


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_report_stands_alone_without_script_or_address(outcome: Outcome, language: str) -> None:
    page = page_of(outcome, language)
    assert {tag for tag, _ in page.tags}.isdisjoint({"script", "link", "iframe", "img", "object", "form"})
    addresses = [value for _, attributes in page.tags for name, value in attributes.items() if name in {"src", "href"}]
    assert addresses
    assert all(value and value.startswith("data:") for value in addresses)
    assert dict(page.tags)["html"] == {"lang": language}
    assert "a <set>.mp4" in page.words


def test_the_report_says_what_it_is_and_where_it_was_made(outcome: Outcome) -> None:
    english, spanish = page_of(outcome).words, page_of(outcome, "es").words
    assert "Glute bridge" in english
    assert "Every repetition went all the way" in english
    assert "The film never left it." in english
    assert "±" in english or "10°" in english
    assert "Puente de glúteos" in spanish
    assert "El vídeo no ha salido de él." in spanish
    assert "Each repetition" not in spanish


def test_the_report_says_what_to_work_on_and_what_was_not_seen(outcome: Outcome) -> None:
    changed = told(
        outcome,
        cues=tuple(CueGiven(float(n), "hips_higher") for n in range(5)),
        refusals=(RefusalEnded(3, 9, "nobody"),),
    )
    words = page_of(changed).words
    assert "0.0 · 1.0 · 2.0 · … s" in words
    assert REFUSALS["nobody"] in words
    assert "6 s" in words
    nothing = page_of(told(changed, repetitions=(), cues=())).words
    assert "Nothing was counted" in nothing
    assert "To work on" not in nothing


def test_the_report_of_landmarks_alone_draws_the_skeleton_without_a_photo(outcome: Outcome) -> None:
    page = page_of(outcome, photo=None)
    kinds = [attributes.get("class") for _, attributes in page.tags]
    assert kinds.count("near") == 3
    assert "image" not in {tag for tag, _ in page.tags}


def test_an_exercise_that_no_camera_sees_has_a_report_that_says_so() -> None:
    page = page_of(watch_track(CATALOGUE, "pelvic-tilt", bridges(1)))
    assert REFUSALS["unseen"] in page.words


def test_a_track_of_nobody_is_told_whole() -> None:
    track = bridges(1)
    track.points_px[:] = np.nan
    found = watch_track(CATALOGUE, "glute-bridge", track)
    assert isinstance(found.watched, Watched)
    assert found.watched.count == 0
    assert page_of(found).words


def test_what_is_judged_at_rest_is_told_as_that_with_its_aim(outcome: Outcome) -> None:
    slide = replace(outcome, exercise=CATALOGUE.exercise("heel-slide"))
    one = replace(outcome.watched.repetitions[0], angles={"knee": 88.0, "knee_at_rest": 31.0})
    page = page_of(told(slide, repetitions=(one,)))
    assert "knee at rest, aim at most 20°" in page.words
    assert [attributes.get("class") for tag, attributes in page.tags if tag == "td"][-2:] == [None, "off"]
    closer = replace(
        one, angles={"knee": 140.0, "knee_at_rest": -20.5}
    )  # further than asked: nobody says that is wrong
    page = page_of(told(slide, repetitions=(closer,)))
    assert [attributes.get("class") for tag, attributes in page.tags if tag == "td"][-2:] == [None, None]
    assert "further from its target" not in page.words  # nothing is marked
    assert "rodilla en reposo" in page_of(told(slide, repetitions=(one,)), "es").words


@pytest.mark.parametrize(
    "exercise", [one for one in CATALOGUE if one.camera and one.camera.counts], ids=lambda one: one.id
)
def test_the_key_poses_themselves_are_never_off(exercise: Exercise) -> None:
    targets = targets_of(exercise)
    assert len(targets) == len([one for one in exercise.camera.judged if one.over or one.under])  # type: ignore[union-attr]  # it has one
    for target in targets.values():
        assert not target.is_off(target.deg)
        assert target.is_off(target.deg + target.more + 1) or target.more == np.inf
        assert target.is_off(target.deg - target.less - 1) or target.less == np.inf


@pytest.mark.parametrize(
    ("name", "deg", "shown"),
    [
        ("thigh_at_rest", -90, "90°"),
        ("thigh", 270, "90°"),
        ("arm_other", -90, "90°"),
        ("hip", -15.4, "−15°"),
        ("knee", -0.3, "0°"),
    ],
    ids=["rest", "round", "other side", "sign", "no sign at zero"],
)
def test_angles_are_written_as_people_read_them(name: str, deg: float, shown: str) -> None:
    assert degrees(name, deg) == shown

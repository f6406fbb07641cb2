"""The camera coach in a real browser, films for a webcam: a whole session, a lost line, and what leaves the page."""

import json
import os
import time
from collections.abc import Iterator
from typing import Any, Final

import pytest
from playwright.sync_api import Page, expect
from playwright.sync_api import TimeoutError as LateError

from lumbar.catalogue.exercise import SideMode
from tests.browser.camera_session import BRIDGE, LONG_MS, Set, Studio, begin, save, saved, start_when_seen, studio
from tests.browser.watch import Watch
from tests.browser.webcam import film
from tests.film_library import KeptFilm
from tests.store.samples import FIRST

LONG_WATCH_S: Final = 60
OF_HOLD_S: Final = 0.8  # a busy machine drops pictures
WHOLE: Final = (Set("bird-dog", 1, 2, SideMode.ALTERNATING), BRIDGE, Set("wall-squat", 1, 5, SideMode.BOTH))
TRIES: Final = ("first", "second", "third")  # a busy machine looks too seldom, and says so
SESSIONS: Final = {
    **dict.fromkeys(TRIES, WHOLE),
    "lost": (BRIDGE,),
    "minute": (Set("glute-bridge", 60, 2, SideMode.BOTH),),
}


@pytest.fixture(scope="module")
def films() -> dict[str, KeptFilm]:
    """Return the film of each exercise."""
    sides = {SideMode.ALTERNATING: 2, SideMode.BOTH: 1}
    return {one.exercise: film(one.exercise, one.reps * sides[one.side]) for one in WHOLE}


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    """Start a browser with a webcam."""
    with studio(tmp_path_factory.mktemp("camera"), SESSIONS) as made:
        yield made


def test_a_session_of_three_exercises_is_counted_and_timed_by_the_camera(
    seen: Studio, films: dict[str, KeptFilm]
) -> None:
    assert any(whole_session(seen, films, name) for name in TRIES), "This machine is too slow for a pose model."


def whole_session(seen: Studio, films: dict[str, KeptFilm], name: str) -> bool:
    """Do a session of three exercises; fail where it is not as the films are, and return whether it was fast enough."""
    seen.webcam.rest(films["bird-dog"])
    with seen.player(name) as (page, watch):
        watch.allow("ERR_CONNECTION_REFUSED", "Failed to")
        begin(page)
        for one, after in zip(WHOLE, (*WHOLE[1:], None), strict=True):
            before = len(watch.heard)
            if not do_a_set(page, seen, films[one.exercise], watch):
                return False
            expect(page.get_by_text("Counted by the camera.")).to_be_visible()
            told_as_it_was(watch.heard[before:], films[one.exercise])
            if after is not None:
                seen.webcam.rest(films[after.exercise])
                save(page)
                expect(page.get_by_role("heading", level=1)).to_have_text("Rest")
                expect(page.locator(".p-eye > *")).to_have_count(0)
                if one is BRIDGE:  # a line that is let go in a rest is taken up again
                    seen.house.start(FIRST)
                page.locator("[data-do=start]").click()
        expect(page.locator("#f-both-reps")).to_have_value("1")
        page.locator("[data-step='1'][data-for=f-both-reps]").click()  # one more, says the person
        save(page)
        page.wait_for_url("**/done/")
        told = page.locator(".done-table td .note").all_inner_texts()
    assert told == ["counted by the camera", "counted by the camera", "put right by you"]
    stored_as_it_was(saved(seen.house, seen.sessions[name]), films)
    assert watch.saw("/pose_landmarker_lite"), "the worker was not watched"
    assert watch.lines == [f"ws://127.0.0.1:{seen.house.port}/live"] * 2
    assert set(watch.sent_bytes) <= {16, 412}  # landmarks, or that there is nobody: docs/reference/live.md
    assert max(watch.posted_bytes) < 4096  # what was done, and no picture
    return True


def was_too_slow(heard: list[str]) -> bool:
    """Return whether the engine said that pictures came too slowly."""
    return any(said.get("code") == "too_few_frames" for said in map(json.loads, heard))


def do_a_set(page: Page, seen: Studio, one: KeptFilm, watch: Watch) -> bool:
    """Begin when the camera sees well, and do what a film holds: the set is over with it, no sooner and no later.

    Returns whether the machine looked often enough to tell.
    """
    before = len(watch.heard)
    start_when_seen(page)
    seen.webcam.play(one)
    try:
        page.locator("form[data-form=log]").wait_for()
    except LateError:
        if not was_too_slow(watch.heard[before:]):
            raise
    if was_too_slow(watch.heard[before:]):
        return False
    assert one.truth["repetitions"][-1]["peak_to_s"] < seen.webcam.at_s < one.truth["repetitions"][-1]["end_s"] + 2
    return True


def told_as_it_was(heard: list[str], one: KeptFilm) -> None:
    """Fail unless the engine told every repetition of a film, its side and its seconds, and nothing else."""
    told = [said for said in map(json.loads, heard) if said["kind"] in {"repetition", "refusal"}]
    true = one.truth["repetitions"]
    assert [(said["kind"], said.get("side"), said.get("full")) for said in told] == [
        ("repetition", r["side"], True) for r in true
    ]
    wrong_s = [said["hold_s"] - (r["peak_to_s"] - r["peak_from_s"]) for said, r in zip(told, true, strict=True)]
    assert all(abs(s) <= OF_HOLD_S for s in wrong_s), wrong_s


def stored_as_it_was(stored: list[dict[str, Any]], films: dict[str, KeptFilm]) -> None:
    """Fail unless each set was stored with its repetitions and, to the second, its hold."""
    assert [(done["exercise"], done["counted_by"]) for done in stored] == [
        ("bird-dog", "camera"),
        ("glute-bridge", "camera"),
        ("wall-squat", "person"),
    ]
    bird_dog, bridge, squat = stored
    works = [("bird-dog", 1, bird_dog["left"]), ("bird-dog", 1, bird_dog["right"])]
    works += [("glute-bridge", 2, bridge["both"]), ("wall-squat", 2, squat["both"])]
    for exercise, reps, work in works:
        true_s = [r["peak_to_s"] - r["peak_from_s"] for r in films[exercise].truth["repetitions"]]
        assert work["reps"] == reps
        assert min(true_s) - 1 < work["hold_s"] < max(true_s) + 1


def test_a_lost_line_gives_way_to_the_timer_and_nothing_is_lost(seen: Studio, films: dict[str, KeptFilm]) -> None:
    seen.webcam.rest(films["glute-bridge"])
    with seen.player("lost") as (page, watch):
        watch.allow("WebSocket", "ERR_CONNECTION_REFUSED", "Failed to")
        begin(page)
        start_when_seen(page)
        seen.webcam.play(films["glute-bridge"])
        page.locator(".on-field").wait_for()  # a hold runs: one is counted
        seen.house.stop()
        expect(page.get_by_text("The line to the coach was lost.")).to_be_visible(timeout=LONG_MS)
        seen.house.start(FIRST)
        expect(page.locator("form[data-form=log]")).to_be_visible(timeout=LONG_MS)
        save(page)
        page.wait_for_url("**/done/")
    (done,) = saved(seen.house, seen.sessions["lost"])
    assert (done["both"]["reps"], done["counted_by"]) == (2, "timer")


@pytest.mark.skipif("LUMBAR_LONG_WATCH" not in os.environ, reason="takes a minute: set LUMBAR_LONG_WATCH to run it")
def test_nothing_leaves_this_machine_in_a_minute_of_watching(seen: Studio, films: dict[str, KeptFilm]) -> None:
    """Watch one long set. `LUMBAR_LONG_WATCH=1 pytest tests/browser/test_camera.py -k minute` runs it."""
    seen.webcam.rest(films["glute-bridge"])
    with seen.player("minute") as (page, watch):
        begin(page)
        start_when_seen(page)
        since, before = time.monotonic(), len(watch.sent_bytes)
        while time.monotonic() - since < LONG_WATCH_S:
            seen.webcam.play(films["glute-bridge"])
            for _ in films["glute-bridge"].truth["repetitions"]:
                page.locator(".on-field").wait_for()
                page.locator(".p-now:not(.on-field)").wait_for()
        assert len(watch.sent_bytes) - before > LONG_WATCH_S  # it looked on all the while
    assert watch.lines == [f"ws://127.0.0.1:{seen.house.port}/live"]

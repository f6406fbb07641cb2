"""What exercises ask of one person's low back, for the planner and for the eye."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lumbar.app.low_back import load_of, loads_for, series_of, stature_of
from lumbar.app.low_back_days import DayLoad, day_loads, week_loads
from lumbar.app.shelf import load_catalogue
from lumbar.catalogue.catalogue import Catalogue
from lumbar.journal.profile import Person, Profile
from lumbar.training.fold import extend, settle
from lumbar.training.imagine import beginning, good_day
from lumbar.training.plan import plan_day
from lumbar.training.standing import State
from tests.builders import exercise

CATALOGUE = load_catalogue()
MONDAY = date(2026, 1, 5)
DAY = timedelta(days=1)
TOLD = Profile("trained", 40, height_m=1.76, mass_kg=77, sex="male")
WITHIN = 0.02  # the poses are solved anew for every body; what differs is far below what statics knows


@given(st.floats(1.5, 2.0), st.floats(50, 120), st.sampled_from(["female", "male"]), st.sampled_from([10.0, 30.0]))
@settings(max_examples=5, deadline=None)
def test_scaled_to_a_body_the_moments_are_those_that_body_has(h: float, m: float, sex: str, kg: float) -> None:
    profile = replace(TOLD, height_m=h, mass_kg=m, sex="female" if sex == "female" else "male")
    loads, stature = loads_for(profile, CATALOGUE), stature_of(profile)
    for name in ("bird-dog", "romanian-deadlift"):
        one = CATALOGUE.exercise(name)
        carried = kg if one.load else 0.0
        own = load_of(one, stature, carried)
        assert own is not None
        assert loads[one.id].at(carried) == pytest.approx(own.moment_nm, rel=WITHIN)


def test_who_tells_no_height_mass_or_sex_gets_a_reference_body_and_is_told_so() -> None:
    assert stature_of(TOLD).told
    assert not stature_of(Profile("trained", 40)).told
    assert not stature_of(replace(TOLD, sex=None)).told
    woman = stature_of(Profile("trained", 40, sex="female"))
    assert (woman.height_m, woman.mass_kg) == (1.65, 62)
    assert loads_for(Profile("trained", 40), CATALOGUE) == loads_for(TOLD, CATALOGUE) == loads_for(None, CATALOGUE)


def test_an_exercise_without_key_poses_is_of_unknown_load() -> None:
    still = exercise("made-up")
    catalogue = Catalogue.of([still], [])
    assert loads_for(TOLD, catalogue) == {}
    assert load_of(still, stature_of(TOLD)) is None
    assert series_of(still, stature_of(TOLD)) == ()


def test_a_load_that_the_poses_do_not_carry_is_left_out() -> None:
    bird_dog, stature = CATALOGUE.exercise("bird-dog"), stature_of(TOLD)
    assert load_of(bird_dog, stature, 10) == load_of(bird_dog, stature)


def test_the_exercise_of_another_catalogue_is_solved_anew() -> None:
    bird_dog = CATALOGUE.exercise("bird-dog")
    other = replace(bird_dog, motion=None)
    assert bird_dog.id in loads_for(TOLD, CATALOGUE)
    assert loads_for(TOLD, Catalogue.of([other], [])) == {}


def test_every_exercise_that_has_key_poses_is_known_to_the_planner() -> None:
    assert set(loads_for(TOLD, CATALOGUE)) == {one.id for one in CATALOGUE if one.motion is not None}


def test_what_was_done_and_what_is_planned_stand_in_one_row_of_days() -> None:
    person = Person(TOLD)
    loads = loads_for(TOLD, CATALOGUE)
    state = extend(State(), beginning(person, MONDAY), CATALOGUE)
    first = plan_day(person, state, CATALOGUE, MONDAY, loads=loads)
    state = settle(extend(state, good_day(first.sessions), CATALOGUE), MONDAY + 2 * DAY, CATALOGUE)
    second = plan_day(person, state, CATALOGUE, MONDAY + 2 * DAY, loads=loads)
    days = day_loads(state, ((second.day, second.sessions),), CATALOGUE, loads)
    as_planned = day_loads(State(), ((first.day, first.sessions),), CATALOGUE, loads)
    assert [(one.on, one.done) for one in days] == [(MONDAY, True), (MONDAY + 2 * DAY, False)]
    assert days[0].load == pytest.approx(as_planned[0].load)


def test_a_week_adds_up_its_days_and_names_its_largest_rise() -> None:
    loads = ((0, 100), (2, 150), (4, 130), (7, 190), (9, 190), (23, 50))
    days = [DayLoad(MONDAY + n * DAY, load, done=n < 5) for n, load in loads]
    weeks = week_loads(days)
    assert [week.load for week in weeks] == [380, 380, 0, 50]
    assert [(week.rise, week.rise_on) for week in weeks[:2]] == [(50, MONDAY + 2 * DAY), (60, MONDAY + 7 * DAY)]
    assert [week.rise for week in weeks[2:]] == [None, None]
    assert [week.done for week in weeks[:2]] == [True, False]
    assert week_loads(()) == ()

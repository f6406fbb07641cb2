"""The load on the low back: what doses and days add up to, and how fast the planner lets it grow."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from math import inf
from types import MappingProxyType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lumbar.app.low_back import loads_for
from lumbar.catalogue.exercise import Equipment, ExerciseId, Group
from lumbar.journal.event import AnyEvent, DayChoice, SetDone
from lumbar.journal.prescription import SessionPlan
from lumbar.journal.profile import Person, Profile
from lumbar.training.candidates import candidates
from lumbar.training.fold import extend, settle
from lumbar.training.imagine import beginning, good_day
from lumbar.training.low_back import LowBackLoads, Moment, day_load, item_load
from lumbar.training.low_back_growth import base_days, most_load, past_of
from lumbar.training.plan import DayPlan, plan_day
from lumbar.training.prescribe import prescribe
from lumbar.training.rules import reason
from lumbar.training.situation import Day
from lumbar.training.standing import State, TrainingDay
from lumbar.training.swap import stand_ins
from lumbar.training.thresholds import RECENT_DAYS
from tests.planner_strategies import CATALOGUE, MONDAY, people

DAY = timedelta(days=1)
BIRD_DOG = CATALOGUE.exercise("bird-dog")
SUPERMAN = CATALOGUE.exercise("superman")
RDL = CATALOGUE.exercise("romanian-deadlift")
MADE_UP: LowBackLoads = {exercise.id: Moment(40.0, 2.0) for exercise in CATALOGUE}
TRAINED = Person(Profile("trained", 40, minutes=30))
LAW = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def day_of(ago: int, seconds: float, exercise: ExerciseId = BIRD_DOG.id) -> TrainingDay:
    return TrainingDay(
        MONDAY - ago * DAY, "green", 0.0, 1.0, heavy_hinge=False, exercises=(exercise,), sets=1, work_s=(seconds,)
    )._replace(work_kg_s=(0.0,))


def state_of(*recent: TrainingDay, first: int = 100) -> State:
    choices = MappingProxyType[date, DayChoice]({MONDAY: "train"})
    return State(settled_to=MONDAY, stage=2, recent=recent, first_on=MONDAY - first * DAY, choices=choices)


def lighter(state: State) -> State:
    return replace(state, light_until=MONDAY + DAY, light_because=reason("light-block", "today"))


def today_of(state: State, loads: LowBackLoads = MADE_UP) -> Day:
    return Day(TRAINED, state, CATALOGUE, MONDAY, 2, "alone", 1800, loads=loads)


def planned(plan: DayPlan, loads: LowBackLoads) -> float:
    every = (item for session in plan.sessions for item in session.items)
    return sum(item_load(item, CATALOGUE.exercises[item.exercise], loads) for item in every)


# Adding up


def test_a_dose_counts_its_holds_in_full_and_its_way_by_half_on_both_sides() -> None:
    dose = replace(prescribe(BIRD_DOG, None, TRAINED, State(), CATALOGUE, MONDAY), sets=3, reps=3, hold_s=10)
    seconds = 3 * 2 * 3 * (10 + BIRD_DOG.tempo.cycle_s / 2)
    assert item_load(dose, BIRD_DOG, {BIRD_DOG.id: Moment(60.0)}) == pytest.approx(60 * seconds / 60)


def test_what_is_carried_adds_to_the_load_and_what_is_still_to_be_picked_does_not() -> None:
    dose = prescribe(RDL, None, TRAINED, State(), CATALOGUE, MONDAY)
    loads = {RDL.id: Moment(100.0, 2.0)}
    bare, carried = (item_load(replace(dose, load_kg=kg), RDL, loads) for kg in (None, 50.0))
    assert carried == pytest.approx(2 * bare)


def test_the_stretch_and_what_nobody_knows_are_not_counted() -> None:
    stretch = CATALOGUE.exercise("knee-to-chest")
    assert stretch.group is Group.STRETCH
    assert item_load(prescribe(stretch, None, TRAINED, State(), CATALOGUE, MONDAY), stretch, MADE_UP) == 0
    assert item_load(prescribe(BIRD_DOG, None, TRAINED, State(), CATALOGUE, MONDAY), BIRD_DOG, {}) == 0


@given(people())
@LAW
def test_a_day_done_as_asked_counts_as_it_was_planned(person: Person) -> None:
    loads = loads_for(person.profile, CATALOGUE)
    known = extend(State(), beginning(person, MONDAY), CATALOGUE)
    plan = plan_day(person, known, CATALOGUE, MONDAY, loads=loads)
    after = settle(extend(known, good_day(plan.sessions), CATALOGUE), MONDAY + 2 * DAY, CATALOGUE)
    for one in after.recent:
        assert day_load(one, CATALOGUE, loads) == pytest.approx(planned(plan, loads))


# The bound


def test_in_the_first_week_there_is_nothing_to_compare_with() -> None:
    assert base_days(state_of(day_of(6, 60), day_of(3, 60), first=6), MONDAY) == frozenset()
    assert most_load(candidates(today_of(state_of(first=6))), today_of(state_of(first=6))) == inf


def test_until_two_weeks_are_over_the_whole_first_week_is_compared_with() -> None:
    state = state_of(day_of(8, 60), day_of(6, 90), day_of(1, 600), first=8)
    assert base_days(state, MONDAY) == {MONDAY - 8 * DAY, MONDAY - 6 * DAY}
    past = past_of(today_of(state))
    assert (past.week, past.days, past.busiest_day, past.busiest_week) == (460, 2, 60, 100)


def test_what_was_done_before_a_break_may_be_done_again() -> None:
    before = [day_of(60 + ago, 300) for ago in (7, 5, 3)]
    past = past_of(today_of(state_of(*before)))
    assert (past.week, past.busiest_day, past.busiest_week) == (0, 200, 600)


def test_only_the_last_four_weeks_that_were_trained_count() -> None:
    past = past_of(today_of(state_of(day_of(40, 900), day_of(11, 300))))
    assert (past.busiest_day, past.busiest_week) == (200, 200)


def test_a_day_may_ask_a_tenth_or_a_set_more_than_the_busiest_and_two_sets_always() -> None:
    def most(*recent: TrainingDay) -> tuple[float, float]:
        today = today_of(state_of(*recent))
        found = candidates(today)
        return most_load(found, today), max(item_load(c.dose, c.exercise, MADE_UP) / c.dose.sets for c in found)

    found, one_set = most(day_of(10, 450), day_of(7, 450))
    assert found == pytest.approx(300 + one_set)
    found, one_set = most(day_of(10, 4500), day_of(7, 4500))
    assert found == pytest.approx(3300)
    found, one_set = most(day_of(10, 3000), day_of(7, 3000), day_of(3, 6000))
    assert found == pytest.approx(4400 - 4000)
    found, one_set = most(day_of(20, 1), day_of(7, 1), day_of(2, 6000))
    assert found == pytest.approx(2 * one_set)


def test_a_lighter_week_does_not_grow_and_leaves_out_its_share() -> None:
    today = today_of(lighter(state_of(day_of(10, 4500), day_of(7, 4500))))
    found = candidates(today)
    one_set = max(item_load(c.dose, c.exercise, MADE_UP) / c.dose.sets for c in found)
    assert most_load(found, today) == pytest.approx(0.6 * 3000 + one_set)
    busy = today_of(lighter(state_of(day_of(10, 4500), day_of(7, 4500), day_of(2, 7500))))
    assert most_load(found, busy) == pytest.approx(6000 - 5000)


def test_a_bound_day_has_less_and_says_why() -> None:
    state = state_of(day_of(10, 100), day_of(8, 100))
    free, bound = (plan_day(TRAINED, state, CATALOGUE, MONDAY, loads=loads) for loads in ({}, MADE_UP))
    (session,) = bound.sessions
    assert planned(bound, MADE_UP) < planned(free, MADE_UP)
    assert session.relaxed[-1].rule == "low-back-growth"
    assert all("low-back-growth" not in {why.rule for why in one.relaxed} for one in free.sessions)
    fewer = [item for item in session.items if "dose-fewer-load" in {why.rule for why in item.why}]
    assert all(item.light for item in fewer)


def test_where_the_load_may_grow_as_it_does_the_plan_is_the_same() -> None:
    state = state_of(day_of(10, 9000), day_of(8, 9000))
    free, bound = (plan_day(TRAINED, state, CATALOGUE, MONDAY, loads=loads) for loads in ({}, MADE_UP))
    assert bound == free


def test_a_stand_in_keeps_to_what_the_low_back_has_left() -> None:
    loads = {**MADE_UP, SUPERMAN.id: Moment(4000.0)}
    state = replace(state_of(day_of(10, 300), day_of(8, 300)), person=TRAINED)
    (session,) = plan_day(TRAINED, state, CATALOGUE, MONDAY, loads=MADE_UP).sessions
    for old, offers in stand_ins(session, state, CATALOGUE, loads=loads).items():
        asked = next(item for item in session.items if item.exercise == old)
        for offer in filter(None, offers):
            new = CATALOGUE.exercises[offer.exercise]
            spare = most_load(candidates(today_of(state, loads)), today_of(state, loads))
            assert item_load(offer, new, loads) <= item_load(asked, CATALOGUE.exercises[old], loads) + spare


# The law


def done_on(events: Sequence[AnyEvent], loads: LowBackLoads) -> float:
    """Return what sets asked of the low back, counted from the events themselves."""
    total = 0.0
    for done in events:
        if not isinstance(done, SetDone) or CATALOGUE.exercises[done.exercise].group is Group.STRETCH:
            continue
        sides = [side for side in (done.both, done.left, done.right) if side is not None]
        cycle_s = CATALOGUE.exercises[done.exercise].tempo.cycle_s
        seconds = sum(side.reps * (cycle_s / 2 + side.hold_s) for side in sides)
        total += loads[done.exercise].at(done.load_kg) * seconds / 60
    return total


def kept(sessions: Sequence[SessionPlan], share: float) -> list[AnyEvent]:
    """Return the events of a day on which only the first `share` of its sets was done."""
    events = good_day(sessions)
    sets = [event for event in events if isinstance(event, SetDone)]
    left_out = {event.id for event in sets[round(len(sets) * share) :]}
    return [event for event in events if event.id not in left_out]


def allowed(history: Mapping[date, float], first: date, on: date, one_set: float) -> tuple[float, float]:
    """Return the most that a day, and the week ending with it, may ask: the rule as its page tells it."""
    last_compared = max(on - 7 * DAY, first + 6 * DAY)
    before = [day for day in history if day <= last_compared]
    before = [day for day in before if (max(before) - day).days < 28]
    week = max(sum(load for day, load in history.items() if 0 <= (end - day).days < 7) for end in before)
    busiest = max(history[day] for day in before)
    days = sum((on - day).days < 7 for day in history) + 1
    return max(1.1 * busiest, busiest + one_set), max(1.1 * week, week + days * one_set)


@given(
    people(),
    st.lists(st.sampled_from([1.0, 1.0, 1.0, 0.5, 0.2, 0.0]), min_size=4, max_size=12),
    st.integers(0, 30),
    st.integers(7, 60),
)
@LAW
def test_neither_a_day_nor_a_week_asks_more_of_the_low_back_than_the_rule_allows(
    person: Person, shares: list[float], break_after: int, days_off: int
) -> None:
    loads = loads_for(person.profile, CATALOGUE)
    state = extend(State(), beginning(person, MONDAY), CATALOGUE)
    history: dict[date, float] = {}
    trained = 0
    for day in (MONDAY + n * DAY for n in range(42 + days_off)):
        if break_after <= (day - MONDAY).days < break_after + days_off:
            continue
        state = extend(settle(state, day, CATALOGUE), beginning(person, day), CATALOGUE)
        plan = plan_day(person, state, CATALOGUE, day, loads=loads)
        if not plan.sessions:
            continue
        today = Day(person, state, CATALOGUE, day, plan.sessions[0].stage, plan.sessions[0].place, 0, loads=loads)
        sets = [item_load(c.dose, c.exercise, loads) / c.dose.sets for c in candidates(today)]
        one_set = max(sets, default=0)
        history = {done: load for done, load in history.items() if (max(history) - done).days <= RECENT_DAYS}
        if history and (day - min(history)).days >= 7:
            most, most_week = allowed(history, min(history), day, one_set)
            week = sum(load for done, load in history.items() if (day - done).days < 7)
            asks = planned(plan, loads)
            assert asks <= max(min(most, most_week - week), 2 * one_set) + 1e-6
        events = kept(plan.sessions, shares[trained % len(shares)])
        trained += 1
        if any(isinstance(event, SetDone) for event in events):
            history[day] = done_on(events, loads)
            state = extend(state, events, CATALOGUE)


def test_twelve_weeks_still_climb_from_the_first_stage_to_the_second() -> None:
    person = Person(Profile("beginner", 45, equipment=frozenset({Equipment.BAND})))
    loads = loads_for(person.profile, CATALOGUE)
    state, weeks = extend(State(), beginning(person, MONDAY), CATALOGUE), [0.0] * 12
    for day in (MONDAY + n * DAY for n in range(84)):
        state = settle(state, day, CATALOGUE)
        plan = plan_day(person, state, CATALOGUE, day, loads=loads)
        weeks[(day - MONDAY).days // 7] += planned(plan, loads)
        state = extend(state, good_day(plan.sessions), CATALOGUE)
    assert (state.stage or 1) >= 2
    assert max(weeks) > 4 * weeks[0]

"""What an exercise weighs today: lifts, ranges, plates, the next load, warm-up sets."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from itertools import combinations
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lumbar.catalogue.exercise import Equipment, Exercise, ExerciseId, LoadRule
from lumbar.journal.profile import Lifts, Person, Profile, RepSet, Weights
from lumbar.training.lifts import LoadRange, one_rep_max_kg, permitted
from lumbar.training.loads import Load, load_for
from lumbar.training.plates import bar_kg, loadable
from lumbar.training.prescribe import prescribe
from lumbar.training.rules import reason
from lumbar.training.situation import Situation
from lumbar.training.standing import Standing, State, Trend
from lumbar.training.warm_up import warm_up_for
from tests.builders import OURS
from tests.planner_strategies import CATALOGUE, LISTED_WEIGHTS, MONDAY

BAR = frozenset({Equipment.BARBELL})
HANDS = frozenset({Equipment.DUMBBELL})
RDL = CATALOGUE.exercise("romanian-deadlift")
GOOD_MORNING = CATALOGUE.exercise("good-morning")
SINGLE_LEG = CATALOGUE.exercise("single-leg-extension")
BRIDGE = CATALOGUE.exercise("glute-bridge")
RULE = LoadRule((0.7, 1.0), (0.5, 0.6), None, BAR, OURS)
LIFTER = Person(Profile("lifter", 30, equipment=BAR, lifts=Lifts(clean_kg=80, deadlift_kg=140)))


def now(person: Person, **standings: Standing) -> Situation:
    named = {ExerciseId(name.replace("_", "-")): standing for name, standing in standings.items()}
    return Situation(person, State(standings=MappingProxyType(named)), CATALOGUE, MONDAY)


def load(person: Person, exercise: Exercise = RDL, **standings: Standing) -> Load:
    found = load_for(exercise, now(person, **standings))
    assert found is not None
    return found


def at(kg: float, trend: Trend = "repeat", wider_reps: int = 0) -> Standing:
    return Standing(rung=0, reps=6, load_kg=kg, trend=trend, times=4, wider_reps=wider_reps)


# Lifts


@pytest.mark.parametrize(("kg", "reps", "expected"), [(100, 1, 100), (100, 5, 116.667), (90, 10, 120), (60, 11, None)])
def test_a_maximum_is_estimated_from_a_set_of_up_to_ten(kg: float, reps: int, expected: float | None) -> None:
    found = one_rep_max_kg(RepSet(kg, reps))
    assert found == (None if expected is None else pytest.approx(expected, abs=0.001))


@pytest.mark.parametrize(
    ("clean", "deadlift", "expected"),
    [
        (80, 140, LoadRange(70, 80)),
        (80, None, LoadRange(56, 80)),
        (None, 140, LoadRange(70, 84)),
        (60, 200, LoadRange(42, 60)),  # they do not meet: the lower one
        (150, 100, LoadRange(50, 60)),
        (None, None, None),
    ],
)
def test_the_ranges_of_clean_and_deadlift_meet_or_the_lower_one_holds(
    clean: float | None, deadlift: float | None, expected: LoadRange | None
) -> None:
    assert permitted(RULE, Lifts(clean_kg=clean, deadlift_kg=deadlift)) == expected


def test_a_set_stands_in_for_a_lift_that_is_not_known() -> None:
    assert permitted(RULE, Lifts(deadlift_set=RepSet(120, 5))) == LoadRange(70, 84)


# What can be put together


def test_plates_come_in_pairs() -> None:
    weights = Weights(bar_kg=20, plates_kg=(10, 10, 5, 5, 2.5))
    assert loadable(weights, BAR) == (20, 30, 40, 50)
    assert loadable(weights, frozenset({Equipment.PLATE})) == (2.5, 5, 10)


def test_dumbbells_are_taken_as_they_are_and_steps_where_nothing_is_listed() -> None:
    assert loadable(Weights(dumbbells_kg=(8, 4, 8)), HANDS) == (4, 8)
    assert loadable(Weights(step_kg=2), HANDS)[:3] == (2, 4, 6)
    assert loadable(Weights(step_kg=2.5), BAR)[:3] == (20, 22.5, 25)
    assert loadable(Weights(), frozenset({Equipment.STAND_IN})) == ()


@given(st.lists(st.sampled_from([1.25, 2.5, 5.0, 10.0, 15.0, 20.0]), min_size=1, max_size=12))
def test_the_bar_carries_every_choice_of_pairs_and_nothing_else(plates: list[float]) -> None:
    pairs = [plate for plate, owned in Counter(plates).items() for _ in range(owned // 2)]
    sides = {sum(some) for count in range(len(pairs) + 1) for some in combinations(pairs, count)}
    assert loadable(Weights(bar_kg=15, plates_kg=tuple(plates)), BAR) == tuple(sorted(15 + 2 * side for side in sides))


# The first load


def test_the_first_load_is_the_low_end_of_the_range() -> None:
    assert load(LIFTER) == Load(70, "start-low", span=LoadRange(70, 80))


def test_a_good_morning_starts_at_half_the_romanian_deadlift() -> None:
    found = load(LIFTER, GOOD_MORNING, romanian_deadlift=at(75))
    assert (found.kg, found.how) == (37.5, "start-share")


@pytest.mark.parametrize(("deadlift_kg", "expected"), [(57.5, 27.5), (60, 30), (62.5, 30), (77.5, 37.5)])
def test_half_is_rounded_to_the_nearest_load_and_down_where_two_are_as_near(
    deadlift_kg: float, expected: float
) -> None:
    assert load(LIFTER, GOOD_MORNING, romanian_deadlift=at(deadlift_kg)).kg == expected


def test_a_good_morning_stays_below_a_romanian_deadlift_that_went_down() -> None:
    assert load(LIFTER, GOOD_MORNING, romanian_deadlift=at(75), good_morning=at(90)).kg == 72.5


def test_without_lifts_a_comfortable_set_is_asked_for() -> None:
    nobody = replace(LIFTER, profile=replace(LIFTER.profile, lifts=None))
    assert load(nobody) == Load(None, "ask")
    item = prescribe(RDL, None, nobody, State(), CATALOGUE, MONDAY)
    assert (item.load_kg, item.comfortable, [one.load_kg for one in item.warm_up]) == (None, True, [20])


def test_three_first_tries_set_seven_tenths_of_their_mean() -> None:
    nobody = replace(LIFTER, profile=replace(LIFTER.profile, lifts=None))
    tries = Standing(rung=0, reps=6, tries=(40, 50, 60))
    assert load(nobody, RDL, romanian_deadlift=tries) == Load(35, "start-tries")
    assert load(nobody, RDL, romanian_deadlift=replace(tries, tries=(40, 50))) == Load(None, "ask")


def test_listed_hand_weights_start_with_the_lightest() -> None:
    profile = Profile("trained", 40, equipment=HANDS, weights=Weights(dumbbells_kg=(8, 4)))
    assert load(Person(profile), SINGLE_LEG) == Load(4, "start-lightest")
    assert load(Person(replace(profile, weights=Weights())), SINGLE_LEG) == Load(None, "ask")


@pytest.mark.parametrize("trend", ["raise", "repeat", "lower"])
def test_a_stand_in_of_unknown_weight_is_always_a_comfortable_one(trend: Trend) -> None:
    person = Person(Profile("trained", 40, equipment=frozenset({Equipment.STAND_IN})))
    assert load(person, SINGLE_LEG, single_leg_extension=at(5, trend)) == Load(None, "ask")


def test_a_bar_heavier_than_the_range_means_no_load_at_all() -> None:
    light = replace(LIFTER, profile=replace(LIFTER.profile, lifts=Lifts(clean_kg=18)))
    assert load_for(RDL, now(light)) is None


# The next load


def test_a_load_stays_until_it_is_raised_by_two_and_a_half_to_five_per_cent() -> None:
    assert load(LIFTER, romanian_deadlift=at(70)).kg == 70
    assert load(LIFTER, romanian_deadlift=at(70, "raise")) == Load(72.5, "up", span=LoadRange(70, 80))
    fine = replace(LIFTER, profile=replace(LIFTER.profile, weights=Weights(step_kg=0.5)))
    assert load(fine, romanian_deadlift=at(70, "raise")).kg == 72


def test_a_load_never_rises_above_the_range() -> None:
    assert load(LIFTER, romanian_deadlift=at(80, "raise")) == Load(80, "cap", span=LoadRange(70, 80))
    assert load(LIFTER, romanian_deadlift=at(95)).kg == 80


def test_a_missed_load_goes_down_by_a_tenth_even_below_the_range() -> None:
    assert load(LIFTER, romanian_deadlift=at(75, "lower")).kg == 67.5


def test_too_big_a_step_widens_the_range_first() -> None:
    profile = Profile("trained", 40, equipment=HANDS, weights=Weights(dumbbells_kg=(4, 8)))

    def after(wider: int) -> Load:
        return load(Person(profile), SINGLE_LEG, single_leg_extension=at(4, "raise", wider_reps=wider))

    assert (after(0).kg, after(0).how, after(0).wider) == (4, "wider", 2)
    assert (after(2).kg, after(2).how, after(2).wider) == (4, "wider", 4)
    assert (after(4).kg, after(4).how) == (8, "jump")


@given(st.floats(20, 200), st.sampled_from([0.5, 1.0, 2.5, 5.0]))
def test_a_raise_is_never_more_than_a_tenth_unless_it_is_called_a_jump(last: float, step: float) -> None:
    profile = replace(LIFTER.profile, lifts=None, weights=Weights(step_kg=step))
    known = loadable(profile.weights, BAR)
    kg = min(known, key=lambda one: abs(one - last))
    found = load(Person(profile), RDL, romanian_deadlift=at(kg, "raise"))
    assert found.kg is not None
    assert found.kg <= kg * 1.1 + 1e-9 or found.how == "jump"
    assert found.kg > kg or found.how == "wider"


# Warm-up sets


def test_barbell_work_is_warmed_up_in_three_steps_and_fewer_when_light() -> None:
    def sets(kg: float) -> list[tuple[int, float]]:
        return [(one.reps, one.load_kg) for one in warm_up_for(RDL, LIFTER, kg)]

    assert sets(70) == [(8, 20), (5, 35), (3, 55)]
    assert sets(30) == [(8, 20), (3, 25)]
    assert sets(20) == []


def test_hand_weights_need_no_warm_up() -> None:
    person = Person(Profile("trained", 40, equipment=BAR | HANDS, weights=LISTED_WEIGHTS))
    assert warm_up_for(BRIDGE, person, 16) == ()
    assert warm_up_for(BRIDGE, person, 40)[0].load_kg == bar_kg(LISTED_WEIGHTS)


# Lighter days


def test_no_load_goes_up_on_a_lighter_day() -> None:
    tomorrow = MONDAY + timedelta(days=1)
    state = State(
        standings=MappingProxyType({RDL.id: at(70, "raise")}),
        light_until=tomorrow,
        light_because=reason("light-today", "today"),
    )
    light = load_for(RDL, Situation(LIFTER, state, CATALOGUE, MONDAY))
    after = load_for(RDL, Situation(LIFTER, state, CATALOGUE, tomorrow))
    assert light is not None
    assert after is not None
    assert (light.kg, light.how) == (70, "waits")
    assert (after.kg or 0) > 70
    dose = prescribe(RDL, at(70, "raise"), LIFTER, state, CATALOGUE, MONDAY)
    assert "load-waits" in {why.rule for why in dose.why}

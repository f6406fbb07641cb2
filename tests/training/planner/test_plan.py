"""Today's plan: whether there is one, what stands in it, in which order, and why."""

from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType

import pytest

from lumbar.catalogue.exercise import Equipment, ExerciseId, FlagId
from lumbar.journal.prescription import SessionPlan
from lumbar.journal.profile import Lifts, Person, Profile, Screening, Weights
from lumbar.training.plan import plan_day
from lumbar.training.rules import reason
from lumbar.training.standing import Standing, State, TrainingDay
from tests.planner_strategies import CATALOGUE, MONDAY

BEGINNER = Person(Profile("beginner", 45))
GYM = frozenset({Equipment.BARBELL, Equipment.ROMAN_CHAIR, Equipment.BAND})
LIFTS = Lifts(clean_kg=80, deadlift_kg=140, main_days=("mon", "thu"))
LIFTER = Person(Profile("lifter", 30, minutes=30, equipment=GYM, lifts=LIFTS))
DAY = timedelta(days=1)


def session(person: Person, state: State | None = None) -> SessionPlan:
    (one,) = plan_day(person, state or State(), CATALOGUE, MONDAY).sessions
    return one


def names(one: SessionPlan) -> list[str]:
    return [item.exercise for item in one.items]


def known(**fields: Standing) -> MappingProxyType[ExerciseId, Standing]:
    return MappingProxyType({ExerciseId(name.replace("_", "-")): standing for name, standing in fields.items()})


@pytest.mark.parametrize(("flag", "status"), [("chest-pain", "blocked"), ("pregnant", "clearance")])
def test_a_flag_means_no_session_and_says_what_to_do(flag: str, status: str) -> None:
    plan = plan_day(Person(BEGINNER.profile, Screening(frozenset({FlagId(flag)}))), State(), CATALOGUE, MONDAY)
    assert (plan.status, plan.sessions) == (status, ())
    assert plan.advice
    assert plan.why_not in plan.advice


def test_screening_that_is_due_again_comes_before_any_session() -> None:
    again = reason("rescreen-red", "today")
    plan = plan_day(BEGINNER, State(rescreen=again), CATALOGUE, MONDAY)
    assert (plan.sessions, plan.why_not, plan.training_day) == ((), again, True)


def test_a_gentle_flag_keeps_a_lifter_at_the_first_stage() -> None:
    gentle = replace(LIFTER, screening=Screening(frozenset({FlagId("acute-under-6-weeks")})))
    plan = plan_day(gentle, State(), CATALOGUE, MONDAY)
    assert plan.status == "gentle"
    assert {item.stage for one in plan.sessions for item in one.items} == {1}


def test_a_rest_day_says_so() -> None:
    plan = plan_day(BEGINNER, State(first_on=MONDAY), CATALOGUE, MONDAY + DAY)
    assert (plan.training_day, plan.sessions) == (False, ())
    assert plan.why_not == reason("rest-day", "today")


def test_a_beginner_with_nothing_starts_on_the_floor_and_gets_up_once() -> None:
    first = session(BEGINNER)
    assert names(first) == [
        "knee-to-chest",
        "abdominal-contraction",
        "ankle-pump",
        "heel-slide",
        "straight-leg-raise",
        "heel-raise",
        "wall-squat",
    ]
    assert (first.get_ups, first.stage, first.place) == (1, 1, "alone")


def test_a_lifters_main_day_has_the_hinge_first_after_a_short_stretch() -> None:
    first = session(LIFTER)
    stretch, hinge, *_ = first.items
    assert (first.place, names(first)[:2]) == ("assistance", ["knee-to-chest", "romanian-deadlift"])
    assert (stretch.reps, stretch.light) == (2, True)
    assert (hinge.load_kg, [one.load_kg for one in hinge.warm_up]) == (70, [20, 35, 55])
    rules = {why.rule for why in hinge.why}
    assert {"today-assistance", "today-hinge-first", "load-range"} <= rules


def test_who_owns_too_few_plates_is_told_that_the_load_lies_below_the_range() -> None:
    profile = replace(LIFTER.profile, weights=Weights(bar_kg=20, plates_kg=(10, 10, 7.5, 7.5)))
    hinge = session(Person(profile)).items[1]
    why = next(str(why) for why in hinge.why if why.rule.startswith("load-range"))
    assert hinge.load_kg == 55
    assert why == "70 to 80 kg is what your lifts allow here; 55 kg is the nearest below it that your weights make."


def test_where_everything_was_too_much_twice_the_session_is_a_small_one_and_not_empty() -> None:
    gentle = [one for one in CATALOGUE if one.stage == 1]
    due = Standing(rung=0, reps=6, reds=2, swap_due=True, set_cut=0.4, times=2, last_on=MONDAY - 2 * DAY)
    standings = MappingProxyType({one.id: due for one in gentle})
    state = State(stage=1, first_on=MONDAY - 4 * DAY, standings=standings)
    work = [item for item in session(BEGINNER, state).items if item.exercise != "knee-to-chest"]
    assert len(work) >= 2
    assert all(item.light for item in work)


def test_what_was_too_much_twice_stays_away_while_two_others_are_there() -> None:
    due = Standing(rung=0, reps=6, reds=2, swap_due=True, times=2, last_on=MONDAY - 2 * DAY)
    state = State(stage=1, first_on=MONDAY - 4 * DAY, standings=known(wall_squat=due))
    assert "wall-squat" not in names(session(BEGINNER, state))


def test_a_heavy_hinge_yesterday_bars_another_today() -> None:
    yesterday = TrainingDay(MONDAY - DAY, "green", pain=0, share=1, heavy_hinge=True, exercises=(), sets=1)
    state = State(stage=4, first_on=MONDAY - 9 * DAY, recent=(yesterday,))
    assert not {"romanian-deadlift", "good-morning"} & set(names(session(LIFTER, state)))


def test_back_extension_is_done_without_a_load_where_a_heavy_hinge_is_barred() -> None:
    loaded = Standing(rung=2, reps=8, load_kg=10, last_on=MONDAY - 5 * DAY, times=5, reached=2)
    days = [
        TrainingDay(MONDAY - n * DAY, "green", pain=0, share=1, heavy_hinge=True, exercises=(), sets=1) for n in (5, 3)
    ]
    state = State(stage=4, first_on=MONDAY - 30 * DAY, recent=tuple(days), standings=known(back_extension=loaded))
    (item,) = [item for item in session(LIFTER, state).items if item.exercise == "back-extension"]
    assert (item.load_kg, item.comfortable, item.rung) == (None, False, 1)


def test_only_ten_minutes_means_a_short_stretch_and_ten_minutes() -> None:
    short = session(BEGINNER, State(choices=MappingProxyType({MONDAY: "short"})))
    assert short.seconds <= 600
    assert (short.items[0].reps, short.items[0].light) == (2, True)


def test_a_lighter_week_has_fewer_sets_and_marks_them_light_but_not_the_stretch() -> None:
    standing = Standing(rung=2, reps=8, last_on=MONDAY - 3 * DAY, times=6)
    state = State(
        stage=1,
        first_on=MONDAY - 35 * DAY,
        standings=known(abdominal_contraction=standing, wall_squat=standing, heel_slide=standing),
        light_until=MONDAY + DAY,
        light_because=reason("light-block", "today"),
    )
    stretch, *work = session(BEGINNER, state).items
    assert not stretch.light
    assert all(item.light and item.sets == 1 for item in work)
    assert all("light-block" in {why.rule for why in item.why if why.topic == "dose"} for item in work)
    usual = session(BEGINNER, replace(state, light_until=MONDAY))
    assert not any(item.light for item in usual.items)


def test_an_exercise_that_was_too_much_has_fewer_sets() -> None:
    hard = Standing(rung=2, reps=8, set_cut=0.4, reds=1, last_on=MONDAY - 3 * DAY, times=6)
    state = State(stage=1, first_on=MONDAY - 30 * DAY, standings=known(wall_squat=hard))
    (item,) = [item for item in session(BEGINNER, state).items if item.exercise == "wall-squat"]
    assert (item.sets, item.light) == (1, True)
    assert "dose-set-cut" in {why.rule for why in item.why}


@pytest.mark.parametrize("field", ["paused_until", "swap_due", "stopped"])
def test_what_is_paused_swapped_or_stopped_is_left_out(field: str) -> None:
    standing = Standing(rung=0, reps=6, last_on=MONDAY - 3 * DAY, times=3)
    if field == "paused_until":
        standing = replace(standing, paused_until=MONDAY + DAY)
    elif field == "swap_due":
        standing = replace(standing, swap_due=True)
    state = State(stage=1, first_on=MONDAY - 14 * DAY, standings=known(wall_squat=standing), settled_to=MONDAY)
    if field == "stopped":
        state = replace(state, stopped=frozenset({ExerciseId("wall-squat")}))
    assert "wall-squat" not in names(session(BEGINNER, state))
    assert "wall-squat" in names(session(BEGINNER, replace(state, standings=known(), stopped=frozenset())))


def test_a_harder_form_waits_for_the_published_dose_of_the_easier_one() -> None:
    person = Person(Profile("trained", 40, minutes=30))
    published = CATALOGUE.exercise("prone-lumbar-extension").published_rung()

    def offered(reached: int) -> bool:
        before = Standing(rung=published, reps=10, reached=reached, last_on=MONDAY - 3 * DAY, times=9)
        done = Standing(rung=0, reps=5, last_on=MONDAY - 9 * DAY, times=2)
        standings = known(prone_lumbar_extension=replace(before, paused_until=MONDAY + DAY), superman=done)
        state = State(stage=2, first_on=MONDAY - 30 * DAY, standings=standings)
        return "superman" in names(session(person, state))

    assert not offered(published)
    assert offered(published + 1)


def test_the_sets_of_a_pattern_grow_by_one_a_week() -> None:
    lateral = ExerciseId("side-plank-leg-raise")
    standing = Standing(rung=4, reps=3, last_on=MONDAY - 8 * DAY, times=9)
    week_ago = TrainingDay(
        MONDAY - 8 * DAY, "green", pain=0, share=1, heavy_hinge=False, exercises=(lateral,), sets=1, set_counts=(1,)
    )
    state = State(
        stage=2, first_on=MONDAY - 30 * DAY, recent=(week_ago,), standings=known(side_plank_leg_raise=standing)
    )
    person = Person(Profile("trained", 40, minutes=30))
    (item,) = [item for item in session(person, state).items if item.exercise == lateral]
    assert (CATALOGUE.exercise(lateral).rungs[4].sets, item.sets, item.light) == (3, 2, True)
    assert "dose-fewer" in {why.rule for why in item.why}


def test_a_moved_day_and_a_chosen_one_say_why() -> None:
    state = State(first_on=MONDAY - DAY, choices=MappingProxyType({MONDAY: "train"}))
    assert "today-chosen" in {why.rule for why in session(BEGINNER, state).items[0].why}
    person = replace(BEGINNER, profile=replace(BEGINNER.profile, days_per_week=2))
    missed = State(first_on=MONDAY - 11 * DAY)  # a Thursday; Sunday was planned and nothing was done
    assert "today-moved" in {why.rule for why in session(person, missed).items[0].why}


def test_what_stands_in_for_an_exercise_that_was_too_much_says_so() -> None:
    person = Person(Profile("trained", 40))
    red = Standing(rung=1, reps=10, reds=2, swap_due=True, last_on=MONDAY - 3 * DAY, times=6)
    state = State(stage=2, first_on=MONDAY - 14 * DAY, standings=known(bird_dog=red))
    one = session(person, state)
    neighbours = CATALOGUE.exercise("bird-dog").neighbours
    stand_ins = [i for i in one.items if i.exercise in neighbours.equal + neighbours.easier]
    assert stand_ins
    assert "bird-dog" not in names(one)
    assert all(item.why[0] == reason("this-for-red", "this", exercise="bird-dog") for item in stand_ins)


def test_the_stretch_is_always_the_sources_dose_and_never_to_be_made_harder() -> None:
    done = Standing(rung=0, reps=10, last_on=MONDAY - 3 * DAY, times=9, because=reason("top-of-ladder", "dose"))
    state = State(stage=1, first_on=MONDAY - 14 * DAY, standings=known(knee_to_chest=done))
    assert [why.rule for why in session(BEGINNER, state).items[0].why if why.topic == "dose"] == ["dose-published"]


def test_a_load_that_was_to_go_up_and_cannot_says_only_why_not() -> None:
    owned = frozenset({Equipment.DUMBBELL})
    weights = Weights(dumbbells_kg=(4, 8))
    person = Person(Profile("trained", 40, minutes=30, equipment=owned, weights=weights))
    stuck = Standing(
        rung=0, reps=10, load_kg=4, trend="raise", last_on=MONDAY - 3 * DAY, because=reason("load-up", "dose")
    )
    state = State(stage=3, first_on=MONDAY - 14 * DAY, standings=known(single_leg_extension=stuck))
    (item,) = [item for item in session(person, state).items if item.exercise == "single-leg-extension"]
    assert [why.rule for why in item.why if why.topic == "dose"] == ["load-wider"]

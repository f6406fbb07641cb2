"""The weeks ahead: planned on imagined good days."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from lumbar.catalogue.exercise import Equipment, FlagId
from lumbar.journal.event import MorningAnswered, SessionEnded, SessionStarted, SetDone
from lumbar.journal.profile import Lifts, Person, Profile, Screening
from lumbar.training.fold import extend, settle
from lumbar.training.horizon import plan_weeks
from lumbar.training.imagine import beginning, good_day
from lumbar.training.plan import plan_day
from lumbar.training.prescribe import is_heavy
from lumbar.training.rules import reason
from lumbar.training.standing import State
from tests.planner_strategies import CATALOGUE, MONDAY

BEGINNER = Person(Profile("beginner", 45))
BAR = frozenset({Equipment.BARBELL})


def test_the_second_day_is_what_really_follows_a_first_day_done_well() -> None:
    first, second = plan_weeks(BEGINNER, State(), CATALOGUE, MONDAY, 1)[:2]
    state = extend(State(), [*beginning(BEGINNER, MONDAY), *good_day(first.sessions)], CATALOGUE)
    assert second == plan_day(BEGINNER, settle(state, second.day, CATALOGUE), CATALOGUE, second.day)


def test_a_good_day_reaches_every_target_and_the_morning_is_calm() -> None:
    (plan, *_) = plan_weeks(BEGINNER, State(), CATALOGUE, MONDAY, 1)
    (session,) = plan.sessions
    events = good_day(plan.sessions)
    done = [event for event in events if isinstance(event, SetDone)]
    assert len(done) == sum(item.sets for item in session.items)
    assert all(one.rir == 3 and one.pain == 0 for one in done)
    assert all((one.both is None) == (one.left is not None and one.left == one.right) for one in done)
    assert [type(event) for event in events if not isinstance(event, SetDone)] == [
        SessionStarted,
        SessionEnded,
        MorningAnswered,
    ]
    assert len({event.id for event in events}) == len(events)


def test_doses_rise_and_the_stage_opens_over_twelve_weeks_of_good_days() -> None:
    plans = plan_weeks(BEGINNER, State(), CATALOGUE, MONDAY, 12)
    stages = [session.stage for plan in plans for session in plan.sessions]
    assert stages == sorted(stages)
    assert stages[-1] > stages[0]
    rungs = [i.rung for p in plans for s in p.sessions for i in s.items if i.exercise == "wall-squat" and not i.light]
    assert rungs == sorted(rungs)
    assert rungs[-1] > rungs[0]


def test_after_the_first_week_one_new_exercise_joins_in_seven_days_at_the_most() -> None:
    seen: dict[str, list[int]] = {}
    for plan in plan_weeks(BEGINNER, State(), CATALOGUE, MONDAY, 12):
        for item in (item for session in plan.sessions for item in session.items):
            seen.setdefault(item.exercise, []).append((plan.day - MONDAY).days)
    joined = sorted(days[0] for days in seen.values() if days[0] >= 7)
    assert joined
    assert all(later - earlier >= 7 for earlier, later in pairwise(joined))


def test_a_load_that_is_asked_for_stays_unknown() -> None:
    person = Person(Profile("lifter", 30, minutes=30, equipment=BAR))
    plans = plan_weeks(person, State(), CATALOGUE, MONDAY, 4)
    hinges = [i for p in plans for s in p.sessions for i in s.items if i.exercise == "romanian-deadlift"]
    assert len(hinges) >= 3
    assert all(item.load_kg is None and item.comfortable for item in hinges)


def test_a_lifters_hinge_gets_heavier_inside_its_range() -> None:
    lifts = Lifts(clean_kg=80, deadlift_kg=140, main_days=("mon", "thu"))
    person = Person(Profile("lifter", 30, minutes=30, equipment=BAR, lifts=lifts))
    plans = plan_weeks(person, State(), CATALOGUE, MONDAY, 12)
    loads = [i.load_kg for p in plans for s in p.sessions for i in s.items if i.exercise == "romanian-deadlift"]
    known = [kg for kg in loads if kg is not None]
    assert known == sorted(known)
    assert (known[0], len(known)) == (70, len(loads))
    assert 70 < known[-1] <= 80


def test_screening_that_runs_out_on_the_way_is_imagined_to_be_the_same_again() -> None:
    state = extend(State(), beginning(BEGINNER, MONDAY - timedelta(days=350)), CATALOGUE)
    plans = plan_weeks(BEGINNER, settle(state, MONDAY, CATALOGUE), CATALOGUE, MONDAY, 12)
    assert (plans[-1].day - MONDAY).days > 75


def test_who_may_not_train_today_gets_one_day_with_the_reason() -> None:
    blocked = replace(BEGINNER, screening=Screening(frozenset({FlagId("chest-pain")})))
    (plan,) = plan_weeks(blocked, State(), CATALOGUE, MONDAY, 12)
    assert (plan.status, plan.sessions) == ("blocked", ())
    again = State(rescreen=reason("rescreen-red", "today"))
    assert [plan.why_not for plan in plan_weeks(BEGINNER, again, CATALOGUE, MONDAY, 12)] == [again.rescreen]


def test_every_main_lift_day_has_its_heavy_hinge_the_romanian_deadlift_every_week() -> None:
    done = [(day, hinges) for day, place, hinges in hinges_of(8) if place == "assistance"]
    assert all(len(hinges) == 1 for _, hinges in done)
    weeks = {(day - MONDAY).days // 7 for day, hinges in done if "romanian-deadlift" in hinges}
    assert weeks == set(range(8))


def test_the_other_heavy_hinges_take_turns_so_that_each_is_done_with_its_load() -> None:
    others = [hinges - {"romanian-deadlift"} for _, _, hinges in hinges_of(12)]
    assert sum("good-morning" in one for one in others) >= 3
    assert sum("back-extension" in one for one in others) >= 3


def test_who_owns_only_a_bar_passes_through_stage_3_to_it() -> None:
    person = Person(Profile("trained", 35, minutes=30, days_per_week=4, equipment=BAR))
    plans = plan_weeks(person, State(), CATALOGUE, MONDAY, 14)
    stages = [session.stage for plan in plans for session in plan.sessions]
    assert sorted(set(stages)) == [2, 3, 4]
    assert stages == sorted(stages)


def hinges_of(weeks: int) -> list[tuple[date, str, set[str]]]:
    """Return each session of a lifter with two main days: its day, its place, and its heavy hinges."""
    lifts = Lifts(clean_kg=80, deadlift_kg=140, main_days=("mon", "thu"))
    owned = BAR | {Equipment.ROMAN_CHAIR, Equipment.BAND}
    person = Person(Profile("lifter", 30, minutes=30, equipment=owned, lifts=lifts))
    return [
        (plan.day, session.place, {i.exercise for i in session.items if is_heavy(CATALOGUE.exercise(i.exercise), i)})
        for plan in plan_weeks(person, State(), CATALOGUE, MONDAY, weeks)
        for session in plan.sessions
    ]

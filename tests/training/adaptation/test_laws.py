"""The laws of adaptation: what holds for every journal."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from lumbar.catalogue.exercise import Exercise, SideMode
from lumbar.journal.event import AnyEvent, EventId, SetDone, Work
from lumbar.training.attempt import Attempt, Outcome
from lumbar.training.fold import advance, extend, fold, settle
from lumbar.training.judge import judge
from lumbar.training.ladder import next_standings, step
from lumbar.training.standing import Colour, Standing, State
from lumbar.training.thresholds import RECENT_DAYS
from tests.builders import FIRST_DAY, FLAT, HOLDS, LOADED, PLANK, RANGE, SHELF, Scribe, prescription
from tests.strategies import asked_for, efforts, journals, one_by_one

LAWS = settings(max_examples=60, deadline=None)
LADDERS = st.sampled_from([FLAT, RANGE, LOADED, HOLDS])
COLOURS: tuple[Colour, ...] = ("green", "amber", "red")


@st.composite
def standings(draw: st.DrawFn, exercise: Exercise) -> Standing:
    """Draw somewhere to stand on the ladder of `exercise`."""
    index = draw(st.integers(0, len(exercise.rungs) - 1))
    dose = exercise.rungs[index]
    wider = draw(st.sampled_from([0, 2, 4])) if dose.loaded else 0
    return Standing(
        rung=index,
        reps=draw(st.integers(dose.reps, dose.reps_top + wider)),
        load_kg=20.0 if dose.loaded else None,
        trend=draw(st.sampled_from(["raise", "repeat", "lower"])) if dose.loaded else "repeat",
        wider_reps=wider,
        good=draw(st.integers(0, 1)),
        missed=draw(st.integers(0, 1)),
        reds=draw(st.integers(0, 3)),
        set_cut=draw(st.sampled_from([0.0, 0.4])),
    )


@st.composite
def attempts(draw: st.DrawFn) -> tuple[Standing, Attempt]:
    """Draw a place and a day there."""
    exercise = draw(LADDERS)
    standing = draw(standings(exercise))
    load_kg = standing.load_kg
    if load_kg is not None:
        load_kg *= draw(st.sampled_from([1.0, 1.05, 0.9]))
    item = prescription(
        exercise,
        standing.rung,
        reps=standing.reps,
        load_kg=load_kg,
        light=draw(st.sampled_from([False, False, False, True])),
    )
    return standing, Attempt(
        exercise,
        item,
        FIRST_DAY,
        sets=draw(st.integers(1, 3)),
        low_day=draw(st.sampled_from([False, False, False, True])),
        answered=draw(st.booleans()),
        lightest_kg=None if load_kg is None else load_kg * draw(st.sampled_from([1.0, 1.0, 1.0, 0.8])),
    )


def height(standing: Standing) -> tuple[float, ...]:
    """Return how high a standing is: the rung, the load, the target, what the load will do, then the red days."""
    load_kg = (standing.load_kg or 0) * (0.9 if standing.trend == "lower" else 1)
    return (standing.rung, load_kg, standing.reps, standing.trend == "raise", -standing.set_cut, -standing.reds)


def dose(standing: Standing) -> tuple[int, int]:
    """Return the dose a standing stands for: repetitions compare only within one rung."""
    return standing.rung, standing.reps


@LAWS
@given(journals(), st.data())
def test_replaying_equals_adding_event_after_event(journal: list[AnyEvent], data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(journal)))
    first, rest = journal[:cut], journal[cut:]
    assert one_by_one(fold(first, SHELF), rest, lambda s, e: advance(s, e, SHELF)) == fold(journal, SHELF)


@LAWS
@given(journals(), st.data())
def test_adding_in_one_go_equals_adding_one_by_one(journal: list[AnyEvent], data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(journal)))
    assert extend(fold(journal[:cut], SHELF), journal[cut:], SHELF) == fold(journal, SHELF)


@LAWS
@given(journals(), st.data())
def test_a_correction_reads_as_if_the_right_event_had_come_first(journal: list[AnyEvent], data: st.DataObject) -> None:
    sets = [(i, event) for i, event in enumerate(journal) if isinstance(event, SetDone)]
    if not sets:
        return
    index, wrong = data.draw(st.sampled_from(sets))
    item = prescription(SHELF.exercise(wrong.exercise), reps=wrong.target_reps, hold_s=wrong.target_hold_s)
    changed = {k: v for k, v in data.draw(efforts(item)).items() if k in {"rir", "pain"}}
    right = replace(wrong, **changed, id=EventId(UUID(int=10**9)))
    later = replace(right, supersedes=wrong.id)
    at = data.draw(st.integers(index + 1, len(journal)))
    corrected = fold([*journal[:at], later, *journal[at:]], SHELF)
    first = fold([*journal[:index], later, *journal[index + 1 :]], SHELF)
    assert corrected == first


@LAWS
@given(journals(), st.integers(0, 40), st.integers(0, 40))
def test_settling_twice_is_settling_once_and_the_way_there_does_not_matter(
    journal: list[AnyEvent], first: int, second: int
) -> None:
    state = fold(journal, SHELF)
    assert state.settled_to is not None
    near, far = sorted((first, second))
    soon, late = state.settled_to + timedelta(days=near), state.settled_to + timedelta(days=far)
    assert settle(settle(state, late, SHELF), soon, SHELF) == settle(state, late, SHELF)
    assert settle(settle(state, soon, SHELF), late, SHELF) == settle(state, late, SHELF)


@LAWS
@given(journals())
def test_one_day_changes_an_exercise_by_one_rung_and_a_tenth_of_its_load_at_most(journal: list[AnyEvent]) -> None:
    state = State()
    for event in journal:
        for day_on in _days_between(state, event):
            after = settle(state, day_on, SHELF)
            _assert_bounded(state, after)
            state = after
        after = advance(state, event, SHELF)
        _assert_bounded(state, after)
        state = after


def _days_between(state: State, event: AnyEvent) -> list[date]:
    if state.settled_to is None:
        return []
    return [state.settled_to + timedelta(days=n + 1) for n in range((event.on - state.settled_to).days)]


def _assert_bounded(before: State, after: State) -> None:
    if before.stage is not None and after.stage is not None and before.recent:
        assert abs(after.stage - before.stage) <= 1
    for name, old in before.carry.standings.items():
        new = after.carry.standings[name]
        assert abs(new.rung - old.rung) <= 1
        if old.load_kg is not None and new.load_kg is not None and old.wider_reps < 4:
            assert new.load_kg <= old.load_kg * 1.10 + 1e-9


@LAWS
@given(attempts())
def test_better_feedback_never_leads_to_a_lower_standing(drawn: tuple[Standing, Attempt]) -> None:
    standing, attempt = drawn
    after = next_standings(standing, attempt)
    for (outcome, rir, colour), here in after.items():
        if rir < 4:
            assert height(after[outcome, rir + 1, colour]) >= height(here)
        if colour != "green":
            better = COLOURS[COLOURS.index(colour) - 1]
            assert height(after[outcome, rir, better]) >= height(here)
        if outcome is not Outcome.COMPLETE:
            assert height(after[Outcome(outcome + 1), rir, colour]) >= height(here)


@LAWS
@given(attempts())
def test_a_light_day_or_a_load_the_person_lowered_raises_nothing(drawn: tuple[Standing, Attempt]) -> None:
    standing, attempt = drawn
    own_lighter = attempt.lightest_kg is not None and attempt.lightest_kg < (attempt.asked.load_kg or 0)
    if not (attempt.asked.light or attempt.low_day or own_lighter):
        return
    for after in next_standings(standing, attempt).values():
        assert dose(after) <= dose(standing)
        assert after.reached == standing.reached
        assert after.good <= standing.good
        assert after.trend == standing.trend or after.trend != "raise"


@LAWS
@given(attempts())
def test_nothing_rises_on_a_red_day_or_close_to_the_limit(drawn: tuple[Standing, Attempt]) -> None:
    standing, attempt = drawn
    for (_, rir, colour), after in next_standings(standing, attempt).items():
        if colour == "red" or rir < 2:
            assert dose(after) <= dose(standing)
            assert after.trend == standing.trend or after.trend != "raise"
    red_elsewhere = step(standing, replace(attempt, day_red=True))
    assert dose(red_elsewhere) <= dose(standing)


@LAWS
@given(st.integers(0, 12), st.integers(0, 12), st.integers(0, 4))
def test_left_and_right_are_judged_by_the_worse_side(left: int, right: int, rir: int) -> None:
    scribe, item = Scribe(), prescription(PLANK, 1)
    assert item.side is SideMode.LEFT_RIGHT
    start = scribe.started(FIRST_DAY, item)
    uneven = scribe.set_done(start, item, 1, left=Work(left, 0), right=Work(right, 0), rir=rir)
    worse = Work(min(left, right), 0)
    even = scribe.set_done(start, item, 1, left=worse, right=worse, rir=rir)
    outcomes = []
    for done in (uneven, even):
        attempt = Attempt(PLANK, item, FIRST_DAY)
        judge(attempt, [done], 8)
        outcomes.append(attempt)
    assert outcomes[0] == outcomes[1]


@settings(max_examples=10, deadline=None)
@given(journals(max_days=40))
def test_a_state_remembers_eight_weeks_and_two_days_however_long_the_journal(journal: list[AnyEvent]) -> None:
    state = fold(journal, SHELF)
    assert len(state.standings) <= len(SHELF.exercises)
    assert len(state.carry.recent) <= RECENT_DAYS + 1
    if state.recent:
        assert (state.recent[-1].on - state.recent[0].on).days <= RECENT_DAYS
    kept = (*state.carry.pending, *state.carry.opened)
    assert len({event.on for event in kept if isinstance(event, SetDone)}) <= 2


@LAWS
@given(journals(max_days=6))
def test_asking_for_the_standing_again_gives_what_a_plain_planner_may_ask(journal: list[AnyEvent]) -> None:
    state = fold(journal, SHELF)
    for exercise in SHELF:
        item = asked_for(exercise, state)
        dose = exercise.rungs[item.rung]
        standing = state.standings.get(exercise.id)
        wider = standing.wider_reps if standing else 0
        assert dose.reps <= item.reps <= dose.reps_top + wider

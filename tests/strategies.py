"""Journals for Hypothesis: people who train on some days, with all that may happen on one."""

from collections.abc import Callable
from datetime import timedelta
from functools import reduce
from typing import Any

from hypothesis import strategies as st

from lumbar.catalogue.exercise import Exercise
from lumbar.journal.event import AnyEvent, Readiness, Work
from lumbar.journal.prescription import Prescription
from lumbar.training.fold import extend, settle
from lumbar.training.standing import State
from tests.builders import FIRST_DAY, SHELF, Scribe, prescription

EXERCISES = tuple(SHELF)
GAPS = st.sampled_from([1, 1, 1, 2, 2, 3, 8, 15, 30])
PAINS = st.sampled_from([0, 0, 0, 1, 2, 3, 4, 5, 6, 9])
RIRS = st.integers(0, 4)
READINESS: st.SearchStrategy[Readiness] = st.sampled_from(["usual", "usual", "usual", "usual", "less", "unwell"])


def asked_for(exercise: Exercise, state: State, *, light: bool = False) -> Prescription:
    """Return what a plain planner would ask of `exercise` after `state`."""
    standing = state.standings.get(exercise.id)
    index = standing.rung if standing else 0
    dose = exercise.rungs[index]
    reps = standing.reps if standing else dose.reps
    load_kg = None
    if dose.loaded:
        load_kg = 20.0 if standing is None or standing.load_kg is None else standing.load_kg
        if standing is not None and standing.trend == "raise":
            load_kg, reps = load_kg * 1.05, dose.reps
        elif standing is not None and standing.trend == "lower":
            load_kg *= 0.9
    is_light = light or bool(standing and standing.set_cut)
    return prescription(exercise, index, sets=1 if is_light else dose.sets, reps=reps, load_kg=load_kg, light=is_light)


@st.composite
def training_days(draw: st.DrawFn, scribe: Scribe, state: State) -> list[AnyEvent]:
    """Draw the events of one training day, its targets those of `state`, and maybe the morning after."""
    assert state.settled_to is not None
    on = state.settled_to
    chosen = draw(st.lists(st.sampled_from(EXERCISES), min_size=1, max_size=3, unique_by=lambda e: e.id))
    light = draw(st.booleans())
    items = [asked_for(exercise, state, light=light) for exercise in chosen]
    start = scribe.started(
        on,
        *items,
        pain=draw(st.integers(0, 2)),
        readiness=draw(READINESS),
        new_symptom=draw(st.sampled_from([False] * 9 + [True])),
    )
    events: list[AnyEvent] = [start]
    for item in items:
        done = draw(st.integers(0, item.sets))
        events += [scribe.set_done(start, item, number + 1, **draw(efforts(item))) for number in range(done)]
        if draw(st.sampled_from([False] * 14 + [True])):
            events.append(scribe.hurt(start, item, draw(st.sampled_from(["usual", "leg"])), draw(PAINS)))
    if draw(st.booleans()):
        events.append(scribe.morning(on, draw(PAINS), woke=draw(st.sampled_from([False] * 9 + [True]))))
    return events


@st.composite
def efforts(draw: st.DrawFn, item: Prescription) -> dict[str, Any]:
    """Draw how one set went."""
    short = draw(st.sampled_from([0, 0, 0, 0, 1, 3]))
    said: dict[str, Any] = {"rir": draw(RIRS), "pain": draw(PAINS), "reps": max(0, item.reps - short)}
    if item.side.sides == 2 and draw(st.booleans()):
        said["left"] = Work(max(0, item.reps - draw(st.integers(0, 3))), float(item.hold_s))
    if item.load_kg is not None:
        said["load_kg"] = item.load_kg * draw(st.sampled_from([1.0, 1.0, 0.8]))
    return said


@st.composite
def journals(draw: st.DrawFn, max_days: int = 12) -> list[AnyEvent]:
    """Draw a journal in the order in which it was written; its first events are the questions and the profile."""
    scribe = Scribe()
    events: list[AnyEvent] = [
        scribe.screened(FIRST_DAY),
        scribe.profile(
            FIRST_DAY,
            experience=draw(st.sampled_from(["beginner", "returning", "trained", "lifter"])),
            usual_pain=draw(st.integers(0, 3)),
        ),
    ]
    state = extend(State(), events, SHELF)
    for gap in draw(st.lists(GAPS, max_size=max_days)):
        assert state.settled_to is not None
        state = settle(state, state.settled_to + timedelta(days=gap), SHELF)
        day = draw(training_days(scribe, state))
        state = extend(state, day, SHELF)
        events += day
    return events


def one_by_one(start: State, events: list[AnyEvent], advance: Callable[[State, AnyEvent], State]) -> State:
    """Return the state after the events, added one at a time."""
    return reduce(advance, events, start)

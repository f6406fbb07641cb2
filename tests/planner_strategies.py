"""People and pasts for Hypothesis: who may ask for a plan, and where they may stand when they do."""

from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType

from hypothesis import strategies as st

from lumbar.app.shelf import load_catalogue
from lumbar.catalogue.exercise import Equipment, Exercise, ExerciseId, FlagId
from lumbar.journal.profile import (
    EXPERIENCES,
    WEEKDAYS,
    Lifts,
    Person,
    Profile,
    RepSet,
    Screening,
    Weights,
)
from lumbar.training.rules import reason
from lumbar.training.standing import Standing, State, TrainingDay

CATALOGUE = load_catalogue()
MONDAY = date(2026, 1, 5)
CLEARED_ON = date(2026, 1, 1)
FLAGS = ("osteoporosis", "pregnant", "postpartum-12-weeks", "acute-under-6-weeks", "spine-or-disc")
PLATES = (1.25, 1.25, 2.5, 2.5, 5.0, 5.0, 10.0, 10.0, 20.0, 20.0)
COMMON_WEIGHTS = Weights()
LISTED_WEIGHTS = Weights(bar_kg=20, plates_kg=PLATES, dumbbells_kg=(2, 4, 8, 16))
LIGHT_BAR = Weights(bar_kg=10, plates_kg=(2.5, 2.5, 5, 5), dumbbells_kg=(6,))


def equipment() -> st.SearchStrategy[frozenset[Equipment]]:
    """Draw what someone owns."""
    return st.frozensets(st.sampled_from(Equipment))


def lifts() -> st.SearchStrategy[Lifts | None]:
    """Draw a lifter's lifts: both, one, a set to estimate from, or none; and the days they are trained."""
    kg = st.none() | st.integers(20, 220).map(float)
    done = st.none() | st.builds(RepSet, kg=st.integers(20, 200).map(float), reps=st.integers(1, 12))
    days = st.lists(st.sampled_from(WEEKDAYS), max_size=4, unique=True).map(tuple)
    return st.none() | st.builds(Lifts, clean_kg=kg, deadlift_kg=kg, clean_set=done, deadlift_set=done, main_days=days)


def profiles() -> st.SearchStrategy[Profile]:
    """Draw a profile inside the limits that the rim checks."""
    return st.builds(
        Profile,
        experience=st.sampled_from(EXPERIENCES),
        age=st.integers(18, 90),
        days_per_week=st.integers(1, 6),
        minutes=st.integers(10, 30),
        sessions_per_day=st.integers(1, 3),
        equipment=equipment(),
        weights=st.sampled_from([COMMON_WEIGHTS, LISTED_WEIGHTS, LIGHT_BAR]),
        lifts=lifts(),
    )


@st.composite
def people(draw: st.DrawFn) -> Person:
    """Draw a person who may train: whatever needed a professional's yes has it."""
    flags = frozenset(FlagId(name) for name in draw(st.sets(st.sampled_from(FLAGS), max_size=2)))
    return Person(draw(profiles()), Screening(flags, CLEARED_ON if flags else None))


@st.composite
def standings(draw: st.DrawFn, exercise: Exercise) -> Standing:
    """Draw a place on the ladder of an exercise, last done within the last month."""
    index = draw(st.integers(0, len(exercise.rungs) - 1))
    rung = exercise.rungs[index]
    ago = draw(st.integers(1, 35))
    return Standing(
        rung=index,
        reps=draw(st.integers(rung.reps, rung.reps_top)),
        load_kg=draw(st.none() | st.integers(4, 90).map(float)) if rung.loaded else None,
        trend=draw(st.sampled_from(["raise", "repeat", "lower"])),
        wider_reps=draw(st.sampled_from([0, 2, 4])),
        set_cut=draw(st.sampled_from([0.0, 0.0, 0.4])),
        swap_due=draw(st.sampled_from([False] * 5 + [True])),
        paused_until=draw(st.sampled_from([None] * 5 + [MONDAY + timedelta(days=3)])),
        last_on=MONDAY - timedelta(days=ago),
        times=draw(st.integers(1, 30)),
        reached=draw(st.integers(0, len(exercise.rungs))),
        tries=draw(st.sampled_from([(), (20.0, 24.0), (20.0, 24.0, 22.0)])),
        because=draw(st.sampled_from([None, reason("rung-up", "dose")])),
    )


@st.composite
def training_days(draw: st.DrawFn, ago: int) -> TrainingDay:
    """Draw what was done `ago` days before the planned day."""
    done = draw(st.lists(st.sampled_from(tuple(CATALOGUE)), min_size=2, max_size=5, unique_by=lambda e: e.id))
    counts = tuple(draw(st.integers(1, 3)) for _ in done)
    heavy = any(exercise.heavy_hinge == "always" for exercise in done)
    names = tuple(exercise.id for exercise in done)
    work_s = tuple(draw(st.integers(10, 300)) * 1.0 for _ in done)
    carried = tuple(seconds * draw(st.sampled_from([0, 0, 20, 60])) for seconds in work_s)
    return TrainingDay(
        on=MONDAY - timedelta(days=ago),
        colour="green",
        pain=0.0,
        share=1.0,
        heavy_hinge=heavy,
        exercises=names,
        sets=sum(counts),
        set_counts=counts,
        work_s=work_s,
        work_kg_s=carried,
    )


@st.composite
def states(draw: st.DrawFn) -> State:
    """Draw where someone stands: nothing done yet, or a past of some weeks, settled to the Monday that is planned."""
    if draw(st.booleans()):
        return State()
    ago = sorted(draw(st.sets(st.integers(1, 40), max_size=8)), reverse=True)
    recent = tuple(draw(training_days(days)) for days in ago)
    known: dict[ExerciseId, Standing] = {}
    for exercise in draw(st.lists(st.sampled_from(tuple(CATALOGUE)), max_size=12, unique_by=lambda e: e.id)):
        known[exercise.id] = draw(standings(exercise))
    return State(
        settled_to=MONDAY,
        stage=draw(st.sampled_from([1, 2, 3, 4])),
        standings=MappingProxyType(known),
        recent=recent,
        choices=MappingProxyType({MONDAY: draw(st.sampled_from(["train", "train", "short"]))}),
        light_until=draw(st.sampled_from([None, None, MONDAY + timedelta(days=2)])),
        light_because=reason("light-block", "today"),
        first_on=recent[0].on if recent else None,
        last_on=recent[-1].on if recent else None,
    )


def with_equipment(person: Person, more: frozenset[Equipment]) -> Person:
    """Return the same person, owning more."""
    profile = replace(person.profile, equipment=person.profile.equipment | more)
    return replace(person, profile=profile)

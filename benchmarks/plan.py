"""Planning: today's session after a long past, and twelve weeks ahead; the best and the middle of several runs."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import partial
from statistics import median
from time import perf_counter

from lumbar.app.shelf import load_catalogue
from lumbar.catalogue.exercise import Equipment
from lumbar.journal.profile import Lifts, Person, Profile, Weights
from lumbar.training.fold import extend, settle
from lumbar.training.horizon import plan_weeks
from lumbar.training.imagine import beginning, good_day
from lumbar.training.plan import plan_day
from lumbar.training.standing import State

DAY = date(2026, 1, 5)
EVERYTHING = frozenset(Equipment)
WEIGHTS = Weights(bar_kg=20, plates_kg=(1.25, 1.25, 2.5, 2.5, 5, 5, 10, 10, 20, 20), dumbbells_kg=(4, 8, 12, 16))
LIFTS = Lifts(clean_kg=80, deadlift_kg=140, main_days=("mon", "thu"))
PEOPLE = {
    "beginner, nothing": Person(Profile("beginner", 45)),
    "trained, band and dumbbells": Person(
        Profile("trained", 45, equipment=frozenset({Equipment.BAND, Equipment.DUMBBELL}), weights=WEIGHTS)
    ),
    "lifter, everything": Person(Profile("lifter", 30, minutes=30, equipment=EVERYTHING, weights=WEIGHTS, lifts=LIFTS)),
    "trained, 6 days x 3 sessions": Person(
        Profile("trained", 40, days_per_week=6, sessions_per_day=3, minutes=30, equipment=EVERYTHING)
    ),
}


def run() -> Mapping[str, float | str]:
    """Return milliseconds by what was planned."""
    found: dict[str, float | str] = {"import of the solver (ms)": _solver_ms()}
    catalogue = load_catalogue()
    for name, person in PEOPLE.items():
        state, day = _after_a_year(person)
        today = _times_ms(partial(plan_day, person, state, catalogue, day), 15)
        weeks = _times_ms(partial(plan_weeks, person, State(), catalogue, DAY, 12), 3)
        found[f"today, {name} (ms, median)"] = median(today)
        found[f"today, {name} (ms, slowest of 15)"] = max(today)
        found[f"12 weeks, {name} (ms, median)"] = median(weeks)
    return found


def _solver_ms() -> float:
    """Return how long [ms] the first import of the solver takes."""
    start = perf_counter()
    import highspy  # noqa: F401, PLC0415  this is what is measured

    return (perf_counter() - start) * 1000


def _after_a_year(person: Person) -> tuple[State, date]:
    """Return the state after the plan of a year, and the first day after it that has a session."""
    catalogue = load_catalogue()
    state = extend(State(), beginning(person, DAY), catalogue)
    plans = plan_weeks(person, State(), catalogue, DAY, 48)
    for plan in plans[:-1]:
        state = extend(settle(state, plan.day, catalogue), good_day(plan.sessions), catalogue)
    return settle(state, max(plans[-1].day, plans[-2].day + timedelta(days=1)), catalogue), plans[-1].day


def _times_ms(job: Callable[[], object], count: int) -> list[float]:
    times = []
    for _ in range(count):
        start = perf_counter()
        job()
        times.append((perf_counter() - start) * 1000)
    return times

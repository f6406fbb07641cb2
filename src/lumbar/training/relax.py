"""Relaxing: which wishes give way, in a fixed published order, until something fits.

What is hard never gives way. The wishes do, one after the other and each on top of those before it; the first step
at which at least two exercises fit is taken. A session lists the wishes it could not meet. The order is published
in `docs/reference/relaxation.md`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf
from typing import Final

from lumbar.catalogue.exercise import ExerciseId, Pattern
from lumbar.journal.prescription import Prescription, Reason
from lumbar.training.candidates import Candidate
from lumbar.training.choose import Limits, Option, choose
from lumbar.training.growth import most_sets
from lumbar.training.history import WEEK_DAYS, new_within
from lumbar.training.low_back_growth import most_load
from lumbar.training.prescribe import with_sets
from lumbar.training.rules import reason
from lumbar.training.situation import Day
from lumbar.training.stretch import Form, form_of, stretch
from lumbar.training.thresholds import DELOAD_SET_CUT, EXERCISES_LEAST, EXERCISES_MOST, NEW_A_WEEK
from lumbar.training.wishes import DUE, SET_UP, families, options, pattern_worth

ORDER: Final = ("rotation", "preference", "mobility", "stretch", "sets", "count", "exercises")
"""The wishes in the order in which they give way."""

ANY: Final = 99
SLACK: Final = 1e-9  # [Nm min]; sums of the same numbers in another order


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a session is made of: the stretch, the exercises with their doses, and what gave way.

    `spare_load` is what the low back's load may still be today beside them [Nm min].
    """

    opening: tuple[Prescription, ...]
    items: tuple[Prescription, ...]
    relaxed: tuple[Reason, ...]
    spare_load: float = inf


@dataclass(frozen=True, slots=True)
class _Room:
    """One step of relaxing: the stretch's form, the time [s] left for exercises, and the wishes given up.

    `load` is the most that today may ask of the low back [Nm min].
    """

    form: Form
    seconds: int
    given_up: frozenset[str]
    load: float = inf


def fit(found: Sequence[Candidate], today: Day) -> Chosen:
    """Return the best session of these candidates, with as few wishes given up as can be."""
    most = most_load(found, today)
    for steps in range(len(ORDER)):
        given_up = frozenset(ORDER[:steps])
        form = "short" if "stretch" in given_up else form_of(today)
        opening = stretch(today, form)
        room = _Room(form, exercise_s(today, opening), given_up)
        free = _pick(found, today, room)
        held = room if free is None or _load(free) <= most + SLACK else replace(room, load=most)
        picked = free if held is room else _pick(found, today, held)
        if picked is not None:
            items = _doses(picked, found, held)
            return Chosen(opening, items, _unmet(picked, found, today, held), most - _load(picked))
    opening = stretch(today, "short")
    return Chosen(opening, (), (reason("relaxed-exercises", "today"),), most)


def _load(picked: Sequence[Option]) -> float:
    return sum(option.load for option in picked)


def exercise_s(today: Day, opening: Sequence[Prescription]) -> int:
    """Return the time [s] the exercises have after the stretch; a lighter week leaves out its share of it."""
    left = today.budget_s - sum(one.seconds for one in opening)
    return int(left * (1 - DELOAD_SET_CUT)) if today.is_light else left


def _pick(found: Sequence[Candidate], today: Day, room: _Room) -> tuple[Option, ...] | None:
    given_up, rests = room.given_up, min((one.exercise.rest_s for one in found), default=0)
    most = most_sets(today.state, today.catalogue, today.on)
    ways = options(found, today, most, fewer_sets="sets" in given_up, trimmed=room.load < inf)
    worth = pattern_worth(found, today, room.form)
    mobility = frozenset({Pattern.HIP_MOBILITY} & {p for p, value in worth.items() if value == DUE})
    limits = Limits(
        seconds=room.seconds + rests,
        least=1 if "count" in given_up else EXERCISES_LEAST,
        most=EXERCISES_MOST,
        new=ANY if "rotation" in given_up else new_allowed(today),
        sets=most,
        apart=() if "preference" in given_up else families(found),
        wanted=frozenset() if "mobility" in given_up else mobility,
        worth=worth,
        set_up=SET_UP,
        load=room.load,
    )
    return choose(ways, limits)


def new_allowed(today: Day) -> int:
    """Return how many new exercises today may have: any in the first week, then one in seven days."""
    first = today.state.first_on
    if first is None or (today.on - first).days < WEEK_DAYS:
        return ANY
    return max(0, NEW_A_WEEK - new_within(today.state, today.on, WEEK_DAYS - 1))


def _doses(picked: Sequence[Option], found: Sequence[Candidate], room: _Room) -> tuple[Prescription, ...]:
    by_id = {one.exercise.id: one for one in found}
    bound = "dose-fewer" if room.load == inf else "dose-fewer-load"
    why = reason("dose-fit" if "sets" in room.given_up else bound, "dose")
    return tuple(_dose(option, by_id[option.exercise], why) for option in picked)


def _dose(option: Option, one: Candidate, why: Reason) -> Prescription:
    if option.sets == 0:
        return with_sets(one.least, one.exercise, 1, why)
    return one.dose if option.sets == one.dose.sets else with_sets(one.dose, one.exercise, option.sets, why)


def _unmet(picked: Sequence[Option], found: Sequence[Candidate], today: Day, room: _Room) -> tuple[Reason, ...]:
    """Return a sentence for every wish the choice does not meet, in the published order, and for a bound load."""
    names, form, given_up = {option.exercise for option in picked}, room.form, room.given_up
    full = {one.exercise.id: one.dose.sets for one in found}
    unmet = {
        "rotation": sum(option.new for option in picked) > new_allowed(today),
        "preference": any(_both(pair, names) for pair in families(found)),
        "mobility": _misses_mobility(picked, found, today, form),
        "stretch": form != form_of(today),
        "sets": "sets" in given_up and any(option.sets < full[option.exercise] for option in picked),
        "count": len(picked) < EXERCISES_LEAST,
    }
    bound = () if room.load == inf else (reason("low-back-growth", "today"),)
    return (*(reason(f"relaxed-{wish}", "today") for wish in ORDER if unmet.get(wish, False)), *bound)


def _both(pair: tuple[ExerciseId, ExerciseId], names: set[ExerciseId]) -> bool:
    return pair[0] in names and pair[1] in names


def _misses_mobility(picked: Sequence[Option], found: Sequence[Candidate], today: Day, form: Form) -> bool:
    due = pattern_worth(found, today, form).get(Pattern.HIP_MOBILITY) == DUE
    return due and not any(Pattern.HIP_MOBILITY in option.patterns for option in picked)

"""Loads: what an exercise weighs today [kg].

The permitted range comes from the person's lifts or from another exercise's load, what can be put together from
their weights, and what the last days decided (`Standing.trend`) from the fold. A load never rises above its range;
it may fall below it only when the person could not do the range's low end.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from typing import Final, Literal

from lumbar.catalogue.exercise import Equipment, Exercise, LoadRule
from lumbar.journal.profile import Person
from lumbar.training.lifts import LoadRange, permitted
from lumbar.training.plates import loadable, rounded
from lumbar.training.situation import Situation
from lumbar.training.standing import Standing
from lumbar.training.thresholds import (
    LOAD_DROP_RATIO,
    LOAD_RISE_LEAST_RATIO,
    LOAD_RISE_MAX_RATIO,
    START_SHARE,
    TRIES,
    WIDEN_MAX,
    WIDEN_STEP,
)

SMALLEST_KG: Final = 0.001

How = Literal[
    "start-low",
    "start-share",
    "start-lightest",
    "start-tries",
    "ask",
    "same",
    "up",
    "waits",
    "wider",
    "jump",
    "cap",
    "down",
]


@dataclass(frozen=True, slots=True)
class Load:
    """The load of one exercise today.

    `kg` is None where the person picks a comfortable one. `wider` is how many repetitions the range grows
    because the next weight is too far off. `how` says which rule decided; `span` is the permitted range, if any.
    """

    kg: float | None
    how: How
    wider: int = 0
    span: LoadRange | None = None


def tools_for(rule: LoadRule, owned: frozenset[Equipment]) -> frozenset[Equipment]:
    """Return what the person owns that may carry the load."""
    return rule.with_equipment & owned


def load_for(exercise: Exercise, now: Situation) -> Load | None:
    """Return today's load of an exercise whose rung is loaded.

    Returns:
        None where it cannot be loaded: no equipment for it, or nothing light enough can be put together.
    """
    rule, person = exercise.load, now.person
    if rule is None or not (tools := tools_for(rule, person.profile.equipment)):
        return None
    loads = loadable(person.profile.weights, tools)
    if not loads:  # a stand-in: nobody knows what it weighs
        return Load(None, "ask")
    span = _span(rule, now)
    if span is not None and not _fits(loads, span):
        return None
    standing = now.standing(exercise.id) or Standing(rung=0, reps=0)
    if standing.load_kg is None:
        return _first(rule, loads, span, standing, person)
    return _next(standing, loads, span, waits=now.is_light)


def _span(rule: LoadRule, now: Situation) -> LoadRange | None:
    """Return the permitted range: of the lifts, or below the exercise the rule names."""
    if rule.share_of is None:
        return permitted(rule, now.person.profile.lifts)
    other_id, ratio = rule.share_of
    other = now.catalogue.exercises.get(other_id)
    load = None if other is None else load_for(other, now)
    if load is None or load.kg is None:
        return None
    return LoadRange(ratio * load.kg, load.kg - SMALLEST_KG)


def _fits(loads: Sequence[float], span: LoadRange) -> bool:
    return any(kg <= span.high_kg for kg in loads)


def _first(rule: LoadRule, loads: Sequence[float], span: LoadRange | None, standing: Standing, person: Person) -> Load:
    """Return the first load ever: the range's low end, the first tries, the lightest owned, or a question."""
    if span is not None and rule.share_of:
        inside = [one for one in loads if one <= span.high_kg]
        return Load(min(inside, key=lambda one: (abs(one - span.low_kg), one)), "start-share", span=span)
    if span is not None:
        low = _at_least(loads, span.low_kg)
        kg = low if low is not None and low <= span.high_kg else _at_most(loads, span.high_kg)
        return Load(kg, "start-low", span=span)
    if len(standing.tries) >= TRIES:
        wanted = START_SHARE * sum(standing.tries[:TRIES]) / TRIES
        return Load(_at_most(loads, wanted) or loads[0], "start-tries")
    if rule.share_of is None and rule.of_clean is None and rule.of_deadlift is None:
        lightest = _lightest_listed(rule, person)
        if lightest is not None:
            return Load(lightest, "start-lightest")
    return Load(None, "ask")


def _lightest_listed(rule: LoadRule, person: Person) -> float | None:
    """Return the lightest hand weight [kg] the person has listed; a bar is asked for instead."""
    tools, weights = tools_for(rule, person.profile.equipment), person.profile.weights
    listed = weights.dumbbells_kg if Equipment.DUMBBELL in tools else ()
    if Equipment.PLATE in tools:
        listed += weights.plates_kg
    return rounded(min(listed)) if listed else None


def _next(standing: Standing, loads: Sequence[float], span: LoadRange | None, *, waits: bool) -> Load:
    """Return the load after the last one, as the trend says, inside the range; a rise `waits` on a lighter day."""
    last = standing.load_kg or 0.0
    top = inf if span is None else span.high_kg
    if standing.trend == "lower":
        down = _at_most(loads, min(last * (1 - LOAD_DROP_RATIO), top))
        return Load(down if down is not None else loads[0], "down", span=span)
    if last > top:
        return Load(_at_most(loads, top), "cap", standing.wider_reps, span)
    if standing.trend == "raise" and waits:
        return Load(_nearest(loads, last, span), "waits", standing.wider_reps, span)
    if standing.trend == "raise":
        return _up(standing, last, [kg for kg in loads if kg <= top], span)
    return Load(_nearest(loads, last, span), "same", standing.wider_reps, span)


def _up(standing: Standing, last: float, loads: Sequence[float], span: LoadRange | None) -> Load:
    """Return the next load up; where it is too far off, a wider range first."""
    higher = [kg for kg in loads if kg > last + SMALLEST_KG]
    if not higher:
        return Load(_at_most(loads, last), "cap", standing.wider_reps, span)
    kg = next((kg for kg in higher if kg >= last * (1 + LOAD_RISE_LEAST_RATIO)), higher[-1])
    if kg > last * (1 + LOAD_RISE_MAX_RATIO):
        small = [kg for kg in higher if kg <= last * (1 + LOAD_RISE_MAX_RATIO)]
        if small:
            return Load(small[-1], "up", span=span)
        if standing.wider_reps < WIDEN_MAX:
            return Load(_at_most(loads, last), "wider", min(WIDEN_MAX, standing.wider_reps + WIDEN_STEP), span)
        return Load(kg, "jump", span=span)
    return Load(kg, "up", span=span)


def _nearest(loads: Sequence[float], wanted: float, span: LoadRange | None) -> float | None:
    """Return the loadable weight nearest to `wanted`, inside the range where anything fits."""
    inside = [kg for kg in loads if span is None or span.low_kg <= kg <= span.high_kg]
    pool = inside if inside and span is not None and wanted >= span.low_kg else list(loads)
    if span is not None:
        pool = [kg for kg in pool if kg <= span.high_kg]
    return min(pool, key=lambda kg: (abs(kg - wanted), kg), default=None)


def _at_most(loads: Sequence[float], kg: float) -> float | None:
    return max((one for one in loads if one <= kg + SMALLEST_KG / 2), default=None)


def _at_least(loads: Sequence[float], kg: float) -> float | None:
    return min((one for one in loads if one >= kg - SMALLEST_KG / 2), default=None)

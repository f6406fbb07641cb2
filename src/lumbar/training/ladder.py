"""The ladder: from where an exercise stands and how a day went to where it stands next.

Double progression: inside a rung the repetitions climb to the top of its range; two good days there lead to a
heavier load on a loaded rung, else, and where nobody knows what a comfortable load weighs, to the next rung. A good
day is every set of the full dose at its target, with two repetitions in reserve, in the green. A lighter day, or a
load the person lowered, never raises anything.

`step` and `next_standings` are pure; `move` does the work on a thawed place, for the fold.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import product

from lumbar.catalogue.exercise import Rung
from lumbar.journal.event import RIR_MOST, SetDone
from lumbar.journal.prescription import Prescription
from lumbar.training.attempt import COMPLETE, MISSED, Attempt, Outcome
from lumbar.training.judge import judge
from lumbar.training.place import Place, freeze_place, thaw_place
from lumbar.training.standing import Colour, Standing
from lumbar.training.thresholds import (
    GOOD_DAYS_TO_RAISE,
    LOAD_RISE_MAX_RATIO,
    MISSES_TO_LOWER,
    PAUSE_DAYS,
    RED_PAUSE_AT,
    RED_SET_CUT,
    RED_SWAP_AT,
    REPS_STEP,
    RIR_TO_RAISE,
    START_SHARE,
    TRIES,
    WIDEN_MAX,
    WIDEN_STEP,
)

LOAD_CAP_RULE = "load-cap"
"""The rule id of the planner's reason that says a load is as high as it may go."""


def step(standing: Standing, attempt: Attempt) -> Standing:
    """Return where an exercise stands after one day."""
    place = thaw_place(standing)
    move(place, attempt)
    return freeze_place(place)


def next_standings(standing: Standing, attempt: Attempt) -> Mapping[tuple[Outcome, int, Colour], Standing]:
    """Return every standing that could follow, by outcome, repetitions in reserve, and colour."""
    colours: tuple[Colour, ...] = ("green", "amber", "red")
    return {
        (outcome, rir, colour): step(
            standing, replace(attempt, outcome=outcome, rir=rir, colour=colour, day_red=colour == "red")
        )
        for outcome, rir, colour in product(Outcome, range(RIR_MOST + 1), colours)
    }


def move(  # noqa: C901  the rules in their order, one branch each
    place: Place, attempt: Attempt, sets: Sequence[SetDone] | None = None
) -> None:
    """Move `place` by one day; the whole of the ladder's rules.

    `sets` are judged where that matters, and on a lighter day it does not; None where `attempt` says it already.
    """
    place.times += 1
    place.last_on = attempt.on
    colour, asked = attempt.colour, attempt.asked
    rung = attempt.exercise.rungs[place.rung]
    if colour == "red":
        if sets is not None:
            judge(attempt, sets, rung.reps)
        _after_red(place, attempt)
        return
    place.set_cut = 0.0
    if colour == "green":
        place.reds = 0
        place.swap_due = False
    if asked.comfortable and attempt.tries and len(place.tries) < TRIES:
        _after_tries(place, attempt.tries)
        return
    if attempt.low_day or asked.light or asked.rung < place.rung or asked.hold_s < rung.hold_s:
        _after_light(place, attempt)
        return
    if sets is not None:
        judge(attempt, sets, rung.reps)
    if asked.load_kg is not None and not _takes_load(place, attempt, rung):
        _after_own_lighter(place, attempt.lightest_kg or 0.0)
    elif asked.reps < place.reps:
        _after_light(place, attempt)
    elif attempt.outcome is MISSED:
        _after_miss(place, attempt)
    else:
        place.missed = 0
        because = _held_back(place, attempt, rung)
        if because is None:
            _after_good(place, attempt, rung)
        else:
            place.good = 0
            place.because = because


def _takes_load(place: Place, attempt: Attempt, rung: Rung) -> bool:
    """Take over the load that was asked for, if any; return whether it was the load that was used."""
    load_kg = attempt.asked.load_kg
    if load_kg is None:
        return True
    _ask_load(place, load_kg, rung)
    return attempt.lightest_kg is None or attempt.lightest_kg >= load_kg


def _held_back(place: Place, attempt: Attempt, rung: Rung) -> str | None:
    """Return the rule that lets a full dose, its lowest target met, come again as it is; None after a good day."""
    if attempt.sets < rung.sets:
        return "repeat-part"
    if attempt.outcome is not COMPLETE:
        return "repeat-short"
    if place.reached <= place.rung:
        place.reached = place.rung + 1
    if attempt.colour != "green":
        return "repeat-amber" if attempt.answered else "repeat-unanswered"
    if attempt.day_red:
        return "repeat-red-day"
    return "repeat-effort" if attempt.rir < RIR_TO_RAISE else None


def _after_good(place: Place, attempt: Attempt, rung: Rung) -> None:
    """Climb: inside the range, then by load, then by rung."""
    loaded = rung.loaded and attempt.asked.load_kg is not None
    if place.trend == "raise":  # asked for, but the planner had no load to raise to
        if place.wider_reps >= WIDEN_MAX or _is_at_cap(attempt.asked):
            _climb(place, attempt.exercise.rungs, "rung-up-at-cap")
            return
        place.wider_reps += WIDEN_STEP
    place.trend = "repeat"
    top = rung.reps_top + place.wider_reps
    if place.reps < top:
        place.reps += REPS_STEP
        place.good = 0
        place.because = ("range-wider" if place.wider_reps else "reps-up", {"reps": place.reps})
        return
    if not loaded and place.rung + 1 == len(attempt.exercise.rungs):
        place.good = GOOD_DAYS_TO_RAISE
        place.because = "top-of-ladder"
        return
    place.good += 1
    if place.good < GOOD_DAYS_TO_RAISE:
        place.because = "good-once"
    elif loaded:
        place.good = 0
        place.trend = "raise"
        place.because = "load-up"
    else:
        _climb(place, attempt.exercise.rungs, "rung-up")


def _climb(place: Place, rungs: tuple[Rung, ...], because: str) -> None:
    """Go to the next rung; on the last one go on asking for more load, should it ever be there."""
    place.good = 0
    if place.rung + 1 == len(rungs):
        place.because = "top-of-ladder"
        return
    place.trend = "repeat"
    place.rung += 1
    place.reps = rungs[place.rung].reps
    place.wider_reps = 0
    place.because = because


def lower_rung(place: Place, rungs: tuple[Rung, ...]) -> None:
    """Go one rung down, or to the lowest repetitions of the lowest rung."""
    place.rung = max(0, place.rung - 1)
    place.reps = rungs[place.rung].reps
    place.wider_reps = 0
    place.trend = "repeat"
    place.good = 0
    place.missed = 0


def _step_down(place: Place, rungs: tuple[Rung, ...]) -> None:
    """Go one rung down; from the lowest, the load goes down instead, where there is one."""
    is_lowest = place.rung == 0
    lower_rung(place, rungs)
    if is_lowest and place.load_kg is not None:
        place.trend = "lower"


def _after_red(place: Place, attempt: Attempt) -> None:
    """Go down one step with fewer sets; the second time swap, the third pause."""
    _step_down(place, attempt.exercise.rungs)
    asked_kg = attempt.asked.load_kg
    if asked_kg is not None and place.load_kg is not None and not attempt.asked.light:
        place.load_kg = min(asked_kg, place.load_kg, attempt.lightest_kg or asked_kg)
    place.set_cut = RED_SET_CUT
    place.reds += 1
    place.because = "red-once"
    if place.reds >= RED_SWAP_AT:
        place.swap_due = True
        place.because = "red-twice"
    if place.reds >= RED_PAUSE_AT:
        place.paused_until = attempt.on + timedelta(days=PAUSE_DAYS + 1)
        place.because = ("red-thrice", {"days": PAUSE_DAYS})


def _after_light(place: Place, attempt: Attempt) -> None:
    """Change nothing, whatever was done; only discomfort breaks a row of good days."""
    if attempt.colour != "green":
        place.good = 0
    place.because = "light-day"


def _after_own_lighter(place: Place, lightest_kg: float) -> None:
    """Repeat once; go on from the person's own load if it happens twice in a row."""
    place.good = 0
    place.missed += 1
    place.because = "own-lighter"
    if place.missed >= MISSES_TO_LOWER:
        place.missed = 0
        place.load_kg = lightest_kg
        place.trend = "repeat"
        place.because = "load-yours"


def _after_miss(place: Place, attempt: Attempt) -> None:
    """Try again once, then lower the load by a tenth, or go one rung down where it cannot go lower."""
    rungs = attempt.exercise.rungs
    place.good = 0
    place.missed += 1
    place.because = "missed-once"
    if place.trend == "raise":
        place.trend = "repeat"
    if place.missed < MISSES_TO_LOWER:
        return
    if attempt.asked.load_kg is not None and place.trend != "lower":
        place.trend = "lower"
        place.reps = rungs[place.rung].reps
        place.missed = 0
        place.because = "load-down"
    else:
        _step_down(place, rungs)
        place.because = "rung-down"


def _after_tries(place: Place, loads_kg: tuple[float, ...]) -> None:
    """Remember the first comfortable loads; three of them set the start at seven tenths of their mean."""
    place.tries = (place.tries + loads_kg)[:TRIES]
    place.because = "tries"
    if len(place.tries) == TRIES:
        place.load_kg = START_SHARE * sum(place.tries) / TRIES
        place.because = "tries-done"


def _ask_load(place: Place, load_kg: float, rung: Rung) -> None:
    """Take over the load that was asked for in full.

    It never counts as more than a tenth above the last, but where the range was widened as far as it goes and
    the next weight is still further off.
    """
    last = place.load_kg
    if last is None:
        place.load_kg = load_kg
    elif load_kg != last:
        is_jump = place.trend == "raise" and place.wider_reps >= WIDEN_MAX
        if load_kg > last:
            place.reps = rung.reps
            place.wider_reps = 0
        place.load_kg = load_kg if is_jump else min(load_kg, last * (1 + LOAD_RISE_MAX_RATIO))
        place.trend = "repeat"
        place.good = 0


def _is_at_cap(asked: Prescription) -> bool:
    return any(why.rule == LOAD_CAP_RULE for why in asked.why)

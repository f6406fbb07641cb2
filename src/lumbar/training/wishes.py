"""Wishes: what makes a choice better, as whole numbers for the solver.

In order of weight: patterns that the last week and today have not trained; training many patterns in one session;
then, exercise by exercise, filling the minutes, going on with what was done lately, the side of the trunk that
has had least, nearness to the person's stage, and the right place for the bar.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import Final

from lumbar.catalogue.exercise import Exercise, ExerciseId, Group, Pattern
from lumbar.training.candidates import Candidate
from lumbar.training.choose import Option
from lumbar.training.history import covered, days_since, days_within, times_within
from lumbar.training.prescribe import with_sets
from lumbar.training.situation import Day
from lumbar.training.stretch import Form

DUE: Final = 2000  # a pattern that six days have not trained
AGAIN: Final = 30  # a pattern trained lately, trained again today
MINUTE: Final = 6  # each minute of the person's time that is used
NEW: Final = 6
KEPT: Final = 20  # known and not done this week
LESS_EACH_TIME: Final = 3  # for every time this week
YESTERDAY: Final = 8
DORMANT: Final = 8
STAGE_BELOW: Final = 15
OUTGROWN: Final = 12
LACKING: Final = 4
AT_THE_BAR: Final = 40  # the bar belongs in assistance work, floor work on other days
LATELY_DAYS: Final = 14
TIGHT: Final = 6  # below this many sets of a pattern in all, one set fewer is worth thinking about
SIDES: Final[Mapping[str, tuple[Pattern, ...]]] = {
    "flexor": (Pattern.ANTERIOR_CORE,),
    "extensor": (Pattern.EXTENSOR_ENDURANCE,),
    "lateral": (Pattern.LATERAL_CORE, Pattern.ANTI_ROTATION),
}


def pattern_worth(found: Sequence[Candidate], today: Day, form: Form) -> dict[Pattern, int]:
    """Return what training each pattern today is worth; patterns that nothing offers are left out.

    The stretch in full moves the hips, so that no exercise need be there for it.
    """
    lately = covered(today.state, today.catalogue, today.on, 6)
    offered = {p for one in found for p in one.exercise.patterns}
    if form != "short":
        offered -= {Pattern.HIP_MOBILITY}
    return {p: AGAIN if p in lately else DUE for p in Pattern if p in offered}


def options(
    found: Iterable[Candidate], today: Day, most: Mapping[Pattern, int], *, fewer_sets: bool
) -> tuple[Option, ...]:
    """Return the ways each candidate may be done: in full, and with fewer sets where that is allowed.

    `most` limits the sets of a pattern; an exercise it leaves little room may be done with one set fewer.
    """
    lacking = _lacking(today)
    return tuple(option for one in found for option in _options(one, today, lacking, most, fewer_sets=fewer_sets))


def _options(
    one: Candidate, today: Day, lacking: Mapping[Pattern, int], most: Mapping[Pattern, int], *, fewer_sets: bool
) -> Iterable[Option]:
    worth, full = _worth(one, today, lacking), one.dose.sets
    yield _option(one, full, one.dose.seconds, worth + _filled(one.dose.seconds))
    room = min((most[p] for p in one.exercise.patterns if p in most), default=TIGHT)
    least = 1 if fewer_sets else max(1, full - 1) if room < TIGHT else full
    for sets in range(full - 1, least - 1, -1):
        seconds = with_sets(one.dose, one.exercise, sets).seconds
        yield _option(one, sets, seconds, _filled(seconds) // 2)
    if fewer_sets:
        yield _option(one, 0, with_sets(one.least, one.exercise, 1).seconds, 1)


def _option(one: Candidate, sets: int, seconds: int, value: int) -> Option:
    return Option(one.exercise.id, sets, seconds, max(1, value), one.exercise.patterns, one.heavy, one.new)


def _filled(seconds: int) -> int:
    return MINUTE * seconds // 60


def _worth(one: Candidate, today: Day, lacking: Mapping[Pattern, int]) -> int:
    exercise = one.exercise
    return (
        _continuity(one, today)
        + LACKING * max((lacking.get(p, 0) for p in exercise.patterns), default=0)
        - STAGE_BELOW * (today.stage - exercise.stage)
        - (OUTGROWN if _outgrown(one, today) else 0)
        + _in_place(exercise, today)
    )


def _continuity(one: Candidate, today: Day) -> int:
    """Return the worth of going on: most for what is known and not yet done this week."""
    since = days_since(today.state, one.exercise.id, today.on)
    if one.new or since is None:
        return NEW
    if since > LATELY_DAYS:
        return DORMANT
    times = times_within(today.state, one.exercise.id, today.on, 6)
    return KEPT - LESS_EACH_TIME * times - (YESTERDAY if since == 1 else 0)


def _outgrown(one: Candidate, today: Day) -> bool:
    standing = today.standing(one.exercise.id)
    top = len(one.exercise.rungs) - 1
    return standing is not None and standing.rung >= top and one.exercise.stage < today.stage


def _in_place(exercise: Exercise, today: Day) -> int:
    at_bar = exercise.group is Group.BARBELL
    mains = today.person.profile.lifts is not None and bool(today.person.profile.lifts.main_days)
    if today.place == "assistance":
        return AT_THE_BAR if at_bar else 0
    return -AT_THE_BAR // 2 if at_bar and mains else 0


def _lacking(today: Day) -> dict[Pattern, int]:
    """Return how much each side of the trunk lacks: 2 for the one trained least this week, 0 for the most."""
    times: Counter[Pattern] = Counter()
    for done in days_within(today.state, today.on, 6):
        for name in done.exercises:
            if name in today.catalogue.exercises:
                times.update(today.catalogue.exercises[name].patterns)
    counts = {side: sum(times[p] for p in patterns) for side, patterns in SIDES.items()}
    return {p: sum(counts[side] < other for other in counts.values()) for side, ps in SIDES.items() for p in ps}


def families(found: Sequence[Candidate]) -> tuple[tuple[ExerciseId, ExerciseId], ...]:
    """Return pairs of which one is the harder form of the other: the same patterns in the same position."""
    return tuple((a.exercise.id, b.exercise.id) for a, b in combinations(found, 2) if _related(a.exercise, b.exercise))


def _related(a: Exercise, b: Exercise) -> bool:
    near = b.id in a.neighbours.easier + a.neighbours.harder or a.id in b.neighbours.easier + b.neighbours.harder
    alike = a.position == b.position and set(a.patterns) == set(b.patterns)
    return near and alike and (a.stage != b.stage or b.id == a.follows or a.id == b.follows)

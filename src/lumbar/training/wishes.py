"""Wishes: what makes a choice better, as whole numbers for the solver.

In order of weight: patterns that six days have not trained; the heavy hinge of a main-lift day; what stands in for
an exercise that was too much; training many patterns in one session; then, exercise by exercise, filling the
minutes, going on with what was done lately, the side of the trunk that has had least, nearness to the person's
stage, few postures, and the right place for the bar. An exercise the person has outgrown may be worth less than
nothing, and then only stands where it is needed.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import Final

from lumbar.catalogue.exercise import Exercise, ExerciseId, Group, HeavyHinge, Pattern
from lumbar.journal.prescription import Prescription
from lumbar.training.candidates import Candidate
from lumbar.training.choose import Option
from lumbar.training.history import WEEK_DAYS, covered, days_since, days_within, times_within
from lumbar.training.low_back import item_load
from lumbar.training.prescribe import with_sets
from lumbar.training.situation import Day
from lumbar.training.standing import TrainingDay
from lumbar.training.stretch import Form
from lumbar.training.thresholds import COVER_DAYS

DUE: Final = 2000  # a pattern that six days have not trained
HINGE_DAY: Final = 400  # a main-lift day has its heavy hinge, where one may stand
MAIN_HINGE: Final = 80  # the hinge whose load the lifts give comes back soonest, the others in turn
WAITED: Final = 10  # for each day since a heavy hinge was done
AGAIN: Final = 30  # a pattern trained lately, trained again today
EACH: Final = 10  # one exercise more
MINUTE: Final = 4  # each minute of the person's time that is used
NEW: Final = 10
KEPT: Final = 24  # known and not done this week
LESS_EACH_TIME: Final = 8  # for every time this week
YESTERDAY: Final = 8
DORMANT: Final = 6
STAGE_BELOW: Final = 8  # for each stage below the person's
STANDS_IN: Final = 30  # for what was too much twice
GENTLE_BELOW: Final = 25  # a gentle exercise, for someone at stage 3 or 4
PAST_GENTLE: Final = 2
OUTGROWN: Final = 12  # at the top of its ladder, and of an earlier stage
LACKING: Final = 4
AT_THE_BAR: Final = 20  # the bar belongs in assistance work, floor work on other days
LATELY_DAYS: Final = 14
HINGE_DAYS: Final = 28  # a heavy hinge's waiting counts no further
UNTRIED_DAYS: Final = 14  # a heavy hinge that was never done counts as having waited so long
SET_UP: Final = 8  # each posture one has to take
SIDES: Final[Mapping[str, tuple[Pattern, ...]]] = {
    "flexor": (Pattern.ANTERIOR_CORE,),
    "extensor": (Pattern.EXTENSOR_ENDURANCE,),
    "lateral": (Pattern.LATERAL_CORE, Pattern.ANTI_ROTATION),
}


def pattern_worth(found: Sequence[Candidate], today: Day, form: Form) -> dict[Pattern, int]:
    """Return what training each pattern today is worth; patterns that nothing offers are left out.

    The stretch in full moves the hips, and from stage 2 on its short form is enough.
    """
    lately = covered(today.state, today.catalogue, today.on, COVER_DAYS - 1)
    offered = {p for one in found for p in one.exercise.patterns}
    if form != "short" or today.stage > 1:
        offered -= {Pattern.HIP_MOBILITY}
    return {p: AGAIN if p in lately else DUE for p in Pattern if p in offered}


def options(
    found: Iterable[Candidate], today: Day, most: Mapping[Pattern, int], *, fewer_sets: bool, trimmed: bool = False
) -> tuple[Option, ...]:
    """Return the ways each candidate may be done: in full, and with fewer sets where that is allowed.

    `most` limits the sets of a pattern; an exercise that has more may be done with one set fewer. `trimmed` allows
    any number of sets, where the load on the low back is bound.
    """
    lacking = _lacking(today)
    return tuple(
        option
        for one in found
        for option in _options(one, today, lacking, most, fewer_sets=fewer_sets, trimmed=trimmed)
    )


def _options(  # noqa: PLR0913  what a candidate's ways hang on
    one: Candidate,
    today: Day,
    lacking: Mapping[Pattern, int],
    most: Mapping[Pattern, int],
    *,
    fewer_sets: bool,
    trimmed: bool,
) -> Iterable[Option]:
    worth, full = _worth(one, today, lacking), one.dose.sets
    yield _option(one, full, one.dose, worth + _filled(one.dose.seconds), today)
    room = min((most[p] for p in one.exercise.patterns if p in most), default=full)
    least = 1 if fewer_sets or trimmed else max(1, full - 1) if room < full else full
    for sets in range(full - 1, least - 1, -1):
        dose = with_sets(one.dose, one.exercise, sets)
        yield _option(one, sets, dose, _filled(dose.seconds) // 2, today)
    if fewer_sets:
        yield _option(one, 0, with_sets(one.least, one.exercise, 1), 1, today)


def _option(one: Candidate, sets: int, dose: Prescription, value: int, today: Day) -> Option:
    exercise = one.exercise
    load = item_load(dose, exercise, today.loads)
    return Option(
        exercise.id, sets, dose.seconds, value, exercise.patterns, exercise.position, one.heavy, one.new, load
    )


def _filled(seconds: int) -> int:
    return MINUTE * seconds // 60


def _worth(one: Candidate, today: Day, lacking: Mapping[Pattern, int]) -> int:
    exercise = one.exercise
    return (
        EACH
        + (_hinge(one, today) if one.heavy else _continuity(one, today))
        + LACKING * max((lacking.get(p, 0) for p in exercise.patterns), default=0)
        - STAGE_BELOW * (today.stage - exercise.stage)
        - (GENTLE_BELOW if exercise.stage == 1 and today.stage > PAST_GENTLE else 0)
        - (OUTGROWN if _outgrown(one, today) else 0)
        + _in_place(exercise, today)
        + (STANDS_IN if today.stands_in_for(exercise) else 0)
    )


def _hinge(one: Candidate, today: Day) -> int:
    """Return the worth of a heavy hinge: its day, and the longer it was not done the more."""
    is_main = _is_always(one.exercise) and not (one.exercise.load and one.exercise.load.share_of)
    on_its_day = today.place == "assistance" or not _has_main_days(today)
    return (HINGE_DAY if on_its_day else 0) + WAITED * _waited(one.exercise, today) + (MAIN_HINGE if is_main else 0)


def _waited(exercise: Exercise, today: Day) -> int:
    """Return the days since `exercise` was last the heavy hinge; without its load it does not count as one."""
    last = next((one.on for one in reversed(today.state.recent) if _was_heavy(exercise, one, today)), None)
    if last is not None:
        return min((today.on - last).days, HINGE_DAYS)
    first = today.state.first_on
    return UNTRIED_DAYS if first is None else max(UNTRIED_DAYS, min((today.on - first).days, HINGE_DAYS))


def _was_heavy(exercise: Exercise, one: TrainingDay, today: Day) -> bool:
    """Return whether `exercise` was that day's heavy hinge; beside one that is always heavy, it had no load."""
    if not one.heavy_hinge or exercise.id not in one.exercises:
        return False
    known = today.catalogue.exercises
    return _is_always(exercise) or not any(_is_always(known[name]) for name in one.exercises if name in known)


def _is_always(exercise: Exercise) -> bool:
    return exercise.heavy_hinge is HeavyHinge.ALWAYS


def _continuity(one: Candidate, today: Day) -> int:
    """Return the worth of going on: most for what is known and not yet done this week."""
    since = days_since(today.state, one.exercise.id, today.on)
    if one.new or since is None:
        return NEW
    if since > LATELY_DAYS:
        return DORMANT
    times = times_within(today.state, one.exercise.id, today.on, WEEK_DAYS - 1)
    return KEPT - LESS_EACH_TIME * times - (YESTERDAY if since == 1 else 0)


def _outgrown(one: Candidate, today: Day) -> bool:
    standing = today.standing(one.exercise.id)
    top = len(one.exercise.rungs) - 1
    return standing is not None and standing.rung >= top and one.exercise.stage < today.stage


def _in_place(exercise: Exercise, today: Day) -> int:
    at_bar = exercise.group is Group.BARBELL
    if today.place == "assistance":
        return AT_THE_BAR if at_bar else 0
    return -AT_THE_BAR if at_bar and _has_main_days(today) else 0


def _has_main_days(today: Day) -> bool:
    lifts = today.person.profile.lifts
    return lifts is not None and bool(lifts.main_days)


def _lacking(today: Day) -> dict[Pattern, int]:
    """Return how much each side of the trunk lacks: 2 for the one trained least this week, 0 for the most."""
    times: Counter[Pattern] = Counter()
    for done in days_within(today.state, today.on, WEEK_DAYS - 1):
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

"""Candidates: the exercises that may be done today at all, each with its dose.

What is hard is decided here and never relaxed: stage, equipment, cautions, pauses, what must come before, a load
that can be put together, and the two days between heavy hinges.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lumbar.catalogue.exercise import STAGES, Exercise, Group, HeavyHinge, StageNumber
from lumbar.journal.prescription import Prescription
from lumbar.journal.profile import Person
from lumbar.training.history import WEEK_DAYS, days_since, hinge_days
from lumbar.training.loads import load_for
from lumbar.training.prescribe import dose_at, is_heavy, start_rung
from lumbar.training.situation import Day
from lumbar.training.stages import start_stage
from lumbar.training.standing import State
from lumbar.training.thresholds import EXERCISES_LEAST, FORGOTTEN_DAYS, HINGE_GAP_DAYS, HINGES_A_WEEK


@dataclass(frozen=True, slots=True)
class Candidate:
    """An exercise that may be done today, with its full dose; `least` is its smallest form, one set, no load."""

    exercise: Exercise
    dose: Prescription
    least: Prescription
    heavy: bool
    new: bool


def stage_of(person: Person, state: State, cap: int) -> StageNumber:
    """Return the stage of today: where the person stands, or starts, below the cap of the screening."""
    own = state.stage or start_stage(person)
    return STAGES[max(1, min(own, cap)) - 1]


def candidates(today: Day) -> tuple[Candidate, ...]:
    """Return what may be done today, in order of id.

    What was too much twice stays away while a session can be made of the others; where two bad mornings put
    everything away at once, it comes back with its fewer sets.
    """
    found = tuple(_candidates(today))
    return found if len(found) >= EXERCISES_LEAST else tuple(_candidates(today, with_due=True))


def _candidates(today: Day, *, with_due: bool = False) -> Iterator[Candidate]:
    barred = hinge_barred(today)
    for exercise in today.catalogue:
        if not is_open(exercise, today, with_due=with_due):
            continue
        full, least = _doses(exercise, today, barred=barred)
        if full is not None and least is not None:
            yield Candidate(exercise, full, least, is_heavy(exercise, full), _is_new(exercise, today))


def is_open(exercise: Exercise, today: Day, *, with_due: bool = False) -> bool:
    """Return whether nothing speaks against an exercise but today's hinges and loads.

    Args:
        exercise: What may be done.
        today: The day.
        with_due: Whether one that was too much twice may be done all the same.
    """
    person, standing = today.person, today.standing(exercise.id)
    return (
        exercise.group is not Group.STRETCH
        and exercise.stage <= today.stage
        and exercise.needs_met_by(person.profile.equipment)
        and not exercise.not_with & person.screening.flags
        and not today.is_paused(exercise.id)
        and not today.is_stopped(exercise.id)
        and (with_due or standing is None or not standing.swap_due)
        and _has_followed(exercise, today)
        and _has_heavier(exercise, today)
    )


def hinge_barred(today: Day) -> bool:
    """Return whether a heavy hinge today would come too soon or too often."""
    ago = hinge_days(today.state, today.on, WEEK_DAYS - 1)
    return len(ago) >= HINGES_A_WEEK or any(days < HINGE_GAP_DAYS for days in ago)


def _has_followed(exercise: Exercise, today: Day) -> bool:
    """Return whether the published dose of the exercise that must come before has been reached."""
    if exercise.follows is None:
        return True
    before, standing = today.catalogue.exercises.get(exercise.follows), today.standing(exercise.follows)
    return before is None or (standing is not None and standing.has_reached_published(before))


def _has_heavier(exercise: Exercise, today: Day) -> bool:
    """Return whether the exercise whose load this one's stays below has been done; true where there is none."""
    share = exercise.load.share_of if exercise.load else None
    return share is None or today.standing(share[0]) is not None


def _doses(exercise: Exercise, today: Day, *, barred: bool) -> tuple[Prescription | None, Prescription | None]:
    """Return the full and the smallest dose; None where today has no dose for it."""
    if barred and exercise.heavy_hinge is HeavyHinge.ALWAYS:
        return None, None
    standing = today.standing(exercise.id)
    index = min(standing.rung if standing else start_rung(exercise, today.person), len(exercise.rungs) - 1)
    has_unloaded = any(not rung.loaded for rung in exercise.rungs[: index + 1])
    can_load = not exercise.rungs[index].loaded or load_for(exercise, today) is not None
    if not has_unloaded and (not can_load or (barred and exercise.heavy_hinge is HeavyHinge.LOADED)):
        return None, None
    least = dose_at(exercise, today, standing, unloaded=has_unloaded)
    full = dose_at(exercise, today, standing)
    return (least if barred and is_heavy(exercise, full) else full), least


def _is_new(exercise: Exercise, today: Day) -> bool:
    since = days_since(today.state, exercise.id, today.on)
    return since is None or since > FORGOTTEN_DAYS

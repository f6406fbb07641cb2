"""Prescribing: the dose of one exercise today, and why.

The rung and the target come from the exercise's standing; where there is none yet, a trained person or lifter
starts on the file's `trained_rung`, everybody else on the first. A lighter week, or a hard last time, leaves out
sets (or repetitions, where there is one set only); such a dose is marked `light` and raises nothing.
"""

from dataclasses import dataclass, replace
from datetime import date
from math import ceil, floor

from lumbar.catalogue.catalogue import Catalogue
from lumbar.catalogue.exercise import Exercise, Group, HeavyHinge, Rung
from lumbar.journal.prescription import Prescription, Reason
from lumbar.journal.profile import Person
from lumbar.training import dose_reasons
from lumbar.training.duration import item_s
from lumbar.training.loads import Load, load_for
from lumbar.training.situation import Situation
from lumbar.training.standing import Standing, State
from lumbar.training.thresholds import DELOAD_SET_CUT
from lumbar.training.warm_up import warm_up_for


@dataclass(frozen=True, slots=True)
class _Step:
    """Where on the ladder today's dose stands, and its load (None: the rung carries none)."""

    index: int
    rung: Rung
    load: Load | None


def prescribe(  # noqa: PLR0913, PLR0917 - the signature that other rooms call
    exercise: Exercise, standing: Standing | None, person: Person, state: State, catalogue: Catalogue, day: date
) -> Prescription:
    """Return today's dose of an exercise, with the reasons for this exercise and for its dose.

    `seconds` includes the rest after it. Where the rung is loaded but the exercise cannot be loaded, the dose is
    that of the highest unloaded rung below.
    """
    return dose_at(exercise, Situation(person, state, catalogue, day), standing)


def dose_at(exercise: Exercise, now: Situation, standing: Standing | None, *, unloaded: bool = False) -> Prescription:
    """Return today's dose as `prescribe` does; `unloaded` asks for the highest rung without a load."""
    step = _step(exercise, standing, now, unloaded=unloaded)
    cut = set_cut(exercise, standing, now)
    sets, reps = lightened(step.rung.sets, _reps(step, standing), cut)
    kg = step.load.kg if step.load else None
    warm_up = warm_up_for(exercise, now.person, kg) if step.load else ()
    return Prescription(
        exercise=exercise.id,
        stage=exercise.stage,
        rung=step.index,
        sets=sets,
        reps=reps,
        reps_top=step.rung.reps_top + (step.load.wider if step.load else 0),
        hold_s=step.rung.hold_s,
        side=exercise.side,
        load_kg=kg,
        comfortable=step.load is not None and kg is None,
        rest_s=exercise.rest_s,
        light=cut > 0,
        warm_up=warm_up,
        seconds=item_s(exercise, sets, reps, step.rung.hold_s, warm_up=warm_up),
        why=(
            *dose_reasons.purpose(exercise, now.stands_in_for(exercise)),
            *dose_reasons.of_dose(exercise, step.index, step.load, standing, start_rung(exercise, now.person)),
            *_lightness(standing, now, cut),
        ),
    )


def start_rung(exercise: Exercise, person: Person) -> int:
    """Return the rung someone without a standing begins on."""
    trained = person.profile.experience in {"trained", "lifter"}
    return min(exercise.trained_rung, len(exercise.rungs) - 1) if trained else 0


def set_cut(exercise: Exercise, standing: Standing | None, now: Situation) -> float:
    """Return the share of sets [ratio] left out today: of a lighter week or of a hard last time, the larger.

    A lighter week leaves the stretch as it is.
    """
    own = standing.set_cut if standing else 0.0
    return max(own, DELOAD_SET_CUT if now.is_light and exercise.group is not Group.STRETCH else 0.0)


def lightened(sets: int, reps: int, cut: float) -> tuple[int, int]:
    """Return sets and repetitions with the share `cut` left out, at least one of each."""
    if cut <= 0:
        return sets, reps
    fewer = max(1, floor(sets * (1 - cut) + 0.5))
    return (fewer, reps) if fewer < sets else (sets, max(1, ceil(reps * (1 - cut))))


def is_heavy(exercise: Exercise, dose: Prescription) -> bool:
    """Return whether this dose of the exercise counts as a heavy hinge."""
    loaded = dose.comfortable or dose.load_kg is not None
    return exercise.heavy_hinge is HeavyHinge.ALWAYS or (exercise.heavy_hinge is HeavyHinge.LOADED and loaded)


def with_sets(dose: Prescription, exercise: Exercise, sets: int, why: Reason | None = None) -> Prescription:
    """Return the same dose with another number of sets; fewer than asked for makes it light."""
    seconds = item_s(exercise, sets, dose.reps, dose.hold_s, warm_up=dose.warm_up)
    reasons = dose.why if why is None else (*dose.why, why)
    return replace(dose, sets=sets, seconds=seconds, light=dose.light or sets < dose.sets, why=reasons)


def _step(exercise: Exercise, standing: Standing | None, now: Situation, *, unloaded: bool) -> _Step:
    wanted = standing.rung if standing else start_rung(exercise, now.person)
    index = min(wanted, len(exercise.rungs) - 1)
    if not exercise.rungs[index].loaded:
        return _Step(index, exercise.rungs[index], None)
    load = None if unloaded else load_for(exercise, now)
    if load is not None:
        return _Step(index, exercise.rungs[index], load)
    below = next((i for i in range(index, -1, -1) if not exercise.rungs[i].loaded), None)
    if below is not None:
        return _Step(below, exercise.rungs[below], None)
    return _Step(index, exercise.rungs[index], Load(None, "ask"))


def _reps(step: _Step, standing: Standing | None) -> int:
    """Return the target: where the standing is, or the rung's low end on a new rung or after a big step up."""
    rung = step.rung
    if standing is None or standing.rung != step.index or standing.reps < 1:
        return rung.reps
    if step.load is not None and step.load.how in {"up", "jump"}:
        return rung.reps
    wider = step.load.wider if step.load else 0
    return min(standing.reps, rung.reps_top + wider)


def _lightness(standing: Standing | None, now: Situation, cut: float) -> tuple[Reason, ...]:
    found: list[Reason] = []
    if cut > 0 and now.is_light and now.state.light_because is not None:
        found.append(replace(now.state.light_because, topic="dose"))
    if standing is not None and standing.set_cut > 0:
        found.append(dose_reasons.hard_last_time())
    return tuple(found)

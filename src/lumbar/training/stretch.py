"""The stretch: what every session opens with, and in which form.

Knee to chest comes first. Long: both stretches in full, from 25 minutes on. Plain: knee to chest in full. Short:
knee to chest with the file's `short_reps`, under 15 minutes, within a lifter's training, and where a day is split
into sessions. The short form is a light dose. A stretch that is paused or cautioned against is left out; then the
other one opens the session, or none does and the session says so.
"""

from dataclasses import replace
from typing import Literal

from lumbar.catalogue.exercise import Exercise
from lumbar.journal.prescription import Prescription
from lumbar.training.day_reasons import why_first
from lumbar.training.duration import item_s
from lumbar.training.prescribe import dose_at
from lumbar.training.rules import reason
from lumbar.training.situation import Day
from lumbar.training.thresholds import STRETCH_LONG_MINUTES, STRETCH_PLAIN_MINUTES

Form = Literal["long", "plain", "short"]


def form_of(today: Day) -> Form:
    """Return the stretch's form for a session of this length and place."""
    if today.place == "assistance" or today.budget_s < STRETCH_PLAIN_MINUTES * 60:
        return "short"
    return "long" if today.budget_s >= STRETCH_LONG_MINUTES * 60 else "plain"


def stretch(today: Day, form: Form, *, split: bool = False) -> tuple[Prescription, ...]:
    """Return the stretch in `form`; empty where no stretch may be done.

    Args:
        today: The day.
        form: How much of it.
        split: Whether the day has several sessions, which is then the reason for the short form.
    """
    allowed = [one for one in today.catalogue.stretches() if _is_allowed(one, today)]
    if not allowed:
        return ()
    if form == "short":
        return (_short(allowed[0], today, split=split),)
    return tuple(_full(one, today) for one in (allowed if form == "long" else allowed[:1]))


def _is_allowed(exercise: Exercise, today: Day) -> bool:
    stopped = today.is_paused(exercise.id) or today.is_stopped(exercise.id)
    return not stopped and not exercise.not_with & today.person.screening.flags


def _full(exercise: Exercise, today: Day) -> Prescription:
    dose = dose_at(exercise, today, today.standing(exercise.id))
    return replace(dose, why=(*dose.why, *why_first(today)))


def _short(exercise: Exercise, today: Day, *, split: bool) -> Prescription:
    full = _full(exercise, today)
    reps = min(full.reps, exercise.short_reps or full.reps)
    rule = "dose-short-assistance" if today.place == "assistance" else "dose-short-split" if split else "dose-short"
    why = (*(r for r in full.why if r.topic != "dose"), reason(rule, "dose"))
    seconds = item_s(exercise, 1, reps, full.hold_s)
    return replace(full, sets=1, reps=reps, reps_top=reps, light=True, seconds=seconds, why=why)

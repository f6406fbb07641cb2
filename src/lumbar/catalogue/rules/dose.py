"""C040: a dose is sane whatever the ladder says."""

from collections.abc import Iterator
from typing import Final

from lumbar.catalogue.exercise import Exercise, Group
from lumbar.catalogue.rule import Case, Finding, rule

SETS: Final = (1, 6)  # ours: beyond six sets the session has no room for anything else
REPS: Final = (1, 40)  # ours: twice the largest published dose
HOLD_S: Final = (0, 60)  # ours: a minute is the longest hold that evidence for a gate asks for
REST_S: Final = (0, 300)  # ours
PHASE_S: Final = (0, 30)  # ours: one phase of a repetition


def _outside(name: str, value: float, bounds: tuple[float, float]) -> tuple[str, str] | None:
    """Return what to say of a value outside `bounds`."""
    low, high = bounds
    if low <= value <= high:
        return None
    return f"`{name}` is {value:g}", f"It lies from {low:g} to {high:g}."


@rule("C040", "bronze")
def rungs_are_sane(case: Case) -> Iterator[Finding]:
    """Every rung asks for 1 to 6 sets of 1 to 40 repetitions with holds of 0 to 60 s.

    A slip of the key must not become somebody's session.
    """
    for i, rung in enumerate(case.exercise.rungs):
        asked = (("sets", rung.sets, SETS), ("reps", rung.reps, REPS), ("hold_s", rung.hold_s, HOLD_S))
        for name, value, bounds in (*asked, ("reps_top", rung.reps_top, REPS)):
            if said := _outside(name, value, bounds):
                yield Finding(("ladder", i, name), *said)


@rule("C041", "bronze")
def reps_top_is_above_reps(case: Case) -> Iterator[Finding]:
    """The top of a range of repetitions is not below its bottom.

    Repetitions rise from `reps` to `reps_top` before the next rung or load.
    """
    for i, rung in enumerate(case.exercise.rungs):
        if rung.reps_top < rung.reps:
            yield Finding(("ladder", i, "reps_top"), f"`reps_top` {rung.reps_top} is below `reps` {rung.reps}")


@rule("C042", "bronze")
def tempo_is_sane(case: Case) -> Iterator[Finding]:
    """Both movements of a repetition take time, and no phase more than 30 s.

    The player paces by these seconds; a movement of no length cannot be followed.
    """
    tempo = case.exercise.tempo
    moves = (("lower_s", tempo.lower_s), ("lift_s", tempo.lift_s))
    for name, value in (*moves, ("bottom_s", tempo.bottom_s), ("top_s", tempo.top_s)):
        if said := _outside(name, value, PHASE_S):
            yield Finding(("tempo", name), *said)
        elif (name, value) in moves and value == 0:
            yield Finding(("tempo", name), f"`{name}` is 0", "A movement takes time.")


@rule("C043", "bronze")
def rest_is_sane(case: Case) -> Iterator[Finding]:
    """The rest is 0 to 300 s.

    Rest counts in the minutes of a session.
    """
    if said := _outside("rest_s", case.exercise.rest_s, REST_S):
        yield Finding(("rest_s",), *said)


def _no_stretch(exercise: Exercise) -> str:
    return "" if exercise.group is Group.STRETCH else "It is not a stretch."


@rule("C044", "bronze", exempt=_no_stretch)
def stretch_has_short_form(case: Case) -> Iterator[Finding]:
    """A stretch has a short form, with fewer repetitions than its ladder.

    Every session opens with the stretch, also the short ones.
    """
    short = case.exercise.short_reps
    least = min(rung.reps for rung in case.exercise.rungs)
    if short is None:
        yield Finding((), "a stretch needs `short_reps`", "Write `short_reps = 2`.")
    elif not 1 <= short <= least:
        yield Finding(("short_reps",), f"`short_reps` is {short}", f"It lies from 1 to {least}, the shortest rung.")


@rule("C045", "bronze")
def only_a_stretch_is_short(case: Case) -> Iterator[Finding]:
    """Only a stretch has a short form.

    Other exercises become shorter by their ladder.
    """
    if case.exercise.short_reps is not None and case.exercise.group is not Group.STRETCH:
        yield Finding(("short_reps",), "`short_reps` belongs to stretches only", "Leave the key out.")

"""C050: a ladder leads upwards."""

from collections.abc import Iterator
from itertools import pairwise

from lumbar.catalogue.exercise import Rung
from lumbar.catalogue.rule import Case, Finding, rule


def _asks_more(rung: Rung, below: Rung) -> bool:
    """Return whether a rung asks for more than the one below it."""
    if rung.loaded and not below.loaded:
        return True
    if rung.hold_s != below.hold_s:
        return rung.hold_s > below.hold_s
    return rung.sets * rung.reps_top > below.sets * below.reps_top


@rule("C050", "bronze")
def every_rung_asks_more(case: Case) -> Iterator[Finding]:
    """Every rung begins a load, or holds longer, or at the same hold has more repetitions in all its sets together.

    Longer holds and a first load may come with fewer repetitions. Anything else would be a step down that looks
    like a step up.
    """
    for i, (below, rung) in enumerate(pairwise(case.exercise.rungs), start=1):
        if not _asks_more(rung, below):
            yield Finding(("ladder", i), f"rung {i} asks for no more than the rung below it", "Rungs count from 0.")


@rule("C051", "bronze")
def load_is_never_put_down(case: Case) -> Iterator[Finding]:
    """After a rung with a load, every rung has one.

    Going up must not take away the load that was just earned.
    """
    rungs = case.exercise.rungs
    for i, (below, rung) in enumerate(pairwise(rungs), start=1):
        if below.loaded and not rung.loaded:
            yield Finding(("ladder", i), f"rung {i} has no load, the rung below has", "Write `loaded = true`.")


@rule("C052", "bronze")
def trained_rung_is_on_ladder(case: Case) -> Iterator[Finding]:
    """The rung a trained person starts on is on the ladder.

    It is an index and counts from 0.
    """
    last = len(case.exercise.rungs) - 1
    if not 0 <= case.exercise.trained_rung <= last:
        yield Finding(
            ("trained_rung",), f"`trained_rung` is {case.exercise.trained_rung}", f"It lies from 0 to {last}."
        )

"""C050: a ladder leads upwards."""

from collections.abc import Iterator
from itertools import pairwise

from lumbar.catalogue.exercise import Rung
from lumbar.catalogue.rule import Case, Finding, rule


def _asks(rung: Rung) -> tuple[int, ...]:
    """Return what a rung asks for, each figure harder when larger."""
    return rung.sets, rung.reps, rung.reps_top, rung.hold_s, int(rung.loaded)


@rule("C050", "bronze")
def every_rung_asks_more(case: Case) -> Iterator[Finding]:
    """Every rung asks for more than each rung below it: in sets, repetitions, hold or load.

    It may ask for less of another: longer holds come with fewer repetitions. A rung that asks for more of
    nothing would be a step down that looks like a step up.
    """
    rungs = case.exercise.rungs
    for i, rung in enumerate(rungs):
        for j, lower in enumerate(rungs[:i]):
            if all(mine <= its for mine, its in zip(_asks(rung), _asks(lower), strict=True)):
                yield Finding(("ladder", i), f"rung {i} asks for no more than rung {j}", "Rungs count from 0.")
                break


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

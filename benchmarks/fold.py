"""How fast ten years of daily training become a state: the fold, and one more set on top of it."""

from collections.abc import Callable, Mapping
from statistics import median
from time import perf_counter

from benchmarks.journals import daily_journal
from lumbar.app.shelf import load_catalogue
from lumbar.journal.event import SetDone
from lumbar.training.fold import advance, fold, settle

RUNS = 15


def run() -> Mapping[str, float | str]:
    """Return the medians of several runs [ms]."""
    catalogue = load_catalogue()
    journal = daily_journal(catalogue)
    state = fold(journal, catalogue)
    sets = [event for event in journal if isinstance(event, SetDone) and event.on == state.settled_to]
    last = sets[-1] if sets else journal[-1]
    return {
        "events": float(len(journal)),
        "sets": float(sum(isinstance(event, SetDone) for event in journal)),
        "fold ten years [ms]": _median_ms(lambda: fold(journal, catalogue)),
        "one more event [ms]": _median_ms(lambda: advance(state, last, catalogue)),
        "settle to the next day [ms]": _median_ms(
            lambda: settle(state, last.on.fromordinal(last.on.toordinal() + 1), catalogue)
        ),
    }


def _median_ms(work: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        begun = perf_counter()
        work()
        times.append((perf_counter() - begun) * 1000)
    return median(times)

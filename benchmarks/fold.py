"""How fast ten years of daily training become a state: the fold, and one more set on top of it.

Each is told by its median, its best, and the processor time of its best: the last two hardly move when the machine
has other work to do.
"""

from collections.abc import Callable, Mapping
from datetime import timedelta
from statistics import median
from time import perf_counter, process_time

from benchmarks.journals import daily_journal
from lumbar.app.shelf import load_catalogue
from lumbar.journal.event import SetDone
from lumbar.training.fold import advance, fold, settle

RUNS = 25


def run() -> Mapping[str, float | str]:
    """Return the times of several runs [ms]."""
    catalogue = load_catalogue()
    journal = daily_journal(catalogue)
    state = fold(journal, catalogue)
    sets = [event for event in journal if isinstance(event, SetDone) and event.on == state.settled_to]
    last = sets[-1] if sets else journal[-1]
    return {
        "events": float(len(journal)),
        "sets": float(sum(isinstance(event, SetDone) for event in journal)),
        **_times_ms("fold ten years", lambda: fold(journal, catalogue)),
        **_times_ms("one more event", lambda: advance(state, last, catalogue)),
        **_times_ms("settle to the next day", lambda: settle(state, last.on + timedelta(days=1), catalogue)),
    }


def _times_ms(what: str, work: Callable[[], object]) -> Mapping[str, float]:
    clock, processor = [], []
    for _ in range(RUNS):
        begun, begun_processor = perf_counter(), process_time()
        work()
        clock.append((perf_counter() - begun) * 1000)
        processor.append((process_time() - begun_processor) * 1000)
    return {
        f"{what}, median [ms]": median(clock),
        f"{what}, best [ms]": min(clock),
        f"{what}, processor, best [ms]": min(processor),
    }

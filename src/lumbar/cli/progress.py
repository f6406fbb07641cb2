"""A bar for what takes a while, shown on a terminal and nowhere else."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def told_progress(says: str) -> Iterator[Callable[[int, int], None]]:
    """Show a bar that goes when all is done; what is given is to be told how much is done, and of how much."""
    if not (sys.stderr and sys.stderr.isatty()):
        yield lambda _done, _all: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(says, total=None)
        yield lambda done, every: bar.update(task, completed=done, total=every)

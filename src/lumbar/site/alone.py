"""One start at a time: two programs that make the same data folder ready wait for one another.

The lock is SQLite's own, on an empty file beside the journal: it holds on every system, and a program that dies lets
go of it.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from lumbar.errors import UnavailableError

LOCK: Final = "starting.lock"
WAIT_S: Final = 60.0  # our choice: how long [s] a start waits for another; a large journal is copied in less


@contextmanager
def alone(home: Path) -> Iterator[None]:
    """Hold the data folder `home`, which is there, against other starts; wait while one of them holds it.

    Raises:
        UnavailableError: If another start holds it for too long, or the folder cannot be written to.
    """
    path = home / LOCK
    try:
        path.touch(mode=0o600)
        held = sqlite3.connect(path, timeout=WAIT_S, isolation_level=None)
    except (OSError, sqlite3.OperationalError) as error:
        raise UnavailableError(_not_held(home, error)) from error
    with closing(held):
        try:
            held.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise UnavailableError(_not_held(home, error)) from error
        yield


def _not_held(home: Path, error: Exception) -> str:
    return f"Another start of Lumbar holds the data folder {home} ({error}). Wait for it to end, then try again."

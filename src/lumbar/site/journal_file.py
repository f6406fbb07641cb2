"""The SQLite file of the journal before it is used: whether it is whole, and what is done when it is not.

A damaged file is set aside under another name, never deleted and never written to.
"""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Final

from lumbar.errors import UnavailableError

BESIDE: Final = ("", "-wal", "-shm")
"""What SQLite keeps of one database: the file, what is not yet written into it, and an index of that."""


def check_file(path: Path, now: Callable[[], datetime], backups: Path) -> None:
    """Return where the journal at `path` is whole or not there yet; else set it aside.

    Raises:
        UnavailableError: If it was damaged (it says where it is now and what to do), or cannot be opened.
    """
    if not path.exists():
        return
    damage = find_damage(path)
    if damage is None:
        return
    aside = set_aside(path, now())
    raise UnavailableError(_damaged(path, aside, damage, _newest(backups)))


def find_damage(path: Path) -> str | None:
    """Return what is wrong with the SQLite file at `path`, or None where it is whole.

    Raises:
        UnavailableError: If it cannot be read at all: another program holds it, or it is not ours to read.
    """
    try:
        # Read-only: opened otherwise, SQLite might throw away a log that does not fit, and with it the last sets.
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=10)) as opened:
            found = str(opened.execute("PRAGMA quick_check(1)").fetchone()[0])
    except sqlite3.OperationalError as error:
        raise UnavailableError(f"The journal {path} cannot be opened: {error}. Is another program using it?") from error
    except sqlite3.DatabaseError as error:
        return str(error)
    return None if found == "ok" else found.splitlines()[0]


def set_aside(path: Path, now: datetime) -> Path:
    """Rename a damaged journal and all that belongs to it; return where it is now."""
    name = f"{path.stem}-damaged-{now:%Y%m%dT%H%M%S}"
    aside = path.with_name(f"{name}{path.suffix}")
    count = 1
    while aside.exists():
        count += 1
        aside = path.with_name(f"{name}-{count}{path.suffix}")
    for beside in BESIDE:
        part = path.with_name(path.name + beside)
        if part.exists():
            part.rename(aside.with_name(aside.name + beside))
    return aside


def _newest(backups: Path) -> Path | None:
    return max(backups.glob("*.sqlite3"), key=lambda path: path.name, default=None)


def _damaged(path: Path, aside: Path, damage: str, backup: Path | None) -> str:
    lines = [
        f"The journal is damaged ({damage}). Nothing was deleted: it has been set aside as",
        f"  {aside}",
    ]
    if backup is not None:
        lines += ["To go on from the last backup, copy", f"  {backup}", "to", f"  {path}"]
    lines += ["To begin a new journal, just start Lumbar again."]
    return "\n".join(lines)

"""Backups of the journal: a copy before a new version changes its tables. The last five are kept."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Final

KEPT: Final = 5  # our choice


def back_up(path: Path, folder: Path, now: datetime) -> Path:
    """Copy the SQLite file at `path` into `folder`, whole and while it may be in use; return the copy.

    The copy is made under another name and renamed at the end, so that what bears a backup's name is one.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    copy = folder / f"{path.stem}-{now:%Y%m%dT%H%M%S%f}.sqlite3"
    part = copy.with_suffix(".part")
    part.touch(mode=0o600)
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(part)) as target:
        source.backup(target)
        target.execute("PRAGMA journal_mode=DELETE")  # one file, complete without any beside it
    part.rename(copy)
    _thin(folder, path.stem)
    return copy


def _thin(folder: Path, stem: str) -> None:
    """Delete all but the newest backups; their names sort by time."""
    for old in sorted(folder.glob(f"{stem}-*.sqlite3"))[:-KEPT]:
        old.unlink()

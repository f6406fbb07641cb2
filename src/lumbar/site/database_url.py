"""The database a journal is kept in: SQLite in the data folder, or what `LUMBAR_DATABASE_URL` names."""

from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from lumbar.errors import UnavailableError
from lumbar.site.home import JOURNAL

BUSY_S: Final = 10.0  # our choice: how long [s] a writer waits for another one before it gives up
PRAGMAS: Final = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
"""Readers never wait for the writer; a set that was confirmed outlives a power cut."""

Database = dict[str, Any]


def database(url: str, home: Path) -> Database:
    """Return Django's settings of the database that `url` names, or of the journal in `home` when it is empty.

    Raises:
        UnavailableError: If the kind of database is not known, or its driver is not installed.
    """
    if not url:
        return sqlite(home / JOURNAL)
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return sqlite(Path(unquote(parts.path)))
    if parts.scheme in {"postgres", "postgresql"}:
        return _postgresql(url)
    message = (
        f"LUMBAR_DATABASE_URL begins with “{parts.scheme}:”, which Lumbar cannot keep a journal in. "
        "Unset it to use SQLite in the data folder, or write sqlite:///folder/journal.sqlite3."
    )
    raise UnavailableError(message)


def sqlite(path: Path) -> Database:
    """Return the settings of the SQLite file at `path`."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "CONN_MAX_AGE": None,
        "OPTIONS": {"init_command": PRAGMAS, "transaction_mode": "IMMEDIATE", "timeout": BUSY_S},
    }


def _postgresql(url: str) -> Database:
    if find_spec("psycopg") is None:
        message = (
            "LUMBAR_DATABASE_URL names PostgreSQL, which this version does not serve yet: its driver is not "
            "installed. Unset LUMBAR_DATABASE_URL to keep the journal in SQLite."
        )
        raise UnavailableError(message)
    parts = urlsplit(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.removeprefix("/")),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
    }

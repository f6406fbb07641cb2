"""Making the journal ready: the folder, the file, and tables as this version knows them."""

from collections.abc import Callable
from pathlib import Path

import django
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from lumbar.errors import UnavailableError
from lumbar.site import clock
from lumbar.site.alone import alone
from lumbar.site.backup import back_up
from lumbar.site.home import BACKUPS, made_home
from lumbar.site.journal_file import check_file

Say = Callable[[str], object]


def prepare(say: Say) -> None:
    """Make the journal ready to be used, while no other start does; what is done to it is said first.

    Raises:
        UnavailableError: If the folder cannot be used, or the journal is damaged or newer than this version.
    """
    django.setup()
    home = made_home()
    path = journal_path()
    with alone(home):
        if path is not None:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            check_file(path, clock.now, home / BACKUPS)
            path.touch(mode=0o600)
        migrate(say, path, home / BACKUPS)


def journal_path() -> Path | None:
    """Return the SQLite file the journal is in, or None where it is in another kind of database."""
    return Path(str(connection.settings_dict["NAME"])) if connection.vendor == "sqlite" else None


def migrate(say: Say, path: Path | None, backups: Path) -> None:
    """Bring the tables to this version, after a backup of a journal that is already there.

    Raises:
        UnavailableError: If the tables are of a newer version.
    """
    executor = MigrationExecutor(connection)
    loader = executor.loader
    newer = sorted(
        name for app, name in set(loader.applied_migrations) - set(loader.disk_migrations) if app == "lumbar"
    )
    if newer:
        raise UnavailableError(_too_new(path, newer))
    if not executor.migration_plan(loader.graph.leaf_nodes()):
        return
    if path is not None and loader.applied_migrations:
        copy = back_up(path, backups, clock.now())
        say(f"A new version changes the journal's tables. It was copied first, to {copy}")
    call_command("migrate", verbosity=0, interactive=False)


def _too_new(path: Path | None, newer: list[str]) -> str:
    where = f" {path}" if path is not None else ""
    return (
        f"The journal{where} was written by a newer Lumbar ({', '.join(newer)}). Nothing was changed. "
        "Start that version, or set LUMBAR_HOME to another folder for this one."
    )

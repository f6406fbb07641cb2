"""Erasing: the one way that something leaves the journal, and then everything does."""

from django.db import connection, transaction

from lumbar.site.guard import guarded_tables
from lumbar.site.home import BACKUPS, KEY, data_home
from lumbar.site.models import Erasing, Owner
from lumbar.site.prepare import journal_path


def erase_owner(owner: int) -> None:
    """Delete every row of `owner` and put their likings back to what everyone begins with."""
    with transaction.atomic():
        Erasing.objects.get_or_create(owner_id=owner)
        with connection.cursor() as cursor:
            for table in guarded_tables():
                cursor.execute(f"DELETE FROM {table} WHERE owner_id = %s", [owner])  # noqa: S608 - our own names
        fresh = Owner()
        Owner.objects.filter(id=owner).update(**{name: getattr(fresh, name) for name in Owner.likings})
        Erasing.objects.filter(owner_id=owner).delete()


def erase_everything(owner: int) -> None:
    """Delete every trace of `owner` on this machine: rows, free pages, the write-ahead log, backups, the key.

    The tables stay, empty, so that a running site goes on; the next start makes a new key.
    """
    erase_owner(owner)
    path = journal_path()
    if path is not None:
        _shrink()
        for damaged in path.parent.glob(f"{path.stem}-damaged-*"):
            damaged.unlink()
    home = data_home()
    for copy in (home / BACKUPS).glob("*"):
        if not copy.is_dir():  # a folder there is none of ours, and must not keep the rest from being erased
            copy.unlink()
    (home / KEY).unlink(missing_ok=True)


def _shrink() -> None:
    """Write the database anew without its deleted pages, and cut its log to nothing."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")

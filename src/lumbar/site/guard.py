"""The guard of the journal: triggers that let rows be added and nothing else.

A row is never updated, by anyone. It is deleted only while its owner stands in the table of erasures. The guard
sits in the database, so that no other program and no slip of ours gets past it.
"""

from collections.abc import Iterator
from typing import Final

from django.apps import apps
from django.db.backends.base.base import BaseDatabaseWrapper

MESSAGE: Final = "the journal is append-only"
FUNCTION: Final = "lumbar_append_only"

_SQLITE: Final = (
    """CREATE TRIGGER IF NOT EXISTS {table}_no_update BEFORE UPDATE ON {table}
    BEGIN SELECT RAISE(ABORT, '{message}'); END""",
    """CREATE TRIGGER IF NOT EXISTS {table}_no_delete BEFORE DELETE ON {table}
    WHEN NOT EXISTS (SELECT 1 FROM lumbar_erasing WHERE owner_id = OLD.owner_id)
    BEGIN SELECT RAISE(ABORT, '{message}'); END""",
)
_POSTGRESQL_FUNCTION: Final = """CREATE OR REPLACE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM lumbar_erasing WHERE owner_id = OLD.owner_id) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '{message}' USING ERRCODE = 'integrity_constraint_violation';
END $$"""
_POSTGRESQL: Final = """CREATE OR REPLACE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION {function}()"""


def guarded_tables() -> tuple[str, ...]:
    """Return the names of the journal's tables, items before rows before entries: the order to delete in."""
    from lumbar.site.models import Entry, Row, SessionItem

    rows = sorted(model._meta.db_table for model in apps.get_models() if issubclass(model, Row))  # noqa: SLF001 - as below
    return (SessionItem._meta.db_table, *rows, Entry._meta.db_table)  # noqa: SLF001 - Django's own way to ask


def put_up(connection: BaseDatabaseWrapper) -> None:
    """Guard every journal table that is there; what is guarded already stays so."""
    with connection.cursor() as cursor:
        there = set(connection.introspection.table_names(cursor))
        for statement in _statements(connection.vendor, there):
            cursor.execute(statement)


def take_down(connection: BaseDatabaseWrapper) -> None:
    """Take the guard away, for emptying a whole database."""
    with connection.cursor() as cursor:
        for table in guarded_tables():
            for name in ("no_update", "no_delete", "append_only"):
                on = f" ON {table}" if connection.vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_{name}{on}")


def _statements(vendor: str, there: set[str]) -> Iterator[str]:
    tables = [table for table in guarded_tables() if table in there]
    if vendor == "postgresql" and tables:
        yield _POSTGRESQL_FUNCTION.format(function=FUNCTION, message=MESSAGE)
    for table in tables:
        for statement in _SQLITE if vendor == "sqlite" else (_POSTGRESQL,):
            yield statement.format(table=table, message=MESSAGE, function=FUNCTION)

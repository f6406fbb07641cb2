"""The migrations go up, down and up again, stand in one line, and make exactly the tables of the models."""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from lumbar.site.guard import guarded_tables
from tests.store.programs import program

UP_DOWN_UP = """
from lumbar.site.local import open_store
from tests.store.samples import told, trained
store, owner = open_store()
store.append(owner, [*told(), *trained()])
from django.core.management import call_command
from django.db import connection
call_command("migrate", "lumbar", "zero", verbosity=0)
assert not [name for name in connection.introspection.table_names() if name.startswith("lumbar_")]
store, owner = open_store()
assert store.head(owner) == 0
assert all(store.append(owner, [*told(), *trained()]))
with connection.cursor() as cursor:
    cursor.execute("DELETE FROM lumbar_entry")
"""


def test_up_down_and_up_again_gives_a_journal_that_works_and_is_guarded(tmp_path: Path) -> None:
    done = program(tmp_path, UP_DOWN_UP)
    assert "the journal is append-only" in done.stderr.splitlines()[-1]


@pytest.mark.django_db
def test_the_tables_are_exactly_those_of_the_models() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.django_db
def test_the_migrations_stand_in_one_line() -> None:
    loader = MigrationLoader(connection)
    assert len(loader.graph.leaf_nodes("lumbar")) == 1
    ours = [key for key in loader.graph.nodes if key[0] == "lumbar"]
    assert len(loader.graph.root_nodes("lumbar")) == 1
    assert len(ours) == len(set(ours))


@pytest.mark.django_db
def test_the_test_database_was_built_by_the_migrations_with_the_guard() -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT DISTINCT tbl_name FROM sqlite_master WHERE type = 'trigger'")
        else:
            cursor.execute("SELECT DISTINCT event_object_table FROM information_schema.triggers")
        assert {row[0] for row in cursor.fetchall()} >= set(guarded_tables())

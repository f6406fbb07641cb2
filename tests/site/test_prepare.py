"""Making the journal ready: copied before it changes, set aside when damaged, left alone when newer."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from lumbar.errors import UnavailableError
from lumbar.site.backup import KEPT, back_up
from lumbar.site.journal_file import check_file, find_damage
from tests.store.programs import begin, program
from tests.store.samples import trained

NOW = datetime(2026, 1, 5, 9, tzinfo=UTC)
START = "from lumbar.site.local import open_store; store, owner = open_store(); print(store.head(owner))"
OLDER = """
import django
django.setup()
from django.core.management import call_command
call_command("migrate", "auth", verbosity=0)
"""
SAFE = """
from lumbar.site.local import open_store
open_store()
from django.db import connection
with connection.cursor() as cursor:
    print(cursor.execute("PRAGMA synchronous").fetchone()[0], cursor.execute("PRAGMA foreign_keys").fetchone()[0])
"""
ADD = """
from lumbar.site.local import open_store
from tests.store.samples import trained
store, owner = open_store()
store.append(owner, list(trained()))
print(store.head(owner))
"""


def journal(home: Path) -> Path:
    return home / "journal.sqlite3"


def filled(home: Path) -> Path:
    done = program(home, ADD)
    assert done.returncode == 0, done.stderr
    return journal(home)


def sql(path: Path, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as opened, opened:
        return opened.execute(statement).fetchall()


class TestStarting:
    def test_the_first_start_makes_a_journal_for_its_owner_only(self, tmp_path: Path) -> None:
        home = tmp_path / "new"
        done = program(home, START)
        assert done.stdout.strip() == "0"
        assert home.stat().st_mode & 0o777 == 0o700
        assert journal(home).stat().st_mode & 0o777 == 0o600
        assert sql(journal(home), "PRAGMA journal_mode") == [("wal",)]

    def test_two_first_starts_at_once_both_find_the_journal_ready(self, tmp_path: Path) -> None:
        starts = [begin(tmp_path / "new", START) for _ in range(2)]
        for start in starts:
            said, faults = start.communicate()
            assert (start.returncode, said.strip(), faults) == (0, "0", "")

    def test_a_second_start_changes_nothing_and_copies_nothing(self, tmp_path: Path) -> None:
        filled(tmp_path)
        again = program(tmp_path, START)
        assert again.stdout.strip() == str(len(list(trained())))
        assert again.stderr == ""
        assert not (tmp_path / "backups").exists()

    def test_a_journal_is_copied_before_its_tables_change(self, tmp_path: Path) -> None:
        done = program(tmp_path, OLDER)
        assert done.returncode == 0, done.stderr
        done = program(tmp_path, START)
        assert done.returncode == 0, done.stderr
        (copy,) = (tmp_path / "backups").glob("*.sqlite3")
        assert str(copy) in done.stderr
        assert copy.stat().st_mode & 0o777 == 0o600
        entries = "SELECT count(*) FROM sqlite_master WHERE name = 'lumbar_entry'"
        assert sql(copy, entries) == [(0,)]
        assert sql(journal(tmp_path), entries) == [(1,)]

    def test_a_journal_of_a_newer_version_is_refused_and_left_as_it_is(self, tmp_path: Path) -> None:
        path = filled(tmp_path)
        sql(path, "INSERT INTO django_migrations (app, name, applied) VALUES ('lumbar', '0099_future', '2030-01-01')")
        before = sql(path, "SELECT * FROM django_migrations")
        done = program(tmp_path, START)
        assert done.returncode != 0
        assert "newer Lumbar (0099_future)" in done.stderr
        assert sql(path, "SELECT * FROM django_migrations") == before

    def test_a_damaged_journal_is_set_aside_and_the_next_start_begins_anew(self, tmp_path: Path) -> None:
        path = filled(tmp_path)
        sql(path, "PRAGMA wal_checkpoint(TRUNCATE)")
        broken = path.read_bytes()[:4096] + b"\xff" * 40_000
        path.write_bytes(broken)
        first = program(tmp_path, START)
        assert first.returncode != 0
        assert "damaged" in first.stderr
        (aside,) = tmp_path.glob("journal-damaged-*.sqlite3")
        assert str(aside) in first.stderr
        assert aside.read_bytes() == broken
        assert program(tmp_path, START).stdout.strip() == "0"
        assert aside.read_bytes() == broken

    def test_a_folder_that_cannot_be_made_is_named_with_the_remedy(self, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        done = program(tmp_path / "file" / "home", START)
        assert "LUMBAR_HOME" in done.stderr
        assert "UnavailableError" in done.stderr


class TestErasing:
    def test_no_byte_of_what_was_erased_is_left_in_the_files(self, tmp_path: Path) -> None:
        path = journal(tmp_path)
        program(
            tmp_path, ADD.replace("trained()", "years(400, FIRST)").replace("import trained", "import FIRST, years")
        )
        assert b"wall-squat" in b"".join(file.read_bytes() for file in tmp_path.glob("journal*"))
        done = program(tmp_path, "from lumbar.site.local import erase_everything; erase_everything()")
        assert done.returncode == 0, done.stderr
        assert sql(path, "PRAGMA freelist_count") == [(0,)]  # no page is kept that once held something
        assert b"wall-squat" not in b"".join(file.read_bytes() for file in tmp_path.glob("journal*"))


class TestPowerCut:
    def test_what_is_confirmed_is_on_the_disk_first(self, tmp_path: Path) -> None:
        done = program(tmp_path, SAFE)
        assert done.stdout.split() == ["2", "1"], done.stderr  # FULL, and foreign keys are kept


class TestDamage:
    def test_a_whole_file_has_none(self, tmp_path: Path) -> None:
        sql(tmp_path / "whole.sqlite3", "CREATE TABLE one (a)")
        assert find_damage(tmp_path / "whole.sqlite3") is None

    @pytest.mark.parametrize(
        "content", [b"not a database at all", b"SQLite format 3\0" + b"\1" * 5000], ids=["text", "cut"]
    )
    def test_a_file_that_is_no_database_is_damaged(self, tmp_path: Path, content: bytes) -> None:
        path = tmp_path / "other.sqlite3"
        path.write_bytes(content)
        assert find_damage(path)

    def test_the_message_names_the_last_backup(self, tmp_path: Path) -> None:
        path = tmp_path / "journal.sqlite3"
        sql(path, "CREATE TABLE one (a)")
        copies = [back_up(path, tmp_path / "backups", NOW + timedelta(days=day)) for day in range(2)]
        path.write_bytes(b"gone, " * 100)
        (tmp_path / "journal.sqlite3-wal").write_bytes(b"rest")
        with pytest.raises(UnavailableError, match="copy") as caught:
            check_file(path, lambda: NOW, tmp_path / "backups")
        assert str(copies[1]) in str(caught.value)
        assert (tmp_path / "journal-damaged-20260105T090000.sqlite3-wal").read_bytes() == b"rest"

    def test_two_damaged_files_in_one_second_are_both_kept(self, tmp_path: Path) -> None:
        path = tmp_path / "journal.sqlite3"
        for content in (b"first", b"second"):
            path.write_bytes(content)
            with pytest.raises(UnavailableError):
                check_file(path, lambda: NOW, tmp_path / "backups")
        assert {file.read_bytes() for file in tmp_path.glob("journal-damaged-*")} == {b"first", b"second"}

    def test_no_file_is_no_damage(self, tmp_path: Path) -> None:
        check_file(tmp_path / "none.sqlite3", lambda: NOW, tmp_path)


class TestBackups:
    def test_the_newest_are_kept(self, tmp_path: Path) -> None:
        path = tmp_path / "journal.sqlite3"
        sql(path, "CREATE TABLE one (a)")
        copies = [back_up(path, tmp_path / "backups", NOW + timedelta(days=day)) for day in range(KEPT + 2)]
        assert sorted((tmp_path / "backups").iterdir()) == copies[-KEPT:]

    def test_what_is_only_in_the_log_is_in_the_copy(self, tmp_path: Path) -> None:
        path = tmp_path / "journal.sqlite3"
        with closing(sqlite3.connect(path, isolation_level=None)) as writing:
            writing.execute("PRAGMA journal_mode=WAL")
            writing.execute("CREATE TABLE one (a)")
            writing.execute("INSERT INTO one VALUES (7)")
            assert Path(f"{path}-wal").stat().st_size > 0
            copy = back_up(path, tmp_path / "backups", NOW)
        assert sql(copy, "SELECT a FROM one") == [(7,)]
        assert not list((tmp_path / "backups").glob("*-wal"))

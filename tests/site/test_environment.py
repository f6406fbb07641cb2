"""What the environment may say, and what is said when it says something else."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from threading import Barrier

import pytest

from lumbar.errors import InputError, UnavailableError
from lumbar.site import clock, home
from lumbar.site.database_url import database
from lumbar.site.zone import machine_zone, offset_zone


class TestHome:
    def test_the_variable_moves_the_folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("LUMBAR_HOME", str(tmp_path / "here"))
        assert home.data_home() == tmp_path / "here"
        assert not (tmp_path / "here").exists()

    def test_without_it_the_folder_is_the_systems_own(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("LUMBAR_HOME")
        assert home.data_home().name == "lumbar"
        assert home.data_home().is_absolute()

    def test_the_key_is_made_once_for_its_owner_only(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("LUMBAR_HOME", str(tmp_path))
        first = home.secret_key()
        assert home.secret_key() == first
        assert len(first) >= 50
        assert (tmp_path / "secret-key").stat().st_mode & 0o777 == 0o600

    def test_starts_at_once_all_get_the_same_key(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("LUMBAR_HOME", str(tmp_path))
        together = Barrier(8)

        def start(_: int) -> str:
            together.wait()
            return home.secret_key()

        with ThreadPoolExecutor(8) as starts:
            assert len(set(starts.map(start, range(8)))) == 1

    def test_a_key_that_others_may_read_is_closed_to_them(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("LUMBAR_HOME", str(tmp_path))
        home.secret_key()
        (tmp_path / "secret-key").chmod(0o644)
        home.secret_key()
        assert (tmp_path / "secret-key").stat().st_mode & 0o777 == 0o600

    def test_a_key_cut_short_is_refused_with_the_remedy(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("LUMBAR_HOME", str(tmp_path))
        (tmp_path / "secret-key").write_text("short")
        with pytest.raises(UnavailableError, match="Delete it"):
            home.secret_key()


class TestDatabase:
    def test_nothing_said_is_the_journal_in_the_folder(self, tmp_path: Path) -> None:
        assert database("", tmp_path)["NAME"] == str(tmp_path / "journal.sqlite3")

    def test_a_sqlite_file_may_lie_elsewhere(self, tmp_path: Path) -> None:
        assert database("sqlite:///elsewhere/my%20journal.sqlite3", tmp_path)["NAME"] == "/elsewhere/my journal.sqlite3"

    @pytest.mark.parametrize("url", ["mysql://host/name", "journal.sqlite3", "oracle:x"])
    def test_what_is_not_known_is_refused_with_what_is(self, url: str, tmp_path: Path) -> None:
        with pytest.raises(UnavailableError, match="sqlite:///"):
            database(url, tmp_path)

    def test_postgresql_without_its_driver_is_refused_clearly(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("lumbar.site.database_url.find_spec", lambda _: None)
        with pytest.raises(UnavailableError, match="does not serve yet"):
            database("postgresql://me@localhost/lumbar", tmp_path)


class TestClock:
    def test_the_day_can_be_set(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("LUMBAR_TODAY", "2026-01-05")
        assert clock.today() == date(2026, 1, 5)

    def test_an_impossible_day_is_refused_with_an_example(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("LUMBAR_TODAY", "2026-02-30")
        with pytest.raises(InputError, match="2026-01-05"):
            clock.today()

    def test_now_is_aware_and_utc(self) -> None:
        assert clock.now().utcoffset() == timedelta(0)


class TestZone:
    def test_the_variable_of_the_machine_is_believed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("TZ", "Europe/Madrid")
        assert machine_zone() == "Europe/Madrid"

    def test_a_zone_that_does_not_exist_is_passed_over(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("TZ", "Nowhere/Land")
        assert machine_zone() != "Nowhere/Land"

    @pytest.mark.parametrize(("hours", "name"), [(0, "UTC"), (2, "Etc/GMT-2"), (-5, "Etc/GMT+5")])
    def test_a_machine_without_a_name_gets_the_nearest_whole_hour(self, hours: int, name: str) -> None:
        assert offset_zone(datetime(2026, 1, 5, tzinfo=UTC).astimezone(timezone(timedelta(hours=hours)))) == name

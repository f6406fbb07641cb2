"""Everything out, and everything gone."""

import io
import json
import zipfile

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.test import Client

from lumbar.exchange.archive import parse_archive
from lumbar.site import home
from lumbar.site.erase import erase_everything
from lumbar.site.models import Owner
from lumbar.site.models.owner import local_owner
from lumbar.site.store import TableStore
from tests.store.samples import told, trained


@pytest.mark.django_db
def test_the_zip_holds_the_archive_the_tables_and_the_settings(store: TableStore, owner: Owner) -> None:
    events = [*told(), *trained()]
    store.append(owner.pk, events)
    answer = Client().get("/api/export")
    assert answer.headers["Content-Type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        assert list(parse_archive(packed.read("archive.json").decode())) == events
        assert json.loads(packed.read("settings.json"))["mass_unit"] == "kg"
        tables = [name for name in packed.namelist() if name.endswith(".csv")]
        assert len(tables) > 3
        assert sum(b"bird-dog" in packed.read(name) for name in tables) > 0


@pytest.mark.django_db(transaction=True)
def test_nothing_is_left_of_what_was_erased() -> None:
    owner = local_owner()
    store = TableStore()
    store.append(owner.pk, [*told(), *trained()])
    Owner.objects.filter(pk=owner.pk).update(mass_unit="lb", voice=False, camera=True)
    backups = home.made_home() / home.BACKUPS
    backups.mkdir(exist_ok=True)
    (backups / "journal-20260105T090000.sqlite3").write_bytes(b"an old copy")
    (backups / "a folder of one's own").mkdir()
    home.secret_key()
    erase_everything(owner.pk)
    assert store.head(owner.pk) == 0
    assert [left.name for left in backups.iterdir()] == ["a folder of one's own"]
    assert not (home.data_home() / home.KEY).exists()
    fresh = Owner.objects.get(pk=owner.pk)
    assert (fresh.mass_unit, fresh.voice, fresh.camera) == ("kg", True, False)


@pytest.mark.django_db(transaction=True)
def test_a_whole_database_can_be_emptied_and_is_guarded_afterwards() -> None:
    store = TableStore()
    store.append(local_owner().pk, [*told(), *trained()])
    call_command("flush", interactive=False, verbosity=0)
    owner = local_owner().pk
    assert store.head(owner) == 0
    store.append(owner, list(told()))
    with pytest.raises(DatabaseError, match="append-only"), connection.cursor() as cursor:
        cursor.execute("DELETE FROM lumbar_entry")

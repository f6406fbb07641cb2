"""Today as a page: few questions to the database, however long the journal."""

from datetime import date, timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from lumbar.journal.event import KINDS, kind_of
from lumbar.site.models import Owner
from lumbar.site.pages.desk import desk
from lumbar.site.store import TableStore
from tests.store.samples import rare, set_done, started, years

pytestmark = pytest.mark.django_db

DAY = date(2026, 3, 2)


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LUMBAR_TODAY", DAY.isoformat())
    desk.cache_clear()  # it remembers people of other tests, who may have had the same number


def test_today_asks_at_most_twelve_questions_cold(
    store: TableStore, owner: Owner, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    store.append(owner.pk, years(600, DAY))
    store.append(owner.pk, rare(DAY - timedelta(days=2)))
    assert {kind_of(event) for _, event in store.events(owner.pk)} == set(KINDS)
    with django_assert_max_num_queries(12):
        assert Client().get("/").status_code == 200


def test_today_asks_as_much_after_a_new_set_behind_a_long_journal_as_behind_a_short_one(
    store: TableStore, owner: Owner, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for sets, until in ((24, DAY - timedelta(days=200)), (600, DAY)):
        store.append(owner.pk, years(sets, until, name=str(sets)))
        Client().get("/")
        store.append(owner.pk, [started(DAY, str(sets)), set_done(DAY, name=str(sets))])
        with django_assert_max_num_queries(8):
            assert Client().get("/").status_code == 200

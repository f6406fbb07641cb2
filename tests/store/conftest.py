"""A store in a database built by the migrations, and two people who must not meet in it."""

import pytest

from lumbar.site.models import Owner
from lumbar.site.store import TableStore


@pytest.fixture
def store(db: None) -> TableStore:  # noqa: ARG001 - asks for the database
    return TableStore()


@pytest.fixture
def owner(db: None) -> int:  # noqa: ARG001 - the same
    return Owner.objects.create(username="one").pk


@pytest.fixture
def other(db: None) -> int:  # noqa: ARG001 - the same
    return Owner.objects.create(username="another").pk

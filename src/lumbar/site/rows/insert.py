"""Adding rows with statements written once: what is done for every set must cost little.

Django still says how each value is written for the database at hand; only the making of the statement is ours.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Final

from django.db import connection
from django.db.models import Field, Model

from lumbar.site.models import Entry

_ONCE: Final = " ON CONFLICT (owner_id, uid) DO NOTHING RETURNING id"

Given = Mapping[str, object]
"""The values of one row by the names of its fields (`owner_id` for an owner)."""


def insert_entry(given: Given) -> int | None:
    """Add the head of an event; return its sequence number, or None where its id is there already."""
    fields = _fields(Entry, tuple(given))
    with connection.cursor() as cursor:
        cursor.execute(_statement(Entry, tuple(given)) + _ONCE, _prepared(fields, given))
        found = cursor.fetchall()
    return int(found[0][0]) if found else None


def insert_rows(model: type[Model], rows: Iterable[Given]) -> None:
    """Add rows to the table of `model`; all of them name the same fields."""
    given = list(rows)
    if not given:
        return
    names = tuple(given[0])
    fields = _fields(model, names)
    with connection.cursor() as cursor:
        cursor.executemany(_statement(model, names), [_prepared(fields, row) for row in given])


@cache
def _fields(model: type[Model], names: tuple[str, ...]) -> "tuple[Field[Any, Any], ...]":
    by_name = {field.attname: field for field in model._meta.concrete_fields}  # noqa: SLF001 - Django's own way to ask
    return tuple(by_name[name] for name in names)


@cache
def _statement(model: type[Model], names: tuple[str, ...]) -> str:
    columns = ", ".join(connection.ops.quote_name(field.column) for field in _fields(model, names))
    places = ", ".join("%s" for _ in names)
    return f"INSERT INTO {model._meta.db_table} ({columns}) VALUES ({places})"  # noqa: S608, SLF001 - our own names


def _prepared(fields: "tuple[Field[Any, Any], ...]", given: Given) -> list[Any]:
    return [field.get_db_prep_save(value, connection) for field, value in zip(fields, given.values(), strict=True)]

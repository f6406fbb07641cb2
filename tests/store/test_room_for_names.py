"""The tables have room for every name that is let in."""

from django.db.models import CharField

from lumbar.exchange.scalars import LONGEST_ID
from lumbar.site.models import HurtRow, SessionItem, SetDoneRow, SkippedRow, SwappedRow


def test_every_column_of_an_exercise_has_room_for_the_longest_id() -> None:
    models = (HurtRow, SessionItem, SetDoneRow, SkippedRow, SwappedRow)
    fields = [field for model in models for field in model._meta.concrete_fields]  # noqa: SLF001 - Django's own way to ask
    columns = [field for field in fields if field.name in {"exercise", "old", "new"}]
    assert len(columns) == 6
    assert {column.max_length for column in columns if isinstance(column, CharField)} == {LONGEST_ID}

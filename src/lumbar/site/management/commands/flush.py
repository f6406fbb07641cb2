"""`flush`: empty every table, the journal's too; Django's own command cannot get past the journal's guard."""

from typing import Any

from django.core.management.commands import flush
from django.db import connections

from lumbar.site.guard import put_up, take_down


class Command(flush.Command):
    """Take the guard down, empty the tables as Django does, and put it up again."""

    def handle(self, **options: Any) -> None:  # noqa: ANN401 - Django's own signature
        """Empty the database that `options` name."""
        connection = connections[options["database"]]
        take_down(connection)
        try:
            super().handle(**options)
        finally:
            put_up(connection)

"""The Django application: its name, and the guard that is put up after every migration."""

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate


class LumbarConfig(AppConfig):
    """Name the application `lumbar`; its tables are called `lumbar_…`."""

    name = "lumbar.site"
    label = "lumbar"
    verbose_name = "Lumbar"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Guard the journal after every migration: SQLite drops triggers with a table that is rebuilt."""
        post_migrate.connect(put_up_guard, sender=self)


def put_up_guard(using: str, **_: Any) -> None:  # noqa: ANN401 - Django's own signature
    """Make the journal's tables append-only on the database `using`, where they are there."""
    from lumbar.site.guard import put_up

    put_up(connections[using])

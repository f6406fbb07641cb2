"""What every event has, and the shape of the tables that hold what one kind of event has."""

from django.conf import settings
from django.db import models


class Entry(models.Model):
    """The head of one event; `uid` is the id its recorder gave it, `id` its sequence number.

    `supersedes` is the `uid` of the owner's event that this one corrects.
    """

    id = models.BigAutoField(primary_key=True)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, db_index=False, related_name="+")
    uid = models.UUIDField()
    kind = models.CharField(max_length=20)
    at = models.DateTimeField()
    on = models.DateField(db_column="on_day")
    supersedes = models.UUIDField(null=True)

    class Meta:
        """An id is one event of its owner; entries are read by owner in their order."""

        constraints = [models.UniqueConstraint(fields=["owner", "uid"], name="lumbar_entry_once")]
        indexes = [
            models.Index(fields=["owner", "id"], name="lumbar_entry_order"),
            models.Index(fields=["owner", "on", "kind"], name="lumbar_entry_day"),
        ]

    def __str__(self) -> str:
        """Return its number and kind."""
        return f"{self.id} {self.kind}"


class Row(models.Model):
    """What one kind of event has beside its entry, which is also its key."""

    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, primary_key=True, related_name="+")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, db_index=False, related_name="+")

    class Meta:
        """Only its children have a table."""

        abstract = True


class Erasing(models.Model):
    """An erasure under way: while an owner stands here, and only then, their rows may be deleted."""

    owner = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, primary_key=True, related_name="+")

    def __str__(self) -> str:
        """Return whose journal is being erased."""
        return f"erasing {self.owner_id}"

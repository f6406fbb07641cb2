"""A session as it was begun, with its targets, and as it ended."""

from django.conf import settings
from django.db import models

from lumbar.site.models.entry import Row


class SessionStartedRow(Row):
    """A session begun: the plan's head and the three questions before it. Its targets are `SessionItem`s."""

    session = models.UUIDField()
    pain = models.PositiveSmallIntegerField()
    readiness = models.CharField(max_length=10)
    new_symptom = models.BooleanField()
    day = models.DateField()
    number = models.PositiveSmallIntegerField()
    place = models.CharField(max_length=10)
    stage = models.PositiveSmallIntegerField()
    seconds = models.PositiveIntegerField()
    get_ups = models.PositiveSmallIntegerField()
    relaxed = models.JSONField()

    class Meta:
        """A session is found by its id, among its owner's."""

        db_table = "lumbar_session_started"
        indexes = [models.Index(fields=["owner", "session"], name="lumbar_session_id")]


class SessionItem(models.Model):
    """One exercise of a session as it was asked for; `position` counts from 0.

    The reasons and the warm-up are kept as they were shown; nothing is ever looked up by them.
    """

    started = models.ForeignKey(SessionStartedRow, on_delete=models.PROTECT, db_index=False, related_name="items")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, db_index=False, related_name="+")
    position = models.PositiveSmallIntegerField()
    exercise = models.CharField(max_length=60)
    stage = models.PositiveSmallIntegerField()
    rung = models.PositiveSmallIntegerField()
    sets = models.PositiveSmallIntegerField()
    reps = models.PositiveSmallIntegerField()
    reps_top = models.PositiveSmallIntegerField()
    hold_s = models.PositiveIntegerField()
    side = models.CharField(max_length=12)
    load_kg = models.FloatField(null=True)
    comfortable = models.BooleanField()
    rest_s = models.PositiveIntegerField()
    light = models.BooleanField()
    warm_up = models.JSONField()
    seconds = models.PositiveIntegerField()
    why = models.JSONField()

    class Meta:
        """One item at each position."""

        db_table = "lumbar_session_item"
        constraints = [models.UniqueConstraint(fields=["started", "position"], name="lumbar_item_position")]

    def __str__(self) -> str:
        """Return its place and exercise."""
        return f"{self.position} {self.exercise}"


class SessionEndedRow(Row):
    """A session is over, and why."""

    session = models.UUIDField()
    reason = models.CharField(max_length=10)

    class Meta:
        """Keep the name of the kind."""

        db_table = "lumbar_session_ended"

"""What was done in a session: sets, stops and skips."""

from django.db import models

from lumbar.site.models.entry import Row


class SetDoneRow(Row):
    """One set: its target beside what was done, both sides together or left and right apart.

    A side that was not worked is null in both its columns.
    """

    session = models.UUIDField()
    exercise = models.CharField(max_length=60)
    number = models.PositiveSmallIntegerField()
    target_reps = models.PositiveSmallIntegerField()
    target_hold_s = models.PositiveIntegerField()
    target_load_kg = models.FloatField(null=True)
    both_reps = models.PositiveSmallIntegerField(null=True)
    both_hold_s = models.FloatField(null=True)
    left_reps = models.PositiveSmallIntegerField(null=True)
    left_hold_s = models.FloatField(null=True)
    right_reps = models.PositiveSmallIntegerField(null=True)
    right_hold_s = models.FloatField(null=True)
    load_kg = models.FloatField(null=True)
    rir = models.PositiveSmallIntegerField()
    pain = models.PositiveSmallIntegerField()
    counted_by = models.CharField(max_length=6, null=True)  # noqa: DJ001 - null: nobody said

    class Meta:
        """Keep the name of the kind."""

        db_table = "lumbar_set_done"


class HurtRow(Row):
    """An exercise stopped because it hurt."""

    session = models.UUIDField()
    exercise = models.CharField(max_length=60)
    feel = models.CharField(max_length=12)
    pain = models.PositiveSmallIntegerField(null=True)

    class Meta:
        """Keep the name of the kind."""

        db_table = "lumbar_hurt"


class SkippedRow(Row):
    """An exercise skipped."""

    session = models.UUIDField()
    exercise = models.CharField(max_length=60)

    class Meta:
        """Keep the name of the kind."""

        db_table = "lumbar_skipped"

"""What a person told outside a session: profile, screening, choices about a day, the morning after."""

from django.db import models

from lumbar.site.models.entry import Row


class ProfileSavedRow(Row):
    """A whole profile. The lists are short, belong to it alone, and nothing is looked up by them.

    `has_lifts` tells a lifter who named no lift from a person who lifts nothing.
    """

    experience = models.CharField(max_length=10)
    age = models.PositiveSmallIntegerField()
    days_per_week = models.PositiveSmallIntegerField()
    minutes = models.PositiveSmallIntegerField()
    sessions_per_day = models.PositiveSmallIntegerField()
    equipment = models.JSONField()
    height_m = models.FloatField(null=True)
    mass_kg = models.FloatField(null=True)
    sex = models.CharField(max_length=6, null=True)  # noqa: DJ001 - unsaid is not an empty word
    bar_kg = models.FloatField(null=True)
    plates_kg = models.JSONField()
    dumbbells_kg = models.JSONField()
    step_kg = models.FloatField()
    usual_pain = models.PositiveSmallIntegerField()
    has_lifts = models.BooleanField()
    clean_kg = models.FloatField(null=True)
    deadlift_kg = models.FloatField(null=True)
    clean_set_kg = models.FloatField(null=True)
    clean_set_reps = models.PositiveSmallIntegerField(null=True)
    deadlift_set_kg = models.FloatField(null=True)
    deadlift_set_reps = models.PositiveSmallIntegerField(null=True)
    main_days = models.JSONField()

    class Meta:
        """Keep the name of the kind."""

        db_table = "lumbar_profile_saved"


class ScreenedRow(Row):
    """The screening answered: the flags that were "yes", and when a professional said yes."""

    flags = models.JSONField()
    cleared_on = models.DateField(null=True)

    class Meta:
        """Keep the name of the kind."""

        db_table = "lumbar_screened"


class DayChosenRow(Row):
    """A choice about the entry's day."""

    choice = models.CharField(max_length=10)

    class Meta:
        """Keep the name of the kind."""

        db_table = "lumbar_day_chosen"


class SwappedRow(Row):
    """On the entry's day, one exercise in place of another."""

    old = models.CharField(max_length=60)
    new = models.CharField(max_length=60)
    kind = models.CharField(max_length=10)

    class Meta:
        """Keep the name of the kind."""

        db_table = "lumbar_swapped"


class MorningAnsweredRow(Row):
    """The morning after the day `about`."""

    about = models.DateField()
    pain = models.PositiveSmallIntegerField()
    woke = models.BooleanField()
    settled = models.BooleanField()

    class Meta:
        """Keep the name of the kind."""

        db_table = "lumbar_morning_answered"

"""The owner of a journal, and how they like to be spoken to."""

from typing import ClassVar, Final

from django.contrib.auth.models import AbstractUser
from django.db import models

LOCAL: Final = "local"
"""The name of the one person of a local Lumbar, who never signs in."""


class Owner(AbstractUser):
    """A person with a journal.

    The units, the language, the voice and the camera say how things are shown, said and counted; they decide nothing
    and may change freely.
    An empty `language` follows the browser, an empty `theme` the device.
    """

    mass_unit = models.CharField(max_length=2, choices=[("kg", "kg"), ("lb", "lb")], default="kg")
    length_unit = models.CharField(max_length=2, choices=[("cm", "cm"), ("in", "in")], default="cm")
    language = models.CharField(max_length=2, blank=True, default="")
    theme = models.CharField(max_length=5, blank=True, default="")
    voice = models.BooleanField(default=True)
    camera = models.BooleanField(default=False)

    class Meta:
        """Name it in the singular and the plural."""

        verbose_name = "owner"
        verbose_name_plural = "owners"

    likings: ClassVar[tuple[str, ...]] = ("mass_unit", "length_unit", "language", "theme", "voice", "camera")
    """The columns that say how things are shown."""


def local_owner() -> Owner:
    """Return the one person of a local Lumbar, made at the first asking."""
    found = Owner.objects.filter(username=LOCAL).first()
    if found is not None:
        return found
    made, _ = Owner.objects.get_or_create(username=LOCAL, defaults={"password": "!"})
    return made

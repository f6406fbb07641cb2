"""A place on a ladder while it is being moved: a standing, thawed.

The fold moves a place thousands of times; a frozen value for each would cost more than the decision. A place
lives only inside one call and leaves it as a `Standing` again, so that nobody outside sees it change.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from lumbar.journal.prescription import Reason
from lumbar.training.rules import reason
from lumbar.training.standing import Standing, Trend

if TYPE_CHECKING:
    from datetime import date

Because = str | tuple[str, Mapping[str, str | float]] | Reason | None
"""Why, before it is a sentence: a rule's id, an id with values, or a finished reason."""


class Place:
    """One exercise's standing, changeable; the fields are those of `Standing`."""

    __slots__ = (
        "because",
        "good",
        "last_on",
        "load_kg",
        "missed",
        "paused_until",
        "reached",
        "reds",
        "reps",
        "rung",
        "set_cut",
        "swap_due",
        "times",
        "trend",
        "tries",
        "wider_reps",
    )

    def __init__(self, rung: int, reps: int) -> None:
        """Stand on `rung` with a target of `reps`, nothing done yet."""
        self.rung = rung
        self.reps = reps
        self.load_kg: float | None = None
        self.trend: Trend = "repeat"
        self.wider_reps = 0
        self.good = 0
        self.missed = 0
        self.set_cut = 0.0
        self.reds = 0
        self.swap_due = False
        self.paused_until: date | None = None
        self.last_on: date | None = None
        self.times = 0
        self.reached = 0
        self.tries: tuple[float, ...] = ()
        self.because: Because = None


def thaw_place(standing: Standing) -> Place:
    """Return `standing` as a place that can be moved."""
    place = Place(standing.rung, standing.reps)
    for name in Place.__slots__:
        setattr(place, name, getattr(standing, name))
    return place


def freeze_place(place: Place) -> Standing:
    """Return `place` as a value, its reason made into a sentence."""
    return Standing(
        place.rung,
        place.reps,
        place.load_kg,
        place.trend,
        place.wider_reps,
        place.good,
        place.missed,
        place.set_cut,
        place.reds,
        place.swap_due,
        place.paused_until,
        place.last_on,
        place.times,
        place.reached,
        place.tries,
        explain(place.because),
    )


def explain(because: Because) -> Reason | None:
    """Return the reason that `because` stands for."""
    if because is None or isinstance(because, Reason):
        return because
    if isinstance(because, str):
        return reason(because, "dose")
    return reason(because[0], "dose", **because[1])

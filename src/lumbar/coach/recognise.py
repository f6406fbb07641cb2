"""Name the exercise that a film shows."""

from lumbar.catalogue.catalogue import Catalogue
from lumbar.catalogue.exercise import ExerciseId
from lumbar.coach.frame import Track


def recognise(catalogue: Catalogue, track: Track) -> ExerciseId | None:
    """Return which exercise of the catalogue is done in `track`, or nothing where that cannot be said."""
    return next((e.id for e in catalogue if not len(track)), None)

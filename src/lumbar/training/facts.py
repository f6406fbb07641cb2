"""Facts: what the fold asks of an exercise again and again, worked out once."""

from lumbar.catalogue.exercise import Exercise, HeavyHinge, Pattern, Position
from lumbar.training.place import Place


class Facts:
    """What the fold asks of one exercise."""

    __slots__ = (
        "cycle_s",
        "exercise",
        "extensor",
        "hinge",
        "is_heavy",
        "is_heavy_loaded",
        "logs_holds",
        "rungs",
        "side",
    )

    def __init__(self, exercise: Exercise) -> None:
        """Read the facts off `exercise`."""
        self.exercise = exercise
        self.rungs = exercise.rungs
        self.cycle_s = exercise.tempo.cycle_s
        self.hinge = Pattern.HIP_HINGE in exercise.patterns
        self.extensor = Pattern.EXTENSOR_ENDURANCE in exercise.patterns
        self.side = Pattern.LATERAL_CORE in exercise.patterns and exercise.position is Position.SIDE_LYING
        self.logs_holds = self.extensor or self.side
        self.is_heavy = exercise.heavy_hinge is HeavyHinge.ALWAYS
        self.is_heavy_loaded = exercise.heavy_hinge is HeavyHinge.LOADED

    def first_place(self, rung: int) -> Place:
        """Return a place on `rung`, or on the highest there is."""
        index = min(rung, len(self.rungs) - 1)
        return Place(index, self.rungs[index].reps)

    def put_back(self, place: Place) -> None:
        """Put `place` back on a ladder that became shorter."""
        if place.rung >= len(self.rungs):
            place.rung = len(self.rungs) - 1

"""The catalogue: every exercise by its id, and the sources they cite."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from lumbar.catalogue.exercise import Exercise, ExerciseId, Group, SourceId
from lumbar.errors import NotFoundError


@dataclass(frozen=True, slots=True)
class Source:
    """Where a number or a rule comes from; the id `ours` marks our own choice."""

    id: SourceId
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Hold exercises and sources by id, exercises in alphabetical order of id."""

    exercises: Mapping[ExerciseId, Exercise]
    sources: Mapping[SourceId, Source]

    @classmethod
    def of(cls, exercises: Iterable[Exercise], sources: Iterable[Source]) -> "Catalogue":
        """Return a catalogue of these exercises and sources."""
        by_id = {e.id: e for e in sorted(exercises, key=lambda e: e.id)}
        return cls(MappingProxyType(by_id), MappingProxyType({s.id: s for s in sources}))

    def __iter__(self) -> Iterator[Exercise]:
        """Yield the exercises in order of id."""
        return iter(self.exercises.values())

    def exercise(self, name: str) -> Exercise:
        """Return the exercise with id `name`.

        Raises:
            NotFoundError: If there is none; the message names the nearest ids.
        """
        found = self.exercises.get(ExerciseId(name))
        if found is None:
            raise NotFoundError("exercise", name, self.exercises)
        return found

    def source_title(self, source: SourceId) -> str:
        """Return the title of a source, or its id where the catalogue does not know it."""
        known = self.sources.get(source)
        return str(source) if known is None else known.title

    def stretches(self) -> tuple[Exercise, ...]:
        """Return the stretches that open a session, one leg before both."""
        found = (e for e in self if e.group is Group.STRETCH)
        return tuple(sorted(found, key=lambda e: (e.side.sides == 1, e.id)))

"""From all catalogue files to a catalogue, with every fault of every file.

A file that cannot be read, or that breaks a bronze rule, is left out, and so is what leans on it by `follows` or by a
share of its load; neighbours that are gone, or that lead round in a circle, are dropped. The rest stands.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from lumbar.catalogue.catalogue import Catalogue, Source
from lumbar.catalogue.document import place
from lumbar.catalogue.exercise import Exercise, ExerciseId, FlagId, Neighbours, SourceId, Tier
from lumbar.catalogue.fault import Fault
from lumbar.catalogue.flags import FLAG_IDS
from lumbar.catalogue.parse import parse_exercise, parse_sources
from lumbar.catalogue.rule import Case, Rule, Shelf, stem
from lumbar.catalogue.rules.neighbours import leads_back
from lumbar.catalogue.rules.sources import sources_are_known
from lumbar.catalogue.tier import Status, judge, tier_of

SOURCES_FILE: Final = "sources.toml"


def build_catalogue(
    files: Mapping[str, str], sources: str, flags: frozenset[FlagId] = FLAG_IDS
) -> tuple[Catalogue, tuple[Fault, ...]]:
    """Return the catalogue of all files that stand, and every fault in order of file and line.

    Args:
        files: The text of each exercise file by its name.
        sources: The text of the list of sources.
        flags: The screening flags that an exercise may name.
    """
    known, faults = parse_sources(sources, SOURCES_FILE)
    cases, unread = _cases(files, known, flags)
    judged = [(case, judge(case)) for case in cases]
    quiet = () if known else (sources_are_known,)  # without any source the list itself is to blame, once
    found = (fault for case, statuses in judged for fault in _faults(case, statuses, files[case.file], quiet))
    standing = [_standing(case, tier) for case, statuses in judged if (tier := tier_of(statuses))]
    return Catalogue.of(_closed(standing), known), tuple(sorted((*faults, *unread, *found)))


def find_statuses(
    files: Mapping[str, str], sources: str, flags: frozenset[FlagId] = FLAG_IDS
) -> dict[ExerciseId, tuple[Status, ...]]:
    """Return where every exercise that can be read stands with every rule."""
    known, _ = parse_sources(sources, SOURCES_FILE)
    return {case.exercise.id: judge(case) for case in _cases(files, known, flags)[0]}


def _cases(
    files: Mapping[str, str], sources: Iterable[Source], flags: frozenset[FlagId]
) -> tuple[list[Case], list[Fault]]:
    """Return every exercise that can be read beside the others, and the faults of those that cannot."""
    read = {file: parse_exercise(text, file) for file, text in sorted(files.items())}
    exercises = {file: exercise for file, (exercise, _) in read.items() if exercise}
    shelf = _shelf(exercises, files, frozenset(s.id for s in sources), flags)
    cases = [Case(exercise, file, shelf) for file, exercise in exercises.items()]
    return cases, [fault for _, faults in read.values() for fault in faults]


def _shelf(
    exercises: Mapping[str, Exercise], files: Iterable[str], sources: frozenset[SourceId], flags: frozenset[FlagId]
) -> Shelf:
    owners_last = sorted(exercises.items(), key=lambda item: stem(item[0]) == item[1].id)
    by_id = {exercise.id: exercise for _, exercise in owners_last}
    claims = {name: tuple(f for f, e in exercises.items() if e.id == name) for name in by_id}
    names = frozenset((*by_id, *(stem(file) for file in files)))
    return Shelf(by_id, names, claims, sources, flags)


def _faults(case: Case, statuses: Iterable[Status], text: str, quiet: tuple[Rule, ...]) -> tuple[Fault, ...]:
    notes = ((s.rule, finding) for s in statuses if s.rule not in quiet for finding in s.findings)
    return place(notes, text, case.file)


def _standing(case: Case, tier: Tier) -> Exercise:
    """Return the exercise with its tier, and without neighbours where they lead round in a circle."""
    exercise = case.exercise
    neighbours = Neighbours((), (), ()) if leads_back(case) else exercise.neighbours
    return replace(exercise, tier=tier, neighbours=neighbours, data=MappingProxyType({**exercise.data, "tier": tier}))


def _closed(exercises: Iterable[Exercise]) -> Iterator[Exercise]:
    """Yield the exercises that lean on nothing that is gone, without neighbours that are gone."""
    standing = {exercise.id: exercise for exercise in exercises}
    while fallen := [e.id for e in standing.values() if not _leans_on(e) <= standing.keys()]:
        for name in fallen:
            del standing[name]
    yield from (_with_neighbours(e, frozenset(standing)) for e in standing.values())


def _leans_on(exercise: Exercise) -> set[ExerciseId]:
    share = exercise.load.share_of if exercise.load else None
    return {name for name in (exercise.follows, share and share[0]) if name}


def _with_neighbours(exercise: Exercise, names: frozenset[ExerciseId]) -> Exercise:
    old = exercise.neighbours
    kinds = ((name for name in kind if name in names) for kind in (old.easier, old.equal, old.harder))
    return replace(exercise, neighbours=Neighbours(*map(tuple, kinds)))

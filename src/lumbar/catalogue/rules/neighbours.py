"""C070: exercises lead to one another, and never in a circle."""

from collections.abc import Callable, Iterable, Iterator

from lumbar.catalogue.exercise import Exercise, ExerciseId
from lumbar.catalogue.near import hint, quoted
from lumbar.catalogue.rule import Case, Finding, Shelf, rule

KINDS = ("easier", "equal", "harder")


def _named(exercise: Exercise, kind: str) -> tuple[ExerciseId, ...]:
    """Return the neighbours of one kind."""
    neighbours = exercise.neighbours
    return {"easier": neighbours.easier, "equal": neighbours.equal, "harder": neighbours.harder}[kind]


@rule("C070", "silver")
def neighbours_exist(case: Case) -> Iterator[Finding]:
    """Every neighbour is an exercise of the catalogue, and another one.

    A swap must lead somewhere.
    """
    for kind in KINDS:
        for i, name in enumerate(_named(case.exercise, kind)):
            path = ("neighbours", kind, i)
            if name == case.exercise.id:
                yield Finding(path, "an exercise is not its own neighbour")
            elif name not in case.shelf.names:
                yield Finding(path, f"there is no exercise {quoted(name)}", hint(name, case.shelf.names))


@rule("C071", "silver")
def neighbour_is_one_thing(case: Case) -> Iterator[Finding]:
    """A neighbour is named once in its list, and is not both easier and harder.

    “Make it easier” must not offer what “harder” offers too.
    """
    for kind in KINDS:
        named = _named(case.exercise, kind)
        for i, name in enumerate(named):
            if name in named[:i]:
                yield Finding(("neighbours", kind, i), f"{quoted(name)} is named twice")
    for name in sorted(set(case.exercise.neighbours.easier) & set(case.exercise.neighbours.harder)):
        yield Finding(("neighbours",), f"{quoted(name)} is both easier and harder")


@rule("C072", "silver")
def harder_never_comes_back(case: Case) -> Iterator[Finding]:
    """Going from harder to harder never comes back to the same exercise.

    `easier` is read as the same step in the other direction. In a circle nobody could say which is harder, so
    its exercises stand without neighbours.
    """
    if leads_back(case):
        tip = "Compare its `easier` and `harder` with those of its neighbours."
        yield Finding(("neighbours",), "its harder neighbours lead back to it", tip)


def leads_back(case: Case) -> bool:
    """Return whether going from harder to harder comes back to the exercise."""
    return _comes_back(case.exercise.id, lambda name: _harder(case.shelf, name))


@rule("C073", "bronze")
def follows_another(case: Case) -> Iterator[Finding]:
    """What an exercise follows exists, is another one, and does not wait for it in turn.

    Two exercises that wait for each other would never be planned.
    """
    name = case.exercise.follows
    if name is None:
        return
    if name not in case.shelf.names:
        yield Finding(("follows",), f"there is no exercise {quoted(name)}", hint(name, case.shelf.names))
    elif _comes_back(case.exercise.id, lambda at: _follows(case.shelf, at)):
        yield Finding(("follows",), f"it follows {quoted(name)}, which waits for it in turn")


@rule("C074", "bronze")
def shares_never_come_back(case: Case) -> Iterator[Finding]:
    """A load that is a share of another load does not come back to itself.

    Each would wait for the other's kilograms.
    """
    if _comes_back(case.exercise.id, lambda name: _shares(case.shelf, name)):
        yield Finding(("load", "share_of"), "its load is a share of itself, through other exercises")


@rule("C075", "silver")
def stages_agree(case: Case) -> Iterator[Finding]:
    """An easier neighbour is not of a later stage, and a harder one not of an earlier.

    “Make it easier” must not offer what the person has not reached.
    """
    for kind, sign in (("easier", 1), ("harder", -1)):
        for i, name in enumerate(_named(case.exercise, kind)):
            other = case.shelf.exercises.get(name)
            if other is not None and sign * other.stage > sign * case.exercise.stage:
                message = f"{quoted(name)} is {kind}, but of stage {other.stage}, this one of {case.exercise.stage}"
                yield Finding(("neighbours", kind, i), message)


def _harder(shelf: Shelf, name: ExerciseId) -> Iterator[ExerciseId]:
    """Yield what is harder than `name`, as either of the two says."""
    if name in shelf.exercises:
        yield from shelf.exercises[name].neighbours.harder
    yield from (other.id for other in shelf.exercises.values() if name in other.neighbours.easier)


def _follows(shelf: Shelf, name: ExerciseId) -> Iterable[ExerciseId]:
    follows = shelf.exercises[name].follows if name in shelf.exercises else None
    return () if follows is None else (follows,)


def _shares(shelf: Shelf, name: ExerciseId) -> Iterable[ExerciseId]:
    load = shelf.exercises[name].load if name in shelf.exercises else None
    return (load.share_of[0],) if load and load.share_of else ()


def _comes_back(start: ExerciseId, step: Callable[[ExerciseId], Iterable[ExerciseId]]) -> bool:
    """Return whether steps from `start` lead back to it."""
    seen: set[ExerciseId] = set()
    waiting = list(step(start))
    while waiting:
        name = waiting.pop()
        if name == start:
            return True
        if name not in seen:
            seen.add(name)
            waiting.extend(step(name))
    return False

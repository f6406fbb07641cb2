"""A rule: one thing every exercise file must keep, under a stable code.

A rule is a function over a `Case`; its docstring is the published text: the first line says what it guards, the
rest says why. Codes are never given to another rule and never change their meaning.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from inspect import cleandoc

from lumbar.catalogue.exercise import Exercise, ExerciseId, SourceId, Tier
from lumbar.catalogue.locate import KeyPath


def stem(file: str) -> str:
    """Return the name of a file without its folder and its ending.

    >>> stem("exercises/bird-dog.toml")
    'bird-dog'
    """
    return file.rpartition("/")[2].removesuffix(".toml")


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: the key at fault, what is wrong, and what would have worked."""

    path: KeyPath
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Shelf:
    """What an exercise may refer to.

    `exercises` are those that could be read, `names` also those that could not; `files` says which files claim an
    id.
    """

    exercises: Mapping[ExerciseId, Exercise]
    names: frozenset[str]
    files: Mapping[ExerciseId, tuple[str, ...]]
    sources: frozenset[SourceId]
    flags: frozenset[str]


@dataclass(frozen=True, slots=True)
class Case:
    """One exercise before the rules: its value, its file's name, and the shelf it stands on."""

    exercise: Exercise
    file: str
    shelf: Shelf


Check = Callable[[Case], Iterable[Finding]]
Exempt = Callable[[Exercise], str]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with its code and the tier that asks for it.

    `check` is absent where the reader itself keeps the rule. `exempt` returns why an exercise need not keep it,
    or nothing. `todo` says why no exercise can keep it yet; such a rule reports no faults.
    """

    code: str
    tier: Tier
    title: str
    why: str
    check: Check | None = None
    exempt: Exempt | None = None
    todo: str = ""


def rule(code: str, tier: Tier, exempt: Exempt | None = None) -> Callable[[Check], Rule]:
    """Return a decorator that makes a rule of a function and its docstring."""

    def make(check: Check) -> Rule:
        return _from_text(code, tier, check.__doc__ or "", check, exempt)

    return make


def kept_by_reader(code: str, text: str) -> Rule:
    """Return a bronze rule that the reader keeps while it reads."""
    return _from_text(code, "bronze", text)


def not_yet(code: str, tier: Tier, text: str, todo: str) -> Rule:
    """Return a rule that no exercise can keep yet, because of `todo`."""
    return replace(_from_text(code, tier, text), todo=todo)


def _from_text(code: str, tier: Tier, text: str, check: Check | None = None, exempt: Exempt | None = None) -> Rule:
    title, _, why = cleandoc(text).partition("\n\n")
    return Rule(code, tier, title, " ".join(why.split()), check, exempt)

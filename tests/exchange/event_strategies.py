"""Events of every kind, drawn from the type hints of the journal and the limits of what comes in."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import UTC, date, datetime
from enum import StrEnum
from types import UnionType
from typing import Any, Literal, NewType, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from hypothesis import strategies as st

from lumbar.exchange.limits import ANY, FIELD_LIMITS, FIRST_DAY, LAST_DAY, Limits
from lumbar.journal.event import KINDS, AnyEvent, SetDone, Work
from lumbar.journal.prescription import Reason

words = st.text(st.characters(codec="utf-8", exclude_characters="\0{}"), max_size=20)
ids = st.from_regex(r"[a-z]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True)
days = st.dates(FIRST_DAY, LAST_DAY)
times = st.datetimes(datetime(1900, 1, 2), datetime(2199, 12, 30), timezones=st.just(UTC))  # noqa: DTZ001 -- Hypothesis adds the zone
works = st.builds(Work, reps=st.integers(0, 200), hold_s=st.floats(0, 3600))
LEAVES: dict[object, st.SearchStrategy[Any]] = {
    bool: st.booleans(),
    str: words,
    date: days,
    datetime: times,
    UUID: st.uuids(),
}


def reasons() -> st.SearchStrategy[Reason]:
    """Draw reasons whose sentence asks for a value that they have."""
    return st.builds(
        Reason,
        rule=words,
        topic=st.sampled_from(["this", "today", "dose"]),
        text=words.map(lambda text: text + " {sets}"),
        source=ids,
        values=st.fixed_dictionaries({"sets": st.integers(0, 9)}, optional={"name": words, "kg": st.floats(0, 500)}),
    )


def sets_done() -> st.SearchStrategy[SetDone]:
    """Draw sets that tell both sides together, or at least one of them apart."""
    sides = st.one_of(
        st.fixed_dictionaries({"both": works, "left": st.none(), "right": st.none()}),
        st.fixed_dictionaries({"both": st.none(), "left": works, "right": st.none() | works}),
    )
    others = {name: strategy for name, strategy in _fields(SetDone).items() if name not in {"both", "left", "right"}}
    return st.tuples(sides, st.fixed_dictionaries(others)).map(lambda parts: SetDone(**parts[0], **parts[1]))


def values(hint: Any, limits: Limits = ANY) -> st.SearchStrategy[Any]:  # noqa: ANN401, PLR0911 -- a branch for each kind of type hint
    """Draw a value of the type `hint`."""
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return st.one_of(*(st.none() if arg is type(None) else values(arg, limits) for arg in args))
    if origin is Literal:
        return st.sampled_from(args)
    if origin in (tuple, frozenset):
        return st.lists(values(args[0], limits), max_size=3).map(origin)
    if origin is not None and issubclass(origin, Mapping):
        return st.dictionaries(words, values(args[1]), max_size=3)
    if hint in (int, float):
        return st.integers(_up(limits.low), int(limits.high)) if hint is int else st.floats(limits.low, limits.high)
    if isinstance(hint, NewType):
        return ids if hint.__supertype__ is str else values(hint.__supertype__)
    if hint in LEAVES:
        return LEAVES[hint]
    return st.sampled_from(hint) if issubclass(hint, StrEnum) else records(hint)


def records(cls: type) -> st.SearchStrategy[Any]:
    """Draw a value of the dataclass `cls`."""
    if cls is Reason:
        return reasons()
    return sets_done() if cls is SetDone else st.builds(cls, **_fields(cls))


def events() -> st.SearchStrategy[AnyEvent]:
    """Draw an event of any kind."""
    return st.sampled_from(list(KINDS.values())).flatmap(records)


def _fields(cls: type) -> dict[str, st.SearchStrategy[Any]]:
    hints = get_type_hints(cls)
    return {f.name: values(hints[f.name], FIELD_LIMITS.get((cls, f.name), ANY)) for f in fields(cls)}


def _up(low: float) -> int:
    return int(-(-low // 1))

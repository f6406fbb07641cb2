"""The reference pages that are made from the code: events and errors here, rules and flags beside it.

Run from the root, in the environment: `python -m tools.reference_pages` writes them. A test holds them equal to this.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from lumbar import errors
from lumbar.app.shelf import load_catalogue
from lumbar.catalogue.catalogue import Catalogue
from lumbar.catalogue.exercise import ExerciseId, FlagId, SourceId
from lumbar.cli.exit_codes import EXIT_CODES
from lumbar.exchange.limits import FIELD_LIMITS
from lumbar.journal.event import KINDS, Event, EventId, SessionId, Swapped
from tools.camera_page import camera_page
from tools.catalogue_page import catalogue_rules_page
from tools.layout import ROOT
from tools.load_page import load_page
from tools.markdown import table
from tools.rules_pages import flags_page, rules_page

REFERENCE: Final = ROOT / "docs" / "reference"

EVENTS_INTRO: Final = """\
# Events

Every kind of event that a journal holds, as an [archive](archive.md) writes it: a JSON object with its `kind` and these
fields. A field without a default must be there. This page is made from the classes in `src/lumbar/journal/event.py`.
"""

ERRORS_INTRO: Final = """\
# Errors

Everything Lumbar raises on purpose stands below `LumbarError`, in `src/lumbar/errors.py`. The code never changes; it
is what the interface for programs answers. The exit code is the command's. Anything else that is raised is a bug. This
page is made from the classes.
"""

NAMES: Final[dict[object, str]] = {
    int: "whole number",
    float: "number",
    str: "text",
    bool: "true or false",
    date: "day, such as 2026-01-05",
    datetime: "moment in UTC, ending in Z",
    UUID: "UUID",
    EventId: "UUID of an event",
    SessionId: "UUID of a session",
    ExerciseId: "id of an exercise",
    FlagId: "id of a screening flag",
    SourceId: "id of a source",
}
UNITS: Final = {"_s": "s", "_kg": "kg", "_m": "m", "seconds": "s"}


def events_page() -> str:
    """Return the page of every kind of event, and of the values inside them."""
    kinds = [_section(f"`{kind}`", cls, skip=Event) for kind, cls in KINDS.items()]
    values = [f"#{_section(cls.__name__, cls)}" for cls in _inside(KINDS.values())]
    every = _section("Every event", Event)
    return "\n".join([EVENTS_INTRO, every, *kinds, "## Values inside events\n", *values])


def errors_page() -> str:
    """Return the page of every error."""
    from lumbar.site.failure import STATUS  # noqa: PLC0415 -- needs Django's settings, which the other page does not

    rows = [
        (f"`{cls.__name__}`", f"`{cls.code}`", str(STATUS[cls]), str(EXIT_CODES[cls]), _words(cls))
        for cls in _tree(errors.LumbarError)
    ]
    return "\n".join([ERRORS_INTRO, table(("class", "code", "HTTP status", "exit code", "what it does"), rows)])


def _section(title: str, cls: type, skip: type | None = None) -> str:
    inherited = {field.name for field in fields(skip)} if skip is not None else set()
    hints = get_type_hints(cls)
    rows = [
        (f"`{_key(cls, field)}`", _type(hints[field.name], _limits(cls, field)), _default(field))
        for field in fields(cls)
        if field.name not in inherited
    ]
    return "\n".join([f"## {title}\n", f"{_words(cls)}\n", table(("field", "value", "default"), rows)])


def _words(cls: type) -> str:
    """Return the docstring on one line, its headed sections left out."""
    told = (cls.__doc__ or "").split("\n\n    Args:")[0]
    return " ".join(told.split())


def _key(cls: type, field: "Field[Any]") -> str:
    return "swap" if cls is Swapped and field.name == "kind" else field.name


def _limits(cls: type, field: "Field[Any]") -> str:
    unit = next((f" {unit}" for ending, unit in UNITS.items() if field.name.endswith(ending)), "")
    limits = FIELD_LIMITS.get((cls, field.name))
    return f", {limits.low:g} to {limits.high:g}{unit}" if limits is not None else unit and f" in{unit}"


def _type(expected: object, limits: str) -> str:
    origin, args = get_origin(expected), get_args(expected)
    if origin in {Union, UnionType}:
        return " or ".join("null" if one is NoneType else _type(one, limits) for one in args)
    if origin in {tuple, frozenset}:
        return f"list: {_type(args[0], limits)}"
    if origin is Literal:
        return ", ".join(f"`{word}`" for word in args)
    if isinstance(expected, type) and issubclass(expected, StrEnum):
        return ", ".join(f"`{word.value}`" for word in expected)
    if isinstance(expected, type) and is_dataclass(expected):
        return f"[{expected.__name__}](#{expected.__name__.lower()})"
    return NAMES[expected] + limits if expected in NAMES else "object: name to value"


def _default(field: "Field[Any]") -> str:
    if field.default_factory is not MISSING:
        return "empty"
    if field.default is MISSING:
        return ""
    if field.default is None:
        return "null"
    if is_dataclass(field.default) or field.default in ((), frozenset()):
        return "empty"
    return str(field.default)


def _inside(classes: Iterable[type]) -> list[type]:
    """Return every dataclass that a field of `classes` holds, nearest first."""
    found: list[type] = []
    queue = list(classes)
    for cls in queue:
        for hint in get_type_hints(cls).values():
            new = [one for one in _leaves(hint) if one not in found]
            found += new
            queue += new
    return found


def _leaves(hint: object) -> Iterator[type]:
    if isinstance(hint, type) and is_dataclass(hint):
        yield hint
    for one in get_args(hint):
        yield from _leaves(one)


def _tree(top: type[errors.LumbarError]) -> Iterator[type[errors.LumbarError]]:
    yield top
    for below in top.__subclasses__():
        if below.__module__ == errors.__name__:
            yield from _tree(below)


def _of_shipped(page: Callable[[Catalogue], str]) -> Callable[[], str]:
    """Return what makes a page that names the sources of the shipped catalogue."""
    return lambda: page(load_catalogue())


PAGES: Final[Mapping[str, Callable[[], str]]] = {
    "events.md": events_page,
    "errors.md": errors_page,
    "rules.md": _of_shipped(rules_page),
    "screening-flags.md": _of_shipped(flags_page),
    "catalogue-rules.md": catalogue_rules_page,
    "camera.md": camera_page,
    "load-figures.md": load_page,
}


def main() -> None:
    """Write every page anew."""
    import os  # noqa: PLC0415 -- only here, with Django

    import django  # noqa: PLC0415 -- the same

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lumbar.site.settings")
    django.setup()
    for name, page in PAGES.items():
        (REFERENCE / name).write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()

"""The archive: every event of the journal as plain data and as JSON text, there and back.

The format is `{"format": "lumbar-archive", "version": 1, "events": [...]}`. An event is a dict with its `kind`
and the fields of its class under their own names (only the `kind` of a swap is called `swap`, since every event
has a `kind`); days are ISO dates, `at` is UTC and ends in Z, ids are UUIDs.
Reading gives back exactly what was written; whatever is wrong is reported whole, each fault with its place.
"""

import json
import re
from collections.abc import Iterable, Mapping
from string import Formatter
from typing import Final, cast

from lumbar.catalogue.near import hint
from lumbar.errors import ArchiveError
from lumbar.exchange.from_plain import NO_ALIASES, Reader
from lumbar.exchange.scalars import shown
from lumbar.exchange.to_plain import Plain, to_plain
from lumbar.journal.event import KINDS, AnyEvent, SetDone, Swapped, kind_of
from lumbar.journal.prescription import Reason

FORMAT: Final = "lumbar-archive"
VERSION: Final = 1
MOST_FAULTS: Final = 50  # a file of another kind would otherwise be answered with a line for each of its values

_FORM: Final = re.compile(r"(\.\d)?[dfgs]?", re.ASCII)


def event_to_dict(event: AnyEvent) -> dict[str, Plain]:
    """Return an event as plain data: its `kind`, then its fields under their own names."""
    plain = cast("dict[str, Plain]", to_plain(event))
    if isinstance(event, Swapped):
        plain["swap"] = plain.pop("kind")
    return {"kind": kind_of(event), **plain}


def event_from_dict(data: object) -> AnyEvent:
    """Return the event that `data` stands for.

    Raises:
        ArchiveError: If anything in it is wrong; it holds every fault.
    """
    reader = _reader()
    event = _read_event(reader, data, "")
    if reader.faults:
        raise ArchiveError(reader.faults)
    return cast("AnyEvent", event)


def dump_archive(events: Iterable[AnyEvent]) -> str:
    """Return the archive of these events as JSON text, one event a line."""
    lines = ",\n".join(json.dumps(event_to_dict(event), ensure_ascii=False, allow_nan=False) for event in events)
    head = f'{{"format": "{FORMAT}", "version": {VERSION}, "events": ['
    return f"{head}\n{lines}\n]}}\n" if lines else f"{head}]}}\n"


def parse_archive(text: str) -> tuple[AnyEvent, ...]:
    """Return the events of an archive, in its order.

    Raises:
        ArchiveError: If the text is no archive, or any event has a fault; it holds every fault.
    """
    data = _parse_json(text)
    if not isinstance(data, Mapping) or data.get("format") != FORMAT:
        raise ArchiveError([f'this is not a Lumbar archive: it should begin {{"format": "{FORMAT}", "version": 1'])
    if data.get("version") != VERSION or isinstance(data["version"], bool):
        raise ArchiveError([f"version: {shown(data.get('version'))} is not a version this Lumbar reads; it reads 1"])
    return _read_events(data)


def _parse_json(text: str) -> object:
    try:
        return json.loads(text.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        raise ArchiveError([f"line {error.lineno}, column {error.colno}: not JSON: {error.msg}"]) from None
    except (ValueError, RecursionError):  # a number of thousands of digits; brackets a thousand deep
        raise ArchiveError(["not JSON that can be read: a number too long, or brackets too deep"]) from None


def _read_events(data: Mapping[str, object]) -> tuple[AnyEvent, ...]:
    reader = _reader()
    reader.unknown_keys(data, ["format", "version", "events"], "")
    events = data.get("events")
    if not isinstance(events, list):
        reader.refuse("events", f"{shown(events)} is not a list" if "events" in data else "is missing")
        events = []
    read = [_read_event(reader, item, f"events[{i}]") for i, item in enumerate(events)]
    if reader.faults:
        raise ArchiveError(_shortened(reader.faults))
    return tuple(cast("list[AnyEvent]", read))


def _read_event(reader: Reader, data: object, place: str) -> object:
    if not isinstance(data, Mapping):
        return reader.refuse(place, f"{shown(data)} is not an event")
    kind = data.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        under = f"{place}.kind" if place else "kind"
        return reader.refuse(under, f"{shown(kind)} is not a kind of event. {hint(str(kind), KINDS)}")
    rest = {key: value for key, value in data.items() if key != "kind"}
    return reader.record(KINDS[kind], rest, place, {"kind": "swap"} if KINDS[kind] is Swapped else NO_ALIASES)


def _shortened(faults: list[str]) -> list[str]:
    more = len(faults) - MOST_FAULTS
    return [*faults[:MOST_FAULTS], f"and {more} more"] if more > 0 else faults


def _reader() -> Reader:
    return Reader(checks={Reason: _reason_fault, SetDone: _set_fault})


def _set_fault(done: SetDone) -> str:
    """Say whether both sides together and each apart are told at once, or neither."""
    apart = done.left is not None or done.right is not None
    if (done.both is not None) == apart:
        return "a set has either `both`, or `left` and `right` (one of them may be null)"
    return ""


def _reason_fault(reason: Reason) -> str:
    """Say whether the sentence asks for a value it does not have; it is formatted when shown."""
    try:
        parts = list(Formatter().parse(reason.text))
        asked = [(name, form or "", how) for _, name, form, how in parts if name is not None]
        if any(
            not name.isidentifier() or name not in reason.values or how or not _FORM.fullmatch(form)
            for name, form, how in asked
        ):
            return "text: asks for something that `values` does not have"
        str(reason)
    except ValueError:
        return "text: its braces or forms do not fit its `values`"
    return ""

"""What the engine says, as the page reads it: small JSON, texts by their codes."""

from collections.abc import Mapping
from typing import Final

from lumbar.coach.events import (
    CueGiven,
    CuePraised,
    Event,
    HoldDone,
    HoldProgress,
    PeakReached,
    RefusalBegan,
    RefusalEnded,
    RepetitionDone,
)

Told = dict[str, object]
_SAID: Final[Mapping[type[Event], tuple[str, Mapping[str, str]]]] = {
    PeakReached: ("peak", {"at_s": "at_s", "side": "side", "count": "count"}),
    RepetitionDone: ("repetition", {"at_s": "peak_s", "side": "side", "full": "full", "hold_s": "hold_s"}),
    HoldProgress: ("hold", {"at_s": "at_s", "seconds": "seconds", "side": "side"}),
    HoldDone: ("held", {"at_s": "to_s", "seconds": "seconds", "side": "side"}),
    CueGiven: ("cue", {"at_s": "at_s", "code": "code"}),
    CuePraised: ("praise", {"at_s": "at_s", "code": "code"}),
    RefusalBegan: ("refusal", {"at_s": "from_s", "code": "code"}),
    RefusalEnded: ("sight", {"at_s": "to_s", "code": "code"}),
}
"""What each event is called, and its fields by the names they are sent under."""


def told(event: Event) -> Told:
    """Return an event as plain data; times are those that came with the frames [s]."""
    kind, fields = _SAID[type(event)]
    return {"kind": kind} | {name: _plain(getattr(event, field)) for name, field in fields.items()}


def ready(exercise: str) -> Told:
    """Say that frames of a set may come."""
    return {"kind": "ready", "exercise": exercise}


def beat(time_s: float, *, in_place: bool) -> Told:
    """Say that everything up to a time [s] was looked at, and whether somebody is in the exercise's position."""
    return {"kind": "beat", "at_s": _plain(time_s), "in_place": in_place}


def finished() -> Told:
    """Say that a set is over and nothing more comes about it."""
    return {"kind": "finished"}


def _plain(value: object) -> object:
    return round(value, 2) if isinstance(value, float) else value

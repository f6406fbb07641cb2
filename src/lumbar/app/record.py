"""Recording: what a person did, checked against what is there, stored once.

Nothing that was stored is ever refused afterwards: an event sent again is `known`, whatever has changed since.
Facts checked here only ever become more (the journal is append-only), so they may be read before it is written.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from lumbar.app.facts import Facts, read_facts
from lumbar.app.store import JournalStore
from lumbar.catalogue.catalogue import Catalogue
from lumbar.journal.event import (
    AnyEvent,
    DayChosen,
    EventId,
    Hurt,
    MorningAnswered,
    SessionEnded,
    SessionStarted,
    SetDone,
    Skipped,
    Swapped,
    kind_of,
)

AHEAD: Final = timedelta(days=1)  # our choice: a device may be a day ahead of the server's zone, not more


@dataclass(frozen=True, slots=True)
class Refusal:
    """An event that was not stored, and every reason why."""

    id: EventId
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of each event: stored now, known already, or refused."""

    stored: tuple[EventId, ...]
    known: tuple[EventId, ...]
    refused: tuple[Refusal, ...]


def record(store: JournalStore, owner: int, events: Sequence[AnyEvent], today: date, catalogue: Catalogue) -> Receipt:
    """Store what can be stored of `events`, in their order and in one go, and say what became of each."""
    facts = read_facts(store, owner, events)
    good: list[AnyEvent] = []
    bad: list[Refusal] = []
    for event in events:
        faults = tuple(_faults(event, facts, today, catalogue))
        if faults:
            bad.append(Refusal(event.id, faults))
        else:
            good.append(event)
            facts.add(event)
    fresh = store.append(owner, good)
    there = store.kinds(owner, [refusal.id for refusal in bad]) if bad else {}
    return Receipt(
        stored=tuple(event.id for event, new in zip(good, fresh, strict=True) if new),
        known=tuple(dict.fromkeys([e.id for e, new in zip(good, fresh, strict=True) if not new] + list(there))),
        refused=tuple(refusal for refusal in bad if refusal.id not in there),
    )


def _faults(event: AnyEvent, facts: Facts, today: date, catalogue: Catalogue) -> Iterable[str]:
    """Yield what is wrong with an event, each in a sentence that says what would have worked."""
    if event.on > today + AHEAD and not isinstance(event, DayChosen):
        yield f"on: {event.on} has not come yet; today is {today}."
    yield from _correction_faults(event, facts)
    match event:
        case SetDone() | Hurt() | Skipped():
            yield from _session_faults(event, facts)
        case SessionEnded() if event.session not in facts.sessions:
            yield f"session: {event.session} was never begun here; begin it first."
        case SessionStarted():
            yield from _unknown((item.exercise for item in event.plan.items), "plan", catalogue)
        case Swapped():
            yield from _unknown((event.old, event.new), "swap", catalogue)
        case MorningAnswered() if event.about >= event.on:
            yield f"about: {event.about} must be a day before {event.on}, the morning it is answered on."
        case _:
            pass


def _session_faults(event: SetDone | Hurt | Skipped, facts: Facts) -> Iterable[str]:
    asked = facts.sessions.get(event.session)
    if asked is None:
        yield f"session: {event.session} was never begun here; begin it first."
    elif event.exercise not in asked and event.exercise not in facts.swapped_in(event.on):
        names = ", ".join(sorted(asked))
        yield f"exercise: {event.exercise} is not in this session. It has {names}; swap one for it first."


def _correction_faults(event: AnyEvent, facts: Facts) -> Iterable[str]:
    if event.supersedes is None:
        return
    if facts.kind(event.supersedes) != kind_of(event):
        yield f"supersedes: there is no earlier event {event.supersedes} of the same kind to correct."


def _unknown(names: Iterable[str], place: str, catalogue: Catalogue) -> Iterable[str]:
    for name in names:
        if name not in catalogue.exercises:
            yield f"{place}: there is no exercise {name} in the catalogue."

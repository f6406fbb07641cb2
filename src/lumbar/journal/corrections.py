"""Corrections: a later event that supersedes an earlier one is read in its place."""

from collections.abc import Iterable

from lumbar.journal.event import AnyEvent


def resolve(events: Iterable[AnyEvent]) -> list[AnyEvent]:
    """Return `events` as if the right ones had been recorded first.

    A correction takes the place of the event it names, of a chain the last one wins; a correction of something
    unknown stands where it is. The result is ordered by the day the events count for.
    """
    resolved: list[AnyEvent] = []
    places: dict[int, int] = {}
    for event in events:
        number = event.id.int  # a UUID's own hash is slow
        at = None if event.supersedes is None else places.get(event.supersedes.int)
        if at is None:
            at = len(resolved)
            resolved.append(event)
        else:
            resolved[at] = event
        places[number] = at
    resolved.sort(key=lambda event: event.on)
    return resolved

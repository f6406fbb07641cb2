"""The fold: from the journal to where a person stands today.

`fold` replays a journal, `advance` adds one event, `settle` lets days pass; all three are pure. Replaying gives
the same state as adding event after event. The unit of judgement is the local day: an exercise's sets of all
sessions of a day are judged together once the day is over and its morning after is known, or has passed.

Events must come in the order of their days. `fold` orders a journal itself and reads corrections in the place of
what they correct; `advance` takes what belongs to the open day or later, and `is_late` says when it cannot.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, Final

from lumbar.catalogue.catalogue import Catalogue
from lumbar.errors import ConflictError
from lumbar.journal.corrections import resolve
from lumbar.journal.event import (
    AnyEvent,
    DayChosen,
    Hurt,
    MorningAnswered,
    ProfileSaved,
    Screened,
    SessionEnded,
    SessionStarted,
    SetDone,
    Skipped,
    Swapped,
)
from lumbar.journal.profile import Person
from lumbar.training.breaks import apply_break
from lumbar.training.closing import close_day
from lumbar.training.day import SORE_FROM, Day
from lumbar.training.deload import note_readiness
from lumbar.training.draft import Draft
from lumbar.training.rules import reason
from lumbar.training.stages import set_stage, start_stage
from lumbar.training.standing import State
from lumbar.training.thaw import freeze, thaw
from lumbar.training.thresholds import BREAK_REPEAT_DAYS


def fold(events: Iterable[AnyEvent], catalogue: Catalogue) -> State:
    """Return the state that a whole journal leaves, open on the day of its last event."""
    journal = events if isinstance(events, list | tuple) else list(events)
    draft = Draft(catalogue)
    if not _replay(draft, journal):
        draft = Draft(catalogue)
        _replay(draft, resolve(journal), corrected=True)
    return freeze(draft)


def advance(state: State, event: AnyEvent, catalogue: Catalogue) -> State:
    """Return the state after one more event.

    Raises:
        ConflictError: If the event is late; the journal must then be folded anew.
    """
    return extend(state, (event,), catalogue)


def extend(state: State, events: Iterable[AnyEvent], catalogue: Catalogue) -> State:
    """Return the state after more events, in their order; the same as `advance` one by one, in one go.

    Raises:
        ConflictError: If an event is late; the journal must then be folded anew.
    """
    draft = thaw(state, catalogue)
    if not _replay(draft, events):
        raise ConflictError("This belongs to a day that is already judged: fold the whole journal again.")
    return freeze(draft)


def settle(state: State, day: date, catalogue: Catalogue) -> State:
    """Return `state` with time passed up to `day`: earlier days are closed, and breaks have their effect."""
    if state.settled_to is not None and day <= state.settled_to:
        return state
    draft = thaw(state, catalogue)
    open_day(draft, day)
    return freeze(draft)


def is_late(state: State, event: AnyEvent) -> bool:
    """Return whether `event` corrects another or counts for a day that is over, so that only a replay takes it in."""
    if event.supersedes is not None:
        return True
    return state.settled_to is not None and event.on < state.settled_to and not isinstance(event, DayChosen)


def _replay(draft: Draft, events: Iterable[AnyEvent], *, corrected: bool = False) -> bool:  # noqa: C901  one loop
    """Take in `events`; return False at the first that corrects another or comes late, unless `corrected`.

    Sets are most of a journal, so they are entered here and not through a call each.
    """
    day = draft.opened
    groups, sore, today = day.groups, day.sore, day.on
    for event in events:
        on = event.on
        if on is not today and on != today and type(event) is not DayChosen:
            if on < today:
                return False
            day = open_day(draft, on)
            groups, sore, today = day.groups, day.sore, on
        if event.supersedes is not None and not corrected:
            return False
        if type(event) is SetDone:
            group = groups.get(event.exercise)
            if group is None:
                groups[event.exercise] = [event]
            else:
                group.append(event)
            if event.pain >= SORE_FROM:
                sore.append(event)
        else:
            enter = _ENTER[type(event)]
            if enter is not None:
                enter(draft, event)
    return True


def open_day(draft: Draft, on: date) -> Day:
    """Close the open day, let the days until `on` pass, and open `on`."""
    before = draft.opened
    if before.is_training:
        if draft.pending is not None:
            close_day(draft, draft.pending)
        draft.pending = before
        draft.trained_on = before.on
        draft.break_level = 0
        if draft.first_on is None:
            draft.first_on = before.on
    if draft.trained_on is not None and (on - draft.trained_on).days >= BREAK_REPEAT_DAYS:
        if draft.pending is not None:
            close_day(draft, draft.pending)
            draft.pending = None
        apply_break(draft, on)
    draft.swaps = {}
    draft.opened = opened = Day(on, draft.facts)
    return opened


def _save_profile(draft: Draft, event: ProfileSaved) -> None:
    before = draft.person
    draft.person = person = Person(event.profile, draft.screening)
    draft.top_stage = None
    start = start_stage(person)
    is_new = draft.stage is None or draft.first_on is None
    changed = before is not None and before.profile.experience != event.profile.experience
    if (is_new and start != draft.stage) or (changed and draft.stage is not None and start > draft.stage):
        set_stage(draft, start, event.on, "stage-start")


def _save_screening(draft: Draft, event: Screened) -> None:
    draft.screened_on = event.on
    draft.rescreen = None
    draft.screening = event.screening
    if draft.person is not None:
        draft.person = Person(draft.person.profile, event.screening)


def _choose_day(draft: Draft, event: DayChosen) -> None:
    draft.choices[event.on] = event.choice


def _swap(draft: Draft, event: Swapped) -> None:
    draft.swaps[event.old] = event.new


def _start_session(draft: Draft, event: SessionStarted) -> None:
    draft.opened.starts.append(event)
    if event.new_symptom:
        draft.rescreen = reason("rescreen-symptom", "today")
    if event.readiness != "usual":
        note_readiness(draft, event.on, event.readiness)


def _hurt(draft: Draft, event: Hurt) -> None:
    draft.opened.hurts.append(event)
    if event.feel != "usual":
        draft.rescreen = reason("rescreen-symptom", "today")


def _answer_morning(draft: Draft, event: MorningAnswered) -> None:
    if draft.pending is not None and draft.pending.on == event.about:
        draft.pending.morning = event


_ENTER: Final[dict[type, Callable[[Draft, Any], None] | None]] = {  # each function takes the class beside it
    ProfileSaved: _save_profile,
    Screened: _save_screening,
    DayChosen: _choose_day,
    Swapped: _swap,
    SessionStarted: _start_session,
    Hurt: _hurt,
    Skipped: None,  # the sets themselves say what was left out
    SessionEnded: None,
    MorningAnswered: _answer_morning,
}

"""The journal's events: everything that ever happened, append-only.

An event is never changed. A correction is a new event of the same kind whose `supersedes` names the old one;
the fold then reads the new one in the old one's place. `id` is made by whoever recorded it (the browser, when a
set is done offline), so that storing an event twice stores it once. `at` is aware and in UTC; `on` is the local
day it counts for. Both come in as values: nothing here asks a clock.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal, NewType
from uuid import UUID

from lumbar.catalogue.exercise import ExerciseId
from lumbar.journal.prescription import SessionPlan
from lumbar.journal.profile import Profile, Screening

EventId = NewType("EventId", UUID)
SessionId = NewType("SessionId", UUID)

PAIN_MOST: Final = 10  # pain and discomfort go from 0, none, to this, the worst
RIR_MOST: Final = 4  # repetitions in reserve are told from 0 to this, which stands for as many or more

Feel = Literal["usual", "new-or-sharp", "leg"]
DayChoice = Literal["train", "rest", "short"]
SwapKind = Literal["equal", "easier"]
Readiness = Literal["usual", "less", "unwell"]
EndReason = Literal["done", "stopped", "pain"]
Counter = Literal["timer", "camera", "person"]
"""Who counted a set: the player's timer, the camera coach, or the person, who put right what either had counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What every event has."""

    id: EventId
    at: datetime
    on: date
    supersedes: EventId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileSaved(Event):
    """The profile as it stands from now on, whole."""

    profile: Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Screened(Event):
    """The screening answered, whole."""

    screening: Screening


@dataclass(frozen=True, slots=True, kw_only=True)
class DayChosen(Event):
    """A choice about `on` itself: train on a rest day, rest on a training day, or only ten minutes."""

    choice: DayChoice


@dataclass(frozen=True, slots=True, kw_only=True)
class Swapped(Event):
    """On `on`, `new` takes the place of `old`: an equal one or an easier one, at the person's wish."""

    old: ExerciseId
    new: ExerciseId
    kind: SwapKind


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionStarted(Event):
    """A session has begun; `plan` records its targets, against which its sets are judged for ever.

    The three questions before it: `pain` now (0 to 10), `readiness`, and whether there is a `new_symptom`.
    """

    session: SessionId
    plan: SessionPlan
    pain: int
    readiness: Readiness
    new_symptom: bool


@dataclass(frozen=True, slots=True)
class Work:
    """What one side did in a set (or both together): repetitions, and seconds [s] each was held."""

    reps: int
    hold_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SetDone(Event):
    """One set of one exercise. Left and right stand apart; `both` is used where they work together.

    `number` counts from 1 within the exercise and session. `rir` is repetitions in reserve, 0 to 4, where 4
    means four or more; `pain` is 0 to 10. `target_reps` and `target_hold_s` stand beside what was done. `counted_by`
    is who counted: the timer, the camera, or the person, who put right what either had; null where nobody said.
    """

    session: SessionId
    exercise: ExerciseId
    number: int
    target_reps: int
    target_hold_s: int
    target_load_kg: float | None
    both: Work | None
    left: Work | None
    right: Work | None
    load_kg: float | None
    rir: int
    pain: int
    counted_by: Counter | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hurt(Event):
    """“This hurts” was pressed: the exercise is stopped. `feel` new-or-sharp or leg ends it for good today."""

    session: SessionId
    exercise: ExerciseId
    feel: Feel
    pain: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped(Event):
    """An exercise, or what was left of it, was skipped in a session."""

    session: SessionId
    exercise: ExerciseId


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionEnded(Event):
    """A session is over."""

    session: SessionId
    reason: EndReason


@dataclass(frozen=True, slots=True, kw_only=True)
class MorningAnswered(Event):
    """The morning after training day `about`: pain now, whether it woke them, whether it has settled."""

    about: date
    pain: int
    woke: bool
    settled: bool


AnyEvent = (
    ProfileSaved
    | Screened
    | DayChosen
    | Swapped
    | SessionStarted
    | SetDone
    | Hurt
    | Skipped
    | SessionEnded
    | MorningAnswered
)
KINDS: Final[dict[str, type[Event]]] = {
    "profile-saved": ProfileSaved,
    "screened": Screened,
    "day-chosen": DayChosen,
    "swapped": Swapped,
    "session-started": SessionStarted,
    "set-done": SetDone,
    "hurt": Hurt,
    "skipped": Skipped,
    "session-ended": SessionEnded,
    "morning-answered": MorningAnswered,
}
"""Every kind of event by its stable name, as archives and tables write it."""

_KIND_OF: Final = {cls: kind for kind, cls in KINDS.items()}


def kind_of(event: AnyEvent) -> str:
    """Return the stable name of the event's kind, such as `set-done`."""
    return _KIND_OF[type(event)]

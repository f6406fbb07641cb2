"""Lighter days and weeks: after a block of training, when discomfort creeps up, and on a low day.

A lighter day leaves out two fifths of the sets; it proves nothing and raises nothing.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from lumbar.journal.event import Readiness
from lumbar.journal.prescription import Reason
from lumbar.training.day import Day
from lumbar.training.draft import Draft
from lumbar.training.history import WEEK_DAYS
from lumbar.training.rules import reason
from lumbar.training.standing import State, TrainingDay
from lumbar.training.thresholds import (
    DELOAD_DAYS,
    DELOAD_EVERY_WEEKS,
    DELOAD_PAIN_RISE,
    DELOAD_PAIN_WEEKS,
    DIP_WINDOW_DAYS,
)

BLOCK_DAYS = DELOAD_EVERY_WEEKS * WEEK_DAYS


def ease_today(state: State, day: date, readiness: Readiness) -> State:
    """Return `state` with `day` made lighter where the person feels below their usual; for the plan of `day`."""
    if readiness == "usual" or (state.light_until is not None and state.light_until > day):
        return state
    tomorrow = day + timedelta(days=1)
    return replace(state, light_until=tomorrow, light_because=reason("light-today", "today"))


def note_readiness(draft: Draft, day: date, readiness: Readiness) -> None:
    """Make `day` lighter after a low answer, and the week after it where that happened twice in a week."""
    if readiness == "usual":
        return
    last = draft.dipped_on
    draft.dipped_on = day
    if last == day:
        return
    if last is not None and (day - last).days < DIP_WINDOW_DAYS:
        _ease(draft, day + timedelta(days=DELOAD_DAYS), reason("light-dips", "today"))
    else:
        _ease(draft, day + timedelta(days=1), reason("light-today", "today"))


def note_pain(draft: Draft, day: date) -> None:
    """Begin a lighter week where the weekly mean of discomfort has risen twice in a row."""
    later = weekly_mean(draft.closed, day)
    for back in range(1, DELOAD_PAIN_WEEKS + 1):
        if later is None or later <= DELOAD_PAIN_RISE:  # no mean is below 0, so it cannot have risen by more
            return
        earlier = weekly_mean(draft.closed, day - timedelta(days=WEEK_DAYS * back))
        if earlier is None or later <= earlier + DELOAD_PAIN_RISE:
            return
        later = earlier
    _ease(draft, day + timedelta(days=1 + DELOAD_DAYS), reason("light-pain", "today"))


def weekly_mean(recent: Sequence[Day | TrainingDay], last: date) -> float | None:
    """Return the mean discomfort (0 to 10) of the training days in the week that ends with `last`, if any."""
    pains: list[float] = []
    for one in reversed(recent):
        ago = (last - one.on).days
        if ago >= WEEK_DAYS:
            break
        if ago >= 0:
            pains.append(one.pain)
    return sum(reversed(pains)) / len(pains) if pains else None


def next_block(since: date | None, day: date) -> date:
    """Return the first day of the block that `day` trains in: a new one after each lighter week."""
    if since is None:
        return day
    whole = BLOCK_DAYS + DELOAD_DAYS
    blocks = (day - since).days // whole
    return since + timedelta(days=blocks * whole) if blocks else since


def lightness(draft: Draft, day: date) -> tuple[date | None, Reason | None]:
    """Return until when days from `day` on are lighter (that day excluded), and why; None where they are not."""
    if draft.eased_until is not None and draft.eased_until > day:
        return draft.eased_until, draft.eased_because
    since = draft.block_since
    if since is None or draft.break_level:
        return None, None
    since = next_block(since, day)
    if (day - since).days < BLOCK_DAYS:
        return None, None
    return since + timedelta(days=BLOCK_DAYS + DELOAD_DAYS), reason("light-block", "today")


def _ease(draft: Draft, until: date, because: Reason) -> None:
    if draft.eased_until is None or until > draft.eased_until:
        draft.eased_until = until
        draft.eased_because = because

"""Day reasons: why an exercise stands in today's session, and why a day has none."""

from typing import Final

from lumbar.catalogue.exercise import Exercise, Group
from lumbar.journal.prescription import Reason
from lumbar.training.calendar import Because
from lumbar.training.history import WEEK_DAYS, covered, days_since, hinge_days
from lumbar.training.rules import reason
from lumbar.training.situation import Day
from lumbar.training.thresholds import COVER_DAYS

REST_RULE: Final[dict[Because, str]] = {
    "rest": "rest-day",
    "rest-chosen": "rest-chosen",
    "rest-needed": "rest-needed",
}
DAY_RULE: Final[dict[Because, str]] = {"moved": "today-moved", "chosen": "today-chosen"}
LONG_AGO_DAYS: Final = 8


def why_today(exercise: Exercise, today: Day, *, heavy: bool) -> tuple[Reason, ...]:
    """Return why this exercise is done today: its spacing, its place, and how long ago it was."""
    place: tuple[Reason, ...] = ()
    if today.place == "assistance" and exercise.group is Group.BARBELL:
        place = (reason("today-assistance", "today"),)
    return (*((_hinge(today),) if heavy else ()), *place, _timing(exercise, today))


def why_first(today: Day) -> tuple[Reason, ...]:
    """Return why the session opens as it does, and why there is one today where that was not planned."""
    always = reason("today-always", "today")
    if today.because not in DAY_RULE:
        return (always,)
    return (always, reason(DAY_RULE[today.because], "today"))


def _hinge(today: Day) -> Reason:
    ago = hinge_days(today.state, today.on, WEEK_DAYS)
    return reason("today-hinge", "today", days=ago[-1]) if ago else reason("today-hinge-first", "today")


def _timing(exercise: Exercise, today: Day) -> Reason:
    first = today.state.first_on
    if first is None or first >= today.on:
        return reason("today-first", "today")
    since = days_since(today.state, exercise.id, today.on)
    if since is None:
        early = (today.on - first).days < WEEK_DAYS
        return reason("today-early" if early else "today-new", "today")
    if exercise.patterns[0] not in covered(today.state, today.catalogue, today.on, COVER_DAYS - 1):
        return reason("today-due", "today")
    if since == 1:
        return reason("today-yesterday", "today")
    return reason("today-back" if since >= LONG_AGO_DAYS else "today-again", "today", days=since)


def why_not(because: Because) -> Reason:
    """Return why `day` has no session."""
    return reason(REST_RULE[because], "today")

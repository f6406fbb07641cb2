"""Screening: what the answers about health mean for the plan.

A flag is never read as an illness: it only decides whether there is a plan, how gentle it is, and whom to ask.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from lumbar.catalogue.exercise import FlagId
from lumbar.journal.prescription import Reason
from lumbar.journal.profile import Person
from lumbar.training.flags import FLAGS, LATE_FIRST_PAIN, UNDER_18, Flag
from lumbar.training.rules import add_rules, reason
from lumbar.training.thresholds import ADULT_YEARS, CLEARANCE_LASTS_DAYS, GENTLE_STAGE, HIGHEST_STAGE

Status = Literal["ok", "gentle", "clearance", "blocked"]
NO_PLAN: Final[frozenset[Status]] = frozenset({"blocked", "clearance"})
"""Where the verdict is one of these, there is no plan."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the answers mean: whether there is a plan, up to which stage, what to do next, and which flags."""

    status: Status
    stage_cap: int
    advice: tuple[Reason, ...]
    flags: tuple[Flag, ...]


add_rules(
    ("cleared-gentle", "A professional said yes; because this is your first back pain, you stay at stage 1.", "ours"),
    ("clearance-expired", "A professional's yes holds for a year; please ask again.", "readiness-practice"),
)


def screen(person: Person, day: date) -> Verdict:
    """Return what a person's answers mean on `day`.

    An emergency sign always blocks. Urgent ones block, and clearance ones hold the plan back, until a
    professional said yes on or before `day`, at most a year ago. Being under 18 is never lifted.
    """
    flags = tuple(flag for flag in FLAGS if flag.id in _raised(person))
    cleared = is_cleared(person, day)
    blocking = [f for f in flags if _blocks(f, cleared=cleared)]
    if blocking:
        return Verdict("blocked", 0, _advice(blocking), flags)
    asking = [f for f in flags if f.tier == "clearance" and not cleared]
    if asking:
        return Verdict("clearance", 0, _expired(person, day) + _advice(asking), flags)
    gentle = [f for f in flags if f.tier == "gentle"]
    late = any(f.id == LATE_FIRST_PAIN for f in flags)
    if not (gentle or late):
        return Verdict("ok", HIGHEST_STAGE, (), flags)
    advice = _advice(gentle) + ((reason("cleared-gentle", "today"),) if late else ())
    return Verdict("gentle", GENTLE_STAGE, advice, flags)


def is_cleared(person: Person, day: date) -> bool:
    """Return whether a professional's yes holds on `day`."""
    said = person.screening.cleared_on
    return said is not None and 0 <= (day - said).days <= CLEARANCE_LASTS_DAYS


def _raised(person: Person) -> frozenset[FlagId]:
    under_age = frozenset({UNDER_18}) if person.profile.age < ADULT_YEARS else frozenset()
    return person.screening.flags | under_age


def _blocks(flag: Flag, *, cleared: bool) -> bool:
    if flag.tier == "emergency" or flag.id == UNDER_18:
        return True
    return flag.tier == "urgent" and not cleared


def _advice(flags: list[Flag]) -> tuple[Reason, ...]:
    """Return each piece of advice once, the first flag that gives it leading."""
    reasons = {flag.advice: reason(f"flag-{flag.id}", "today") for flag in reversed(flags)}
    return tuple(reversed(reasons.values()))


def _expired(person: Person, day: date) -> tuple[Reason, ...]:
    said = person.screening.cleared_on
    old = said is not None and (day - said).days > CLEARANCE_LASTS_DAYS
    return (reason("clearance-expired", "today"),) if old else ()

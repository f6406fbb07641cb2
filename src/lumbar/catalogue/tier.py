"""Tiers: how far an exercise has come, rule by rule.

Bronze is safe to show; silver has sources, cues and both languages; gold can be coached by camera. An exercise has a
tier when it keeps every rule of that tier and of those below it, or is exempt from them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from lumbar.catalogue.exercise import Tier
from lumbar.catalogue.rule import Case, Finding, Rule
from lumbar.catalogue.rules import RULES

TIERS: Final[tuple[Tier, ...]] = ("bronze", "silver", "gold")
State = Literal["done", "todo", "exempt"]


@dataclass(frozen=True, slots=True)
class Status:
    """Where an exercise stands with one rule, and why where it is not done."""

    rule: Rule
    state: State
    reason: str
    findings: tuple[Finding, ...] = ()


def judge(case: Case) -> tuple[Status, ...]:
    """Return where an exercise stands with every rule, in order of code."""
    return tuple(_status(rule, case) for rule in RULES)


def tier_of(statuses: Iterable[Status]) -> Tier | None:
    """Return the highest tier whose rules, and those of the tiers below, are done or exempt."""
    open_tiers = {status.rule.tier for status in statuses if status.state == "todo"}
    reached: Tier | None = None
    for tier in TIERS:
        if tier in open_tiers:
            break
        reached = tier
    return reached


def _status(rule: Rule, case: Case) -> Status:
    if rule.todo:
        return Status(rule, "todo", rule.todo)
    if rule.exempt and (reason := rule.exempt(case.exercise)):
        return Status(rule, "exempt", reason)
    findings = tuple(rule.check(case)) if rule.check else ()
    return Status(rule, "todo", findings[0].message, findings) if findings else Status(rule, "done", "")

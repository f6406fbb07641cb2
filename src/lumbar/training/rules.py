"""The rules: every sentence that explains a decision, with its stable id and its source.

A decision leaves a `Reason`; `reason` makes one from a rule's id. The sentences speak to the person, one each,
and are also the keys of their translations. Other modules of `training` add their own with `add_rules`.
"""

from dataclasses import dataclass
from typing import Final

from lumbar.catalogue.exercise import SourceId
from lumbar.journal.prescription import Reason, Topic


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its stable id, its sentence with `{names}`, and its source id."""

    id: str
    text: str
    source: SourceId


RULES: Final[dict[str, Rule]] = {}
"""Every rule by its id; filled by `add_rules` while modules are imported, never afterwards."""


def add_rules(*rules: tuple[str, str, str]) -> None:
    """Register rules given as (id, sentence, source id).

    Raises:
        ValueError: If an id is already taken.
    """
    for name, text, source in rules:
        if name in RULES:
            raise ValueError(f"The rule {name} is written twice.")
        RULES[name] = Rule(name, text, SourceId(source))


def reason(rule_id: str, topic: Topic, **values: str | float) -> Reason:
    """Return the reason that rule `rule_id` gives, its sentence filled with `values`.

    Raises:
        KeyError: If there is no such rule.
    """
    rule = RULES[rule_id]
    return Reason(rule.id, topic, rule.text, rule.source, values)


add_rules(
    # The ladder
    ("good-once", "That went well; one more good day and the dose goes up.", "ours"),
    ("reps-up", "Every set went well, so the target is one repetition more: {reps}.", "double-progression"),
    ("rung-up", "Two good days in a row, so the dose goes up one step.", "double-progression"),
    ("load-up", "Two good days at the top of the range, so the load goes up a little.", "double-progression"),
    ("range-wider", "The next weight is too far off, so the range grows to {reps} repetitions.", "ours"),
    ("rung-up-at-cap", "The load is as high as it goes here, so the dose goes up one step.", "ours"),
    ("top-of-ladder", "This is the highest dose of this exercise; keep it, or try a harder one.", "ours"),
    ("repeat-amber", "There was some discomfort, so the same dose comes again.", "pain-monitoring"),
    ("repeat-unanswered", "The morning after was not answered, so the same dose comes again.", "ours"),
    ("repeat-red-day", "Your back had a hard day, so nothing goes up.", "pain-monitoring"),
    ("repeat-effort", "It was close to your limit, so the same dose comes again.", "double-progression"),
    ("repeat-short", "Not every set reached its target, so the same dose comes again.", "double-progression"),
    ("repeat-part", "Not all sets were done, so the same dose comes again.", "ours"),
    ("light-day", "A lighter day changes nothing; your usual dose is where it was.", "ours"),
    ("own-lighter", "You chose a lighter load, so the same dose comes again.", "ours"),
    ("load-yours", "You chose a lighter load twice, so we go on from there.", "ours"),
    ("missed-once", "The lowest target was out of reach once; we try it again.", "ours"),
    ("load-down", "The lowest target was out of reach twice, so the load drops by a tenth.", "ours"),
    ("rung-down", "The lowest target was out of reach twice, so the dose goes down one step.", "ours"),
    ("tries", "Your first comfortable sets show where to begin.", "graded-activity"),
    ("tries-done", "We begin at seven tenths of what felt comfortable.", "graded-activity"),
    # Red days
    ("red-once", "It was too much last time, so: one step down and fewer sets.", "pain-monitoring"),
    ("red-twice", "It was too much twice in a row, so another exercise takes its place.", "ours"),
    (
        "red-thrice",
        "It was too much three times in a row: it pauses for {days} days, and please ask a professional.",
        "ours",
    ),
    # Breaks
    ("break-week", "After a week off, the last dose comes again.", "ours"),
    ("break-fortnight", "After two weeks off, the dose starts a little lower.", "ours"),
    # Lighter days
    ("light-block", "After five weeks of training comes a lighter week.", "ours"),
    ("light-pain", "Discomfort has risen for two weeks, so this week is lighter.", "ours"),
    ("light-today", "You feel below your usual, so today is lighter.", "ours"),
    ("light-dips", "You felt below your usual twice in a week, so this week is lighter.", "ours"),
    # Screening again
    ("rescreen-first", "Please answer the questions about your health before the first plan.", "readiness-practice"),
    ("rescreen-year", "A year has passed, so please answer the health questions again.", "readiness-practice"),
    ("rescreen-symptom", "You noticed something new, so please answer the health questions again.", "ours"),
    ("rescreen-red", "Two hard days within a week: please answer the health questions again.", "ours"),
    ("rescreen-break", "After four weeks off, please answer the health questions again.", "ours"),
    # Stages
    ("stage-start", "You start at stage {stage}, from what you told about your training.", "ours"),
    ("stage-up", "You have met every condition, so stage {stage} opens.", "ours"),
    ("stage-down-red", "Two hard days within a week, so the plan goes on at stage {stage}.", "ours"),
    ("stage-down-pain", "Discomfort rose over the week, so the plan goes on at stage {stage}.", "ours"),
    ("stage-down-break", "After four weeks off, you go back to stage {stage}.", "ours"),
)

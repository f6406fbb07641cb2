"""Every rule and every number decides something and has a source that exists."""

import re
from pathlib import Path

import pytest

from lumbar.app.shelf import load_catalogue
from lumbar.training.flags import FLAGS
from lumbar.training.rules import RULES, Rule, add_rules, reason
from lumbar.training.thresholds import THRESHOLDS

ROOT = Path(__file__).parents[3]
SRC = ROOT / "src" / "lumbar"


def test_every_number_rule_and_flag_names_a_source_that_exists() -> None:
    sources = load_catalogue().sources
    named = {t.source for t in THRESHOLDS} | {r.source for r in RULES.values()} | {f.source for f in FLAGS}
    assert named <= set(sources)


def test_no_threshold_stands_there_without_deciding_anything() -> None:
    code = "\n".join(file.read_text("utf-8") for file in SRC.rglob("*.py") if file.name != "thresholds.py")
    numbers = (SRC / "training" / "thresholds.py").read_text("utf-8")
    constants = re.findall(r"^([A-Z_]+): Final = threshold", numbers, re.MULTILINE)
    assert len(constants) == len(THRESHOLDS)
    assert [name for name in constants if not re.search(rf"\b{name}\b", code)] == []


def test_no_rule_stands_there_that_no_decision_gives() -> None:
    code = "\n".join(file.read_text("utf-8") for file in (SRC / "training").glob("*.py"))
    built = ("flag-", "gate-", "relaxed-", "this-")  # these are named by a flag, a gate, a wish or a pattern
    once = [name for name in RULES if code.count(f'"{name}"') == 1 and not name.startswith(built)]
    assert once == []


def test_every_threshold_has_a_name_of_its_own() -> None:
    assert len({t.name for t in THRESHOLDS}) == len(THRESHOLDS)


NEVER_SAID = ["treat", "relieve", "prevent", "monitor", "diagnos", "patient", "therap", "rehab", "cure"]


@pytest.mark.parametrize("word", NEVER_SAID)
def test_no_rule_or_flag_says_what_lumbar_does_not_do(word: str) -> None:
    said = [r.text for r in RULES.values()]
    said += [text for f in FLAGS for text in (f.question, f.sign, f.advice)]
    assert [text for text in said if word in text.lower().replace("physiotherapist", "")] == []


@pytest.mark.parametrize("rule", list(RULES.values()), ids=lambda rule: str(rule.id))
def test_every_rule_is_short(rule: Rule) -> None:
    assert len(rule.text) <= 160


def test_a_rule_cannot_be_written_twice() -> None:
    with pytest.raises(ValueError, match="rung-up"):
        add_rules(("rung-up", "Again.", "ours"))


def test_a_reason_reads_as_a_sentence() -> None:
    assert str(reason("reps-up", "dose", reps=9)) == "Every set went well, so the target is one repetition more: 9."

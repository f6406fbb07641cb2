"""The page of the catalogue's rules, made from their docstrings."""

from collections.abc import Iterator

from lumbar.catalogue.rule import Rule
from lumbar.catalogue.rules import RULES
from lumbar.catalogue.tier import TIERS

HEAD = """# The rules of the catalogue

Every exercise file is held to these rules. `lumbar check` names the code, the file and the line. Codes never change
their meaning. This page is made from the rules themselves.

**Bronze** is safe to show: an exercise that breaks a bronze rule is left out. **Silver** has sources, cues and both
languages. **Gold** can be coached by camera. The state of a rule for an exercise is *done*, *todo* or *exempt*, with
the reason.
"""


def catalogue_rules_page() -> str:
    """Return the page in Markdown, a section for each tier."""
    return HEAD + "".join("".join(_section(tier)) for tier in TIERS)


def _section(tier: str) -> Iterator[str]:
    yield f"\n## {tier.title()}\n\n| code | what holds | why |\n| --- | --- | --- |\n"
    yield from (_row(rule) for rule in RULES if rule.tier == tier)


def _row(rule: Rule) -> str:
    why = f"{rule.why} *Todo: {rule.todo}*" if rule.todo else rule.why
    return f"| `{rule.code}` | {rule.title} | {why} |\n"

"""The rules and flags as reference pages: Markdown made from the registries, so that no page can drift from them."""

from string import Formatter

from lumbar.catalogue.catalogue import Catalogue
from lumbar.catalogue.exercise import SourceId
from lumbar.training import planner_rules, screening, stages  # noqa: F401 - their import registers their rules
from lumbar.training.flags import FLAGS
from lumbar.training.rules import RULES
from lumbar.training.thresholds import THRESHOLDS
from tools.markdown import table

RULES_INTRO = """\
# Rules and thresholds

Every number that decides about a session, every sentence that explains a decision, and where each comes from.
The source “Our choice” marks what no text or study settles; those numbers were chosen to be careful.
"""

FLAGS_INTRO = """\
# Screening flags

What the health questions ask, in three tiers and a gentle one. The signs are shown to everyone, whatever they
answer. A flag is never read as an illness: it only decides whether there is a plan, how gentle it is, and which
exercises stay out of it.

- **emergency**: no plan; get help now.
- **urgent**: no plan until a professional has said yes. Nobody under 18 gets a plan, whatever they enter.
- **clearance**: no plan until a professional has said yes. A yes holds for a year.
- **gentle**: a plan that stays at stage 1.
"""


def rules_page(catalogue: Catalogue) -> str:
    """Return the page of thresholds and rules."""
    numbers = [(t.name, f"{t.value:g}", t.unit, _source(catalogue, t.source)) for t in THRESHOLDS]
    rules = [(f"`{r.id}`", _readable(r.text), _source(catalogue, r.source)) for _, r in sorted(RULES.items())]
    return "\n".join(
        [
            RULES_INTRO,
            "## Thresholds\n",
            table(("what", "value", "unit", "source"), numbers),
            "## Rules\n",
            "A word in ⟨brackets⟩ is filled in when the sentence is said.\n",
            table(("rule", "sentence", "source"), rules),
        ]
    )


def flags_page(catalogue: Catalogue) -> str:
    """Return the page of screening flags."""
    rows = [
        (f"`{flag.id}`", flag.tier, flag.question, flag.advice, _source(catalogue, SourceId(flag.source)))
        for flag in FLAGS
    ]
    return "\n".join([FLAGS_INTRO, table(("id", "tier", "question", "after a yes", "source"), rows)])


def _readable(text: str) -> str:
    """Return a rule's sentence with its `{names}` set in brackets."""
    return "".join(before + (f"⟨{name}⟩" if name else "") for before, name, _, _ in Formatter().parse(text))


def _source(catalogue: Catalogue, name: SourceId) -> str:
    source = catalogue.sources[name]
    return f"[{source.title}]({source.url})" if source.url else source.title

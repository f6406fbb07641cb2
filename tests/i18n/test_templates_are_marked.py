"""No template shows words that nobody can translate."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.template.base import Lexer, Token, TokenType

from tests.i18n.visible import texts_of, words_of
from tools.texts import TEMPLATES

SAME_EVERYWHERE = frozenset({"lumbar", "min", "kg", "nm", "español"})
ATTRIBUTES = frozenset({"page_class", "body_attributes"})
"""The blocks of base.html that stand inside a tag."""


def unmarked(source: str) -> set[str]:
    """Return the words of a template that stand outside of everything that is translated."""
    kept = "".join(_kept(Lexer(source).tokenize()))
    return set(words_of(texts_of(kept))) - SAME_EVERYWHERE


def _kept(tokens: list[Token]) -> Iterator[str]:
    """Yield what stands outside of translations, comments, and blocks that fill an attribute."""
    until = ""
    for token in tokens:
        name, *rest = token.contents.split() if token.token_type is TokenType.BLOCK else [""]
        if until:
            until = "" if name == until else until
        elif name in {"blocktranslate", "comment"} or (name == "block" and rest[0] in ATTRIBUTES):
            until = f"end{name}"
        elif token.token_type is TokenType.TEXT:
            yield token.contents


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: path.name)
def test_every_word_of_a_template_can_be_translated(path: Path) -> None:
    assert unmarked(path.read_text(encoding="utf-8")) == set()


def test_words_outside_of_translation_are_found() -> None:
    source = """<p>Bare {{ name }}</p><img alt="A picture{% if x %} here{% endif %}">{# a note #}
    {% comment %}hidden{% endcomment %}{% translate "Marked" %}<b lang="en">English</b>
    {% blocktranslate %}Whole {{ name }} text{% endblocktranslate %}<p class="none">Lumbar, 5 min</p>"""
    assert unmarked(source) == {"bare", "a", "picture", "here"}

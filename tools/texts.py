"""Every text that is shown to a person, found where it is written.

Six kinds of places: the templates, the Python files, the sentences of the rules, the tables of questions, muscles and
conditions, what the camera coach says, and the player's strings. GNU gettext is not needed: Django's own reader of
templates and Babel's reader of Python do the work.
"""

import importlib
import io
import json
import pkgutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from babel.messages import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_python
from django.utils.translation.template import templatize

import lumbar.training
from lumbar.app.shelf import load_catalogue
from lumbar.catalogue.muscles import MUSCLES
from lumbar.coach.texts import CUES, PRAISE, REFUSALS
from lumbar.training.flags import FLAGS
from lumbar.training.rules import RULES
from lumbar.training.stages import STANDINGS
from tools.layout import ROOT, SOURCE, WEB

Text = tuple[str | tuple[str, ...], str | None]
"""One text: its English form (singular and plural where it counts), and the context that tells it from another."""

TEMPLATES: Final = SOURCE / "site" / "templates"
PLAYER_STRINGS: Final = SOURCE / "site" / "player_strings.json"
KEYWORDS: Final = {
    **DEFAULT_KEYWORDS,
    **dict.fromkeys(("gettext_lazy", "gettext_noop")),
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}


def template_texts(source: str) -> Iterator[Text]:
    """Yield the texts of one template, of `translate`, `blocktranslate` and `_()` in arguments alike."""
    as_python = "\n".join(line.lstrip() for line in templatize(source).splitlines())
    yield from python_texts(as_python)


def python_texts(source: str) -> Iterator[Text]:
    """Yield the texts that Python code gives to gettext or one of its kin."""
    calls: Iterable[tuple[Any, ...]] = extract_python(io.BytesIO(source.encode()), KEYWORDS, (), {})
    for _line, name, messages, _comments in calls:
        if messages:
            yield from _text_of(name, (messages,) if isinstance(messages, str) else messages)


def rule_texts() -> Iterator[Text]:
    """Yield the sentence of every rule; the modules that register them are imported for it."""
    for module in pkgutil.iter_modules(lumbar.training.__path__):
        importlib.import_module(f"lumbar.training.{module.name}")
    for rule in RULES.values():
        yield rule.text, None


def question_texts() -> Iterator[Text]:
    """Yield what the screening asks, shows and advises."""
    for flag in FLAGS:
        yield from ((text, None) for text in (flag.question, flag.sign, flag.advice))


def coach_texts() -> Iterator[Text]:
    """Yield what the camera coach says, and what the exercise files say that no camera sees."""
    yield from ((text, None) for text in (*CUES.values(), *REFUSALS.values(), PRAISE))
    for exercise in load_catalogue():
        yield from ((text, None) for text in (exercise.camera.unseen if exercise.camera else ()))


def player_texts() -> Iterator[Text]:
    """Yield the strings of the player, from its one list of them."""
    yield from ((text, None) for text in json.loads(PLAYER_STRINGS.read_text(encoding="utf-8")).values())


def every_text() -> Catalog:
    """Return a catalogue of every text, each with the files it stands in."""
    found = Catalog()
    for path in sorted(TEMPLATES.rglob("*.html")):
        _add(found, template_texts(path.read_text(encoding="utf-8")), path)
    for path in sorted([*(SOURCE / "site").rglob("*.py"), *(SOURCE / "app").glob("watch*.py")]):
        _add(found, python_texts(path.read_text(encoding="utf-8")), path)
    _add(found, rule_texts(), SOURCE / "training" / "rules.py")
    _add(found, question_texts(), SOURCE / "training" / "screening.py")
    _add(found, ((standing, None) for standing in STANDINGS), SOURCE / "training" / "stages.py")
    _add(found, ((name, None) for name in MUSCLES.values()), SOURCE / "catalogue" / "muscles.py")
    _add(found, coach_texts(), SOURCE / "coach" / "texts.py")
    _add(found, player_texts(), WEB / "src" / "player")
    return found


def _text_of(keyword: str, parts: Sequence[str | None]) -> Iterator[Text]:
    """Yield the one text of a call: nothing where it is not written out there."""
    spec = KEYWORDS[keyword] or (1,)
    context = next((parts[place[0] - 1] for place in spec if isinstance(place, tuple)), None)
    forms = [parts[place - 1] for place in spec if isinstance(place, int) and place <= len(parts)]
    if forms and all(forms):
        whole = tuple(form for form in forms if form)
        yield (whole if len(whole) > 1 else whole[0]), context


def _add(found: Catalog, texts: Iterable[Text], path: Path) -> None:
    where = path.relative_to(ROOT).as_posix()
    for text, context in texts:
        found.add(text, locations=[(where, 0)], context=context)

"""Keep the translations beside the texts: `python -m tools.messages` brings every `django.po` up to date.

Translations are kept, new texts are added empty, those that are gone are dropped; a text that changed a little keeps
its old translation, marked as fuzzy until somebody has looked at it. With `--check` nothing is written: what is
missing is listed, and the exit status is 1 when there is something.
"""

import io
import re
import string
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from babel.messages import Catalog, Message
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po, write_po

from tools.layout import LOCALE
from tools.texts import every_text

WIDTH: Final = 110
_PERCENT = re.compile(r"%\((\w+)\)s")
_MARKS = re.compile(r"[*~]")
"""What the player reads as large and small print; a translation has as many."""


def files() -> list[Path]:
    """Return the translations there are, one file a language."""
    return sorted(LOCALE.glob("*/LC_MESSAGES/django.po"))


def main(arguments: Sequence[str]) -> int:
    """Update every translation, or with `--check` say what they lack; return the exit status."""
    texts = every_text()
    if "--check" not in arguments:
        for path in files():
            path.write_bytes(updated(path, texts))
    faults = [fault for path in files() for fault in faults_of(path, texts)]
    print("\n".join(faults) or f"Every one of {len(texts)} texts is translated.")
    return 1 if faults and "--check" in arguments else 0


def updated(path: Path, texts: Catalog) -> bytes:
    """Return what the file at `path` should hold: every text, sorted, and no dates."""
    catalog = _read(path)
    catalog.update(texts, update_header_comment=False)
    catalog.obsolete.clear()
    written = io.BytesIO()
    write_po(written, catalog, width=WIDTH, omit_header=True, sort_output=True, include_lineno=False)
    return _header(_language(path)).encode() + written.getvalue()


def faults_of(path: Path, texts: Catalog) -> Iterator[str]:
    """Yield a sentence for everything that the translation at `path` lacks, or has too much."""
    catalog, language = _read(path), _language(path)
    for text in texts:
        if not text.id:
            continue
        found = catalog.get(text.id, text.context)
        for lack in _lacks(found, text):
            yield f"{language}: {_first(text)!r} {lack}"
    for message in [*catalog, *catalog.obsolete.values()]:
        if message.id and texts.get(message.id, message.context) is None:
            yield f"{language}: {_first(message)!r} is no longer shown anywhere"


def placeholders(text: str) -> frozenset[str]:
    """Return the names that are filled in, written `{name}` or `%(name)s`.

    >>> sorted(placeholders("{days} days, %(minutes)s minutes"))
    ['days', 'minutes']
    """
    named = (field for _, field, _, _ in string.Formatter().parse(text) if field is not None)
    return frozenset([*named, *_PERCENT.findall(text)])


def _lacks(found: Message | None, text: Message) -> Iterator[str]:
    """Yield what is wrong with the translation of one text."""
    if found is None:
        yield "is not in the file"
        return
    ids, strings = _forms(text.id), _forms(found.string)
    if not all(strings) or len(strings) < len(ids):
        yield "is not translated"
        return
    if found.fuzzy:
        yield "is fuzzy: look at it, and take the mark away"
    yield from (f"cannot be compiled: {error}" for error in found.check())
    wanted = placeholders(ids[-1])
    for form in strings:
        given = placeholders(form)
        if not placeholders(ids[0]) <= given or not given <= wanted:
            yield f"has other placeholders in {form!r}"
        if len(_MARKS.findall(form)) != len(_MARKS.findall(ids[-1])):
            yield f"has other marks in {form!r}"


def _forms(text: str | Sequence[str] | None) -> tuple[str, ...]:
    return (text or "",) if isinstance(text, str | None) else tuple(text)


def _first(message: Message) -> str:
    return _forms(message.id)[0]


def _language(path: Path) -> str:
    return path.parent.parent.name


def _read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=_language(path))


def _header(language: str) -> str:
    """Return the head of a file: its language and its plural, and nothing that changes by itself."""
    lines = (
        f"Language: {language}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
        f"Plural-Forms: {get_plural(language).plural_forms}",
    )
    entries = "".join(f'"{line}\\n"\n' for line in lines)
    return f'# The texts of Lumbar. `make messages` brings this file up to date.\nmsgid ""\nmsgstr ""\n{entries}\n'


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

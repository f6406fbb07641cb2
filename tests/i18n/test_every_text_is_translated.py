"""Nothing that is shown lacks its translation, and the tool that says so notices what is wrong."""

import re
from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from lumbar.catalogue.exercise import Language
from lumbar.catalogue.language import forbidden_words
from tools.messages import WIDTH, faults_of, files, placeholders, updated
from tools.texts import TEMPLATES, every_text, python_texts, template_texts

TEXTS = every_text()
PROFESSIONS = re.compile(r"physiotherapist|fisioterapeuta", re.IGNORECASE)  # whom to ask, not what Lumbar does


def written(folder: Path, *entries: str) -> Path:
    """Return a Spanish file with these entries."""
    path = folder / "es" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    path.write_text("\n".join((head, *entries)), encoding="utf-8")
    return path


def said(*ids: str | tuple[str, str]) -> Catalog:
    """Return texts to be translated."""
    catalog = Catalog()
    for one in ids:
        catalog.add(one)
    return catalog


def by_text(catalog: Catalog) -> dict[str, str]:
    """Return the translation of every text; both written out where there are two forms."""
    return {repr(tuple(m.id)): repr(tuple(m.string or ())) for m in catalog if m.id}


@pytest.mark.parametrize("path", files(), ids=lambda path: path.parent.parent.name)
def test_every_text_has_its_translation(path: Path) -> None:
    assert list(faults_of(path, TEXTS)) == []


@pytest.mark.parametrize("path", files(), ids=lambda path: path.parent.parent.name)
def test_the_file_is_as_the_tool_writes_it(path: Path) -> None:
    assert path.read_bytes() == updated(path, TEXTS)


def test_spanish_is_there_and_what_is_compiled_is_what_is_written() -> None:
    (spanish,) = files()
    with spanish.open("rb") as source, spanish.with_suffix(".mo").open("rb") as compiled:
        texts, made = read_po(source, locale="es"), read_mo(compiled)
    assert by_text(texts) == by_text(made)


def test_no_text_says_what_lumbar_does_not_do() -> None:
    def unfit(text: str | tuple[str, ...] | list[str], language: Language) -> list[str]:
        forms = (text,) if isinstance(text, str) else tuple(text)
        return [word for form in forms for word in forbidden_words(PROFESSIONS.sub("", form), language)]

    for path in files():
        with path.open("rb") as file:
            for message in read_po(file, locale="es"):
                assert not unfit(message.id or "", "en"), message.id
                assert not unfit(message.string or "", "es"), message.string


def test_no_template_says_what_lumbar_does_not_do() -> None:
    for path in TEMPLATES.rglob("*.html"):
        text = PROFESSIONS.sub("", path.read_text(encoding="utf-8"))
        assert list(forbidden_words(text, "en")) == [], path


def test_spanish_is_not_much_longer_where_room_is_short() -> None:
    with files()[0].open("rb") as file:
        short = [m for m in read_po(file, locale="es") if isinstance(m.id, str) and 0 < len(m.id) <= 12]
    long = {m.id: m.string for m in short if len(str(m.string)) > 30}
    assert long == {}, "a button or a heading grows to three times its size"


def test_templates_give_their_texts_however_they_are_marked() -> None:
    source = """{% load i18n %}<p>Unmarked</p>{% translate "One" %}{% translate 'Two' as two %}
      {% blocktranslate with day=about|date:_("l j F") trimmed %}
        On {{ day }}
        again{% endblocktranslate %}
    {% blocktranslate count n=sets %}{{ n }} set{% plural %}{{ n }} sets{% endblocktranslate %}
    {% translate "May" context "month" %}{% if a %}{% include "x.html" with word=_("Three") %}{% endif %}"""
    assert list(template_texts(source)) == [
        ("One", None),
        ("Two", None),
        ("l j F", None),
        ("On %(day)s again", None),
        (("%(n)s set", "%(n)s sets"), None),
        ("May", "month"),
        ("Three", None),
    ]


def test_python_gives_the_texts_of_every_kin_of_gettext() -> None:
    source = """
gettext("One")
_("Two " "and more")
gettext_noop("Three"), gettext_lazy("Four")
ngettext("{n} set", "{n} sets", n)
pgettext("month", "May")
gettext(name)
print("Not shown")
"""
    assert list(python_texts(source)) == [
        ("One", None),
        ("Two and more", None),
        ("Three", None),
        ("Four", None),
        (("{n} set", "{n} sets"), None),
        ("May", "month"),
    ]


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ("", "is not in the file"),
        ('msgid "{n} sets of {all}"\nmsgstr ""', "is not translated"),
        ('#, fuzzy\nmsgid "{n} sets of {all}"\nmsgstr "{n} de {all}"', "is fuzzy"),
        ('msgid "{n} sets of {all}"\nmsgstr "{n} series"', "has other placeholders"),
        ('msgid "{n} sets of {all}"\nmsgstr "{n} de {all} o {more}"', "has other placeholders"),
        ('msgid "{n} sets of {all}"\nmsgstr "*{n}* de {all}"', "has other marks"),
        ('msgid "{n} sets of {all}"\nmsgstr "{n} de {all}"\n\nmsgid "Old"\nmsgstr "Viejo"', "no longer shown"),
        ('msgid "{n} sets of {all}"\nmsgstr "{n} de {all}"\n\n#~ msgid "Old"\n#~ msgstr "Viejo"', "no longer shown"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, entry: str, fault: str) -> None:
    (told,) = faults_of(written(tmp_path, entry), said("{n} sets of {all}"))
    assert fault in told


def test_a_text_that_reads_as_a_format_of_python_is_found_before_it_stops_the_setup(tmp_path: Path) -> None:
    text = "{percent} % of the way"  # "% o" asks Python for an octal number
    path = written(tmp_path, f'msgid "{text}"\nmsgstr "{{percent}} % del recorrido"')
    (told,) = faults_of(path, said(text))
    assert "cannot be compiled" in told


def test_a_counted_text_needs_both_its_forms(tmp_path: Path) -> None:
    texts = said(("one set", "{n} sets"))
    entry = 'msgid "one set"\nmsgid_plural "{n} sets"\nmsgstr[0] "una serie"\nmsgstr[1] "%s"'
    assert list(faults_of(written(tmp_path / "whole", entry % "{n} series"), texts)) == []
    assert "is not translated" in next(faults_of(written(tmp_path / "half", entry % ""), texts))


def test_updating_keeps_what_is_translated_and_drops_what_is_gone(tmp_path: Path) -> None:
    path = written(tmp_path, 'msgid "Set"\nmsgstr "Serie"', 'msgid "Gone long ago"\nmsgstr "Ido"')
    path.write_bytes(updated(path, said("Set", "Brand new")))
    assert list(faults_of(path, said("Set", "Brand new"))) == ["es: 'Brand new' is not translated"]
    text = path.read_text(encoding="utf-8")
    assert 'msgstr "Serie"' in text
    assert "Gone" not in text


def test_updating_twice_changes_nothing_and_writes_no_date(tmp_path: Path) -> None:
    path = written(tmp_path, 'msgid "Set"\nmsgstr "Serie"')
    path.write_bytes(updated(path, TEXTS))
    assert updated(path, TEXTS) == path.read_bytes()
    text = path.read_text(encoding="utf-8")
    assert "Date" not in text
    assert max(map(len, text.splitlines())) <= WIDTH + 120  # a list of files is on one line


def test_both_ways_of_filling_in_are_seen() -> None:
    assert placeholders("{days} of %(all)s, 5 % more, {}") == {"days", "all", ""}

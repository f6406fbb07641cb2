"""C010: an exercise is known by one name."""

import re
from collections.abc import Iterator
from typing import Final

from lumbar.catalogue.near import quoted
from lumbar.catalogue.rule import Case, Finding, rule, stem

KEBAB: Final = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


@rule("C010", "bronze")
def id_is_file_name(case: Case) -> Iterator[Finding]:
    """The id is the name of the file.

    Whoever knows the id can then open the file, and two files cannot quietly claim one id.
    """
    name = stem(case.file)
    if case.exercise.id != name:
        yield Finding(("id",), f"the id {quoted(case.exercise.id)} is not the file's name", f"Write {quoted(name)}.")


@rule("C011", "bronze")
def id_is_kebab_case(case: Case) -> Iterator[Finding]:
    """The id is in kebab case: lower-case words joined by hyphens.

    Ids stand in addresses, journals and archives, and are never translated.
    """
    if not KEBAB.fullmatch(case.exercise.id):
        yield Finding(("id",), f"the id {quoted(case.exercise.id)} is not in kebab case", "Write it like “bird-dog”.")


@rule("C012", "bronze")
def id_is_unique(case: Case) -> Iterator[Finding]:
    """No other file has the same id.

    A journal entry must always mean the same exercise. The file that bears the id as its name keeps it.
    """
    if stem(case.file) == case.exercise.id:
        return
    others = [file for file in case.shelf.files.get(case.exercise.id, ()) if file != case.file]
    if others:
        yield Finding(("id",), f"the id {quoted(case.exercise.id)} is also claimed by {', '.join(others)}")

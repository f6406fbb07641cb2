"""From the text of a catalogue file to its value, with every fault in its shape.

What the shape cannot say (does the neighbour exist, is the dose sane) is asked by the rules; `check.py` joins both.
The tier is bronze until the rules have spoken.
"""

from lumbar.catalogue.catalogue import Source
from lumbar.catalogue.document import parse_document
from lumbar.catalogue.exercise import Exercise, SourceId
from lumbar.catalogue.exercise_reader import read_exercise
from lumbar.catalogue.fault import Fault
from lumbar.catalogue.kind import TEXT
from lumbar.catalogue.reader import Reader


def parse_exercise(text: str, file: str) -> tuple[Exercise | None, tuple[Fault, ...]]:
    """Return the exercise that `text` describes, or nothing, and every fault in its shape.

    Args:
        text: The whole file; anything at all may be in it.
        file: Its name, for the faults.
    """
    document = parse_document(text, file)
    exercise = read_exercise(document.reader)
    faults = document.faults()
    return (None if faults else exercise), faults


def parse_sources(text: str, file: str) -> tuple[tuple[Source, ...], tuple[Fault, ...]]:
    """Return the sources that `text` lists, each a `[[source]]`, and every fault in its shape.

    A source that is wrong takes the others with it: what they are cited for could not be trusted.
    """
    document = parse_document(text, file)
    sources = tuple(_source(reader) for reader in document.reader.tables("source"))
    faults = document.faults()
    return (() if faults else sources), faults


def _source(reader: Reader) -> Source:
    return Source(SourceId(reader.read("id", TEXT)), reader.read("title", TEXT), reader.read("url", TEXT, ""))

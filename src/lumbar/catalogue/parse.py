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
from lumbar.catalogue.near import quoted
from lumbar.catalogue.reader import Reader
from lumbar.catalogue.reading import SOURCE_TWICE


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
    """Return the sources that `text` lists, each a `[[source]]`, and every fault.

    A source without an id or a title is left out; the others stand.
    """
    document = parse_document(text, file)
    sources: dict[SourceId, Source] = {}
    for reader in document.reader.tables("source"):
        source = _source(reader)
        if source.id in sources:
            reader.blame(SOURCE_TWICE, ("id",), f"the source {quoted(source.id)} is there twice")
        elif source.id and source.title:
            sources[source.id] = source
    return tuple(sources.values()), document.faults()


def _source(reader: Reader) -> Source:
    return Source(SourceId(reader.read("id", TEXT)), reader.read("title", TEXT), reader.read("url", TEXT, ""))

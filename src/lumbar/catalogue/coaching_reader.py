"""Read the `[camera]` table of an exercise."""

from types import MappingProxyType
from typing import Final

from lumbar.catalogue.coaching import ANGLE_NAMES, MOMENTS, VIEWS, Coaching, Judged
from lumbar.catalogue.kind import FLAG, NUMBER, TEXT
from lumbar.catalogue.near import hint
from lumbar.catalogue.reader import Reader
from lumbar.catalogue.reading import UNKNOWN_WORD

REACH: Final = 0.7  # of the way from rest to peak: what a full repetition needs; ours


def read_coaching(reader: Reader) -> Coaching:
    """Read what the camera makes of an exercise; meaningless once `reader` has noted faults."""
    return Coaching(
        view=reader.word("view", VIEWS),
        moves=reader.words("moves", ANGLE_NAMES),
        steady=MappingProxyType(_steady(reader)),
        reach=reader.read("reach", NUMBER, REACH),
        alone=reader.read("alone", FLAG, default=False),
        judged=tuple(map(_judged, reader.tables("judged", required=False))),
        short=reader.read("short", TEXT, ""),
        unseen=reader.texts("unseen", ()),
        source=reader.read("source", TEXT),
    )


def _steady(reader: Reader) -> dict[str, float]:
    told = reader.numbers("steady") if reader.has("steady") else {}
    for name in told:
        if name not in ANGLE_NAMES:
            reader.blame(UNKNOWN_WORD, ("steady", name), f"“{name[:40]}” is not an angle", hint(name, ANGLE_NAMES))
    return told


def _judged(reader: Reader) -> Judged:
    return Judged(
        angle=reader.word("angle", ANGLE_NAMES),
        at=reader.word("at", MOMENTS),
        tolerance_deg=reader.read("tolerance_deg", NUMBER),
        over=reader.read("over", TEXT, ""),
        under=reader.read("under", TEXT, ""),
    )

"""Read an `Exercise` from the table of its file, part by part; the parts stand here in the order of the file."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal

from lumbar.catalogue.coaching_reader import read_coaching
from lumbar.catalogue.exercise import (
    LANGUAGES,
    STAGES,
    Claim,
    Equipment,
    Exercise,
    ExerciseId,
    ExerciseText,
    Fact,
    FlagId,
    Group,
    HeavyHinge,
    Language,
    LoadRule,
    Muscles,
    Neighbours,
    Pattern,
    Position,
    PublishedLoad,
    Rung,
    SideMode,
    SourceId,
    Tempo,
)
from lumbar.catalogue.kind import FLAG, NUMBER, PAIR, TEXT, WHOLE
from lumbar.catalogue.motion_reader import read_motion
from lumbar.catalogue.reader import Reader

FIRST: Final[tuple[Literal["lift", "lower"], ...]] = ("lift", "lower")
EVIDENCE: Final[tuple[Literal["measured", "secondary"], ...]] = ("measured", "secondary")
HOLD_AT: Final[tuple[Literal["top", "bottom"], ...]] = ("top", "bottom")
SAID: Final[tuple[Literal["lift", "tighten", "go"], ...]] = ("lift", "tighten", "go")


def read_exercise(reader: Reader) -> Exercise:
    """Read a whole exercise; meaningless once `reader` has noted faults."""
    reader.read("no_cautions_because", TEXT, "")  # kept in the data; the rule of cautions asks for it
    return Exercise(
        id=ExerciseId(reader.read("id", TEXT)),
        stage=reader.word("stage", STAGES),
        group=reader.word("group", tuple(Group)),
        position=reader.word("position", tuple(Position)),
        patterns=reader.words("patterns", tuple(Pattern)),
        side=reader.word("side", tuple(SideMode)),
        equipment=tuple(frozenset(need) for need in reader.word_lists("equipment", tuple(Equipment))),
        heavy_hinge=reader.word("heavy_hinge", tuple(HeavyHinge)),
        rest_s=reader.read("rest_s", WHOLE),
        tempo=_tempo(reader.table("tempo")),
        rungs=tuple(_rung(rung) for rung in reader.tables("ladder")),
        trained_rung=reader.read("trained_rung", WHOLE),
        load=_load(reader.table("load")) if reader.has("load") else None,
        short_reps=reader.read("short_reps", WHOLE) if reader.has("short_reps") else None,
        follows=ExerciseId(reader.read("follows", TEXT)) if reader.has("follows") else None,
        neighbours=_neighbours(reader.table("neighbours")),
        not_with=frozenset(map(FlagId, reader.texts("not_with", ()))),
        facts=tuple(_fact(fact) for fact in reader.tables("facts", required=False)),
        claims=tuple(_claim(claim) for claim in reader.tables("claims")),
        muscles=_muscles(reader.table("muscles")),
        texts=_texts(reader.table("text")),
        tier="bronze",
        motion=read_motion(reader.table("motion")) if reader.has("motion") else None,
        published_load=_published(reader.table("published_load")) if reader.has("published_load") else None,
        camera=read_coaching(reader.table("camera")) if reader.has("camera") else None,
        data=MappingProxyType({**reader.values, "tier": "bronze"}),
    )


def _tempo(reader: Reader) -> Tempo:
    return Tempo(
        lower_s=reader.read("lower_s", NUMBER),
        bottom_s=reader.read("bottom_s", NUMBER),
        lift_s=reader.read("lift_s", NUMBER),
        top_s=reader.read("top_s", NUMBER),
        first=reader.word("first", FIRST),
        hold_at=reader.word("hold_at", HOLD_AT),
        source=_source(reader),
        said=reader.word("said", SAID) if reader.has("said") else "lift",
    )


def _rung(reader: Reader) -> Rung:
    reps = reader.read("reps", WHOLE)
    return Rung(
        sets=reader.read("sets", WHOLE),
        reps=reps,
        reps_top=reader.read("reps_top", WHOLE, reps),
        hold_s=reader.read("hold_s", WHOLE, 0),
        loaded=reader.read("loaded", FLAG, default=False),
        published=reader.read("published", FLAG, default=False),
        source=_source(reader),
    )


def _load(reader: Reader) -> LoadRule:
    share = reader.table("share_of") if reader.has("share_of") else None
    return LoadRule(
        of_clean=reader.pair("of_clean"),
        of_deadlift=reader.pair("of_deadlift"),
        share_of=(ExerciseId(share.read("exercise", TEXT)), share.read("ratio", NUMBER)) if share else None,
        with_equipment=frozenset(reader.words("with", tuple(Equipment))),
        source=_source(reader),
    )


def _published(reader: Reader) -> PublishedLoad:
    return PublishedLoad(reader.read("compression_n", NUMBER), reader.word("evidence", EVIDENCE), _source(reader))


def _neighbours(reader: Reader) -> Neighbours:
    easier, equal, harder = (tuple(map(ExerciseId, reader.texts(key, ()))) for key in ("easier", "equal", "harder"))
    return Neighbours(easier, equal, harder)


def _fact(reader: Reader) -> Fact:
    value: float | tuple[float, float]
    if reader.holds_list("value"):
        low, high = reader.read("value", PAIR)
        value = (low, high)
    else:
        value = reader.read("value", NUMBER)
    return Fact(reader.read("id", TEXT), value, reader.read("unit", TEXT), _source(reader))


def _claim(reader: Reader) -> Claim:
    return Claim(reader.read("what", TEXT), _source(reader))


def _muscles(reader: Reader) -> Muscles:
    return Muscles(reader.texts("most"), reader.texts("also", ()), reader.texts("steadying", ()))


def _texts(reader: Reader) -> Mapping[Language, ExerciseText]:
    """Read the words; English stands in for a language that is missing, which a rule then asks for."""
    english = _text(reader.table("en"))
    texts = {language: _text(reader.table(language)) for language in LANGUAGES[1:] if reader.has(language)}
    return MappingProxyType({language: texts.get(language, english) for language in LANGUAGES})


def _text(reader: Reader) -> ExerciseText:
    return ExerciseText(
        name=reader.read("name", TEXT),
        also_called=reader.read("also_called", TEXT, ""),
        summary=reader.read("summary", TEXT),
        set_up=reader.read("set_up", TEXT),
        steps=reader.texts("steps"),
        cues=reader.texts("cues"),
        breathing=reader.read("breathing", TEXT),
        picture=reader.read("picture", TEXT),
        cautions=reader.texts("cautions"),
        stand_ins=reader.read("stand_ins", TEXT, ""),
        benefit=reader.read("benefit", TEXT),
    )


def _source(reader: Reader) -> SourceId:
    return SourceId(reader.read("source", TEXT))

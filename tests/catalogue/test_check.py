"""A catalogue is built from whatever stands, and everything else is said."""

from hypothesis import given, settings
from hypothesis import strategies as st

from lumbar.catalogue.check import build_catalogue, find_statuses
from lumbar.catalogue.exercise import ExerciseId, FlagId, SourceId
from lumbar.catalogue.parse import parse_exercise, parse_sources
from lumbar.catalogue.tier import tier_of
from tests.catalogue.good_files import BRIDGE, DEADLIFT, EXAMPLE, FILE, GOOD, SOURCES, changed

SHARE_OF = 'share_of = { exercise = "romanian-deadlift", ratio = 0.4 }'


def test_what_leans_on_a_broken_exercise_is_left_out_without_a_word_about_it() -> None:
    catalogue, faults = build_catalogue(GOOD | {"romanian-deadlift.toml": "reps"}, SOURCES)
    assert set(catalogue.exercises) == {"glute-bridge"}
    assert {fault.file for fault in faults} == {"romanian-deadlift.toml"}


def test_neighbours_that_are_gone_are_dropped() -> None:
    text = changed(EXAMPLE, (SHARE_OF, ""))
    catalogue, _ = build_catalogue(GOOD | {FILE: text, "romanian-deadlift.toml": "="}, SOURCES)
    neighbours = catalogue.exercise("staggered-hinge").neighbours
    assert (neighbours.easier, neighbours.harder) == (("glute-bridge",), ())


def test_a_circle_of_harder_exercises_stands_without_neighbours() -> None:
    deadlift = changed(DEADLIFT, ("[neighbours]", '[neighbours]\nharder = ["glute-bridge"]'))
    catalogue, faults = build_catalogue(GOOD | {"romanian-deadlift.toml": deadlift}, SOURCES)
    assert len(catalogue.exercises) == 3
    assert not any(e.neighbours.easier or e.neighbours.harder for e in catalogue)
    assert [fault.code for fault in faults] == ["C072"] * 3


def test_the_file_that_bears_the_id_as_its_name_keeps_it() -> None:
    thief = changed(BRIDGE, ("stage = 3", "stage = 4"))
    catalogue, faults = build_catalogue(GOOD | {"a.toml": thief, "z.toml": thief}, SOURCES)
    assert catalogue.exercise("glute-bridge").stage == 3
    assert {fault.file for fault in faults} == {"a.toml", "z.toml"}
    assert "also claimed by glute-bridge.toml, z.toml" in str(faults[1])


def test_a_language_that_is_missing_costs_silver_and_english_stands_in() -> None:
    text = EXAMPLE[: EXAMPLE.index("[text.es]")]
    catalogue, _ = build_catalogue(GOOD | {FILE: text}, SOURCES)
    exercise = catalogue.exercise("staggered-hinge")
    assert exercise.tier == exercise.data["tier"] == "bronze"
    assert exercise.texts["es"] == exercise.texts["en"]


def test_the_state_of_every_rule_is_said_with_its_reason() -> None:
    statuses = find_statuses(GOOD, SOURCES)[ExerciseId("glute-bridge")]
    states = {status.rule.code: (status.state, status.reason) for status in statuses}
    assert states["C040"] == ("done", "")
    assert states["C044"] == ("exempt", "It is not a stretch.")
    assert states["C091"] == (
        "todo",
        "Films of people are not part of the project; films made from the key poses stand in, in the tests.",
    )
    assert tier_of(statuses) == "silver"


def test_flags_are_those_of_the_screening_that_is_given() -> None:
    _, faults = build_catalogue(GOOD, SOURCES, frozenset({FlagId("pregnant")}))
    assert {fault.code for fault in faults} == {"C063"}


def test_a_broken_source_is_said_and_the_others_stand() -> None:
    catalogue, faults = build_catalogue(GOOD, SOURCES + '[[source]]\nid = "text-2"\nname = "A text"')
    assert {exercise.tier for exercise in catalogue} == {"silver"}
    assert set(catalogue.sources) == {"ours", "text-1"}
    assert [str(fault) for fault in faults] == [
        "sources.toml:7: C003 “source.title” is missing. It is text.",
        "sources.toml:9: C002 “source.name” is not a key that is known. There are: id, title, url.",
    ]


def test_a_source_listed_twice_is_said_and_the_first_stands() -> None:
    catalogue, faults = build_catalogue(GOOD, SOURCES + '[[source]]\nid = "ours"\ntitle = "Mine"')
    assert catalogue.sources[SourceId("ours")].title == "Our choice"
    assert [(fault.code, fault.line) for fault in faults] == [("C006", 8)]


def test_a_list_of_sources_that_cannot_be_read_is_blamed_once_and_costs_silver() -> None:
    catalogue, faults = build_catalogue(GOOD, "[[source]")
    assert {exercise.tier for exercise in catalogue} == {"bronze"}
    assert [(fault.file, fault.code) for fault in faults] == [("sources.toml", "C001")]


def test_the_data_holds_the_keys_of_the_file() -> None:
    exercise, _ = parse_exercise(DEADLIFT, "romanian-deadlift.toml")
    assert exercise is not None
    assert exercise.data["load"] == {"of_clean": [0.7, 1.0], "with": ["dumbbell", "plate"], "source": "ours"}
    assert (exercise.data["id"], exercise.data["tier"]) == ("romanian-deadlift", "bronze")


def _mangled(cut: int, length: int, instead: str) -> str:
    return EXAMPLE[:cut] + instead + EXAMPLE[cut + length :]


MANGLED = st.builds(
    _mangled,
    st.integers(0, len(EXAMPLE)),
    st.integers(0, 60),
    st.text(max_size=8) | st.sampled_from(["[", "{", '"""', "= 1"]),
)
BYTES = st.binary(max_size=60).map(lambda data: data.decode("utf-8", "surrogateescape"))


@settings(max_examples=150)
@given(st.text(max_size=80) | BYTES | MANGLED)
def test_no_text_breaks_the_reader_and_none_is_lost_in_silence(text: str) -> None:
    exercise, faults = parse_exercise(text, FILE)
    assert (exercise is None) == bool(faults)
    assert all(0 <= fault.line <= text.count("\n") + 1 and fault.code and fault.message for fault in faults)
    str(faults).encode()
    parse_sources(text, "sources.toml")


@settings(max_examples=60)
@given(st.text(max_size=80) | BYTES | MANGLED)
def test_no_text_of_one_file_takes_the_others_down(text: str) -> None:
    catalogue, faults = build_catalogue(GOOD | {"new.toml": text}, SOURCES)
    assert {"staggered-hinge", "glute-bridge", "romanian-deadlift"} <= catalogue.exercises.keys()
    assert {"new.toml"} == {fault.file for fault in faults}


def test_deep_nesting_and_endless_numbers_are_faults_like_others() -> None:
    for text in ("a = " + "[" * 5000, "rest_s = " + "9" * 5000, "rest_s = 0x" + "f" * 5000, "stage = 0x" + "f" * 5000):
        exercise, faults = parse_exercise(text, FILE)
        assert exercise is None
        assert {fault.code for fault in faults} & {"C001", "C004"}

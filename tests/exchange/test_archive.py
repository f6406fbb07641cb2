"""The archive reads back what it wrote, and says everything that is wrong with anything else."""

import json
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from string import Formatter
from typing import Any, get_type_hints
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import lumbar.training.horizon  # noqa: F401 -- with it every rule is registered
from lumbar.catalogue.exercise import ExerciseId
from lumbar.errors import ArchiveError
from lumbar.exchange.archive import dump_archive, event_from_dict, event_to_dict, parse_archive
from lumbar.exchange.limits import FIELD_LIMITS
from lumbar.exchange.to_plain import to_plain
from lumbar.journal.event import KINDS, EventId, SessionId, SetDone, Work
from lumbar.journal.prescription import Prescription, Reason, SessionPlan, WarmUpSet
from lumbar.journal.profile import Lifts, Profile, RepSet, Weights
from lumbar.training.rules import RULES
from tests.builders import Scribe, prescription
from tests.exchange.event_strategies import events

SET = SetDone(
    id=EventId(UUID(int=1)),
    at=datetime(2026, 1, 5, 18, 30, tzinfo=UTC),
    on=date(2026, 1, 5),
    session=SessionId(UUID(int=2)),
    exercise=ExerciseId("bird-dog"),
    number=1,
    target_reps=10,
    target_hold_s=2,
    target_load_kg=None,
    both=None,
    left=Work(10, 2.0),
    right=Work(9, 2.0),
    load_kg=None,
    rir=3,
    pain=0,
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


def faults_of(**changes: Any) -> tuple[str, ...]:  # noqa: ANN401 -- anything may come in
    """Return what is said of the example set with `changes` in its plain form."""
    data: dict[str, object] = {**event_to_dict(SET), **changes}
    with pytest.raises(ArchiveError) as caught:
        event_from_dict(data)
    return caught.value.faults


@given(st.lists(events(), max_size=4))
@settings(max_examples=60, deadline=None)
def test_what_is_dumped_is_parsed_back_unchanged(journal: list[Any]) -> None:
    assert parse_archive(dump_archive(journal)) == tuple(journal)


@given(events())
@settings(max_examples=30, deadline=None)
def test_equal_events_give_equal_text(event: Any) -> None:  # noqa: ANN401 -- drawn
    assert dump_archive([event_from_dict(event_to_dict(event))]) == dump_archive([event])


@given(st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_no_text_brings_the_reader_down(text: str) -> None:
    with pytest.raises(ArchiveError):
        parse_archive(text)


@given(st.data(), JSON)
@settings(max_examples=150, deadline=None)
def test_no_value_in_any_field_brings_the_reader_down(data: st.DataObject, value: object) -> None:
    plain: dict[str, object] = dict(event_to_dict(data.draw(events())))
    where: Any = plain
    while True:
        key = data.draw(st.sampled_from(sorted(where) if isinstance(where, dict) else range(len(where))))
        if not isinstance(where[key], dict | list) or not where[key] or data.draw(st.booleans()):
            break
        where = where[key]
    where[key] = value
    try:
        event_to_dict(event_from_dict(plain))
    except ArchiveError as error:
        assert error.faults  # noqa: PT017 -- whether it raises depends on the draw


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '{"a": ' + "9" * 5000 + "}", "NaN", ""], ids=["deep", "long", "nan", "empty"]
)
def test_hostile_text_is_refused_with_a_message(text: str) -> None:
    with pytest.raises(ArchiveError):
        parse_archive(text)


def test_an_event_is_written_as_the_format_says() -> None:
    assert event_to_dict(SET) == {
        "kind": "set-done",
        "id": "00000000-0000-0000-0000-000000000001",
        "at": "2026-01-05T18:30:00Z",
        "on": "2026-01-05",
        "supersedes": None,
        "session": "00000000-0000-0000-0000-000000000002",
        "exercise": "bird-dog",
        "number": 1,
        "target_reps": 10,
        "target_hold_s": 2,
        "target_load_kg": None,
        "both": None,
        "left": {"reps": 10, "hold_s": 2.0},
        "right": {"reps": 9, "hold_s": 2.0},
        "load_kg": None,
        "rir": 3,
        "pain": 0,
        "counted_by": None,
    }


def test_every_fault_is_found_at_once_with_its_place() -> None:
    text = json.dumps(
        {
            "format": "lumbar-archive",
            "version": 1,
            "events": [event_to_dict(SET), {**event_to_dict(SET), "pain": 11, "rirr": 2, "left": {"reps": "ten"}}],
        }
    )
    with pytest.raises(ArchiveError) as caught:
        parse_archive(text)
    assert caught.value.faults == (
        "events[1].rirr: unknown key. Did you mean “rir”?",
        "events[1].left.reps: “ten” is not a whole number",
        "events[1].left.hold_s: is missing",
        "events[1].pain: 11 is not between 0 and 10",
    )


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("rir", 5, "rir: 5 is not between 0 and 4"),
        ("rir", True, "rir: true is not a whole number"),
        ("load_kg", 500.5, "load_kg: 500.5 is not between 0 and 500"),
        ("load_kg", float("nan"), "load_kg: that number is not between 0 and 500"),
        ("target_reps", 201, "target_reps: 201 is not between 0 and 200"),
        ("on", "1899-12-31", "on: 1899-12-31 is not between 1900-01-01 and 2199-12-31"),
        ("on", "2026-02-30", "on: “2026-02-30” is not a day such as 2026-01-05"),
        ("at", "2026-01-05T18:30:00", "at: “2026-01-05T18:30:00” is not a time in UTC such as 2026-01-05T18:30:00Z"),
        ("exercise", "Bird Dog", "exercise: “Bird Dog” is not an id such as bird-dog (small letters, digits, hyphens)"),
        ("id", "7", "id: “7” is not an id such as 123e4567-e89b-42d3-a456-426614174000"),
        ("kind", "set-don", "kind: “set-don” is not a kind of event. Did you mean “set-done”?"),
        ("left", None, ""),
        ("both", {"reps": 10, "hold_s": 2}, "a set has either `both`, or `left` and `right` (one of them may be null)"),
    ],
    ids=lambda value: str(value)[:24],
)
def test_a_value_out_of_its_range_is_refused_and_says_what_fits(field: str, value: object, said: str) -> None:
    if said:
        assert faults_of(**{field: value}) == (said,)
    else:
        assert event_from_dict({**event_to_dict(SET), field: value}) != SET


def test_a_time_in_another_zone_is_kept_in_utc() -> None:
    read = event_from_dict({**event_to_dict(SET), "at": "2026-01-05T19:30:00+01:00"})
    assert event_to_dict(read)["at"] == "2026-01-05T18:30:00Z"


def test_an_archive_of_a_later_version_is_refused_by_name() -> None:
    with pytest.raises(ArchiveError, match="version: 2 is not a version"):
        parse_archive('{"format": "lumbar-archive", "version": 2, "events": []}')


@pytest.mark.parametrize("text", ["{missing}", "{sets.real}", "{sets!r}", "{sets:>999999999}", "{", "{0}"], ids=str)
def test_a_reason_whose_sentence_cannot_be_formed_is_refused(text: str) -> None:
    plan = {
        "day": "2026-01-05", "number": 1, "place": "alone", "stage": 1, "items": [], "seconds": 0, "get_ups": 0,
        "relaxed": [{"rule": "r", "topic": "this", "text": text, "source": "ours", "values": {"sets": 2, "0": 1}}],
    }  # fmt: skip
    started = {
        "kind": "session-started", "id": str(UUID(int=3)), "at": "2026-01-05T18:30:00Z", "on": "2026-01-05",
        "session": str(UUID(int=2)), "plan": plan, "pain": 0, "readiness": "usual", "new_symptom": False,
    }  # fmt: skip
    with pytest.raises(ArchiveError, match=r"plan\.relaxed\[0\]: text"):
        event_from_dict(started)


def test_every_sentence_of_the_rules_is_one_that_an_archive_may_hold() -> None:
    for rule in RULES.values():
        asked = [(name, form) for _, name, form, _ in Formatter().parse(rule.text) if name is not None]
        values = {name: 1.0 if "f" in (form or "") else 1 for name, form in asked}
        reason = Reason(rule.id, "this", rule.text, rule.source, values)
        item = replace(prescription(), why=(reason,))
        started = Scribe().started(date(2026, 1, 5), item)
        assert event_from_dict(event_to_dict(started)) == started


def test_a_value_that_no_archive_knows_is_a_bug_and_not_written() -> None:
    with pytest.raises(TypeError, match="no plain form for complex"):
        to_plain(1j)


def test_every_number_that_can_come_in_has_its_limits() -> None:
    records = [*KINDS.values(), Work, SessionPlan, Prescription, WarmUpSet, Profile, Weights, Lifts, RepSet]
    numbers = {
        (cls, field.name)
        for cls in records
        for field in fields(cls)
        if get_type_hints(cls)[field.name] in (int, float, int | None, float | None, tuple[float, ...])
    }
    assert numbers == set(FIELD_LIMITS)

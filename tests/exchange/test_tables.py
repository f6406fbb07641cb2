"""The tables tell each side of each set, in units that the columns name, and corrections only as corrected."""

import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from hypothesis import given, settings
from hypothesis import strategies as st

from lumbar.catalogue.exercise import ExerciseId
from lumbar.exchange.tables import TABLES, build_tables
from lumbar.journal.corrections import resolve
from lumbar.journal.event import EventId, SessionEnded, SessionId, SessionStarted, SetDone, Work
from lumbar.journal.prescription import SessionPlan
from tests.exchange.event_strategies import events

AT = datetime(2026, 1, 5, 18, 0, tzinfo=UTC)
DAY = date(2026, 1, 5)
SESSION = SessionId(UUID(int=7))


def event_id(number: int) -> EventId:
    return EventId(uuid5(UUID(int=0), str(number)))


def rows(table: str, *journal: Any) -> list[dict[str, str]]:  # noqa: ANN401 -- any event
    return list(csv.DictReader(io.StringIO(build_tables(journal)[table], newline="")))


def set_done(number: int, **sides: Work | None) -> SetDone:
    return SetDone(
        id=event_id(number), at=AT + timedelta(minutes=number), on=DAY, session=SESSION,
        exercise=ExerciseId("bird-dog"), number=number, target_reps=10, target_hold_s=2, target_load_kg=None,
        both=sides.get("both"), left=sides.get("left"), right=sides.get("right"), load_kg=None, rir=3, pain=1,
    )  # fmt: skip


def test_left_and_right_have_a_row_each_with_target_beside_actual() -> None:
    left, right = rows("sets.csv", set_done(1, left=Work(10, 2.0), right=Work(8, 1.5)))
    assert (left["side"], left["target_reps"], left["reps"], left["hold_s"]) == ("left", "10", "10", "2.0")
    assert (right["side"], right["reps"], right["target_hold_s"], right["hold_s"]) == ("right", "8", "2", "1.5")
    assert left["at_utc"] == "2026-01-05T18:01:00Z"
    assert left["load_kg"] == ""


def test_a_correction_takes_the_place_of_what_it_corrects() -> None:
    first = set_done(1, both=Work(10, 0.0))
    fixed = replace(first, id=event_id(2), supersedes=first.id, both=Work(9, 0.0))
    (row,) = rows("sets.csv", first, fixed)
    assert row["reps"] == "9"


def test_of_two_corrections_of_one_set_only_the_last_is_told() -> None:
    first = set_done(1, both=Work(10, 0.0))
    fixed = [replace(first, id=event_id(n), supersedes=first.id, both=Work(n, 0.0)) for n in (8, 9)]
    (row,) = rows("sets.csv", first, *fixed)
    assert row["reps"] == "9"


def test_a_session_tells_when_it_ended_and_how_much_was_done() -> None:
    plan = SessionPlan(DAY, 1, "alone", 2, (), 600, 0, ())
    started = SessionStarted(
        id=event_id(10), at=AT, on=DAY, session=SESSION, plan=plan, pain=1, readiness="usual", new_symptom=False
    )
    ended = SessionEnded(id=event_id(11), at=AT + timedelta(minutes=12), on=DAY, session=SESSION, reason="done")
    (row,) = rows("sessions.csv", started, set_done(1, both=Work(5, 0)), set_done(2, both=Work(5, 0)), ended)
    assert (row["ended_at_utc"], row["sets"], row["ended"]) == ("2026-01-05T18:12:00Z", "2", "done")
    (still_open,) = rows("sessions.csv", started)
    assert (still_open["ended_at_utc"], still_open["ended"]) == ("", "")


@given(st.lists(events(), max_size=6, unique_by=lambda event: event.id))
@settings(max_examples=40, deadline=None)
def test_every_table_has_its_columns_and_every_standing_side_its_row(journal: list[Any]) -> None:
    tables = build_tables(journal)
    for name, table in TABLES.items():
        assert tables[f"{name}.csv"].splitlines()[0] == ",".join(table.columns)
    sides = [
        side
        for event in resolve(journal)
        if isinstance(event, SetDone)
        for side in (event.both, event.left, event.right)
        if side is not None
    ]
    assert len(rows("sets.csv", *journal)) == len(sides)


def test_no_column_of_a_quantity_is_without_its_unit() -> None:
    unitless = {
        "hold",
        "load",
        "target_hold",
        "target_load",
        "height",
        "mass",
        "bar",
        "plates",
        "dumbbells",
        "pain",
        "at",
    }
    assert not unitless & {column for table in TABLES.values() for column in table.columns}

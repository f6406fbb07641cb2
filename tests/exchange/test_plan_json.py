"""The plan's plain form has the published shape to the letter."""

from dataclasses import replace
from datetime import date

from lumbar.app.shelf import load_catalogue
from lumbar.catalogue.exercise import ExerciseId, SideMode, SourceId
from lumbar.exchange.plan_json import day_to_dict, item_to_dict, reasons_to_list
from lumbar.journal.prescription import Prescription, Reason, SessionPlan

DAY = date(2026, 1, 5)
WHY = Reason("reps-up", "dose", "The target is now {reps}.", SourceId("text-2"), {"reps": 10})
ITEM = Prescription(
    exercise=ExerciseId("bird-dog"), stage=2, rung=1, sets=2, reps=10, reps_top=10, hold_s=2,
    side=SideMode.ALTERNATING, load_kg=None, comfortable=False, rest_s=45, light=False, warm_up=(),
    seconds=200, why=(WHY,),
)  # fmt: skip


def test_a_day_has_the_published_shape() -> None:
    catalogue = load_catalogue()
    plan = SessionPlan(DAY, 1, "alone", 2, (ITEM,), 601, 1, ())
    assert day_to_dict(DAY, [plan], catalogue) == {
        "date": "2026-01-05",
        "sessions": [
            {
                "place": "alone",
                "minutes": 11,
                "items": [
                    {
                        "exercise": "bird-dog",
                        "stage": 2,
                        "sets": 2,
                        "reps": 20,
                        "hold_s": 2,
                        "side": "alternating",
                        "load_kg": None,
                        "rest_s": 45,
                        "tempo": [2, 1, 2, 0],
                        "why": [
                            {
                                "rule": "reps-up",
                                "text": "The target is now 10.",
                                "source": catalogue.sources[SourceId("text-2")].title,
                            }
                        ],
                    }
                ],
            }
        ],
    }


def test_repetitions_are_counted_over_both_sides_only_where_they_alternate() -> None:
    catalogue = load_catalogue()
    assert item_to_dict(replace(ITEM, side=SideMode.LEFT_RIGHT), catalogue)["reps"] == 10
    assert item_to_dict(replace(ITEM, side=SideMode.BOTH), catalogue)["reps"] == 10


def test_loads_are_rounded_to_ten_grams() -> None:
    assert item_to_dict(replace(ITEM, load_kg=45.359237), load_catalogue())["load_kg"] == 45.36


def test_an_unknown_source_is_named_by_its_id() -> None:
    odd = replace(ITEM, why=(replace(WHY, source=SourceId("somewhere")),))
    assert reasons_to_list(odd.why, load_catalogue()) == [
        {"rule": "reps-up", "text": "The target is now 10.", "source": "somewhere"}
    ]

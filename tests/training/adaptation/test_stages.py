"""Stages by example: where one starts, what opens the next, what closes one."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from lumbar.catalogue.catalogue import Catalogue
from lumbar.catalogue.exercise import Equipment
from lumbar.journal.event import Work
from lumbar.training.stages import gates
from lumbar.training.standing import Gate
from tests.builders import BRIDGE, FIRST_DAY, FLAT, HOLDS, LOADED, PLANK, SHELF, prescription
from tests.training.adaptation.diary import Diary

BARBELL = frozenset({Equipment.BARBELL})


def gates_of(diary: Diary, catalogue: Catalogue = SHELF) -> dict[str, Gate]:
    assert diary.state.person is not None
    return {gate.rule: gate for gate in gates(diary.state, catalogue, diary.state.person)}


@pytest.mark.parametrize(("experience", "stage"), [("beginner", 1), ("returning", 1), ("trained", 2), ("lifter", 4)])
def test_experience_sets_the_first_stage(experience: str, stage: int) -> None:
    assert Diary(experience=experience).stage() == stage


def test_a_higher_experience_told_later_opens_its_stage_and_a_lower_one_closes_nothing() -> None:
    diary = Diary().train(FLAT)
    diary.write(diary.scribe.profile(diary.day, experience="trained"))
    assert diary.stage() == 2
    diary.write(diary.scribe.profile(diary.day, experience="beginner"))
    assert diary.stage() == 2


def test_two_good_weeks_open_the_next_stage() -> None:
    diary = Diary()
    for _ in range(13):
        diary.train(FLAT)
    assert diary.stage() == 1
    diary.train(FLAT)
    assert (diary.stage(), diary.state.stage_since) == (2, FIRST_DAY + timedelta(days=14))
    assert diary.decision() == "stage-up"


@pytest.mark.parametrize(
    ("every_day", "unmet"),
    [
        ({"pain": 4, "start": {"pain": 3}}, "gate-pain"),
        ({"rir": 2}, "gate-rir"),
        ({"asked": prescription(FLAT, sets=2)}, None),
    ],
)
def test_a_condition_that_is_not_met_keeps_the_stage(every_day: dict[str, Any], unmet: str | None) -> None:
    diary = Diary()
    for _ in range(16):
        diary.train(FLAT, **every_day)
    assert diary.stage() == (2 if unmet is None else 1)
    if unmet:
        assert [rule for rule, gate in gates_of(diary).items() if not gate.met] == [unmet]


def test_skipped_sets_keep_the_stage() -> None:
    diary = Diary()
    for _ in range(16):
        item = prescription(FLAT)
        start = diary.scribe.started(diary.day, item)
        diary.write(start, diary.scribe.set_done(start, item, 1))
        diary.pass_days().write(diary.scribe.morning(diary.day - timedelta(days=1)))
    assert diary.stage() == 1
    assert gates_of(diary)["gate-share"].standing == "50%"


def test_a_red_day_within_a_week_keeps_the_stage() -> None:
    diary = Diary()
    for number in range(16):
        diary.train(FLAT, morning=4 if number == 12 else 0)
    assert diary.stage() == 1
    assert not gates_of(diary)["gate-red"].met
    for _ in range(4):
        diary.train(FLAT)
    assert diary.stage() == 2


def test_two_red_days_in_a_week_go_a_stage_down_and_ask_the_questions_again() -> None:
    diary = Diary(experience="trained").train(FLAT, morning=5).train(FLAT).train(FLAT, morning=5)
    assert (diary.stage(), diary.state.stage_days) == (1, 0)
    assert diary.rescreen() == "rescreen-red"
    diary.write(diary.scribe.screened(diary.day))
    assert diary.rescreen() is None


def test_two_red_days_more_than_a_week_apart_keep_the_stage() -> None:
    diary = Diary(experience="trained").train(FLAT, morning=5)
    for _ in range(6):
        diary.train(FLAT)
    diary.train(FLAT, morning=5)
    assert (diary.stage(), diary.rescreen()) == (2, None)


def test_a_week_with_much_more_discomfort_goes_a_stage_down() -> None:
    diary = Diary(experience="trained", usual_pain=2)
    for number in range(14):
        diary.train(FLAT, pain=3 if number > 6 else 0, start={"pain": 2 if number > 6 else 0}, morning=2)
    assert diary.stage() == 1
    assert diary.decision() == "stage-down-pain"


class TestBeforeTheBarbell:
    """Stage 3 to 4: holds of the back, the side plank, four weeks of hinging."""

    def diary(self) -> Diary:
        diary = Diary(experience="trained", equipment=BARBELL)
        for _ in range(14):
            diary.train(BRIDGE)
        assert diary.stage() == 3
        return diary

    def live(self, diary: Diary, days: int, plank: Work) -> None:
        for _ in range(days):
            diary.train(BRIDGE, HOLDS)
            start = diary.scribe.started(diary.day, prescription(PLANK, 1))
            diary.write(start, diary.scribe.set_done(start, prescription(PLANK, 1), 1, left=plank))

    def test_all_conditions_together_open_stage_4(self) -> None:
        diary = self.diary()
        self.live(diary, 13, Work(12, 0.0))
        unmet = [rule for rule, gate in gates_of(diary).items() if not gate.met]
        assert "gate-hinge" not in unmet  # the weeks in stage 2 count: the pattern is what matters
        self.live(diary, 3, Work(12, 0.0))
        assert diary.stage() == 4

    def test_uneven_sides_do_not(self) -> None:
        diary = self.diary()
        self.live(diary, 20, Work(10, 0.0))
        assert diary.stage() == 3
        assert [rule for rule, gate in gates_of(diary).items() if not gate.met] == ["gate-side"]

    def test_the_shorter_side_counts(self) -> None:
        diary = self.diary()
        self.live(diary, 8, Work(11, 0.0))
        assert gates_of(diary)["gate-side"].standing == "44 s"

    def test_the_longest_holds_are_shown(self) -> None:
        diary = self.diary()
        self.live(diary, 8, Work(12, 0.0))
        found = gates_of(diary)
        assert found["gate-extensor"].standing == "120 s"
        assert found["gate-side"].standing == "48 s"

    def test_what_cannot_be_done_with_what_is_owned_is_left_out_and_said(self) -> None:
        diary = self.diary()
        self.live(diary, 3, Work(12, 0.0))
        needs_band = replace(PLANK, equipment=(frozenset({Equipment.BAND}),))
        shelf = Catalogue.of((*(e for e in SHELF if e.id != PLANK.id), needs_band), ())
        left_out = gates_of(diary, shelf)["gate-side-left-out"]
        assert left_out.met
        assert "nothing you own" in left_out.text

    def test_without_equipment_for_the_next_stage_nothing_opens(self) -> None:
        diary = Diary(experience="trained")
        for _ in range(40):
            diary.train(BRIDGE, HOLDS, PLANK)
        assert diary.stage() == 3
        assert list(gates_of(diary)) == ["gate-equipment"]


def test_a_sore_week_closes_one_stage_only() -> None:
    diary = Diary(experience="lifter", usual_pain=2)
    for number in range(14):
        diary.train(FLAT, pain=3 if number > 6 else 0, start={"pain": 2 if number > 6 else 0}, morning=2)
    assert diary.stage() == 3


def test_stage_4_has_no_further_conditions() -> None:
    diary = Diary(experience="lifter").train(LOADED)
    assert gates_of(diary) == {}

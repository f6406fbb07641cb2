"""Screening: who gets a plan, how gentle it is, and what the questions say."""

from datetime import date, timedelta

import pytest

from lumbar.catalogue.exercise import FlagId
from lumbar.catalogue.flags import FLAG_IDS
from lumbar.journal.profile import Person, Profile, Screening
from lumbar.training.flags import FLAGS, Flag
from lumbar.training.screening import Status, screen

TODAY = date(2026, 1, 5)


def person(*flags: str, cleared_on: date | None = None, age: int = 45) -> Person:
    return Person(Profile("beginner", age), Screening(frozenset(map(FlagId, flags)), cleared_on))


@pytest.mark.parametrize(
    ("flags", "cleared_days_ago", "status", "stage_cap"),
    [
        ((), None, "ok", 4),
        (("saddle-numbness",), None, "blocked", 0),
        (("saddle-numbness",), 0, "blocked", 0),
        (("fever-unwell",), None, "blocked", 0),
        (("fever-unwell",), 0, "ok", 4),
        (("fever-unwell",), 365, "ok", 4),
        (("fever-unwell",), 366, "blocked", 0),
        (("fever-unwell",), -1, "blocked", 0),
        (("pregnant",), None, "clearance", 0),
        (("pregnant",), 10, "ok", 4),
        (("first-pain-over-55",), 10, "gentle", 1),
        (("pain-6-or-more",), None, "gentle", 1),
        (("pain-6-or-more",), 0, "gentle", 1),
        (("pregnant", "chest-pain"), 0, "blocked", 0),
        (("pregnant", "pain-6-or-more"), 0, "gentle", 1),
    ],
)
def test_answers_decide_whether_there_is_a_plan(
    flags: tuple[str, ...], cleared_days_ago: int | None, status: Status, stage_cap: int
) -> None:
    cleared = None if cleared_days_ago is None else TODAY - timedelta(days=cleared_days_ago)
    verdict = screen(person(*flags, cleared_on=cleared), TODAY)
    assert (verdict.status, verdict.stage_cap) == (status, stage_cap)
    assert bool(verdict.advice) == (status != "ok")


@pytest.mark.parametrize("cleared_on", [None, TODAY])
def test_nobody_under_18_gets_a_plan_whatever_they_tick(cleared_on: date | None) -> None:
    verdict = screen(person(age=17, cleared_on=cleared_on), TODAY)
    assert verdict.status == "blocked"
    assert [flag.id for flag in verdict.flags] == ["under-18"]


def test_the_most_urgent_advice_stands_alone_and_once() -> None:
    verdict = screen(person("chest-pain", "both-legs", "fever-unwell", "pregnant"), TODAY)
    assert [str(reason) for reason in verdict.advice if "emergency" in str(reason)] == [str(verdict.advice[0])]


def test_an_old_yes_is_said_to_be_too_old() -> None:
    verdict = screen(person("pregnant", cleared_on=TODAY - timedelta(days=400)), TODAY)
    assert verdict.advice[0].rule == "clearance-expired"
    early = screen(person("pregnant", cleared_on=TODAY + timedelta(days=1)), TODAY)
    assert all(reason.rule != "clearance-expired" for reason in early.advice)


def test_the_flags_are_those_the_exercise_files_may_name() -> None:
    assert {flag.id for flag in FLAGS} == FLAG_IDS


@pytest.mark.parametrize("flag", FLAGS, ids=lambda flag: str(flag.id))
def test_every_flag_asks_one_question_names_its_sign_and_says_what_to_do(flag: Flag) -> None:
    assert flag.question.endswith("?")
    assert flag.question.count("?") == 1
    assert flag.sign.endswith(".")
    assert flag.advice.endswith(".")


@pytest.mark.parametrize("name", ["pregnant", "postpartum-12-weeks", "recovering-injury"])
def test_the_first_texts_caution_stands(name: str) -> None:
    flag = next(flag for flag in FLAGS if flag.id == name)
    assert "ask a qualified professional before you start" in flag.sign
    assert flag.source == "text-1"


def test_the_third_texts_caution_for_spine_and_discs_stands() -> None:
    flag = next(flag for flag in FLAGS if flag.id == "spine-or-disc")
    assert "medical advice" in flag.sign
    assert flag.source == "text-3"

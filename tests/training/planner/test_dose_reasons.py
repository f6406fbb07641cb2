"""The reason for a dose: where on its ladder it stands, and why there."""

from datetime import date

import pytest

from lumbar.catalogue.catalogue import Catalogue
from lumbar.catalogue.exercise import Exercise
from lumbar.journal.profile import Experience, Person, Profile
from lumbar.training.prescribe import prescribe
from lumbar.training.standing import Standing, State
from tests.builders import exercise, rung

DAY = date(2026, 1, 5)
LADDER = exercise("ladder", rung(6), rung(8), rung(10, published=True), rung(12), trained_rung=1)
SINGLE = exercise("single", rung(8))


def reasons(one: Exercise, experience: Experience, standing: Standing | None = None) -> list[str]:
    person = Person(Profile(experience, 40))
    dose = prescribe(one, standing, person, State(), Catalogue.of([one], ()), DAY)
    return [why.rule for why in dose.why if why.topic == "dose"]


@pytest.mark.parametrize(
    ("experience", "said"),
    [("beginner", "dose-start"), ("returning", "dose-start"), ("trained", "dose-trained"), ("lifter", "dose-trained")],
)
def test_who_trains_already_starts_higher_and_is_told_so(experience: Experience, said: str) -> None:
    assert reasons(LADDER, experience) == [said]


@pytest.mark.parametrize("experience", ["beginner", "trained"])
def test_where_there_is_one_dose_only_nobody_is_said_to_start_above_it(experience: Experience) -> None:
    assert reasons(SINGLE, experience) == ["dose-step"]


def test_a_published_dose_says_that_it_is_one_and_others_which_step_they_are() -> None:
    assert reasons(LADDER, "beginner", Standing(rung=2, reps=10)) == ["dose-published"]
    assert reasons(LADDER, "beginner", Standing(rung=3, reps=12)) == ["dose-step"]

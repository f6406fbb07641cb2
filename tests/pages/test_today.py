"""Today says what is different today, in numbers that agree with one another."""

from typing import Any

from django.test import Client

from lumbar.app.begin import Answers, begin
from lumbar.site import clock
from lumbar.site.models.owner import local_owner
from lumbar.site.pages.desk import desk
from tests.builders import FIRST_DAY, Scribe
from tests.pages.conftest import Tell


def page(client: Client) -> Any:  # noqa: ANN401 - what a template got
    return client.get("/").context["page"]


def test_it_counts_as_many_exercises_as_it_lists(client: Client, scribe: Scribe) -> None:  # noqa: ARG001
    seen = page(client)
    listed = [card.number for chapter in seen.chapters for card in chapter.cards]
    assert listed == list(range(1, seen.count + 1))


def test_a_gentle_start_is_explained_before_it(client: Client, tell: Tell) -> None:
    scribe = Scribe()
    tell(scribe.screened(FIRST_DAY, "pain-6-or-more"), scribe.profile(FIRST_DAY))
    advice = desk().plan(local_owner().pk, desk().view(local_owner().pk, FIRST_DAY))
    assert advice is not None
    assert advice.advice
    assert page(client).notes[0] == advice.advice[0].text


def test_a_lighter_day_says_so_once_and_speaks_of_no_growth(client: Client, scribe: Scribe) -> None:  # noqa: ARG001
    begin(desk(), local_owner().pk, FIRST_DAY, clock.now(), Answers(0, "less", new_symptom=False))
    notes = page(client).notes
    assert [note for note in notes if "lighter" in note] == ["You feel below your usual, so today is lighter."]
    assert not [note for note in notes if "goes up" in note]


def test_the_next_session_says_what_its_numbers_count(client: Client, scribe: Scribe) -> None:  # noqa: ARG001
    client.post("/day/", {"choice": "rest"})
    following = page(client).next
    assert following
    assert all(item.dose.endswith((" reps", " each side")) for item in following)


def test_a_day_off_for_pain_gives_that_reason_and_no_invitation_to_train(client: Client, scribe: Scribe) -> None:  # noqa: ARG001
    answer = client.post("/ready/", {"pain": "8", "readiness": "usual", "new_symptom": "no"}, follow=True)
    seen = answer.context["page"]
    assert "too much to train on" in answer.content.decode()
    assert seen.lines == ()
    assert not seen.may_train

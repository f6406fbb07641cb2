"""Every address: what it answers, where it leads, and what it makes of what cannot be."""

import json
import re

import pytest
from django.test import Client

from lumbar.journal.event import DayChosen, ProfileSaved, Screened, SessionStarted
from lumbar.site.models.owner import local_owner
from lumbar.site.pages.desk import desk
from tests.builders import Scribe

NEVER = "5f0c1c60-2f5e-4d0e-8a53-000000000000"  # no session has this id
READY = {"pain": "0", "readiness": "usual", "new_symptom": "no"}
PROFILE = {
    "experience": "beginner",
    "age": "45",
    "days_per_week": "3",
    "minutes": "20",
    "sessions_per_day": "1",
    "usual_pain": "0",
}
MORNING = {"pain": "1", "woke": "no", "settled": "yes"}


@pytest.fixture
def trainee(client: Client, scribe: Scribe) -> Client:  # noqa: ARG001 - everything is answered there
    """Return the browser of a healthy beginner."""
    return client


def stored(kind: type) -> list[object]:
    """Return the events of one kind in the journal."""
    return [event for _, event in desk().store.events(local_owner().pk) if isinstance(event, kind)]


@pytest.mark.parametrize(
    ("path", "leads_to"),
    [
        ("/", None),
        ("/screening/", None),
        ("/screening/now/", None),
        ("/screening/back/", "/screening/"),
        ("/signs/", None),
        ("/profile/", None),
        ("/exercises/", None),
        ("/exercises/?stage=9&equipment=anvil&q=%00", None),
        ("/exercises/bird-dog/", None),
        ("/settings/", None),
        ("/screening/nowhere/", "/screening/"),
        ("/plan/", "/"),
        ("/ready/", "/"),
        ("/print/", "/"),
        ("/morning/", "/"),
    ],
)
def test_a_newcomer_is_answered_or_led_to_where_it_begins(client: Client, path: str, leads_to: str | None) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.headers.get("Location")) == ((302, leads_to) if leads_to else (200, None))


@pytest.mark.parametrize(
    "path", ["/", "/plan/", "/progress/", "/ready/", "/print/", "/profile/", "/progress/?as=table"]
)
def test_somebody_who_can_train_sees_every_page(trainee: Client, path: str) -> None:
    assert trainee.get(path).status_code == 200


@pytest.mark.parametrize(
    "path", [f"/session/{NEVER}/", f"/session/{NEVER}/done/", "/session/none/", "/exercises/bird/", "/nowhere"]
)
def test_what_does_not_exist_is_a_page_that_says_so(trainee: Client, path: str) -> None:
    answer = trainee.get(path)
    assert answer.status_code == 404
    assert b"There is no such page" in answer.content


def test_a_name_that_is_nearly_right_is_answered_with_those_near_it(client: Client) -> None:
    assert b'href="/exercises/bird-dog/"' in client.get("/exercises/bird-dgo/").content


@pytest.mark.parametrize("path", ["/day/", "/swap/", "/settings/language/"])
def test_what_only_takes_forms_takes_nothing_else(trainee: Client, path: str) -> None:
    assert trainee.get(path).status_code in {302, 405}
    assert trainee.put(path).status_code in {302, 405}


@pytest.mark.parametrize("name", PROFILE)
def test_a_profile_without_an_answer_is_shown_again_with_the_others_kept(client: Client, name: str) -> None:
    client.post("/screening/back/", {"answer": "none"})
    answer = client.post("/profile/", {k: v for k, v in PROFILE.items() if k != name})
    assert answer.status_code == 422
    assert f'id="{name}-fault"' in answer.content.decode()
    assert 'value="45"' in answer.content.decode() or name == "age"
    assert stored(ProfileSaved) == []


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("age", "0"),
        ("age", "121"),
        ("age", "45.5"),
        ("age", "nan"),
        ("age", "1e400"),
        ("days_per_week", "8"),
        ("minutes", "5"),
        ("minutes", "31"),
        ("sessions_per_day", "4"),
        ("usual_pain", "11"),
        ("experience", "champion"),
        ("equipment", "anvil"),
        ("main_days", "someday"),
        ("height", "17"),
        ("mass", "heavy"),
        ("plates", "2 x 20 x 3"),
        ("plates", "99 x 99999"),
        ("dumbbells", "-4"),
        ("step", "0"),
        ("deadlift", "5000"),
        ("clean_set_load", "60"),
        ("deadlift_set_reps", "5"),
    ],
)
def test_a_profile_that_cannot_be_is_not_written_down(client: Client, field: str, told: str) -> None:
    answer = client.post("/profile/", PROFILE | {field: told})
    assert answer.status_code == 422
    assert stored(ProfileSaved) == []


@pytest.mark.parametrize(
    "told",
    [{}, {"pain": "0"}, READY | {"pain": "11"}, READY | {"pain": "-1"}, READY | {"readiness": "great"},
     READY | {"new_symptom": "maybe"}],
)  # fmt: skip
def test_three_questions_that_are_not_answered_begin_nothing(trainee: Client, told: dict[str, str]) -> None:
    answer = trainee.post("/ready/", told)
    assert answer.status_code == 422
    assert stored(SessionStarted) == []


def test_beginning_twice_begins_one_session(trainee: Client) -> None:
    first, second = trainee.post("/ready/", READY), trainee.post("/ready/", READY)
    assert first.headers["Location"] == second.headers["Location"]
    assert len(stored(SessionStarted)) == 1
    assert trainee.get("/ready/").headers["Location"] == first.headers["Location"]


@pytest.mark.parametrize("told", ["2026-02-31", "yesterday", "", "05.01.2026", "2026-01-06", "9999-12-31"])
def test_an_impossible_day_of_a_yes_changes_nothing(client: Client, told: str) -> None:
    client.post("/screening/back/", {"before": "surgery-6-months", "answer": "none"})
    answer = client.post("/", {"cleared_on": told})
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.content.decode()
    assert len(stored(Screened)) == 1


def test_an_emergency_is_not_lifted_by_a_day(client: Client) -> None:
    client.post("/screening/now/", {"answer": "chest-pain"})
    client.post("/", {"cleared_on": "2026-01-05"})
    page = client.get("/").content.decode()
    assert "Stop: get help now" in page
    assert "cleared_on" not in page


def test_unknown_flags_and_answers_are_no_answers(client: Client) -> None:
    assert client.post("/screening/now/", {"answer": "dragon-bite"}).status_code == 422
    assert client.post("/screening/now/", {"answer": ["none", "chest-pain"]}).status_code == 422
    assert stored(Screened) == []


@pytest.mark.parametrize("told", [{"choice": "fly"}, {}, {"choice": "rest\x00"}])
def test_an_unknown_choice_about_the_day_is_no_choice(trainee: Client, told: dict[str, str]) -> None:
    assert trainee.post("/day/", told).headers["Location"] == "/"
    assert stored(DayChosen) == []


@pytest.mark.parametrize(
    "told", [{"old": "anvil"}, {}, {"old": "knee-to-chest", "kind": "harder"}, {"old": "bird-dog"}]
)
def test_a_swap_that_cannot_be_leads_back_to_today(trainee: Client, told: dict[str, str]) -> None:
    assert trainee.post("/swap/", told).status_code in {200, 302}
    assert trainee.get("/").status_code == 200


@pytest.mark.parametrize("word", ["", "ERASE ALL", "erase now"])
def test_the_wrong_word_erases_nothing(trainee: Client, word: str) -> None:
    assert trainee.post("/settings/erase/", {"word": word}).status_code == 422
    assert len(stored(ProfileSaved)) == 1


@pytest.mark.django_db
def test_a_form_without_its_token_is_refused_and_says_what_to_do() -> None:
    answer = Client(enforce_csrf_checks=True).post("/profile/", PROFILE)
    assert answer.status_code == 403
    assert b"Please send that again" in answer.content


def test_settings_that_do_not_exist_are_left_as_they_were(trainee: Client) -> None:
    trainee.post("/settings/", {"mass": "stone", "length": "cubit", "theme": "pink", "language": "tlh", "voice": "on"})
    owner = local_owner()
    assert (owner.mass_unit, owner.length_unit, owner.theme, owner.language) == ("kg", "cm", "", "")


def test_the_camera_coach_is_off_until_it_is_switched_on_and_the_session_begins_with_it(trainee: Client) -> None:
    def switched() -> str:
        found = re.search(r'name="camera" value="(\w+)" checked', trainee.get("/settings/").content.decode())
        return found[1] if found else ""

    def in_session() -> object:
        page = trainee.post("/ready/", {"pain": "0", "readiness": "usual", "new_symptom": "no"}, follow=True)
        data = re.search(r'id="boot" type="application/json">(.*?)</script>', page.content.decode(), re.DOTALL)
        return json.loads(data[1])["watches"] if data else None

    assert (switched(), in_session()) == ("off", False)
    trainee.post("/settings/", {"camera": "on"})
    assert (switched(), in_session()) == ("on", True)
    trainee.post("/settings/", {"theme": "dark"})
    assert switched() == "on"
    trainee.post("/settings/", {"camera": "off"})
    assert switched() == "off"

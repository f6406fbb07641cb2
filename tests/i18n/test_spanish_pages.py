"""In Spanish, a page has no English left, whoever looks at it."""

import json
import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from babel.messages.pofile import read_po
from django.http import HttpResponse
from django.test import Client
from django.utils.translation import override

from lumbar.catalogue.catalogue import Catalogue
from lumbar.catalogue.exercise import Equipment, Language
from lumbar.journal.event import SessionEnded, SessionStarted
from lumbar.journal.profile import Lifts, Weights
from lumbar.site.models.owner import local_owner
from lumbar.site.pages.desk import desk
from lumbar.site.pages.shown import Shown
from lumbar.site.shelf import catalogue
from lumbar.training.flags import FLAGS
from lumbar.training.rules import reason
from lumbar.units import MassUnit
from tests.builders import FIRST_DAY, Scribe
from tests.i18n.conftest import Tell
from tests.i18n.visible import texts_of, words_of
from tools.messages import files
from tools.texts import every_text

ENGLISH = frozenset(
    words_of(
        (
            "the and with your you of is are to for not from this that day days set sets what how when it on at by was",
            "were be will can there they their more than week weeks pain back session exercise easier load rest hold",
            "each side left right stage done today",
        )
    )
)
"""Words that no Spanish page has; “no” and “me” are in both languages."""


def translated() -> dict[str, str]:
    """Return every English text whose Spanish is another."""
    with files()[0].open("rb") as file:
        found = {m.id: m.string for m in read_po(file, locale="es") if isinstance(m.id, str) and m.id}
    return {text: str(spanish) for text, spanish in found.items() if spanish != text}


TRANSLATED = translated()
WHOLE = frozenset(TRANSLATED) - frozenset(TRANSLATED.values())


def english_in(answer: Any) -> set[str]:  # noqa: ANN401 - the client's own kind of answer
    """Return what is left in English on a page: single words, and whole texts."""
    html = answer.content.decode()
    assert '<html lang="es"' in html
    texts = texts_of(html)
    assert texts, "an empty page proves nothing"
    return (set(words_of(texts)) & ENGLISH) | (set(texts) & WHOLE)


def seen(client: Client, *paths: str) -> dict[str, set[str]]:
    """Return the pages with English on them, and what it is."""
    found = {path: english_in(client.get(path, follow=True)) for path in paths}
    return {path: words for path, words in found.items() if words}


def boot_in(answer: Any) -> dict[str, Any]:  # noqa: ANN401 - the same
    """Return what the player begins with."""
    found = re.search(r'id="boot"[^>]*>(.*?)</script>', answer.content.decode(), re.DOTALL)
    assert found is not None
    boot: dict[str, Any] = json.loads(found[1])
    return boot


LIFTER: dict[str, Any] = {
    "experience": "lifter",
    "equipment": frozenset(Equipment),
    "lifts": Lifts(clean_kg=82.5, deadlift_kg=140, main_days=("mon",)),
    "weights": Weights(20, (20, 20, 10, 10, 2.5, 2.5, 1.25, 1.25)),
}


def test_english_is_noticed_where_there_is_some() -> None:
    page = HttpResponse('<html lang="es"><p>Todo the same</p><p>Sets</p><p lang="en">The title</p><img alt="A mat">')
    assert english_in(page) == {"the", "sets", "Sets"}
    assert english_in(HttpResponse('<html lang="es"><p lang="en">The title</p><p>Sin nada</p>')) == set()


def test_a_newcomer_reads_spanish_only(spanish: Client) -> None:
    paths = ("/", "/signs/", "/screening/", "/screening/now/", "/exercises/", "/exercises/?q=nada+de+eso", "/settings/")
    assert seen(spanish, *paths) == {}


def test_each_language_is_called_by_its_own_name(spanish: Client) -> None:
    assert {"English", "Español"} <= set(texts_of(spanish.get("/settings/").content.decode()))


def test_every_question_is_asked_in_spanish(spanish: Client) -> None:
    page, asked = "/screening/now/", 0
    for _ in range(6):
        answer = spanish.post(page, {"answer": "none"})
        if answer.status_code != 200:
            break
        assert english_in(answer) == set()
        asked += 1
        page = str(answer.context["step"].slug)
        page = f"/screening/{page}/"
    assert asked >= 3


def test_wrong_answers_are_answered_in_spanish(spanish: Client, newcomer: Callable[..., None]) -> None:
    assert english_in(spanish.post("/screening/now/", {})) == set()
    newcomer()
    wrong = {"age": "old", "plates": "heavy", "deadlift_set_reps": "5", "days_per_week": "9", "sex": "?"}
    assert english_in(spanish.post("/profile/", wrong)) == set()
    assert english_in(spanish.post("/ready/", {})) == set()
    assert english_in(spanish.post("/settings/erase/", {"word": "nada"})) == set()


def test_an_address_that_leads_nowhere_is_answered_in_spanish(spanish: Client) -> None:
    assert seen(spanish, "/nada", "/exercises/nada-de-eso/") == {}
    near = spanish.get("/exercises/birddog/")
    assert near.status_code == 404
    assert "Perro de caza" in texts_of(near.content.decode())


@pytest.mark.parametrize("flag", FLAGS, ids=lambda flag: flag.id)
def test_after_each_sign_there_is_spanish_advice(
    spanish: Client,
    newcomer: Callable[..., None],
    flag: Any,  # noqa: ANN401 - a parameter
) -> None:
    newcomer(flag.id)
    assert seen(spanish, "/", "/plan/") == {}


@pytest.mark.parametrize("profile", [{}, LIFTER, {"equipment": frozenset({Equipment.BAND}), "sessions_per_day": 2}])
def test_whoever_trains_reads_spanish_only(
    spanish: Client, newcomer: Callable[..., None], profile: dict[str, Any]
) -> None:
    newcomer(**profile)
    assert seen(spanish, "/", "/plan/", "/progress/", "/print/", "/ready/", "/profile/") == {}
    assert english_in(spanish.post("/day/", {"choice": "rest"}, follow=True)) == set()


def test_every_exercise_is_described_in_spanish(spanish: Client) -> None:
    assert seen(spanish, *(f"/exercises/{e.id}/" for e in catalogue())) == {}


def test_what_was_done_is_told_in_spanish(
    spanish: Client, newcomer: Callable[..., None], tell: Tell, monkeypatch: pytest.MonkeyPatch
) -> None:
    newcomer()
    started = spanish.post("/ready/", {"pain": "1", "readiness": "less", "new_symptom": "no"})
    assert started.status_code == 302
    (session,) = [e for _, e in desk().store.events(local_owner().pk) if isinstance(e, SessionStarted)]
    scribe = Scribe(500)
    tell(*(scribe.set_done(session, item, 1, load_kg=None) for item in session.plan.items))
    assert english_in(spanish.get("/")) == set()
    boot = boot_in(spanish.get(f"/session/{session.session}/"))
    assert boot["language"] == "es"
    assert set(boot["strings"].values()) & WHOLE == set()
    assert boot["strings"]["done"] == "Hecho"
    ended = scribe.head(FIRST_DAY)
    tell(SessionEnded(**ended, session=session.session, reason="done"))
    assert seen(spanish, f"/session/{session.session}/done/", "/", "/progress/", "/progress/?as=table") == {}
    monkeypatch.setenv("LUMBAR_TODAY", (FIRST_DAY + timedelta(days=1)).isoformat())
    assert seen(spanish, "/morning/", "/", "/plan/") == {}


def shown(mass: MassUnit = "kg", language: Language = "es") -> Shown:
    """Return how things are shown to somebody."""
    return Shown(language, mass, "cm", catalogue())


def test_a_load_is_said_in_the_unit_of_the_person() -> None:
    why = reason("load-range", "dose", low="57.5", high="82.5")
    with override("es"):
        assert "57,5" in shown().sentence(why)
        assert "82,5 kg" in shown().sentence(why)
        assert "126,8" in shown("lb").sentence(why)
        assert "181,9 lb" in shown("lb").sentence(why)
    with override("en"):
        assert shown(language="en").sentence(why).startswith("57.5 to 82.5 kg")


def test_every_rule_names_exercises_in_spanish() -> None:
    with override("es"):
        told = shown().sentence(reason("this-swapped", "this", exercise="bird-dog"))
    assert told == "Hoy lo pusiste en lugar de Perro de caza."


def test_the_shelf_is_the_real_one() -> None:
    assert isinstance(catalogue(), Catalogue)
    assert len(every_text()) > 500

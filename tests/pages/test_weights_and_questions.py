"""How much a page weighs, and how many questions it asks of the database."""

import gzip
import re
from datetime import date, timedelta

import pytest
from django.conf import settings
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from lumbar.journal.event import SessionStarted
from lumbar.site.models.owner import local_owner
from lumbar.site.pages.desk import desk
from tests.browser.journals import BAND, FIRST, LIFTER, journal
from tests.figure.made import needs_bodies
from tests.pages.conftest import Tell

TODAY_MOST, PLAYER_MOST = 60_000, 250_000  # bytes, compressed
WEEKS = 6
DAY = FIRST + timedelta(weeks=WEEKS)
COMPRESSED = (".webp", ".woff2", ".png")


@pytest.fixture
def months(client: Client, tell: Tell, monkeypatch: pytest.MonkeyPatch) -> Client:
    """Return the browser of somebody who has trained for weeks."""
    tell(*journal(BAND, WEEKS))
    monkeypatch.setenv("LUMBAR_TODAY", DAY.isoformat())
    return client


def weight(client: Client, path: str) -> int:
    """Return the bytes of a static file on its way."""
    content = client.get(path).content
    return len(content) if path.endswith(COMPRESSED) else len(gzip.compress(content))


def files_of(html: str, *, pictures: int) -> list[str]:
    """Return the static files that a page loads at once: style, scripts, mark, font, and its first pictures."""
    linked = re.findall(r'(?:href|src)="(/static/[^"]+\.(?:css|js|svg))"', html)
    shown = re.findall(r'<img src="(/static/[^"]+)"(?![^>]*lazy)', html)[:pictures]
    style = (settings.STATIC_ROOT / "built" / "look.css").read_text()
    fonts = re.findall(r"url\(([^)]+latin-wght[^)]+\.woff2)\)", style)
    assert fonts, "the font is in the style"
    return [*dict.fromkeys([*linked, *shown]), *(f"/static/built/{font.strip('./').split('/')[-1]}" for font in fonts)]


def weight_of(client: Client, path: str, *, pictures: int) -> tuple[int, dict[str, int]]:
    """Return what a page weighs with everything it loads at once [bytes], and its parts."""
    html = client.get(path).content.decode()
    parts = {"html": len(gzip.compress(html.encode()))}
    parts |= {name: weight(client, name) for name in files_of(html, pictures=pictures) if not name.endswith("mark.svg")}
    return sum(parts.values()), parts


def test_today_weighs_at_most_sixty_kilobytes(months: Client) -> None:
    total, parts = weight_of(months, "/", pictures=2)  # what is seen first on a phone
    assert total <= TODAY_MOST, parts


@needs_bodies
def test_the_player_weighs_at_most_two_hundred_and_fifty_kilobytes(months: Client) -> None:
    months.post("/ready/?later", {"pain": "0", "readiness": "usual", "new_symptom": "no"})
    (begun,) = [e for _, e in desk().store.events(local_owner().pk) if isinstance(e, SessionStarted) and e.on == DAY]
    total, parts = weight_of(months, f"/session/{begun.session}/", pictures=0)
    pictures = set(
        re.findall(r"/static/figures/\w+/[\w.-]+", months.get(f"/session/{begun.session}/").content.decode())
    )
    assert pictures
    total += sum(weight(months, picture) for picture in pictures)
    assert total <= PLAYER_MOST, parts


@pytest.mark.parametrize(
    ("path", "cold", "warm"),
    [
        ("/", 12, 5),
        ("/ready/", 12, 5),
        ("/print/", 12, 5),
        ("/plan/", 14, 5),
        ("/progress/", 24, 14),
        ("/exercises/", 12, 5),
        ("/exercises/bird-dog/", 12, 5),
        ("/settings/", 12, 5),
    ],
)
def test_a_page_asks_few_questions_cold_and_fewer_warm(
    months: Client, path: str, cold: int, warm: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    desk.cache_clear()
    with django_assert_max_num_queries(cold):
        assert months.get(path).status_code in {200, 302}
    with django_assert_max_num_queries(warm):
        assert months.get(path).status_code in {200, 302}


def test_a_set_is_logged_with_at_most_eight_questions(
    client: Client, tell: Tell, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    tell(*journal(LIFTER, 0))
    client.post("/ready/", {"pain": "0", "readiness": "usual", "new_symptom": "no"})
    (begun,) = [e for _, e in desk().store.events(local_owner().pk) if isinstance(e, SessionStarted)]
    item = begun.plan.items[1]
    event = {
        "kind": "set-done",
        "id": "3f0c7a52-0d0b-4a0e-9a5b-2a0f1f0f1f0f",
        "at": "2026-01-05T09:00:00Z",
        "on": date(2026, 1, 5).isoformat(),
        "supersedes": None,
        "session": str(begun.session),
        "exercise": item.exercise,
        "number": 1,
        "target_reps": item.reps,
        "target_hold_s": item.hold_s,
        "target_load_kg": item.load_kg,
        "both": {"reps": item.reps, "hold_s": item.hold_s},
        "left": None,
        "right": None,
        "load_kg": item.load_kg,
        "rir": 3,
        "pain": 0,
    }
    with django_assert_max_num_queries(8):
        answer = client.post("/api/events", {"events": [event]}, content_type="application/json")
    assert answer.json()["stored"] == [event["id"]]

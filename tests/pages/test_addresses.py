"""Every address leads somewhere, also where a page that a form made is opened again."""

import pytest
from django.test import Client

from tests.builders import Scribe


@pytest.mark.parametrize(
    ("address", "page"),
    [("/swap/", "/"), ("/day/", "/"), ("/settings/language/", "/"), ("/settings/erase/", "/settings/")],
)
def test_an_address_that_takes_forms_leads_whoever_looks_at_it_to_its_page(
    client: Client,
    scribe: Scribe,  # noqa: ARG001 - the person is known
    address: str,
    page: str,
) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer["Location"]) == (302, page)


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("/exercises", "/exercises/"),
        ("/exercises/bird-dog", "/exercises/bird-dog/"),
        ("/progress?as=table", "/progress/?as=table"),
    ],
)
def test_an_address_without_its_last_slash_leads_on(client: Client, address: str, page: str) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer["Location"]) == (302, page)


@pytest.mark.parametrize("address", ["/nowhere", "/nowhere/", "/exercises/bird-dog.html"])
def test_a_slash_leads_nowhere_else(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_what_is_sent_to_an_address_without_its_last_slash_goes_nowhere(client: Client) -> None:
    assert client.post("/swap").status_code == 404


@pytest.mark.parametrize("slug", ["lately", "ask-first", "back", "no-such-page"])
def test_the_questions_cannot_be_entered_in_their_middle(client: Client, slug: str) -> None:
    answer = client.get(f"/screening/{slug}/")
    assert (answer.status_code, answer["Location"]) == (302, "/screening/")


def test_the_language_in_use_is_marked_on_the_welcome_page(client: Client) -> None:
    html = client.get("/").content.decode()
    assert 'lang="en" aria-current="true">English' in html
    assert 'lang="es">Español' in html

"""The page for what broke must not need what broke."""

from django.test import RequestFactory
from django.utils.functional import SimpleLazyObject
from django.utils.translation import override

from lumbar.site.pages.not_found import failed


def test_the_page_for_what_broke_asks_nothing_of_the_tables() -> None:
    def unreadable() -> object:
        raise RuntimeError("the tables are gone")

    request = RequestFactory().get("/")
    request.owner = SimpleLazyObject(unreadable)  # type: ignore[attr-defined]  # as the middleware leaves it

    with override("en"):  # whatever the request before spoke
        answer = failed(request)

    assert answer.status_code == 500
    assert "What you had saved is safe." in answer.content.decode()

"""What every answer says about what a page may do, and whom the site answers at all."""

import pytest
from django.conf import settings
from django.test import Client, override_settings

from lumbar.errors import LumbarError
from lumbar.site.failure import STATUS
from lumbar.site.static_files import WATCHER
from tests.site.conftest import Post
from tests.store.samples import started, told

pytestmark = pytest.mark.django_db


def every_class(base: type[LumbarError]) -> set[type[LumbarError]]:
    return {base}.union(*(every_class(child) for child in base.__subclasses__()))


@pytest.mark.parametrize("path", ["/healthz", "/no-such-page", "/api/events"])
def test_every_answer_forbids_what_comes_from_elsewhere(path: str) -> None:
    headers = Client().get(path).headers
    policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert {sources for name, sources in policy.items() if name != "default-src"} <= {"'self'", "'none'"}
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "worker-src" not in policy, "workers are of the guided session"
    assert "camera=()" in headers["Permissions-Policy"]
    assert "microphone=()" in headers["Permissions-Policy"]


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.0.0.1:8000", "[::1]:8000"])
def test_this_machine_is_answered(host: str) -> None:
    assert Client().get("/healthz", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("host", ["lumbar.example", "192.168.0.7", "evil.example:8000"])
def test_a_name_that_is_not_this_machine_is_refused_everywhere(host: str) -> None:
    answer = Client().get("/healthz", headers={"host": host})
    assert answer.status_code == 400
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@override_settings(ALLOWED_HOSTS=["192.168.0.7"])
def test_a_host_that_was_named_is_answered() -> None:
    assert Client().get("/healthz", headers={"host": "192.168.0.7"}).status_code == 200


def test_the_cookies_are_for_this_site_only() -> None:
    assert settings.CSRF_COOKIE_SAMESITE == "Strict"
    assert settings.CSRF_COOKIE_HTTPONLY
    assert not settings.DEBUG


def test_every_class_of_error_has_its_status() -> None:
    assert set(STATUS) == every_class(LumbarError)


def test_health_names_the_program() -> None:
    assert Client().get("/healthz").json() == {"program": "lumbar", "status": "ok"}


def test_only_the_guided_session_and_its_worker_may_see_and_run_the_pose_model(post: Post) -> None:
    post(*told(), started())
    seen = {path: Client().get(path).headers for path in ("/", "/settings/", f"/session/{started().session}/", WATCHER)}
    wide = {path for path, headers in seen.items() if "'wasm-unsafe-eval'" in headers["Content-Security-Policy"]}
    assert wide == {path for path, headers in seen.items() if "camera=(self)" in headers["Permissions-Policy"]}
    assert wide == {path for path, headers in seen.items() if "worker-src 'self'" in headers["Content-Security-Policy"]}
    assert wide == {f"/session/{started().session}/", WATCHER}
    for headers in seen.values():
        policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
        assert policy["connect-src"] == "'self'", "a WebSocket to ourselves is 'self' too"
        assert policy["script-src"] in {"'self'", "'self' 'wasm-unsafe-eval'"}

"""Lumbar started as a person starts it: it says where it is, answers, and stops quietly."""

import os
import re
import signal
import socket
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from lumbar.errors import UnavailableError
from lumbar.exchange.archive import event_to_dict
from lumbar.site.ports import bound_socket
from lumbar.site.serve import address_of, has_browser, is_loopback
from tests.site.serving import SERVE, ask
from tests.store.programs import begin, program
from tests.store.samples import set_done, started


def test_it_says_where_it_is_and_answers_there(address: str) -> None:
    assert ask(address, "GET", "/healthz") == (200, {"program": "lumbar", "status": "ok"})


def test_a_set_sent_over_the_wire_is_stored(address: str, tmp_path: Path) -> None:
    body = {"events": [event_to_dict(started()), event_to_dict(set_done())]}
    status, answer = ask(address, "POST", "/api/events", body)
    assert (status, len(list(answer["stored"]))) == (200, 2)  # type: ignore[call-overload]  # JSON
    reading = "from lumbar.site.local import open_store; s, o = open_store(); print(len(s.events(o)))"
    assert program(tmp_path, reading).stdout.strip() == "2"


def test_a_second_start_on_the_same_port_says_that_lumbar_runs_already(address: str, tmp_path: Path) -> None:
    done = program(tmp_path, SERVE.format(port=urlsplit(address).port, browser=False))
    assert done.returncode != 0
    assert f"running already: open {address}" in done.stderr


def test_a_port_taken_by_another_program_is_named_with_a_free_one() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as other:
        other.settimeout(0)
        port = other.getsockname()[1]
        with pytest.raises(UnavailableError, match="another program") as caught:
            bound_socket("127.0.0.1", port)
    free = re.search(r"--port (\d+)", str(caught.value))
    assert free
    with bound_socket("127.0.0.1", int(free[1])) as held:
        assert held.getsockname()[1] == int(free[1])


@pytest.mark.parametrize("port", [-1, 65_536])
def test_a_port_that_does_not_exist_is_refused(port: int) -> None:
    with pytest.raises(UnavailableError, match="65535"):
        bound_socket("127.0.0.1", port)


@pytest.mark.parametrize("host", ["192.0.2.1", "no-such-host.invalid"])
def test_an_address_that_is_not_this_machines_is_named_and_no_port_offered(host: str) -> None:
    with pytest.raises(UnavailableError, match=f"cannot listen on {host}.*without --host") as caught:
        bound_socket(host, 8000)
    assert "--port" not in str(caught.value)


def test_listening_to_the_network_says_that_nobody_signs_in(tmp_path: Path) -> None:
    with begin(tmp_path, SERVE.format(port=0, browser=False).replace("serve(", 'serve("0.0.0.0", ')) as served:
        assert served.stdout is not None
        said = [served.stdout.readline() for _ in range(3)]
        served.terminate()  # at any moment of its start
    assert "no sign-in" in said[-1]


def test_an_address_can_be_typed_into_a_browser() -> None:
    with bound_socket("127.0.0.1", 0) as held:
        port = held.getsockname()[1]
        assert address_of(held, "127.0.0.1") == f"http://127.0.0.1:{port}/"
        assert address_of(held, "0.0.0.0") == f"http://127.0.0.1:{port}/"  # noqa: S104 - only said
        assert address_of(held, "::1") == f"http://[::1]:{port}/"


def test_the_browser_is_opened_at_the_address(tmp_path: Path) -> None:
    seen, browser = tmp_path / "seen", tmp_path / "browser"
    os.mkfifo(seen)
    browser.write_text(f'#!/bin/sh\necho "$1" > {seen}\n')
    browser.chmod(0o755)
    with begin(tmp_path, SERVE.format(port=0, browser=True), BROWSER=str(browser)) as served:
        assert served.stdout is not None
        line = served.stdout.readline()
        opened = seen.read_text().strip()  # waits for the browser to write
        served.send_signal(signal.SIGINT)
    assert opened
    assert opened in line


@pytest.mark.parametrize(("variable", "there"), [("BROWSER", True), ("DISPLAY", True), ("NOTHING", False)])
def test_without_a_screen_there_is_no_browser(*, variable: str, there: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, ":0")
    assert has_browser() is there


@pytest.mark.parametrize(("host", "own"), [("127.0.0.1", True), ("localhost", True), ("::1", True), ("0.0.0.0", False)])  # noqa: S104 - only asked about
def test_only_this_machine_is_reached_under_a_loopback_name(*, host: str, own: bool) -> None:
    assert is_loopback(host) is own

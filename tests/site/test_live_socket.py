"""The live coach over the wire: it counts, keeps others out, and no message however odd takes the server down."""

import json
import re
import signal
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from socket import create_connection
from typing import Any, Final
from urllib.parse import urlsplit

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

from lumbar.exchange.archive import event_to_dict
from lumbar.site.live.message import write_frame
from tests.films import bridges
from tests.site.serving import SERVE, ask
from tests.store.programs import begin
from tests.store.samples import FIRST, started, told, uid

SESSION: Final = str(uid(f"session{FIRST}"))
WATCH: Final = {"do": "watch", "session": SESSION, "exercise": "glute-bridge", "hold_s": 0}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a journal with a session that was begun."""
    with begin(
        tmp_path_factory.mktemp("house"), SERVE.format(port=0, browser=False), LUMBAR_TODAY=str(FIRST)
    ) as served:
        assert served.stdout is not None
        found = re.search(r"http://\S+", served.stdout.readline())
        assert found
        events = [event_to_dict(event) for event in (*told(), started())]
        status, answer = ask(found[0], "POST", "/api/events", {"events": events})
        assert (status, answer["refused"]) == (200, [])
        yield found[0]
        assert ask(found[0], "GET", "/healthz")[0] == 200, "it still answers"
        served.send_signal(signal.SIGINT)
        _, said = served.communicate()
        assert (served.returncode, said) == (0, "")


def opened(address: str, origin: str | None = "same", path: str = "/live") -> ClientConnection:
    given = address.rstrip("/") if origin == "same" else origin
    from_ = None if given is None else Origin(given)
    return connect(f"ws://{urlsplit(address).netloc}{path}", origin=from_)


def hear(socket: ClientConnection, last: str) -> list[dict[str, Any]]:
    """Return what is told up to the first message of the kind `last`."""
    heard: list[dict[str, Any]] = []
    while not heard or heard[-1]["kind"] != last:
        heard.append(json.loads(socket.recv(timeout=20)))
    return heard


def reason_of(socket: ClientConnection) -> tuple[int, str]:
    """Return why it is closed, once it is."""
    with suppress(ConnectionClosed):
        while True:
            socket.recv(timeout=20)
    assert socket.close_code is not None
    return socket.close_code, socket.close_reason or ""


def test_a_set_is_counted_as_it_is_done(address: str) -> None:
    with opened(address) as socket:
        socket.send(json.dumps(WATCH))
        assert hear(socket, "ready") == [{"kind": "ready", "exercise": "glute-bridge"}]
        for frame in bridges(2, fps=12.0):
            socket.send(write_frame(frame))
        socket.send(json.dumps({"do": "finish"}))
        heard = hear(socket, "finished")
    assert [one["count"] for one in heard if one["kind"] == "peak"] == [1, 2]
    assert [one["full"] for one in heard if one["kind"] == "repetition"] == [True, True]
    assert sum(one["kind"] == "beat" for one in heard) > 8 * 2, "a beat about four times a second"


@pytest.mark.parametrize(("exercise", "in_place"), [("glute-bridge", True), ("wall-squat", False)])
def test_every_beat_says_whether_somebody_is_in_the_position(address: str, exercise: str, *, in_place: bool) -> None:
    with opened(address) as socket:
        socket.send(json.dumps(WATCH | {"exercise": exercise}))
        hear(socket, "ready")
        for frame in bridges(1, fps=12.0):
            socket.send(write_frame(frame))
        socket.send(json.dumps({"do": "finish"}))
        beats = [one["in_place"] for one in hear(socket, "finished") if one["kind"] == "beat"]
    assert beats.count(in_place) >= len(beats) - 1, "all but what comes before the first judgement"
    assert beats[-1] is in_place


def test_one_set_follows_another_on_the_same_socket(address: str) -> None:
    with opened(address) as socket:
        for _ in range(2):
            socket.send(json.dumps(WATCH))
            hear(socket, "ready")
            for frame in bridges(1, fps=10.0):
                socket.send(write_frame(frame))
            socket.send(json.dumps({"do": "finish"}))
            assert [one["count"] for one in hear(socket, "finished") if one["kind"] == "peak"] == [1]


@pytest.mark.parametrize("origin", ["http://evil.example", "null", None, "http://127.0.0.1:1"], ids=str)
def test_a_page_from_elsewhere_is_kept_out(address: str, origin: str | None) -> None:
    with pytest.raises(InvalidStatus) as refused:
        opened(address, origin)
    assert refused.value.response.status_code == 403


def test_a_name_that_is_not_this_machine_is_kept_out(address: str) -> None:
    place = urlsplit(address)
    name = f"evil.example:{place.port}"
    with (
        create_connection((place.hostname or "", place.port or 0)) as wire,
        pytest.raises(InvalidStatus) as refused,
    ):
        connect(f"ws://{name}/live", origin=Origin(f"http://{name}"), sock=wire)
    assert refused.value.response.status_code == 403


def test_there_is_no_other_socket(address: str) -> None:
    with pytest.raises(InvalidStatus):
        opened(address, path="/elsewhere")


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({**WATCH, "session": str(uid("nobody's"))}, 4404),
        ({**WATCH, "exercise": "somersault"}, 4404),
        ({"do": "sing"}, 4400),
    ],
    ids=["another session", "another exercise", "another thing"],
)
def test_what_is_not_there_closes_it_with_a_reason(address: str, asked: dict[str, object], code: int) -> None:
    with opened(address) as socket:
        socket.send(json.dumps(asked))
        found, reason = reason_of(socket)
    assert found == code
    assert reason


@pytest.mark.parametrize(
    "data", [b"", b"\x00" * 412, b"\xff" * 412, b"\x01\x00"], ids=["empty", "zeros", "ones", "short"]
)
def test_garbage_closes_it_with_a_reason(address: str, data: bytes) -> None:
    with opened(address) as socket:
        socket.send(json.dumps(WATCH))
        hear(socket, "ready")
        socket.send(data)
        code, reason = reason_of(socket)
    assert (code, bool(reason)) == (4400, True)


def test_time_that_goes_back_closes_it(address: str) -> None:
    first, second, *_ = (write_frame(frame) for frame in bridges(1))
    with opened(address) as socket:
        socket.send(json.dumps(WATCH))
        hear(socket, "ready")
        for data in (second, first):
            socket.send(data)
        assert reason_of(socket) == (4400, "Time goes forward.")


def test_a_message_without_end_is_not_taken_in(address: str) -> None:
    with opened(address) as socket:
        socket.send(b"\x00" * 100_000)
        assert reason_of(socket)[0] == 1009


def test_more_than_any_camera_gives_closes_it(address: str) -> None:
    data = write_frame(next(iter(bridges(1))))
    with opened(address) as socket:
        for _ in range(1000):
            try:
                socket.send(data)
            except ConnectionClosed:
                break
        assert reason_of(socket)[0] == 4429


def test_only_so_many_are_watched_at_once(address: str) -> None:
    with ExitStack() as open_ones:
        several = [open_ones.enter_context(opened(address)) for _ in range(5)]
        code, reason = reason_of(several[-1])
        assert (code, bool(reason)) == (1013, True)
        several[0].send(json.dumps(WATCH))
        assert hear(several[0], "ready"), "the others go on"
